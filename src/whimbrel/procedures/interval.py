"""A figure as an interval: what is assumed or simulated is no point."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from whimbrel.procedures.known import STRICT


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """From `low` to `high`, most likely near `point`."""

    __pydantic_config__: ClassVar = STRICT
    low: float
    point: float
    high: float

    def __post_init__(self) -> None:
        """ValueError: not in order."""
        if not self.low <= self.point <= self.high:
            raise ValueError(f"{self.low}, {self.point}, {self.high} are not in order")

    def __add__(self, other: "Interval") -> "Interval":
        """Both together."""
        return Interval(
            low=self.low + other.low, point=self.point + other.point, high=self.high + other.high
        )

    def times(self, number: float) -> "Interval":
        """So many times; `number` is not negative."""
        return Interval(low=self.low * number, point=self.point * number, high=self.high * number)

    def by(self, other: "Interval") -> "Interval":
        """Times another that is not negative."""
        return Interval(
            low=self.low * other.low, point=self.point * other.point, high=self.high * other.high
        )

    def over(self, other: "Interval") -> "Interval | None":
        """Divided by another; None where that may be nothing."""
        if other.low <= 0:
            return None
        return Interval(
            low=self.low / other.high, point=self.point / other.point, high=self.high / other.low
        )

    def apart(self, other: "Interval") -> bool:
        """Whether two can be told apart: they do not overlap."""
        return self.high < other.low or other.high < self.low


NOTHING = Interval(low=0, point=0, high=0)


def sure(number: float) -> Interval:
    """A figure that was counted."""
    return Interval(low=number, point=number, high=number)


def total(listed: Iterable[Interval]) -> Interval:
    """All of them together."""
    found = NOTHING
    for one in listed:
        found = found + one
    return found


def middle(values: Iterable[float], low: float = 0.05, high: float = 0.95) -> Interval:
    """Of outcomes of a simulation: the median, between the 5th and the 95th of a hundred.
    ValueError: there are none."""
    ranked = sorted(values)
    if not ranked:
        raise ValueError("no outcomes")

    def at(share: float) -> float:
        return ranked[min(round(share * (len(ranked) - 1)), len(ranked) - 1)]

    return Interval(low=at(low), point=at(0.5), high=at(high))
