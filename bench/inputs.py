"""Documents to measure with, composed by ourselves: the specimen, long and short."""

import os
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

from whimbrel.demo import compose


def word(folder: Path, *, bodies: int) -> Path:
    """The specimen as a Word file with so many bodies; three pages each."""
    file = folder / f"specimen-{bodies}.docx"
    file.write_bytes(compose(bodies=bodies))
    return file


def resolutions(folder: Path) -> list[Path]:
    """Resolutions of the shared corpus, rendered as Word files; none where it is not there."""
    shared = Path(os.environ.get("WHIMBREL_CORPUS") or "../shared")
    source, tool = shared / "corpus" / "un", shared / "tools" / "render_un.py"
    if not tool.exists():
        return []
    command = [sys.executable, tool, source, "--out", folder / "un", "--kinds", "docx"]
    subprocess.run(list(map(str, command)), check=True, capture_output=True)
    return sorted((folder / "un" / "docx").iterdir())


def pdf(folder: Path, *, bodies: int) -> Path | None:
    """The same printed by LibreOffice; None where that is not installed."""
    soffice = shutil.which("soffice")
    if soffice is None:
        return None
    source = word(folder, bodies=bodies)
    profile = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    to_pdf = ["--headless", "--convert-to", "pdf", "--outdir", str(folder), str(source)]
    subprocess.run([soffice, profile, *to_pdf], check=True, capture_output=True)
    return source.with_suffix(".pdf")


def recall(wanted: str, found: str) -> float:
    """Share of the words of one text that stand in another, each as often as there."""
    words, have = Counter(wanted.split()), Counter(found.split())
    return (words & have).total() / max(1, words.total())
