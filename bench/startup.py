"""Start-up: how long a person waits for `whimbrel --help`."""

import subprocess
import sys

from bench.command import whimbrel
from bench.result import Result, implausible, interleaved, medians

FLOOR = 0.3
"""Seconds."""
ROUNDS = 11


def bench() -> Result:
    """Beside a Python that does nothing."""
    times = interleaved(
        {
            "whimbrel --help": lambda: whimbrel("--help"),
            "python -c pass": lambda: subprocess.run([sys.executable, "-c", "pass"], check=True),
        },
        rounds=ROUNDS,
    )
    middle = medians(times)
    return Result(
        name="Start-up",
        lines=(
            *(f"{name:<16} {seconds * 1000:6.0f} ms" for name, seconds in middle.items()),
            f"floor: under {FLOOR * 1000:.0f} ms",
        ),
        met=middle["whimbrel --help"] < FLOOR,
        wrong=implausible(times),
    )
