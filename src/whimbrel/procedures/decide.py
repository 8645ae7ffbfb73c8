"""How many can block a decision, and what objections make of it."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from whimbrel.procedures.procedure import DecisionRule, Kind

ONE = frozenset({Kind.CONSENSUS, Kind.NO_OBJECTION})
"""One voice is enough to block."""


class Result(StrEnum):
    """What a rule makes of the objections on a day."""

    STANDS = "stands"
    BLOCKED = "blocked"
    OPEN = "open"
    """The time for objections has not passed, or the body has yet to meet."""
    UNKNOWN = "not known"
    """The rule leaves it to the body, or the number of those present is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """The objection of one Party or member."""

    by: str
    on: date


def blocking(
    rule: DecisionRule, *, present: int | None = None, every: int | None = None
) -> int | None:
    """The least number of objections that keeps a body out: 34 of 100 at one third. None where
    nobody can block, or it is not known how many can: the rule leaves it to the body's discretion,
    or nobody knows how many vote."""
    if rule.kind in ONE:
        return 1
    base = {Kind.FRACTION_PRESENT: present, Kind.FRACTION_ALL: every}.get(rule.kind)
    if base is not None:
        return -(-base * rule.numerator // rule.denominator)
    if rule.kind in (Kind.MAJORITY, Kind.COMMITTEE):
        voters = rule.members if rule.members is not None else present
        # Half of those who vote keep a majority from forming.
        return None if voters is None else -(-voters // 2)
    return None


def counted(rule: DecisionRule, voices: tuple[Voice, ...], opens: date | None) -> int:
    """The objections that count: one for each who objects, and only those lodged in time."""
    if rule.object_days is None or opens is None:
        return len({one.by for one in voices})
    last = opens - timedelta(days=rule.object_days)
    return len({one.by for one in voices if one.on <= last})


def decided(
    rule: DecisionRule,
    voices: tuple[Voice, ...],
    *,
    at: date,
    opens: date | None = None,
    asked_on: date | None = None,
    present: int | None = None,
    every: int | None = None,
) -> Result:
    """What the rule makes of the objections on a day. `asked_on`: when it was sent to those who may
    object."""
    if rule.kind is Kind.SECRETARIAT:
        return Result.STANDS
    number, enough = counted(rule, voices, opens), blocking(rule, present=present, every=every)
    if enough is None:
        return (
            Result.UNKNOWN if number or rule.kind is Kind.DISCRETION else waiting(rule, at, opens)
        )
    if number >= enough and enough > 0:
        return Result.BLOCKED
    if rule.silence_days is not None:
        if asked_on is None:
            return Result.OPEN
        over = asked_on + timedelta(days=rule.silence_days)
        return Result.STANDS if at > over else Result.OPEN
    return waiting(rule, at, opens)


def waiting(rule: DecisionRule, at: date, opens: date | None) -> Result:
    """Without objections it stands once nobody can object in time any more; before, it is open."""
    if opens is None:
        return Result.OPEN
    last = opens - timedelta(days=rule.object_days) if rule.object_days is not None else opens
    return Result.STANDS if at > last or at >= opens else Result.OPEN
