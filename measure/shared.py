"""Where the shared material is, and how our own reader is run over a folder of it."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
WHIMBREL = [sys.executable, "-c", "from whimbrel.cli import main; main()"]
"""The command, whether or not its script is installed."""


class Missing(Exception):
    """Something the measure needs is not there. The message says what to do."""


def shared(*parts: str) -> Path:
    """A folder or file of the shared material."""
    path = (ROOT / (os.environ.get("WHIMBREL_CORPUS") or "../shared")).joinpath(*parts)
    if not path.exists():
        raise Missing(f"{'/'.join(parts)} not found: set WHIMBREL_CORPUS to the shared folder")
    return path


def read_folder(files: Path, out: Path) -> float:
    """`whimbrel read` on every file of a folder, JSON in another. Seconds it took.

    A file that cannot be read is reported by the command itself and counts as wholly missed.
    """
    out.mkdir(parents=True, exist_ok=True)
    started = time.perf_counter()
    command = [*WHIMBREL, "read", str(files), "--to", "json", "-o", str(out), "--jobs", "2"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
    took = time.perf_counter() - started
    if done.returncode:
        said = [line for line in done.stderr.splitlines() if line.strip()]
        print("\n".join(said[-10:]), file=sys.stderr)
    return took


def load(path: Path) -> dict[str, Any]:
    """What the reader wrote."""
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found
