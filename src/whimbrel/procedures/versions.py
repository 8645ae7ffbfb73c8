"""Versions of a procedure in time, and versions of a rule in languages. Where they differ, that is
shown and a person decides."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from typing import TypeVar

from whimbrel.procedures.case import Case
from whimbrel.procedures.deadlines import LastDay, last_day
from whimbrel.procedures.known import Line
from whimbrel.procedures.procedure import Deadline, Procedure

P = TypeVar("P", bound=Procedure)


def in_force(listed: Iterable[P], day: date) -> tuple[P, ...]:
    """The versions of one procedure that hold on a day, first and last day included. None: nobody
    knows one; more than one: the data do not say which, and a person does."""
    return tuple(
        one
        for one in listed
        if (one.valid_from is None or one.valid_from <= day)
        and (one.valid_to is None or day <= one.valid_to)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What differs in one line between two versions."""

    part: str
    """`criteria`, `deadlines`: where the line stands."""
    line: str
    """Its id."""
    before: Line | None
    """None: it is new."""
    after: Line | None
    """None: it is gone."""
    fields: tuple[str, ...] = ()
    """Which of its fields differ, where it is in both."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """The rules when it was applied for, and when it is decided."""

    applied: tuple[Procedure, ...]
    decided: tuple[Procedure, ...]
    differs: tuple[Difference, ...]
    applies: Procedure | None
    """The version that holds for the case, where one can be told; None: a person says which."""

    @property
    def to_decide(self) -> bool:
        """Whether a person has to say which version holds."""
        return self.applies is None


def changed(listed: Iterable[Procedure], applied_on: date, decided_on: date) -> Changed:
    """What changed between an application and its decision. Which version holds is told only where
    there is one, where nothing differs, or where the later one says whether it holds for cases that
    are open."""
    versions = tuple(listed)
    first, second = in_force(versions, applied_on), in_force(versions, decided_on)
    if len(first) != 1 or len(second) != 1:
        return Changed(applied=first, decided=second, differs=(), applies=None)
    before, after = first[0], second[0]
    found = differences(before, after)
    applies: Procedure | None = None
    if not found or after.pending:
        applies = after
    elif after.pending is False:
        applies = before
    return Changed(applied=first, decided=second, differs=found, applies=applies)


def differences(before: Procedure, after: Procedure) -> tuple[Difference, ...]:
    """The lines that are new, gone or different, in the order of the procedure."""
    found = []
    old, new = lines(before), lines(after)
    for key in dict.fromkeys((*old, *new)):
        one, two = old.get(key), new.get(key)
        if one == two:
            continue
        part, line = key
        differ = unlike(one, two) if one is not None and two is not None else ()
        found.append(Difference(part=part, line=line, before=one, after=two, fields=differ))
    return tuple(found)


def unlike(one: Line, two: Line) -> tuple[str, ...]:
    """The fields in which a line differs."""
    names = [each.name for each in fields(one)]
    return tuple(name for name in names if getattr(one, name) != getattr(two, name, None))


def lines(procedure: Procedure) -> dict[tuple[str, str], Line]:
    """Every line of a procedure by the part in which it stands and its id. What stands alone, as
    the decision, goes by its part: its id is a name only."""
    found: dict[tuple[str, str], Line] = {}
    for field in fields(procedure):
        part = getattr(procedure, field.name)
        if isinstance(part, Line):
            found[field.name, ""] = part
        elif isinstance(part, tuple):
            found |= {(field.name, one.id): one for one in part if isinstance(one, Line)}
    return found


def variants(procedure: Procedure, line: Deadline) -> tuple[Deadline, ...]:
    """A deadline with those that other language versions give in its place; itself alone where it
    is of no language."""
    if not line.language:
        return (line,)
    return tuple(
        one
        for one in procedure.deadlines
        if one.language and (one.moment, one.after) == (line.moment, line.after)
    )


def conflicting(case: Case, line: Deadline, at: date) -> tuple[LastDay, ...]:
    """The last days of the language versions of a deadline, where they differ; else none."""
    days = tuple(last_day(one, case, at) for one in variants(case.procedure, line))
    return days if len({one.day for one in days}) > 1 else ()
