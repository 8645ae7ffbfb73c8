"""What objections make of a question: how many block it, and whether it stands."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from whimbrel.procedures.criterion import Effect
from whimbrel.procedures.procedure import DecisionRule, Kind, Procedure, Verdict
from whimbrel.procedures.reason import Reason, because
from whimbrel.procedures.words import say

FRACTIONS = {Kind.FRACTION_PRESENT, Kind.FRACTION_ALL}
SINGLE = {Kind.CONSENSUS, Kind.NO_OBJECTION}
"""One objection is enough."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Objection:
    """That a Party, or a member, objects."""

    by: str
    on: date | None = None
    """The day on which it was lodged; None: not known."""
    withdrawn_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What objections have made of a question on a day."""

    verdict: Verdict
    counted: int
    """Parties that object and count."""
    late: int
    """Those that came too late to count."""
    unsure: int
    """Those of which it is not known whether they came in time."""
    needed: int | None
    """The least number that blocks; None: nobody can, or it is not known."""
    reason: Reason


def blocking(rule: DecisionRule, base: int | None) -> int | None:
    """The least number of objections, or of votes against, that blocks. Of 100 Parties at one
    third, 34. None: nobody can, or it is not known.

    `base`: the Parties present, or all, as the rule counts; where the rule says how many sit on its
    body, these count. ValueError: fewer than none.
    """
    if base is not None and base < 0:
        raise ValueError(f"{base} Parties: there cannot be fewer than none")
    if rule.kind in SINGLE:
        return 1
    voters = base if rule.members is None else rule.members
    if rule.kind in FRACTIONS:
        return share(rule, base)
    if rule.kind is Kind.MAJORITY:
        return against(rule, voters)
    if rule.kind is Kind.COMMITTEE and rule.denominator > 1:
        return against(rule, voters)
    return None


def share(rule: DecisionRule, base: int | None) -> int | None:
    """At least a fraction, rounded up. Of no Parties nothing is known."""
    return -(-base * rule.numerator // rule.denominator) if base else None


def against(rule: DecisionRule, base: int | None) -> int | None:
    """Votes against that leave too few in favour: for a simple majority more than half must be in
    favour, for a greater one at least the fraction. A majority without a fraction is a simple
    one."""
    if not base:
        return None
    simple = rule.denominator == 1 or 2 * rule.numerator <= rule.denominator
    half = base // 2 + 1
    favour = half if simple else -(-base * rule.numerator // rule.denominator)
    return base - favour + 1


def decided(
    rule: DecisionRule,
    objections: Iterable[Objection],
    *,
    base: int | None,
    at: date,
    opens: date | None = None,
    asked: date | None = None,
) -> Decided:
    """What objections have made of a question at the end of a day.

    `base`: the Parties present or all, as the rule counts. `opens`: the opening of the meeting.
    `asked`: the day from which a silence period runs.
    """
    until = last_day_to_object(rule, opens, asked)
    sure, unsure, overdue = sorted_out(rule, objections, at, until)
    needed = blocking(rule, base)
    verdict, key = judged(rule, sure, unsure, needed, base)
    if verdict is Verdict.STANDS and still_open(rule, at, until, opens):
        verdict, key = Verdict.OPEN, "may-still-object"
    elif verdict is Verdict.STANDS and unclear(rule, until):
        verdict, key = Verdict.UNKNOWN, "period-unknown"
    text = say(key, number=sure, needed=needed, unsure=unsure, decider=rule.decider)
    met = {Verdict.STANDS: True, Verdict.BLOCKED: False}.get(verdict)
    return Decided(
        verdict=verdict, counted=sure, late=overdue, unsure=unsure, needed=needed,
        reason=because(rule, text, met),
    )  # fmt: skip


def judged(
    rule: DecisionRule, sure: int, unsure: int, needed: int | None, base: int | None
) -> tuple[Verdict, str]:
    """The verdict, with the key of its sentence, as if no more objections could come."""
    if rule.kind is Kind.SECRETARIAT:
        return Verdict.STANDS, "nobody-asked"
    if needed is not None and sure >= needed:
        return Verdict.BLOCKED, "blocked"
    if rule.kind in FRACTIONS | SINGLE:
        if sure + unsure == 0:
            return Verdict.STANDS, "nobody-objects"
        if needed is None:
            return Verdict.UNKNOWN, "number-unknown"
        if sure + unsure >= needed:
            return Verdict.UNKNOWN, "unsure-objections"
        return Verdict.STANDS, "too-few"
    if rule.kind is Kind.NONE and sure + unsure == 0:
        return Verdict.STANDS, "nobody-objects"
    return Verdict.OPEN, "left-to-body"


def last_day_to_object(rule: DecisionRule, opens: date | None, asked: date | None) -> date | None:
    """The last day on which an objection counts; None: there is none, or it is not known."""
    days = []
    if rule.object_days is not None and opens is not None:
        days.append(opens - timedelta(days=rule.object_days))
    if rule.silence_days is not None and asked is not None:
        days.append(asked + timedelta(days=rule.silence_days))
    return min(days, default=None)


def still_open(rule: DecisionRule, at: date, until: date | None, opens: date | None) -> bool:
    """Whether objections may still come on the day after."""
    if rule.kind is Kind.SECRETARIAT:
        return False
    if until is not None:
        return at < until
    return opens is not None and at < opens


def unclear(rule: DecisionRule, until: date | None) -> bool:
    """Whether objections have a last day that is not known."""
    timed = rule.object_days is not None or rule.silence_days is not None
    return until is None and (timed or rule.kind is Kind.NO_OBJECTION)


def sorted_out(
    rule: DecisionRule, objections: Iterable[Objection], at: date, until: date | None
) -> tuple[int, int, int]:
    """Parties that object in time, those of which it is not known, and those that are too late. A
    Party counts once."""
    timed = rule.object_days is not None or rule.silence_days is not None
    sure: set[str] = set()
    unsure: set[str] = set()
    overdue: set[str] = set()
    for one in objections:
        if one.on is not None and one.on > at:
            continue
        if one.withdrawn_on is not None and one.withdrawn_on <= at:
            continue
        if not timed or (until is not None and one.on is not None and one.on <= until):
            sure.add(one.by)
        elif one.on is not None and until is not None:
            overdue.add(one.by)
        else:
            unsure.add(one.by)
    return len(sure), len(unsure - sure), len(overdue - unsure - sure)


@dataclass(frozen=True, slots=True, kw_only=True)
class Least:
    """How few can keep somebody out."""

    number: int | None
    """None: nobody can, or it is not known."""
    nobody: bool = False
    """No State can block it by objecting."""
    own_state: bool = False
    """The State in which a body sits can, alone, whatever the number: its approval is asked."""
    delay: int | None = None
    """The least number that can put it off; None: nobody, or not known."""
    members: bool = False
    """They are members of a committee or council, and not Parties."""


def least(procedure: Procedure, *, present: int | None, every: int | None) -> Least:
    """The least number of States that can block under a procedure, for comparisons."""
    rule = procedure.decision
    return Least(
        number=blocking(rule, every if rule.kind is Kind.FRACTION_ALL else present),
        nobody=rule.kind is Kind.SECRETARIAT,
        own_state=any(one.effect is Effect.WAIT for one in procedure.criteria),
        delay=1 if rule.deferrable else None,
        members=rule.members is not None,
    )
