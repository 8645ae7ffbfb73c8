"""Enter bodies by hand: their names over time, what others call them by, and who sits in whom."""

import datetime
from collections.abc import Mapping

from django.db.models import Model

from whimbrel.acts.act import Done, act
from whimbrel.acts.given import countries, days, said
from whimbrel.acts.held import changed, counted, held, not_overtaken, only
from whimbrel.acts.merging import hand_over
from whimbrel.acts.naming import body_of, free, mentioned, named, slug
from whimbrel.acts.refused import Refused
from whimbrel.bodies import BodyKind, GroupKind
from whimbrel.bodies.names import folded
from whimbrel.queries.said import said as _
from whimbrel.register.models import Body, BodyName, Identifier, Membership, Person

KINDS = frozenset((*BodyKind, *GroupKind))
CONSTITUENCIES = ("Indigenous Peoples", "local communities", "youth")
"""Those whose consent is asked before anything of them is shown. No NGOs."""
ROLES = ("chair", "member", "host", "organizer", "observer")
FIELDS = ("acronym", "kind", "country", "parent", "constituency", "consent", "unnamed", "ours")


@act("bodies.enter", verb="record")
def enter(
    by: Person, name: str, *, kind: str = "unknown", acronym: str = "", country: str = "",
    parent: str = "", constituency: str = "", consent: str = "", unnamed: bool = False,
    ours: bool = False,
) -> Done[str]:  # fmt: skip
    """Enter a body, or an unnamed class of bodies. Its key."""
    name = said(name, _("the name"))
    same = BodyName.objects.select_related("body").filter(folded=folded(name)).first()
    if same is not None:
        told = _("the record has %(name)s already: it is %(key)s")
        raise Refused(told % {"name": name, "key": same.body.key})
    values = {
        "kind": kind, "acronym": acronym, "country": country, "parent": parent,
        "constituency": constituency, "consent": consent, "unnamed": unnamed, "ours": ours,
    }  # fmt: skip
    fields = checked(values)
    # What the facts know goes by their key, so that a document that names it finds it.
    one = mentioned(name) or made(name)
    for field, value in fields.items():
        if value or field not in ("kind", "acronym"):
            setattr(one, field, value)
    one.save()
    for each in (name, one.acronym):
        named(one, each)
    return Done(value=one.key, about=f"body {one.key}", open={"kind": one.kind}, kept=(one,))


def made(name: str) -> Body:
    """A new body with a key of its own."""
    return Body.objects.create(key=free(slug(name)), name=name, kind="unknown")


def checked(values: Mapping[str, object]) -> dict[str, object]:
    """The fields of a body, as they are kept. Refused for a word that is none of those known."""
    whole = dict(values)
    if (kind := whole.get("kind")) and kind not in KINDS:
        told = _("%(kind)s is no kind of body: one of %(known)s")
        raise Refused(told % {"kind": kind, "known": ", ".join(sorted(KINDS))})
    if (whose := whole.get("constituency")) and whose not in CONSTITUENCIES:
        told = _("%(word)s is no constituency: one of %(known)s")
        raise Refused(told % {"word": whose, "known": ", ".join(CONSTITUENCIES)})
    countries((str(whole.get("country") or ""),))
    if "parent" in whole:
        whole["parent"] = held(Body, str(whole["parent"])) if whole["parent"] else None
    if whole.get("kind") == "unknown":
        whole["kind"] = ""
    return whole


@act("bodies.name", verb="record")
def name(
    by: Person, key: str, name: str, *, language: str = "", since: datetime.date | None = None,
    until: datetime.date | None = None,
) -> Done[str]:  # fmt: skip
    """Give a body one more name, in a language, for a time."""
    one, words = held(Body, key), said(name, _("the name"))
    days(since, until)
    not_anothers(one, words)
    told = {"folded": folded(words), "language": language, "since": since, "until": until}
    BodyName.objects.update_or_create(body=one, name=words, defaults=told)
    return Done(value=one.key, about=f"body {one.key}", open={"name": words}, kept=(one,))


def not_anothers(one: Body, words: str) -> None:
    """Go on where no other body goes by a name."""
    other = BodyName.objects.filter(folded=folded(words)).exclude(body=one).first()
    if other is not None:
        told = _("%(name)s is a name of %(key)s: merge the two if they are one")
        raise Refused(told % {"name": words, "key": other.body.key})


@act("bodies.identify", verb="record")
def identify(by: Person, key: str, scheme: str, value: str) -> Done[str]:
    """Say what others call a body by: its number in a register of theirs."""
    one = held(Body, key)
    scheme, value = said(scheme, _("the scheme")), said(value, _("the identifier"))
    other = Identifier.objects.filter(scheme=scheme, value=value).exclude(body=one).first()
    if other is not None:
        told = _("%(scheme)s %(value)s names %(key)s")
        raise Refused(told % {"scheme": scheme, "value": value, "key": other.body.key})
    Identifier.objects.get_or_create(body=one, scheme=scheme, value=value)
    figures = {"scheme": scheme, "value": value}
    return Done(value=one.key, about=f"body {one.key}", open=figures, kept=(one,))


@act("bodies.rename", verb="record")
def rename(
    by: Person, key: str, name: str, *, seen: int, on: datetime.date | None = None,
    acronym: str | None = None,
) -> Done[int]:  # fmt: skip
    """Rename a body from a day on; the old name is kept, and still finds it."""
    one, words = held(Body, key), said(name, _("the name"))
    told = called(one, words, seen=seen, on=on, acronym=acronym)
    return Done(value=one.change, about=f"body {one.key}", change=told, kept=(one,))


def called(
    one: Body, words: str, *, seen: int, on: datetime.date | None = None, acronym: str | None = None
) -> dict[str, object]:
    """Give a body another name from a day on. What it was called before, and is now."""
    not_anothers(one, words)
    old = one.name
    values = {"name": words} | ({} if acronym is None else {"acronym": acronym})
    told = changed(one, values, seen)
    named(one, old)
    if old != words:
        one.names.filter(name=old).update(until=on)
    for each in (words, one.acronym):
        named(one, each)
    one.names.filter(name=words).update(since=on, until=None)
    return told


@act("bodies.merge", verb="record")
def merge(by: Person, twin: str, into: str, *, seen: int) -> Done[str]:
    """Make one of two bodies that are the same: everything of the twin hangs on the other, and its
    key still finds that."""
    other, one = held(Body, twin), held(Body, into)
    if other == one:
        raise Refused(_("a body is not merged into itself"))
    not_overtaken(other, seen, {"name": other.name})
    above = one.parent
    while above is not None:
        if above == other:
            told = _("%(one)s is a part of %(other)s, and cannot take its place")
            raise Refused(told % {"one": one.name, "other": other.name})
        above = above.parent
    touched: tuple[Model, ...] = hand_over(other, one)
    other.merged_into, other.parent = one, None
    counted(other)
    counted(one)
    told_ = {"twin": other.key, "into": one.key}
    return Done(
        value=one.key, about=f"body {one.key}", open=told_, change={"name": other.name},
        kept=(one, other, *touched),
    )  # fmt: skip


@act("bodies.make_member", verb="record")
def make_member(
    by: Person, group: str, member: str, *, role: str = "member",
    since: datetime.date | None = None, until: datetime.date | None = None,
) -> Done[str]:  # fmt: skip
    """Say what a body is in another, for a time; of a part that it has already, the time."""
    if role not in ROLES:
        told = _("%(role)s is no part of a body in another: one of %(known)s")
        raise Refused(told % {"role": role, "known": ", ".join(ROLES)})
    days(since, until)
    whole, part = body_of(said(group, _("the group"))), body_of(said(member, _("the member")))
    if whole == part:
        raise Refused(_("a body is no member of itself"))
    lasting = Membership.objects.filter(group=whole, member=part, role=role, since=since).first()
    one = lasting or Membership(group=whole, member=part, role=role, since=since)
    one.until = until
    one.save()
    figures = {"member": part.key, "role": role}
    return Done(value=whole.key, about=f"body {whole.key}", open=figures, kept=(whole, part))


@act("bodies.correct", verb="record")
def correct(by: Person, key: str, values: Mapping[str, object], *, seen: int) -> Done[int]:
    """Correct fields of a body; its name is changed by renaming it."""
    only(values, FIELDS)
    one = held(Body, key)
    whole = checked(values)
    if "kind" in whole and not whole["kind"]:
        whole["kind"] = "unknown"
    above = whole.get("parent")
    while isinstance(above, Body):
        if above == one:
            raise Refused(_("a body is no part of itself"))
        above = above.parent
    told = changed(one, whole, seen)
    named(one, one.acronym)
    return Done(value=one.change, about=f"body {one.key}", change=told, kept=(one,))
