"""Keep groups by hand: what mandates them, who is to sit in them, each of their sittings, and those
that never met."""

from collections.abc import Mapping

from whimbrel.acts.act import Done, act
from whimbrel.acts.engagements import named_provision
from whimbrel.acts.given import period, said
from whimbrel.acts.held import changed, held, only
from whimbrel.acts.naming import body_of
from whimbrel.acts.refused import Refused
from whimbrel.queries.said import said as _
from whimbrel.register.models import Body, Group, Person, Sitting
from whimbrel.register.names import about

FIELDS = ("composition", "never_convened", "why")


@act("groups.found", verb="record")
def found(
    by: Person, name: str, *, kind: str = "working-group", provisions: tuple[str, ...] = (),
    composition: str = "",
) -> Done[str]:  # fmt: skip
    """Keep a body as a group that is to meet. The key of its body."""
    body = Body.objects.filter(key=name, merged_into=None).first() or body_of(
        said(name, _("the name"))
    )
    if body.kind in ("", "unknown"):
        body.kind = kind
        body.save()
    if Group.objects.filter(body=body).exists():
        raise Refused(_("%(name)s is kept as a group already") % {"name": body.name})
    one = Group.objects.create(body=body, composition=composition)
    one.provisions.add(*(named_provision(each) for each in provisions))
    return Done(value=body.key, about=about(one), kept=(body, one))


@act("groups.never_convened", verb="record")
def never_convened(by: Person, key: str, why: str, *, seen: int) -> Done[int]:
    """Say that a group never met, and why. Refused where a sitting of it is kept."""
    one = held(Group, key)
    if one.sittings.exists():
        raise Refused(_("%(name)s has met: a sitting of it is kept") % {"name": one.body.name})
    values = {"never_convened": True, "why": said(why, _("why it never met"))}
    told = changed(one, values, seen)
    return Done(value=one.change, about=about(one), change=told, kept=(one,))


@act("groups.sit", verb="record")
def sit(
    by: Person, key: str, title: str, *, since: str = "", until: str = "", place: str = "",
    topics: str = "", conclusions: str = "", address: str = "",
) -> Done[str]:  # fmt: skip
    """Keep a sitting of a group: when and where it met, what it spoke of and concluded."""
    one, title = held(Group, key), said(title, _("the title"))
    period(since, until)
    if one.sittings.filter(title=title).exists():
        raise Refused(_("the record has this sitting already: %(title)s") % {"title": title})
    Sitting.objects.create(
        group=one, title=title, since=since, until=until or since, place=place, topics=topics,
        conclusions=conclusions, address=address,
    )  # fmt: skip
    if one.never_convened is not False:
        one.never_convened, one.why = False, ""
        one.save()
    return Done(value=title, about=about(one), open={"since": since}, kept=(one,))


@act("groups.correct", verb="record")
def correct(by: Person, key: str, values: Mapping[str, object], *, seen: int) -> Done[int]:
    """Correct what is kept of a group."""
    only(values, FIELDS)
    one = held(Group, key)
    told = changed(one, values, seen)
    return Done(value=one.change, about=about(one), change=told, kept=(one,))
