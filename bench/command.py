"""Our own command, run as a person would, in a process of its own."""

import subprocess
import sys

WHIMBREL = [sys.executable, "-c", "from whimbrel.cli import main; main()"]


def whimbrel(*arguments: str) -> None:
    """Run it; an error stops the benchmark, with what the command said."""
    done = subprocess.run([*WHIMBREL, *arguments], capture_output=True, text=True, encoding="utf-8")
    if done.returncode:
        said = "\n".join(done.stderr.splitlines()[-3:])
        raise SystemExit(f"whimbrel {' '.join(arguments)} failed:\n{said}")
