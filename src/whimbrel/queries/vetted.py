"""The due diligence of a partnership: what its policy asks of it at the level that it demands, what
was answered, and what follows. It recommends; a person concludes."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from django.db.models import Prefetch, prefetch_related_objects

from whimbrel.partnership import attributes, diligence, validity
from whimbrel.partnership.policy import Check, Mark, Pack, Question, Weight
from whimbrel.procedures.criterion import Test, holds
from whimbrel.procedures.known import Known, Line
from whimbrel.queries import cases
from whimbrel.queries.bound import pack_of
from whimbrel.register.models import Partnership as Row
from whimbrel.register.models import PartnershipAnswer, PartnershipPaper, PartnershipReliance

YES = {"yes": True, "no": False}
CHECKED = {"clear": True, "found": False}
"""What a check can give: nothing was found, or something that a person has to look at."""
UNKNOWN = "not known"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """A question, a check or a criterion, with its answer."""

    id: str
    kind: str
    """`question`, `check`, `criterion`."""
    text: str
    source: str
    known: Known
    weight: str
    """What a bad answer means; empty for checks."""
    dimension: str
    options: tuple[str, ...]
    """The answers to choose from; empty: a number is written."""
    value: str
    """The answer, one of them or a number; empty: nobody has answered."""
    wanted: str
    """The answer that the policy wants; empty: it names none."""
    good: bool | None
    """Whether it is as the policy wants it; None: not known."""
    consulted: str
    consulted_on: str
    note: str
    by: str
    on: str
    relied: str
    """The body whose verification answers it."""
    since_changed: bool
    """It was answered in an earlier due diligence, and has to be asked again."""


def gathered(row: Row) -> Row:
    """A partnership with all that hangs on it, read at once; what is written later is not seen."""
    papers = Prefetch("papers", PartnershipPaper.objects.defer("file"))
    prefetch_related_objects(
        [row], papers, "events__by", "answers__by", "reliances__by", "flags__by",
        "flags__lifted_by", "measures", "versions", "signatories__checked_by",
        "exceptions__person", "exceptions__approved_by", "dues__hangs_on",
    )  # fmt: skip
    return row


def lines(pack: Pack) -> dict[str, tuple[str, Line]]:
    """Every line that can be answered: id -> (kind, line)."""
    return {
        **{one.id: ("check", one) for one in pack.checks},
        **{one.id: ("criterion", one) for one in pack.criteria},
        **{one.id: ("question", one) for one in pack.questions},
    }


def kind_of(row: Row, line: str) -> str:
    """Whether an id is of a question, a check or a criterion of the policy; empty: of none."""
    pack = pack_of(row)
    return lines(pack).get(line, ("", None))[0] if pack is not None else ""


def options(line: Line) -> tuple[str, ...]:
    """The answers that a line takes; empty: a number."""
    if isinstance(line, Check):
        return (*CHECKED, UNKNOWN)
    test = line.good if isinstance(line, Question) else getattr(line, "test", None)
    if not isinstance(test, Test):
        return (*YES, UNKNOWN)
    if test.at_least is not None or test.at_most is not None:
        return ()
    if test.among:
        return (*test.among, UNKNOWN)
    return (*YES, UNKNOWN)


def value_of(row: Row, line: str, text: str) -> object:
    """An answer as it is kept: yes or no, a number, one of several words; None for what is not
    known. ValueError: it is no answer to this line."""
    pack = pack_of(row)
    _kind, asked = lines(pack)[line] if pack is not None else ("", None)
    if asked is None:
        raise ValueError(line)
    plain, known = text.strip().casefold(), options(asked)
    if plain == UNKNOWN:
        return None
    if not known:
        return float(plain)
    if plain not in known:
        raise ValueError(text)
    return {**YES, **CHECKED}.get(plain, plain)


def written(line: Line, value: object) -> str:
    """A kept answer as it is chosen or written."""
    if value is None:
        return UNKNOWN
    words = CHECKED if isinstance(line, Check) else YES
    if isinstance(value, bool):
        return next(word for word, one in words.items() if one is value)
    return f"{value:g}" if isinstance(value, float) else str(value)


def answers(row: Row) -> dict[str, PartnershipAnswer]:
    """The answers of the due diligence that is under way, or was done last."""
    return {one.line: one for one in row.answers.all() if one.round == row.round}


def relied(row: Row, on: datetime.date) -> dict[str, PartnershipReliance]:
    """The lines that another body's verification answers on a day."""
    listed = sorted(row.reliances.all(), key=lambda one: (one.verified_on, one.pk))
    good_ = [one for one in listed if one.until is None or on <= one.until]
    return {line: one for one in good_ if one.round == row.round for line in one.lines}


def best(line: Line) -> object:
    """The answer for which a verification stands: the one that the policy wants."""
    if isinstance(line, Check):
        return True
    test = line.good if isinstance(line, Question) else None
    if test is None:
        return None
    return test.equals if test.equals is not None else (test.among[0] if test.among else None)


def answered(row: Row, pack: Pack, on: datetime.date) -> dict[str, object]:
    """Line -> its answer, where it is known: what was answered here, and what is relied on."""
    others = relied(row, on)
    known = lines(pack) if others else {}
    told = {line: best(known[line][1]) for line in others if line in known}
    told |= {line: one.value for line, one in answers(row).items() if one.value is not None}
    return {line: value for line, value in told.items() if value is not None}


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


def asked(row: Row, pack: Pack, on: datetime.date) -> tuple[Ask, ...]:
    """Every line that the policy asks of a partnership, with its answer: first the checks."""
    told = plain(row, pack, on)
    wanted, here = needs(pack, told), answers(row)
    others, dims = relied(row, on), {one.id: cases.told(one.text) for one in pack.dimensions}
    before = {one.line for one in row.answers.all() if one.round < row.round}
    every: tuple[Check | Mark | Question, ...] = (
        *wanted.checks, *wanted.criteria, *wanted.questions,
    )  # fmt: skip
    return tuple(
        ask(one, told, here.get(one.id), others.get(one.id), dims, before) for one in every
    )


def ask(
    line: Check | Mark | Question, told: Mapping[str, object], here: PartnershipAnswer | None,
    other: PartnershipReliance | None, dims: Mapping[str, str], before: set[str],
) -> Ask:  # fmt: skip
    """A line with its answer."""
    by = here is None and other is not None
    kind = {Check: "check", Mark: "criterion", Question: "question"}[type(line)]
    return Ask(
        id=line.id, kind=kind, text=cases.told(line.text), source=line.source, known=line.status,
        weight=str(getattr(line, "weight", "")),
        dimension=dims.get(getattr(line, "dimension", ""), ""), options=options(line),
        value=written(line, here.value) if here is not None else
        (written(line, best(line)) if by else ""),
        wanted=wanted(line), good=good(line, told), consulted=here.source if here is not None else
        (other.reference if other is not None else ""),
        consulted_on=iso(here.consulted_on if here is not None else None),
        note=here.note if here is not None else "", by=here.by.name if here is not None else "",
        on=iso(here.at.date() if here is not None else None),
        relied=other.verifier if by and other is not None else "",
        since_changed=here is None and not by and line.id in before,
    )  # fmt: skip


def wanted(line: Check | Mark | Question) -> str:
    """The answer that the policy wants; empty: it names none."""
    kept: object
    if isinstance(line, Mark):
        kept = opposite(line.test.equals) if isinstance(line.test.equals, bool) else None
    else:
        kept = best(line)
    return "" if kept is None else written(line, kept)


def good(line: Check | Mark | Question, told: Mapping[str, object]) -> bool | None:
    """Whether an answer is as the policy wants it; None: not known."""
    if isinstance(line, Check):
        value = told.get(line.id)
        return value if isinstance(value, bool) else None
    if isinstance(line, Mark):
        return opposite(holds(line.test, told))
    return holds(line.good, told)


def iso(day: datetime.date | None) -> str:
    """A day as it is written; empty for none."""
    return day.isoformat() if day is not None else ""
