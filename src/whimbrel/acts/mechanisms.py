"""Keep the mechanisms of other bodies for Indigenous Peoples, local communities and youth, and say
whether the convention relies on one instead of building its own beside it."""

from collections.abc import Mapping

from whimbrel.acts.act import Done, act
from whimbrel.acts.answers import chosen
from whimbrel.acts.given import said
from whimbrel.acts.held import changed, held, not_overtaken, only
from whimbrel.acts.naming import body_of, slug
from whimbrel.acts.refused import Refused
from whimbrel.admission.participation import JOIN, offers, several, words
from whimbrel.procedures.known import Known
from whimbrel.queries.said import said as _
from whimbrel.register.models import Mechanism, Person
from whimbrel.register.names import about

FIELDS = ("name", "body", "constituency", "offers", "serves", "source", "provision")


@act("mechanisms.record", verb="record")
def record(
    by: Person, name: str, *, body: str = "", constituency: tuple[str, ...], offers: str,
    serves: tuple[str, ...] = (), source: str, provision: str = "",
) -> Done[str]:  # fmt: skip
    """Record a mechanism of another body for Indigenous Peoples, local communities or youth. Its
    key. `body`: whose it is; `offers`: what it does; `serves`: the functions that it serves, where
    none is named they are inferred of the words; `source`: where it is told."""
    name = said(name, _("the name"))
    given = {"name": name, "body": body, "constituency": constituency, "offers": offers,
             "serves": serves, "source": source, "provision": provision}  # fmt: skip
    return entered(slug(name), given)


@act("mechanisms.take_up", verb="record")
def take_up(by: Person, key: str) -> Done[str]:
    """Take a mechanism that the facts know into the record, with its source. Its key. Whether the
    convention relies on it is said apart."""
    known = offers().get(key)
    if known is None:
        told = _("the facts know no mechanism %(key)s: one of %(known)s")
        raise Refused(told % {"key": key, "known": ", ".join(offers())})
    how = "" if known.status is Known.SEEN else f" ({known.status})"
    given = {
        "name": known.name, "body": known.body, "constituency": known.constituencies,
        "offers": known.offers, "serves": known.serves, "source": f"{known.source}{how}",
    }  # fmt: skip
    return entered(known.key, given)


@act("mechanisms.rely", verb="judge", reasoned=True)
def rely(
    by: Person, key: str, *, relied: bool, relied_for: str = "", provision: str = "", seen: int
) -> Done[int]:
    """Say whether the convention relies on a mechanism, and for what. `provision`: the one that
    asks for it."""
    one = held(Mechanism, key)
    not_overtaken(one, seen, {"relied": relied, "relied_for": relied_for})
    what = said(relied_for, _("for what it is relied on")) if relied else relied_for.strip()
    values = {"relied": relied, "relied_for": what}
    if provision.strip():
        values["provision"] = provision.strip()
    told = changed(one, values, seen)
    return Done(
        value=one.change, about=about(one), open={"relied": relied}, change=told, kept=(one,)
    )  # fmt: skip


@act("mechanisms.correct", verb="record")
def correct(by: Person, key: str, values: Mapping[str, object], *, seen: int) -> Done[int]:
    """Correct what is kept of a mechanism."""
    only(values, FIELDS)
    one = held(Mechanism, key)
    told = changed(one, checked(values), seen)
    return Done(value=one.change, about=about(one), change=told, kept=(one,))


def entered(key: str, values: Mapping[str, object]) -> Done[str]:
    """A mechanism that the record had not yet."""
    if Mechanism.objects.filter(key=key).exists():
        raise Refused(_("the record has %(name)s already") % {"name": values["name"]})
    one = Mechanism.objects.create(key=key, **checked(values))
    open_ = {"constituency": one.constituency}
    return Done(value=key, about=about(one), open=open_, kept=(one,))


def checked(values: Mapping[str, object]) -> dict[str, object]:
    """The fields as they are kept."""
    kept = dict(values)
    for field, what in (
        ("name", _("the name")), ("offers", _("what it does")), ("source", _("the source")),
    ):  # fmt: skip
        if field in kept:
            kept[field] = said(str(kept[field] or ""), what)
    if "body" in kept:
        kept["body"] = body_of(str(kept["body"])) if kept["body"] else None
    if "constituency" in kept:
        kept["constituency"] = constituencies(kept["constituency"])
    if "serves" in kept:
        kept["serves"] = list(dict.fromkeys(several(kept["serves"])))
        for each in several(kept["serves"]):
            chosen(each, list(words("functions")), _("function"))
    return kept


def constituencies(given: object) -> str:
    """For whom something is, as it is kept. Refused where it is for none, or for others."""
    named = several(given)
    if not named:
        raise Refused(_("say for whom it is"))
    known = list(words("constituencies"))
    for each in named:
        chosen(each, known, _("constituency"))
    return JOIN.join(each for each in known if each in named)
