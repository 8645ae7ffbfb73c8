"""Bulk: two processes against one on two thousand documents."""

import hashlib
import tempfile
import time
from pathlib import Path

from bench.command import whimbrel
from bench.inputs import word
from bench.result import Result, implausible, medians

FLOOR = 1.7
DOCUMENTS, ROUNDS = 2_000, 2


def bench() -> Result:
    """The same folder with --jobs 1 and --jobs 2 in turns."""
    times: dict[str, list[float]] = {"1": [], "2": []}
    prints: dict[str, str] = {}
    with tempfile.TemporaryDirectory() as name:
        source = Path(name) / "in"
        source.mkdir()
        content = word(Path(name), bodies=1).read_bytes()
        for number in range(DOCUMENTS):
            (source / f"{number:04}.docx").write_bytes(content)
        for _ in range(ROUNDS):
            for jobs, taken in times.items():
                out = Path(name) / f"out{jobs}"
                started = time.perf_counter()
                whimbrel("read", str(source), "--to", "json", "-o", str(out), "--jobs", jobs)
                taken.append(time.perf_counter() - started)
                prints[jobs] = fingerprint(out)
    middle = medians(times)
    ratio = middle["1"] / middle["2"]
    wrong = () if prints["1"] == prints["2"] else ("one and two processes gave different answers",)
    return Result(
        name=f"Bulk, {DOCUMENTS:,} Word files to JSON: two processes / one",
        lines=(
            f"one process   {middle['1']:7.1f} s  {DOCUMENTS / middle['1']:7.0f} files a second",
            f"two processes {middle['2']:7.1f} s  {DOCUMENTS / middle['2']:7.0f} files a second",
            f"{ratio:.2f} times as fast (floor: {FLOOR:.1f}); answers equal: {not wrong}",
        ),
        met=ratio >= FLOOR,
        wrong=(*wrong, *implausible(times)),
    )


def fingerprint(folder: Path) -> str:
    """One number for all that was written, names and contents."""
    digest = hashlib.sha256()
    files = sorted(folder.glob("*.json"))
    digest.update(str(len(files) == DOCUMENTS).encode())
    for file in files:
        digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()
