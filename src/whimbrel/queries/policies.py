"""A partnership as its policy sees it: made of the rows of the record, on any day. Which policy it
is under, which words it knows, and what state the history makes of it."""

import datetime
from collections.abc import Mapping
from dataclasses import replace

from whimbrel.partnership import attributes, packs
from whimbrel.partnership.policy import Pack
from whimbrel.procedures.case import Case, Event
from whimbrel.queries import cases, vetted
from whimbrel.queries.bound import pack_of
from whimbrel.queries.said import said as _
from whimbrel.register.models import Partnership as Row
from whimbrel.register.models import PartnershipEvent

ASIDE = ("refused", "withdrawn")
"""How it ends before it is signed: no step of any policy, and noted as such."""
BEFORE = ("need", "select", "documents", "screen", "diligence", "mitigate", "review", "clear")
"""Steps before the approval."""
VETTING = frozenset(BEFORE[2:])
"""Steps that may be done again while it runs: they change nothing of what it is then."""
CHANGES = ("amend", "renew")
"""Steps that approve other terms."""


def unknown_terms(row: Row, category: str, modality: str, instrument: str) -> str:
    """Which of these words the policy does not know, as a refusal; empty where it knows all."""
    pack = pack_of(row)
    if pack is None:
        return str(_("the policy %(name)s is not known here") % {"name": row.pack})
    told = _("%(word)s is not known to this policy: one of %(known)s")
    for word, lines in ((category, pack.categories), (modality, pack.modalities)):
        known = [one.id for one in lines]
        if word not in known:
            return str(told % {"word": word[:60], "known": ", ".join(known)})
    kind = next((one for one in pack.instruments if one.id == instrument), None)
    if instrument and kind is None:
        known = [one.id for one in pack.instruments]
        return str(told % {"word": instrument[:60], "known": ", ".join(known)})
    carried = next(one for one in pack.modalities if one.id == modality).instruments
    if instrument and carried and instrument not in carried:
        return str(told % {"word": instrument[:60], "known": ", ".join(carried)})
    return ""


def direction(row: Row) -> str:
    """Where the money goes, as the modality has it; empty where it is not known."""
    pack = pack_of(row)
    return (attributes.direction(pack, row.modality) or "") if pack is not None else ""


def paper_kinds(row: Row) -> tuple[str, ...]:
    """The kinds of documents that the policy takes."""
    pack = pack_of(row)
    listed = pack.procedure.documents if pack is not None else ()
    return tuple(dict.fromkeys(kind for one in listed for kind in (*one.any_of, *one.instead)))


def risks(row: Row) -> tuple[str, ...]:
    """The levels of risk, the lowest first."""
    pack = pack_of(row)
    listed = sorted(pack.risks, key=lambda one: one.rank) if pack is not None else ()
    return tuple(one.id for one in listed)


def roles(row: Row) -> tuple[str, ...]:
    """The roles of the authority matrix, the lowest first."""
    pack = pack_of(row)
    listed = sorted(pack.roles, key=lambda one: one.rank) if pack is not None else ()
    return tuple(one.id for one in listed)


def dimensions(row: Row) -> tuple[str, ...]:
    """What a flag can be about."""
    pack = pack_of(row)
    return tuple(one.id for one in pack.dimensions) if pack is not None else ()


def triggers(row: Row) -> tuple[str, ...]:
    """What ends a due diligence early."""
    pack = pack_of(row)
    return tuple(one.id for one in pack.triggers) if pack is not None else ()


def every_role() -> tuple[str, ...]:
    """The roles of all policies."""
    return tuple(dict.fromkeys(one.id for pack in packs.packs() for one in pack.roles))


def state(row: Row) -> str:
    """What the history makes of it; empty before the first step."""
    listed = list(row.events.order_by("number"))
    aside = next((one.step for one in listed if one.step in ASIDE), "")
    if aside:
        return aside
    if paused(listed):
        return "suspended"
    one = Case(number=row.key, procedure=_known(row).procedure, events=main(row, listed))
    return one.state if pack_of(row) is not None else row.state


def _known(row: Row) -> Pack:
    """The pack of a partnership, or any where it is not known: its steps are the same."""
    return pack_of(row) or packs.packs()[0]


def main(row: Row, listed: list[PartnershipEvent]) -> tuple[Event, ...]:
    """The events that make its state: those of the original, without a suspension that is over, and
    without a due diligence that was done while it runs."""
    steps = {one.id for one in _known(row).procedure.steps}
    signed_at = next((n for n, one in enumerate(listed) if one.step == "sign"), len(listed))
    return tuple(
        event(one)
        for place, one in enumerate(listed)
        if one.step in steps and one.version == 1 and one.step != "suspend"
        and not (place > signed_at and one.step in VETTING)
    )  # fmt: skip


def event(one: PartnershipEvent) -> Event:
    """An event as the engine takes it."""
    return Event(
        step=one.step, by=one.whose or one.by.email, at=one.on, reason=one.reason, said=one.said
    )


def paused(listed: list[PartnershipEvent]) -> bool:
    """Whether the last suspension was not taken back."""
    last = next((one.step for one in reversed(listed) if one.step in ("suspend", "resume")), "")
    return last == "suspend"


def suspended(row: Row) -> bool:
    """Whether it is suspended now."""
    return paused(list(row.events.all()))


def signed(row: Row) -> bool:
    """Whether it was signed."""
    return any(one.step == "sign" for one in row.events.all())


def over(row: Row) -> bool:
    """Whether it has ended, or was given up."""
    pack = pack_of(row)
    ends = [one.id for one in pack.procedure.steps if one.ends] if pack is not None else []
    return any(one.step in (*ends, *ASIDE) for one in row.events.all())


def rebuilt(
    row: Row, on: datetime.date, version: int = 1, told: Mapping[str, object] | None = None
) -> Case | None:  # fmt: skip
    """The case as the engine takes it on a day. Of a version to be signed, its own approval stands
    for that of the original, which runs. None: the policy is not known here. `told`: its values,
    where they are known already."""
    pack = pack_of(row)
    if pack is None:
        return None
    steps = {one.id for one in pack.procedure.steps}
    listed = [one for one in row.events.all() if one.step in steps]
    events = [event(one) for one in listed if one.version == 1 and one.step != "suspend"]
    if version > 1:
        events = [one for one in events if one.step in BEFORE]
        approved = [one for one in listed if one.version == version and one.step in CHANGES]
        events += [
            Event(step="approve", by=one.whose or one.by.email, at=one.on) for one in approved
        ]
    return Case(
        number=row.key, procedure=pack.procedure, events=tuple(events),
        values=values(row, on, version) if told is None else told,
    )  # fmt: skip


def values(row: Row, on: datetime.date, version: int = 1) -> dict[str, object]:
    """Attribute -> value, as the tests of policies ask them; one that is not known is not there."""
    pack = pack_of(row)
    if pack is None:
        return {}
    told = vetted.values(row, pack, on, version)
    return {name: one for name, one in told.items() if one is not None}


def without(case: Case, step: str) -> Case:
    """The case as if a step had not been done yet, so that it can be done anew."""
    return replace(case, events=tuple(one for one in case.events if one.step != step))


def told_of(row: Row, step: str) -> str:
    """A step in words; what is no step of the policy by its name."""
    pack = pack_of(row)
    listed = pack.procedure.steps if pack is not None else ()
    return next((cases.told(one.text) for one in listed if one.id == step), step)
