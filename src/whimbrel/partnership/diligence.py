"""How much due diligence a case demands under a pack, and what its answers come to. What is not
known of the case leaves the level open; what the pack does not say is not made up."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from whimbrel.partnership.attributes import given
from whimbrel.partnership.packs import by_id
from whimbrel.partnership.policy import Check, Demand, Level, Mark, Pack, Question, Weight
from whimbrel.partnership.words import say
from whimbrel.procedures.brought import unknowns
from whimbrel.procedures.criterion import Values, holds
from whimbrel.procedures.known import Known, Line
from whimbrel.procedures.procedure import DocumentNeeded
from whimbrel.procedures.reason import Reason, because


@dataclass(frozen=True, slots=True, kw_only=True)
class Needed:
    """What a case demands."""

    level: str | None
    """Id of the level; None: not known, either because the pack does not say or because something
    of the case is not known: see `reasons`."""
    least: str | None
    """The level that it demands in any event; None: the pack does not say."""
    most: str | None
    """The level that it may come to, once what is open is known."""
    questions: tuple[Question, ...]
    """Those to be answered, up to the level, or to `least` while it is open."""
    criteria: tuple[Mark, ...]
    """Criteria of exclusion and of high risk that concern the case."""
    checks: tuple[Check, ...]
    documents: tuple[DocumentNeeded, ...]
    escalated: bool
    """Whether more is asked than category and modality alone would."""
    reasons: tuple[Reason, ...]
    """Which rules ask for it, and what would settle what is open."""


def needed(
    pack: Pack,
    *,
    category: str | None = None,
    modality: str | None = None,
    value: float | None = None,
    risk: str | None = None,
    answers: Values | None = None,
) -> Needed:
    """What a case demands under a pack. `value`: US dollars. `answers`: by id of question or
    criterion, besides `profit`, `relied_on` and other attributes of a case; reliance on what
    another body has verified is an act of the secretariat, so where none is told there is none."""
    known = given(
        pack, category=category, modality=modality, value=value, risk=risk, answers=answers
    )
    known.setdefault("relied_on", False)
    sure, open_, reasons = demanded(pack, known)
    least = highest(pack, [one.level for one in sure])
    most = highest(pack, [one.level for one in (*sure, *open_)])
    if least is None:
        reasons.append(silent(pack, "level-not-known"))
    settled = least is not None and (most is None or most.rank == least.rank)
    asked = included(pack, least) if least is not None else ()
    scope = {**known, **({"level": least.id} if least is not None else {})}
    looked_up = {name for level in asked for name in level.checks}
    raised = [one.level for one in sure if one.escalates]
    calm = highest(pack, [one.level for one in sure if not one.escalates])
    return Needed(
        level=least.id if settled and least is not None else None,
        least=None if least is None else least.id,
        most=None if most is None else most.id,
        questions=questions(pack, asked, known),
        criteria=tuple(one for one in pack.criteria if looked(pack, one, asked, known)),
        checks=tuple(one for one in pack.checks if one.on and one.id in looked_up),
        documents=papers(pack, asked, scope),
        escalated=any(calm is None or by_id(pack.levels, one).rank > calm.rank for one in raised),
        reasons=tuple(reasons),
    )


def demanded(pack: Pack, known: Values) -> tuple[list[Demand], list[Demand], list[Reason]]:
    """The demands that hold, those of which it is not known, and the reasons. What no demand could
    raise any more is not asked for."""
    sure, open_, reasons = [], [], []
    for one in pack.demands:
        if one.status is Known.UNKNOWN:
            continue
        met = holds(one.when, known)
        if met:
            sure.append(one)
            reasons.append(because(one, one.text, True))
        elif met is None:
            open_.append(one)
    top = highest(pack, [one.level for one in sure])
    for one in open_:
        if top is None or by_id(pack.levels, one.level).rank > top.rank:
            text = say("depends", text=one.text)
            reasons.append(because(one, text, None, *unknowns(one.when, known)))
    return sure, open_, reasons


def highest(pack: Pack, names: Iterable[str]) -> Level | None:
    """The highest of some levels; None: there is none."""
    return max((by_id(pack.levels, one) for one in names), key=lambda one: one.rank, default=None)


def included(pack: Pack, level: Level) -> tuple[Level, ...]:
    """A level with those that it includes, the lowest first."""
    below = included(pack, by_id(pack.levels, level.includes)) if level.includes else ()
    return (*below, level)


def questions(pack: Pack, levels: tuple[Level, ...], known: Values) -> tuple[Question, ...]:
    """The questions of some levels that concern a case, or may."""
    names = {name for level in levels for name in level.questions}
    return tuple(one for one in pack.questions if one.id in names and concerned(one, known))


def looked(pack: Pack, one: Mark, levels: tuple[Level, ...], known: Values) -> bool:
    """Whether a criterion is looked at: there is any due diligence at all, and it may concern the
    case."""
    return any(level.rank > 0 for level in levels) and concerned(one, known)


def concerned(one: Question | Mark, known: Values) -> bool:
    """Whether a row concerns a case, or may: one of which it is not known is asked."""
    if one.status is Known.UNKNOWN:
        return False
    return one.concerns is None or holds(one.concerns, known) is not False


def papers(pack: Pack, levels: tuple[Level, ...], known: Values) -> tuple[DocumentNeeded, ...]:
    """The documents of some levels that concern a case, or may."""
    names = {name for level in levels for name in level.documents}
    return tuple(
        one
        for one in pack.procedure.documents
        if one.id in names and (one.concerns is None or holds(one.concerns, known) is not False)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What an answer comes to, for a person to weigh."""

    row: str
    """Id of the question or criterion."""
    weight: Weight
    dimension: str
    good: bool | None
    """True: nothing is against it; None: not answered."""
    reason: Reason


def found(
    pack: Pack,
    answers: Values,
    *,
    category: str | None = None,
    modality: str | None = None,
    value: float | None = None,
    risk: str | None = None,
) -> tuple[Finding, ...]:
    """What the answers of a case come to: one finding for every question that the case demands and
    every criterion that concerns it. An answer that is not there is a finding that is open; none of
    them decides anything."""
    need = needed(
        pack, category=category, modality=modality, value=value, risk=risk, answers=answers
    )
    known = given(
        pack, category=category, modality=modality, value=value, risk=risk, answers=answers
    )
    return (*of_questions(need.questions, known), *of_criteria(need.criteria, known))


def of_questions(rows: Iterable[Question], known: Values) -> Iterator[Finding]:
    """Findings of questions."""
    for one in rows:
        yield finding(one, one.weight, one.dimension, holds(one.good, known))


def of_criteria(rows: Iterable[Mark], known: Values) -> Iterator[Finding]:
    """Findings of criteria: one that applies is against it."""
    for one in rows:
        applies = holds(one.test, known)
        good = None if applies is None else not applies
        yield finding(one, one.weight, one.dimension, good)


def finding(one: Question | Mark, weight: Weight, dimension: str, good: bool | None) -> Finding:
    """One finding."""
    key = {True: "finding-good", False: "finding-bad", None: "finding-open"}[good]
    wants = (one.id,) if good is None else ()
    reason = because(one, say(key, text=one.text), good, *wants)
    return Finding(row=one.id, weight=weight, dimension=dimension, good=good, reason=reason)


def silent(pack: Pack, key: str) -> Reason:
    """That a pack does not say something."""
    line = Line(id=pack.id, source=pack.source, status=Known.UNKNOWN)
    return because(line, say(key, title=pack.title), None)
