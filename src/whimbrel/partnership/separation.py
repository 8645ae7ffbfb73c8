"""Separation of duties: parts in one case that several persons play, and the exception that a small
secretariat may declare."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from whimbrel.partnership.policy import Pack, Separation
from whimbrel.partnership.words import say
from whimbrel.procedures.known import Known
from whimbrel.procedures.reason import Reason, because


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """An exception that somebody declared."""

    reason: str
    by: str
    """Who declared it."""
    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Two parts that one person plays."""

    parts: tuple[str, str]
    person: str
    final: bool
    """No exception is open for it."""
    reason: Reason


def conflicts(
    pack: Pack,
    *,
    requester: str | None = None,
    assessor: str | None = None,
    approver: str | None = None,
    staff: int | None = None,
    exception: Declared | None = None,
) -> tuple[Conflict, ...]:
    """The parts that one person plays and may not; none: they are apart, or an exception that is
    open was declared with its reason. A part that nobody plays yet conflicts with nothing.

    Persons are named as the record names them. `staff`: how many people the secretariat has; where
    that is not known no exception is open that has a limit.
    """
    players = {"requester": requester, "assessor": assessor, "approver": approver}
    return tuple(
        one
        for rule in pack.separation
        if rule.status is not Known.UNKNOWN
        for one in of_rule(rule, players, staff, exception)
    )


def of_rule(
    rule: Separation,
    players: dict[str, str | None],
    staff: int | None,
    exception: Declared | None,
) -> Iterator[Conflict]:
    """The conflicts with one rule."""
    persons = {players.get(part) for part in rule.parts} - {None}
    for one, two in combinations(rule.parts, 2):
        person = players.get(one)
        if person is None or person != players.get(two):
            continue
        never = {one, two} in [set(pair) for pair in rule.never]
        final = never or not open_to(rule, staff)
        # Whoever has not acted yet may still be another person.
        more = sum(players.get(part) is None for part in rule.parts)
        enough = rule.fewest is not None and len(persons) + more >= rule.fewest
        if not final and enough and declared(exception):
            continue
        yield Conflict(
            parts=(one, two), person=person, final=final, reason=told(rule, one, two, final)
        )


def open_to(rule: Separation, staff: int | None) -> bool:
    """Whether an exception is open to a secretariat of this size."""
    if rule.fewest is None:
        return False
    return rule.staff is None or (staff is not None and staff <= rule.staff)


def declared(exception: Declared | None) -> bool:
    """Whether an exception names its reason and who declared it."""
    return exception is not None and bool(exception.reason.strip()) and bool(exception.by.strip())


def told(rule: Separation, one: str, two: str, final: bool) -> Reason:
    """A conflict as a reason."""
    key = "one-person" if final else "one-person-exception"
    text = say(key, one=say(f"part.{one}"), two=say(f"part.{two}"), rule=rule.text)
    return because(rule, text, False)
