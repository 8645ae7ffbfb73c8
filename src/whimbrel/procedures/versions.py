"""A procedure in its versions: which one holds on a day, what changed between two days, and where
its language versions do not say the same."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from whimbrel.procedures.known import Line
from whimbrel.procedures.procedure import Deadline, Procedure

PARTS = ("criteria", "documents", "deadlines", "fees", "steps", "rights", "duties")


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A line that one version has otherwise than another."""

    part: str
    id: str
    before: Line | None
    """None: it is new."""
    after: Line | None
    """None: it is gone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Two language versions of a rule that differ: which one counts is for people to say."""

    languages: tuple[str, ...]
    lines: tuple[Deadline, ...]


def in_force(one: Procedure, on: date) -> bool | None:
    """Whether a version holds on a day; None where neither its beginning nor its end is known."""
    if one.valid_from is not None and on < one.valid_from:
        return False
    if one.valid_to is not None and on > one.valid_to:
        return False
    return None if one.valid_from is None and one.valid_to is None else True


def version_on(versions: Iterable[Procedure], on: date) -> Procedure | None:
    """The version that holds on a day: one of which it is known before one of which it is not, the
    newest where several do."""
    listed = [one for one in versions if in_force(one, on) is not False]
    known = [one for one in listed if in_force(one, on)] or listed
    return max(known, key=lambda one: one.valid_from or date.min, default=None)


def changed(before: Procedure, after: Procedure) -> tuple[Change, ...]:
    """What a version has otherwise than another: a rule that changed between an application and its
    decision is shown, and people say which applies."""
    found = []
    for part in PARTS:
        old: dict[str, Line] = {one.id: one for one in getattr(before, part)}
        new: dict[str, Line] = {one.id: one for one in getattr(after, part)}
        for name in dict.fromkeys((*old, *new)):
            if old.get(name) != new.get(name):
                found.append(Change(part=part, id=name, before=old.get(name), after=new.get(name)))
    if before.decision != after.decision:
        found.append(
            Change(
                part="decision", id=after.decision.id, before=before.decision, after=after.decision
            )
        )
    return tuple(found)


def conflicts(one: Procedure) -> tuple[Conflict, ...]:
    """Deadlines for one thing that the language versions give differently."""
    spoken = [line for line in one.deadlines if line.language]
    if len({(line.days, line.dates) for line in spoken}) < 2:
        return ()
    return (Conflict(languages=tuple(line.language for line in spoken), lines=tuple(spoken)),)
