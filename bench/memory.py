"""Memory: the most that reading a document of three hundred pages ever holds."""

import subprocess
import sys
import tempfile
from pathlib import Path

from bench.inputs import pdf, word
from bench.result import Result

FLOOR = 200.0
"""Megabytes, the interpreter and all libraries included."""
BODIES = 115
CHILD = """
import pathlib, re, resource, sys
from whimbrel import read
from whimbrel.document import walk
nodes = sum(1 for _ in walk(read(sys.argv[1]))) if len(sys.argv) > 1 else 0
most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
status = pathlib.Path("/proc/self/status")
if status.exists():
    most = re.search(r"VmHWM:\\s+(\\d+)", status.read_text())[1]
print(nodes, most)
"""
"""Linux lets a child begin with the peak of its parent in `ru_maxrss`; VmHWM is its own."""


def bench() -> Result:
    """Word and PDF, each in a process of its own; and what the bare import takes."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = {"DOCX": word(folder, bodies=BODIES), "PDF": pdf(folder, bodies=BODIES)}
        _, imported = child()
        held = {kind: child(str(file)) for kind, file in files.items() if file is not None}
    lines = [f"import alone {imported:6.0f} MB"]
    lines += [f"{kind:<12} {size:6.0f} MB  {nodes:,} nodes" for kind, (nodes, size) in held.items()]
    if "PDF" not in held:
        lines.append("PDF not measured: LibreOffice is not here")
    few = [f"{kind}: only {n} nodes were read" for kind, (n, _) in held.items() if n < 30 * BODIES]
    return Result(
        name="Memory, a document of 300 pages",
        lines=(*lines, f"floor: under {FLOOR:.0f} MB"),
        met=all(size < FLOOR for _, size in held.values()),
        wrong=tuple(few),
    )


def child(*arguments: str) -> tuple[int, float]:
    """(nodes read, megabytes held at most) of a process."""
    done = subprocess.run(
        [sys.executable, "-c", CHILD, *arguments], check=True, capture_output=True, text=True
    )
    nodes, kilobytes = map(int, done.stdout.split())
    # macOS counts bytes where Linux counts kilobytes.
    return nodes, kilobytes / (1024 * 1024 if sys.platform == "darwin" else 1024)
