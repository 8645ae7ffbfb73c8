"""A whole report: five hundred paragraphs over twenty thousand engagements, composed and written
as a Word file."""

import subprocess
import sys
import time

from bench.compose import DEEDS, matter, paragraphs
from bench.result import Result
from whimbrel.reporting.compose import compose
from whimbrel.reporting.layout import laid_out
from whimbrel.writing.docx import docx_of

FLOOR = 3.0
"""Seconds."""
MEGABYTES = 300.0
CHILD = """
import re, pathlib
from bench.compose import report
from whimbrel.writing.docx import docx_of
docx_of(report().document)
print(re.search(r"VmHWM:\\s+(\\d+)", pathlib.Path("/proc/self/status").read_text())[1])
"""


def bench() -> Result:
    """The best of three runs, the memory of a process of its own."""
    whole = matter()
    taken, size = [], 0
    for _ in range(3):
        started = time.perf_counter()
        laid = laid_out(compose(whole), whole)
        size = len(docx_of(laid.document))
        taken.append(time.perf_counter() - started)
    found = paragraphs(laid.document)
    child = subprocess.run(
        [sys.executable, "-c", CHILD], capture_output=True, text=True, check=True
    )
    most = int(child.stdout) / 1024
    return Result(
        name=f"A whole report: {found} paragraphs over {DEEDS:,} engagements, as a Word file",
        lines=(
            f"compose, lay out and write: {min(taken):.2f} s (floor {FLOOR} s), {size:,} bytes",
            f"memory, interpreter and matter included: {most:.0f} MB (floor {MEGABYTES:.0f} MB)",
        ),
        met=min(taken) <= FLOOR and most <= MEGABYTES,
        wrong=() if found >= 500 else (f"only {found} paragraphs",),
    )
