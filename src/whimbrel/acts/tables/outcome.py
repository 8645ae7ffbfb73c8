"""What became of each row: new, known, changed, or in conflict with what the record says."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.db.models import Model

from whimbrel.engagements.tables import Problem, Understood


class State(StrEnum):
    """What a row is to the record."""

    NEW = "new"
    CHANGED = "changed"
    """What was empty in the record has been filled."""
    KNOWN = "known"
    CONFLICT = "in conflict"
    """The record says something else: it keeps what it says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A field of which the record says something else."""

    field: str
    held: str
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one row."""

    row: int
    name: str
    state: State
    changed: tuple[str, ...] = ()
    conflicts: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What became of a spreadsheet."""

    outcomes: tuple[Outcome, ...]
    problems: tuple[Problem, ...]

    @property
    def counts(self) -> dict[str, int]:
        """How many rows are new, changed, known, in conflict; and how many were left out."""
        found = {state.value: 0 for state in State}
        for one in self.outcomes:
            found[one.state.value] += 1
        return {**found, "left out": len({one.row for one in self.problems})}


class Filling:
    """One row on its way in. What the record says already is never overwritten."""

    def __init__(self, row: Understood) -> None:
        """Begin with a row."""
        self.row, self.values = row, row.values
        self.new = False
        self.changed: dict[str, None] = {}
        self.conflicts: list[Difference] = []
        self.kept: dict[tuple[type[Model], object], Model] = {}

    def keep(self, one: Model) -> None:
        """A record that changed, as it stands now: it gets an edition."""
        self.kept[type(one), one.pk] = one

    def fill(
        self, one: Model, field: str, told: object, *, nothing: tuple[object, ...] = ()
    ) -> None:
        """Give a field of a record its value, where it has none. `nothing`: what stands for none
        beside the empty."""
        held = getattr(one, field)
        if told in (None, "", []) or alike(held, told):
            return
        if held not in (None, "", [], *nothing):
            self.differ(field, held, told)
            return
        setattr(one, field, told)
        self.changed[field] = None

    def differ(self, field: str, held: object, told: object) -> None:
        """The record says something else."""
        self.conflicts.append(Difference(field=field, held=plain(held), told=plain(told)))

    def save(self, one: Any) -> None:
        """Write a record that was there before, where the row changed it."""
        if self.changed:
            # Whoever has the page open must see what the row filled before they correct it.
            one.change += 1
            one.save()
            self.keep(one)

    def outcome(self, name: str) -> Outcome:
        """What became of it."""
        state = State.KNOWN
        if self.new:
            state = State.NEW
        elif self.conflicts:
            state = State.CONFLICT
        elif self.changed:
            state = State.CHANGED
        changed = () if self.new else tuple(self.changed)
        return Outcome(
            row=self.row.row, name=name, state=state, changed=changed,
            conflicts=tuple(self.conflicts),
        )  # fmt: skip


def alike(held: object, told: object) -> bool:
    """Whether two values say the same: spaces, capitals and the order of a list say nothing."""
    if isinstance(held, str) and isinstance(told, str):
        return squashed(held) == squashed(told)
    if isinstance(held, list) and isinstance(told, list):
        return sorted(map(squashed, held)) == sorted(map(squashed, told))
    return held == told


def squashed(text: object) -> str:
    """A text without capitals and superfluous spaces."""
    return " ".join(str(text).split()).casefold()


def plain(value: object) -> str:
    """A value in words."""
    if isinstance(value, Iterable) and not isinstance(value, str):
        return "; ".join(map(str, value))
    return str(value)
