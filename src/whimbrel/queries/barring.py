"""What bars a step of a partnership, for whom, and by which rule: the procedure, the authority
matrix, the separation of duties, a suspension."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from whimbrel.partnership import authority, separation
from whimbrel.partnership.policy import Pack
from whimbrel.procedures.brought import values as brought
from whimbrel.procedures.criterion import Values
from whimbrel.procedures.known import Known
from whimbrel.procedures.moves import move
from whimbrel.procedures.reason import Reason
from whimbrel.queries import cases, policies, vetted
from whimbrel.queries.bound import pack_of
from whimbrel.queries.said import in_words
from whimbrel.queries.said import said as _
from whimbrel.register.models import Authority, PartnershipEvent, Person
from whimbrel.register.models import Partnership as Row

ASKS = ("clear", "approve", "amend", "renew", "sign", "pay")
"""Steps that ask for authority: where the policy does not say who has it, nobody has."""
HALTED = ("approve", "sign", "pay", "amend", "renew", "deliver")
"""Steps that a suspension bars."""
APPROVES = ("approve", "amend", "renew")
STAFF = ("officer", "approver", "administrator")
"""Roles of those who work in the secretariat."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """Something that bars a step, and the rule that says so."""

    text: str
    source: str
    known: Known
    wants: tuple[str, ...] = ()
    """What would settle it."""


def with_rule(bar: Bar) -> str:
    """A bar with its rule, as a refusal says it."""
    mark = "" if bar.known is Known.SEEN else f"; {in_words(str(bar.known))}"
    return f"{bar.text} ({bar.source}{mark})"


def bars(
    row: Row, name: str, on: datetime.date, *, by: Person | None = None, role: str = "",
    whose: str = "", version: int = 1, known: Values | None = None, told: Values | None = None,
) -> tuple[Bar, ...]:  # fmt: skip
    """All that bars a step on a day; empty: it may be done. `by`: who would do it, None for
    whoever has the authority; `whose`: who outside this house does it; `known`: what is known of
    this step alone; `told`: the values of the partnership, where they are known already."""
    pack = pack_of(row)
    if pack is None:
        return (ours(_("the policy %(name)s is not known here") % {"name": row.pack}),)
    told = {**(policies.values(row, on, version) if told is None else told), **(known or {})}
    if name in APPROVES:
        # Of a person it is said below, with the parts that they would play.
        told["separated"] = by is not None or not conflicts(row, pack, "")
    found = [*of_record(row, name), *of_procedure(row, name, on, version, told)]
    found += of_authority(row, pack, name, on, by, role, told)
    if by is not None and name in APPROVES:
        found += apart(row, pack, whose or by.email)
    return tuple(dict.fromkeys(found))


def ours(told: str) -> Bar:
    """A bar of the record itself."""
    return Bar(text=f"{told}.", source=str(_("the record")), known=Known.SEEN)


def of_record(row: Row, name: str) -> Iterable[Bar]:
    """What the record itself bars: it was given up, or is suspended."""
    if row.state in policies.ASIDE:
        yield ours(_("It was given up: %(how)s") % {"how": in_words(row.state)})
    if name in HALTED and policies.suspended(row):
        yield ours(_("It is suspended"))


def of_procedure(
    row: Row, name: str, on: datetime.date, version: int, told: Values
) -> Iterable[Bar]:  # fmt: skip
    """What the procedure bars, and what it still needs."""
    case = policies.rebuilt(row, on, version if name == "sign" else 1, told)
    if case is None:
        return
    step = next((one for one in case.procedure.steps if one.id == name), None)
    if step is None:
        yield ours(_("The policy has no such step"))
        return
    latest = max((on, *(event.at for event in case.events)))
    if renewed(row, name):
        case = policies.without(case, name)
    found = move(case, step, brought(case, latest), None, latest)
    yield from (bar(one) for one in (*found.against, *found.needs))


def renewed(row: Row, name: str) -> bool:
    """Whether a step that was done before is done anew: the due diligence of another round."""
    return name in policies.VETTING and row.round > 1


def bar(one: Reason) -> Bar:
    """A reason as a bar."""
    return Bar(text=cases.told(one.text), source=one.source, known=one.status, wants=one.wants)


def granted(pack: Pack, name: str, told: Values) -> authority.Authority:
    """Who may do a step, by the authority matrix."""
    return authority.who_may(
        pack, step=name, value=told.get("value"), direction=told.get("direction"),  # type: ignore[arg-type]
        category=told.get("category"), risk=told.get("risk"),  # type: ignore[arg-type]
        flags=told.get("flags", ()),  # type: ignore[arg-type]
    )  # fmt: skip


def of_authority(
    row: Row, pack: Pack, name: str, on: datetime.date, by: Person | None, role: str, told: Values
) -> Iterable[Bar]:  # fmt: skip
    """What the authority matrix bars."""
    may = granted(pack, name, told)
    yield from (bar(one) for one in may.bars)
    if may.bars:
        return
    if not may.roles:
        if name in ASKS:
            yield from (bar(one) for one in may.why)
        return
    if by is None:
        return
    acting = role or highest(row, by, on)
    rule = next((one for one in may.why if one.met), None) or may.why[0]
    needs = role_named(pack, may.roles[0])
    if not acting:
        words = _("Nobody has given you a role of the authority matrix; this asks for: %(role)s.")
        yield Bar(text=str(words % {"role": needs}), source=rule.source, known=rule.status)
    elif acting not in may.roles:
        words = _("%(mine)s is not enough for this: it asks for %(role)s or higher. %(rule)s")
        named = {"mine": role_named(pack, acting), "role": needs, "rule": cases.told(rule.text)}
        yield Bar(text=str(words % named), source=rule.source, known=rule.status)


def role_named(pack: Pack, name: str) -> str:
    """A role in words."""
    return next((cases.told(one.text) for one in pack.roles if one.id == name), name)


def held(person: Person, on: datetime.date) -> tuple[str, ...]:
    """The roles of the authority matrix that a person holds on a day."""
    listed = Authority.objects.filter(person=person, since__lte=on)
    return tuple(one.role for one in listed if one.until is None or on <= one.until)


def highest(row: Row, person: Person, on: datetime.date) -> str:
    """The highest role that a person holds under the policy; empty: none."""
    mine = held(person, on)
    return next((one for one in reversed(policies.roles(row)) if one in mine), "")


def authority_rule(row: Row, name: str, on: datetime.date) -> str:
    """The rule by which a step was done, with its source."""
    pack = pack_of(row)
    if pack is None:
        return ""
    why = granted(pack, name, policies.values(row, on)).why
    return " ".join(with_rule(bar(one)) for one in why if one.met)


def staff() -> int:
    """How many people work in the secretariat, as far as they were entered here."""
    return Person.objects.filter(is_active=True, role__in=STAFF).count()


def assessor(row: Row) -> str:
    """Who concluded the last due diligence; empty: nobody has."""
    listed = [one for one in row.events.all() if one.step == "diligence"]
    return actor(listed[-1]) if listed else ""


def actor(one: PartnershipEvent) -> str:
    """Who did something: outside this house, or a person here."""
    return one.whose or one.by.email


def approver(row: Row) -> str:
    """Who approved last; empty: nobody has."""
    listed = [one for one in row.events.all() if one.step in APPROVES]
    return actor(listed[-1]) if listed else ""


def conflicts(row: Row, pack: Pack, approving: str) -> tuple[separation.Conflict, ...]:
    """The parts that one person would play, unless an exception for just these is declared."""
    parts = {
        "requester": row.requester.email, "assessor": assessor(row) or None,
        "approver": approving or None,
    }  # fmt: skip
    found = separation.conflicts(pack, staff=staff(), **parts)  # type: ignore[arg-type]
    left = []
    for one in found:
        declared = exception(row, one)
        again = separation.conflicts(pack, staff=staff(), exception=declared, **parts)
        if declared is None or one.parts in {each.parts for each in again}:
            left.append(one)
    return tuple(left)


def exception(row: Row, one: separation.Conflict) -> separation.Declared | None:
    """The exception that was declared for a person and these parts; None: there is none."""
    for each in row.exceptions.all():
        if each.person.email == one.person and set(each.parts) == set(one.parts):
            return separation.Declared(reason=each.reason, by=each.approved_by.email, on=each.on)
    return None


def apart(row: Row, pack: Pack, approving: str) -> Iterable[Bar]:
    """What the separation of duties bars."""
    return (bar(one.reason) for one in conflicts(row, pack, approving))


def no_exception(row: Row, parts: tuple[str, ...], person: Person) -> str:
    """Why no exception is open for a person to play two parts; empty: one is."""
    pack = pack_of(row)
    if pack is None:
        return str(_("the policy %(name)s is not known here") % {"name": row.pack})
    known = tuple(dict.fromkeys(part for rule in pack.separation for part in rule.parts))
    if len(parts) != 2 or not set(parts) <= set(known):
        told = _("name two parts: of %(known)s")
        return str(told % {"known": ", ".join(known) or _("none")})
    players = dict.fromkeys(parts, person.email)
    wanted = separation.Declared(reason="asked", by="asked")
    found = separation.conflicts(pack, staff=staff(), exception=wanted, **players)
    return " ".join(with_rule(bar(one.reason)) for one in found)


Holders = Mapping[str, tuple[str, ...]]
"""Role of the authority matrix -> the names of those who hold it."""


def holders(on: datetime.date) -> Holders:
    """Who holds which role of the authority matrix on a day."""
    told: dict[str, tuple[str, ...]] = {}
    listed = Authority.objects.filter(since__lte=on, person__is_active=True)
    for one in listed.select_related("person").order_by("person__name"):
        if one.until is None or on <= one.until:
            told[one.role] = (*told.get(one.role, ()), one.person.name)
    return told


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """Who may do a step by the authority matrix."""

    roles: tuple[str, ...]
    """In words, the lowest first; empty: nobody may, or the policy does not say."""
    people: tuple[str, ...]
    """Who holds one of them here today."""
    why: tuple[Bar, ...]
    """Which rules say so, and what would settle what is open."""
    barred: tuple[Bar, ...]


def who(
    row: Row, name: str, on: datetime.date, told: Values, holders: Holders
) -> Who | None:  # fmt: skip
    """Who may do a step; None: the policy asks for no authority. `holders`: who holds which role
    on that day, see `holders`."""
    pack = pack_of(row)
    if pack is None:
        return None
    may = granted(pack, name, told)
    if not may.known and name not in ASKS:
        return None
    people = [name for role in may.roles for name in holders.get(role, ())]
    return Who(
        roles=tuple(role_named(pack, one) for one in may.roles),
        people=tuple(dict.fromkeys(people)), why=tuple(bar(one) for one in may.why),
        barred=tuple(bar(one) for one in may.bars),
    )  # fmt: skip


def vetting(row: Row, on: datetime.date) -> tuple[Bar, ...]:
    """What is to be said of how long the due diligence is good."""
    pack = pack_of(row)
    return tuple(bar(one) for one in vetted.expiry(row, pack, on).reasons) if pack else ()
