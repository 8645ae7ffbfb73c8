"""Several procedures side by side over one pool of cases: rows are questions that a delegate asks,
columns are options, cells are intervals. Nothing is summed into one score unless people weigh."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from whimbrel.procedures.interval import Interval
from whimbrel.procedures.known import Known


class Better(StrEnum):
    """What is read as better; most questions leave that to people."""

    MORE = "more"
    FEWER = "fewer"
    NEITHER = "neither"


class Beside(StrEnum):
    """How a cell stands beside that of today."""

    BASE = "today"
    SAME = "the same"
    MORE = "more"
    FEWER = "fewer"
    UNCLEAR = "not distinguishable"
    UNKNOWN = "not known"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One answer."""

    value: Interval | None
    """None: not known, or there is nothing to count; see `note`."""
    known: Known
    """`seen` where it is counted by a rule that was read, `assumed` where assumed figures are in
    it, `proposed` where it is counted by a proposal."""
    note: str = ""
    """A key of the words that say more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One question, with an answer for each option."""

    id: str
    unit: str
    better: Better
    cells: tuple[Cell, ...]

    def beside(self) -> tuple[Beside, ...]:
        """How each cell stands beside the first."""
        return tuple(
            Beside.BASE if at == 0 else stands(self.cells[0].value, one.value)
            for at, one in enumerate(self.cells)
        )


def stands(base: Interval | None, other: Interval | None) -> Beside:
    """How an answer stands beside that of today: told apart only where they do not overlap."""
    if base is None or other is None:
        return Beside.UNKNOWN
    if base == other:
        return Beside.SAME
    if not base.apart(other):
        return Beside.UNCLEAR
    return Beside.MORE if other.low > base.high else Beside.FEWER


def beaten(rows: tuple[Row, ...], at: int = 0) -> tuple[tuple[str, int], ...]:
    """The questions on which an option can be told apart from a better one: (row, the other)."""
    found = []
    for row in rows:
        mine = row.cells[at].value
        for number, one in enumerate(row.cells):
            said = stands(mine, one.value)
            if (row.better, said) in ((Better.MORE, Beside.MORE), (Better.FEWER, Beside.FEWER)):
                found.append((row.id, number))
    return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """What weights make of an option: from 0 to 1."""

    option: str
    score: Interval
    first: bool
    """Nobody has a higher point."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sensitive:
    """What becomes of the first place when one weight is halved or doubled."""

    row: str
    halved: str
    doubled: str
    """The option that is then first."""


def weighed(
    rows: tuple[Row, ...], options: tuple[str, ...], weights: Mapping[str, float]
) -> tuple[Scored, ...]:
    """The options by the weights that somebody gave. KeyError: a weight for no row. ValueError: for
    a row of which nothing is better, or a weight that is negative."""
    known = {row.id: row for row in rows}
    for name, weight in weights.items():
        if known[name].better is Better.NEITHER:
            raise ValueError(f"{name}: neither more nor fewer is better by itself")
        if weight < 0:
            raise ValueError(f"{name}: a weight of {weight}")
    points = [scored(rows, at, weights) for at in range(len(options))]
    best = max((one.point for one in points), default=0.0)
    return tuple(
        Scored(option=name, score=one, first=one.point == best)
        for name, one in zip(options, points, strict=True)
    )


def scored(rows: tuple[Row, ...], at: int, weights: Mapping[str, float]) -> Interval:
    """The weighted mean of one option; an answer that is not known may be anything."""
    low = point = high = 0.0
    whole = sum(weights.values()) or 1.0
    for row in rows:
        weight = weights.get(row.id, 0.0) / whole
        if not weight:
            continue
        bounds = [one.value for one in row.cells if one.value is not None]
        value = row.cells[at].value
        if value is None or not bounds:
            high, point = high + weight, point + weight / 2
            continue
        least, most = min(one.low for one in bounds), max(one.high for one in bounds)
        ends = [placed(each, least, most) for each in (value.low, value.point, value.high)]
        if row.better is Better.FEWER:
            ends = [1 - each for each in reversed(ends)]
        low, point, high = (
            low + weight * ends[0], point + weight * ends[1], high + weight * ends[2],
        )  # fmt: skip
    return Interval(low=min(low, point), point=point, high=max(high, point))


def placed(value: float, least: float, most: float) -> float:
    """Where a value stands between the least and the most."""
    return 1.0 if most == least else (value - least) / (most - least)


def sensitivity(
    rows: tuple[Row, ...], options: tuple[str, ...], weights: Mapping[str, float]
) -> tuple[Sensitive, ...]:
    """Which option comes first when each weight alone is halved, and doubled."""

    def first(name: str, factor: float) -> str:
        changed = {**weights, name: weights[name] * factor}
        return next(one.option for one in weighed(rows, options, changed) if one.first)

    return tuple(
        Sensitive(row=name, halved=first(name, 0.5), doubled=first(name, 2.0)) for name in weights
    )
