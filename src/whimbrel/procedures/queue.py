"""A queue of cases and a body of holders over years: seeded, so that the same numbers come out
again, and told as intervals over many runs."""

import math
from dataclasses import dataclass
from random import Random

from whimbrel.procedures.interval import Interval, middle

LEAST = 0.01
"""Cases a year that somebody without hours gets done: one in a hundred years."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """What comes in and what can be done in a year."""

    arrivals: Interval
    """Applications a year."""
    hours: Interval
    """Hours of the secretariat for each."""
    capacity: Interval
    """Hours of the secretariat a year for them."""
    holders: int = 0
    """Bodies that hold a status at the start."""
    admitted: float = 1.0
    """Share of those examined who are taken in, from 0 to 1."""
    report_years: float | None = None
    """How often a holder must report or confirm; None: it need not."""
    missed: Interval | None = None
    """Share of holders that do not, each time it is due, and lose their status."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Queued:
    """How it stands after so many years."""

    backlog: Interval
    """Applications that wait."""
    wait: Interval
    """Years until one that comes in now is examined."""
    holders: Interval
    lost: Interval
    """Holders that lost their status for a report that did not come, over all the years."""


def queue(flow: Flow, *, years: int = 10, runs: int = 200, seed: int = 1) -> Queued:
    """Run it. The same flow and seed give the same answer."""
    chances = (Random(seed * 100_003 + number) for number in range(runs))  # noqa: S311 (a simulation)
    ended = [run(flow, years, chance) for chance in chances]
    return Queued(
        backlog=middle(one[0] for one in ended),
        wait=middle(one[1] for one in ended),
        holders=middle(one[2] for one in ended),
        lost=middle(one[3] for one in ended),
    )


def run(flow: Flow, years: int, chance: Random) -> tuple[float, float, float, float]:
    """One run: backlog, years to wait, holders, holders lost."""
    rate, hours = drawn(flow.arrivals, chance), max(drawn(flow.hours, chance), 0.01)
    able = max(drawn(flow.capacity, chance) / hours, LEAST)
    missed = drawn(flow.missed, chance) if flow.missed is not None else 0.0
    backlog, holders, lost = 0, flow.holders, 0
    rest = 0.0
    for year in range(1, years + 1):
        backlog += poisson(rate, chance)
        rest += able
        done = min(backlog, int(rest))
        # What was not used this year cannot be used the next.
        rest = min(rest - done, 1.0)
        backlog -= done
        holders += chosen(done, flow.admitted, chance)
        if flow.report_years and due_in(year, flow.report_years):
            gone = chosen(holders, missed, chance)
            holders, lost = holders - gone, lost + gone
    return backlog, backlog / able, holders, lost


def due_in(year: int, every: float) -> bool:
    """Whether reports fall due in a year, counted from the first."""
    return math.floor(year / every) > math.floor((year - 1) / every)


def drawn(one: Interval, chance: Random) -> float:
    """A value of an interval: near its point more often than at its ends."""
    return one.low if one.low == one.high else chance.triangular(one.low, one.high, one.point)


def poisson(rate: float, chance: Random) -> int:
    """How many come in a year, of which so many come on average (Knuth; in parts, for large
    rates would leave nothing to multiply)."""
    found, left = 0, rate
    while left > 0:
        part = min(left, 50.0)
        left -= part
        limit, product = math.exp(-part), chance.random()
        while product > limit:
            found += 1
            product *= chance.random()
    return found


def chosen(number: int, share: float, chance: Random) -> int:
    """How many of a number, each with the same share of a chance."""
    return sum(chance.random() < share for _ in range(number))
