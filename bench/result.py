"""What one benchmark says, and how two contenders are timed fairly."""

import statistics
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """The outcome of one benchmark."""

    name: str
    lines: tuple[str, ...]
    """What was measured, ready to print."""
    met: bool
    """The floor of the project is met."""
    wrong: tuple[str, ...] = field(default=())
    """Why the figures mean nothing: answers that differ, times that cannot be."""


def interleaved(
    contenders: Mapping[str, Callable[[], object]], *, rounds: int
) -> dict[str, list[float]]:
    """Seconds of each contender in each round, one after the other, after one run to warm up.

    Taking turns means that whatever else the machine does falls on all of them.
    """
    for run in contenders.values():
        run()
    times: dict[str, list[float]] = {name: [] for name in contenders}
    for _ in range(rounds):
        for name, run in contenders.items():
            started = time.perf_counter()
            run()
            times[name].append(time.perf_counter() - started)
    return times


def medians(times: Mapping[str, list[float]]) -> dict[str, float]:
    """The middle time of each contender."""
    return {name: statistics.median(taken) for name, taken in times.items()}


def implausible(times: Mapping[str, list[float]]) -> tuple[str, ...]:
    """Contenders whose times are nothing, or so far apart that a median says little."""
    out = []
    for name, taken in times.items():
        middle = statistics.median(taken)
        if middle <= 0:
            out.append(f"{name} took no time at all")
        elif max(taken) > 5 * middle:
            out.append(f"{name} took between {min(taken):.4f} and {max(taken):.4f} s")
    return tuple(out)
