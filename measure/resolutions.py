"""Resolutions of the United Nations, rendered with several seeds and scored against their gold."""

import subprocess
import sys
from pathlib import Path

from measure.shared import read_folder, shared

KINDS = ("docx", "pdf", "md", "txt")


def measure(folder: Path, *, seeds: list[str], kinds: list[str]) -> None:
    """Render, read, score and print, once a seed."""
    print("\nResolutions of the United Nations: structure gold, surface synthesised")
    for seed in seeds:
        rendered, out = folder / f"seed{seed}", folder / f"read{seed}"
        render(rendered, seed=seed, kinds=kinds)
        took = {
            kind: read_folder(rendered / kind, out / kind)
            for kind in kinds
            if (rendered / kind).is_dir()
        }
        times = ", ".join(f"{kind} {seconds:.1f} s" for kind, seconds in took.items())
        print(f"\nSeed {seed} (read in: {times})")
        score(rendered / "gold", out, kinds=list(took))


def render(out: Path, *, seed: str, kinds: list[str]) -> None:
    """The shared renderer; without LibreOffice it leaves out the PDFs and says so."""
    tool, source = shared("tools", "render_un.py"), shared("corpus", "un")
    options = ["--out", str(out), "--seed", seed, "--kinds", ",".join(kinds)]
    command = [sys.executable, str(tool), str(source), *options]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def score(gold: Path, out: Path, *, kinds: list[str]) -> None:
    """The shared scorer prints its table."""
    sys.stdout.flush()
    tool = shared("tools", "score_reader.py")
    subprocess.run([sys.executable, tool, gold, out, "--kinds", ",".join(kinds)], check=True)
