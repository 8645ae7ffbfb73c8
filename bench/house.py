"""The house: how long its pages take with 200,000 provisions, 50,000 engagements and 20,000 bodies
on record, while eight people read at once without a pause, on SQLite and on PostgreSQL.

PostgreSQL is measured where WHIMBREL_DATABASE names a database of it that is empty or was filled by
this bench before. WHIMBREL_BENCH_KEEP names a folder in which the SQLite house is kept for the next
run. The readers share the cores of the server, so what they take is taken from it. Where an act has
just been done, the counts of whole tables are worked out anew: that first look is timed apart.
"""

import json
import os
import socket
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from bench import house_load as load
from bench.result import Result

FLOOR = 0.150
"""Seconds within which nineteen of twenty looks at each page are answered."""
ROUNDS, QUICK_ROUNDS, QUICK = 8, 3, 0.05


def bench() -> Result:
    """Both databases, one after the other: side by side they would take the cores of each other."""
    quick = bool(os.environ.get("WHIMBREL_BENCH_QUICK"))
    share = QUICK if quick else 1.0
    lines: list[str] = [
        f"{load.READERS} readers without a pause, {load.WORKERS} workers, {os.cpu_count()} cores; "
        "the readers share them"
    ]
    wrong: list[str] = []
    met = True
    with tempfile.TemporaryDirectory() as name:
        folder = Path(os.environ.get("WHIMBREL_BENCH_KEEP") or name)
        for what, address in databases(folder, share).items():
            environment = {
                "WHIMBREL_DATABASE": address, "WHIMBREL_LEDGER_HEAD": str(Path(name) / what),
            }  # fmt: skip
            told = fill(environment, share)
            lines.append(heading(what, told))
            warm, first = measure(environment, told, QUICK_ROUNDS if quick else ROUNDS)
            lines += table(warm, first)
            slow = [page for page, times in warm.times.items() if late(times) > FLOOR]
            met = met and not slow
            lines += [f"over the floor: {', '.join(slow)}"] * bool(slow)
            wrong += [f"{what}: {why}" for why in sorted(warm.wrong | first.wrong)]
            from bench import house_json

            rows, good, differ = house_json.compare(environment, rounds=5 if quick else 15)
            lines += rows
            met = met and good
            wrong += [f"{what}: {why}" for why in differ]
    if len(lines) and not any("PostgreSQL" in line for line in lines):
        lines.append("PostgreSQL not measured: WHIMBREL_DATABASE names none that answers")
    lines.append(f"floors: 95 of 100 within {FLOOR * 1000:.0f} ms; JSON {house_json.FLOOR} times")
    return Result(
        name=f"House of {int(200_000 * share):,} provisions: its pages",
        lines=tuple(lines),
        met=met,
        wrong=tuple(wrong),
    )


def databases(folder: Path, share: float) -> dict[str, str]:
    """Name -> address of each database that can be measured here."""
    found = {"SQLite": f"sqlite:///{folder / f'house-{share:g}.sqlite3'}"}
    given = os.environ.get("WHIMBREL_DATABASE", "")
    if given.startswith("postgres") and answers(given):
        found["PostgreSQL"] = given
    return found


def answers(address: str) -> bool:
    """Whether a server of PostgreSQL can be reached."""
    parts = urlsplit(address)
    try:
        with socket.create_connection((parts.hostname or "localhost", parts.port or 5432), 3):
            return True
    except OSError:
        return False


def fill(environment: Mapping[str, str], share: float) -> dict[str, Any]:
    """Fill the database in a process of its own; what that says of it."""
    done = subprocess.run(
        [sys.executable, "-m", "bench.house_fill", str(share)],
        env={**os.environ, **environment}, capture_output=True, text=True, encoding="utf-8",
    )  # fmt: skip
    if done.returncode:
        raise SystemExit(done.stderr.strip().splitlines()[-1])
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def heading(what: str, told: Mapping[str, Any]) -> str:
    """The database, what is in it, and how it came there."""
    rows = ", ".join(f"{count:,} {name}s" for name, count in told["counts"].items())
    how = "kept from before" if told["kept"] else f"filled in {told['seconds']:.0f} s"
    return f"{what}: {rows.lower().replace('bodys', 'bodies')} ({how})"


def measure(
    environment: Mapping[str, str], told: Mapping[str, Any], rounds: int
) -> tuple[load.Seen, load.Seen]:
    """(what eight readers met, what the first look after an act met)."""
    listed = load.pages(told, told["counts"])
    port = load.free()
    with load.server(environment, port):
        load.read(port, told["cookie"], listed, rounds=1)
        warm = load.read(port, told["cookie"], listed, rounds=rounds)
        first = load.after_an_act(port, told["cookie"], listed, told)
    return warm, first


def table(warm: load.Seen, first: load.Seen) -> Sequence[str]:
    """A line for each page, and how many were read in a second."""
    lines = ["milliseconds                      p50    p95    max   first look after an act"]
    for name, times in warm.times.items():
        middle, alone = statistics.median(times), first.times[name][0]
        row = [1000 * value for value in (middle, late(times), max(times), alone)]
        lines.append("{:<31} {:5.0f}  {:5.0f}  {:5.0f}  {:6.0f}".format(name, *row))
    every = [one for times in warm.times.values() for one in times]
    row = [1000 * value for value in (statistics.median(every), late(every), max(every))]
    lines.append("{:<31} {:5.0f}  {:5.0f}  {:5.0f}".format("all pages", *row))
    lines.append(f"{warm.pages:,} pages, {warm.pages / warm.seconds:.0f} a second")
    return lines


def late(times: Sequence[float]) -> float:
    """The time within which nineteen of twenty are answered."""
    return statistics.quantiles(times, n=20, method="inclusive")[-1]
