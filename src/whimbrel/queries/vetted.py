"""The due diligence of a partnership: what its policy asks of it at the level that it demands, what
was answered, and what follows. It recommends; a person concludes."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import replace

from django.db.models import Prefetch, prefetch_related_objects

from whimbrel.partnership import attributes, diligence, validity
from whimbrel.partnership.policy import Pack, Weight
from whimbrel.procedures.criterion import holds
from whimbrel.queries import cases
from whimbrel.queries.answered import answered, relied
from whimbrel.queries.bound import pack_of
from whimbrel.register.models import Partnership as Row
from whimbrel.register.models import PartnershipPaper


def gathered(row: Row) -> Row:
    """A partnership with all that hangs on it, read at once; what is written later is not seen."""
    papers = Prefetch("papers", PartnershipPaper.objects.defer("file"))
    prefetch_related_objects(
        [row], papers, "events__by", "answers__by", "reliances__by", "flags__by",
        "flags__lifted_by", "measures", "versions", "signatories__checked_by",
        "exceptions__person", "exceptions__approved_by", "dues__hangs_on",
    )  # fmt: skip
    return row


def plain(row: Row, pack: Pack, on: datetime.date, version: int = 1) -> dict[str, object]:
    """What is known of a partnership without what follows from its due diligence."""
    listed = row.versions.all() if version > 1 else ()
    other = next((one for one in listed if one.number == version), None)
    worth = row.usd if other is None else other.usd
    told = attributes.given(
        pack, category=row.category or None, modality=row.modality or None,
        value=float(worth) if worth is not None else None, risk=row.risk or None,
        answers=answered(row, pack, on),
    )  # fmt: skip
    up = [one for one in row.flags.all() if one.lifted_on is None]
    flags = {one.kind for one in up}
    if any(one.kind == "red" and one.category == "sanctions" for one in up):
        flags.add("sanctions")
    valid = [
        one
        for one in row.papers.all()
        if one.withdrawn_at is None and (one.expires_on is None or on <= one.expires_on)
    ]
    direct = row.selection == "direct"
    told |= {
        "instrument": row.instrument or None, "profit": row.profit or None,
        "selection": row.selection or None,
        "justified": bool(row.justification.strip()) if direct else None,
        "mandate_linked": bool(row.provision_id or row.workplan.strip()),
        "relied_on": bool(relied(row, on)), "flags": tuple(sorted(flags)),
        "documents": tuple(dict.fromkeys(one.kind for one in valid)),
    }  # fmt: skip
    return {name: one for name, one in told.items() if one is not None}


def needs(pack: Pack, told: Mapping[str, object]) -> diligence.Needed:
    """What the policy asks of a partnership of which so much is known."""
    held = dict(told)
    category, modality, value, risk = (
        held.pop(name, None) for name in ("category", "modality", "value", "risk")
    )
    return diligence.needed(
        pack, category=category, modality=modality, value=value, risk=risk,  # type: ignore[arg-type]
        answers=held,
    )  # fmt: skip


def values(row: Row, pack: Pack, on: datetime.date, version: int = 1) -> dict[str, object]:
    """Attribute -> value with what follows from its due diligence: None where it is not known."""
    told = plain(row, pack, on, version)
    if not row.modality:
        return told
    wanted = needs(pack, told)
    excluded = is_excluded(wanted, told)
    flags = {*told["flags"], *(("excluded",) if excluded else ())}  # type: ignore[misc]
    track = next((one.id for one in pack.tracks if holds(one.when, told)), None)
    # Until the risk is rated the level is open: so much is asked in any event.
    asked_for = wanted.level or wanted.least
    return {
        **told, "level": asked_for, "track": track, "flags": tuple(sorted(flags)),
        "excluded": excluded, "screened": screened(wanted, told),
        "vetted": is_vetted(row, pack, wanted, on), "mitigated": mitigated(row, pack),
        "tranche_due": tranche_due(row), "cleared": cleared(row),
        "signatory_checked": checked(row, version),
    }  # fmt: skip


def is_excluded(wanted: diligence.Needed, told: Mapping[str, object]) -> bool | None:
    """Whether a criterion of exclusion applies; None: not known of each."""
    listed = [holds(one.test, told) for one in wanted.criteria if one.weight is Weight.EXCLUDES] + [
        opposite(holds(one.good, told)) for one in wanted.questions if one.weight is Weight.EXCLUDES
    ]
    if True in listed:
        return True
    return None if None in listed else False


def opposite(answer: bool | None) -> bool | None:
    """Not known stays not known."""
    return None if answer is None else not answer


def screened(wanted: diligence.Needed, told: Mapping[str, object]) -> bool | None:
    """Whether all that is to be looked up was, and what it gave is said; None: not yet."""
    return None if any(told.get(one.id) is None for one in wanted.checks) else True


def is_vetted(row: Row, pack: Pack, wanted: diligence.Needed, on: datetime.date) -> bool | None:
    """Whether a due diligence of the level that is demanded is done and in date; None: something
    of that is not known."""
    if row.vetted_on is None or row.vetted_on > on:
        return None if row.vetted_on is None and wanted.level is None else False
    ranks = {one.id: one.rank for one in pack.levels}
    if wanted.level is None:
        return None
    if ranks.get(row.level, -1) < ranks[wanted.level]:
        return False
    stands = expiry(row, pack, on)
    if stands.expired is None:
        return None
    return not stands.expired


def expiry(row: Row, pack: Pack, on: datetime.date) -> validity.Expiry:
    """How the due diligence stands on a day; where the policy knows no term, by the last day that a
    person has given."""
    stands = validity.expires(
        pack, done_on=row.vetted_on, on=on, happened=happened(row, pack),
        values=plain(row, pack, on),
    )  # fmt: skip
    if row.vetted_on is None or stands.until is not None or row.vetted_until is None:
        return stands
    return replace(stands, until=row.vetted_until, expired=on > row.vetted_until)


def happened(row: Row, pack: Pack) -> Iterator[validity.Happened]:
    """What may end the due diligence early: changes that were noted, and red flags that are up."""
    known = {one.id for one in pack.triggers}
    for one in row.events.all():
        if one.step == "note-change" and one.said.get("trigger") in known:
            yield validity.Happened(trigger=str(one.said["trigger"]), on=one.on)
    for up in row.flags.all():
        name = "sanctions" if up.category == "sanctions" else "red-flag"
        if up.kind == "red" and up.lifted_on is None and name in known:
            yield validity.Happened(trigger=name, on=up.on)


def mitigated(row: Row, pack: Pack) -> bool | None:
    """Whether there is a measure against every risk that was flagged, and at least one where the
    risk is above the lowest; None: nobody has rated it."""
    met = {one.flag_id for one in row.measures.all()}
    for up in row.flags.all():
        if up.lifted_on is None and up.kind != "observation" and up.pk not in met:
            return False
    if not row.risk:
        return None
    ranks = {one.id: one.rank for one in pack.risks}
    low = ranks.get(row.risk, 1) == min(ranks.values(), default=0)
    return low or bool(row.measures.all())


def cleared(row: Row) -> bool:
    """Whether the last due diligence was cleared."""
    listed = [one.step for one in row.events.all() if one.step in ("diligence", "clear")]
    return bool(listed) and listed[-1] == "clear"


def tranche_due(row: Row) -> bool | None:
    """Whether what an open tranche hangs on is there; None: none is planned, or all are paid."""
    listed = [one for one in row.dues.all() if one.kind == "tranche" and one.done_on is None]
    if not listed:
        return None
    return any(one.hangs_on is None or one.hangs_on.done_on is not None for one in listed)


def checked(row: Row, version: int) -> bool | None:
    """Whether who signs for the partner may; None: nobody was named, or checked."""
    listed = [
        one.authorized
        for one in row.signatories.all()
        if one.version == version and one.side == "partner"
    ]
    if False in listed:
        return False
    return True if listed and None not in listed else None


def unanswered(row: Row, on: datetime.date) -> tuple[str, ...]:
    """What still has to be answered before the due diligence can be concluded, in words: the lines,
    or what has to be known to tell the level."""
    pack = pack_of(row)
    if pack is None:
        return (row.pack,)
    told = plain(row, pack, on)
    wanted = needs(pack, told)
    if wanted.level is None:
        return tuple(cases.told(one.text) for one in wanted.reasons if one.met is None)
    listed = (*wanted.checks, *wanted.questions, *wanted.criteria)
    return tuple(cases.told(one.text) for one in listed if told.get(one.id) is None)


def level(row: Row, on: datetime.date) -> str:
    """The level that is demanded; empty where it is not known."""
    pack = pack_of(row)
    return (needs(pack, plain(row, pack, on)).level or "") if pack is not None else ""


def good_until(row: Row, on: datetime.date) -> datetime.date | None:
    """The last day of a due diligence that is concluded on a day; None: the policy does not say."""
    pack = pack_of(row)
    if pack is None:
        return None
    return validity.expires(pack, done_on=on, on=on, values=plain(row, pack, on)).until


def iso(day: datetime.date | None) -> str:
    """A day as it is written; empty for none."""
    return day.isoformat() if day is not None else ""
