"""What some tests need from outside: the shared corpora, LibreOffice, Poppler, Chromium.

Absent, the test is skipped and says why. With WHIMBREL_REQUIRE_TOOLS=1, as in `.ci/run`, a missing
program fails it.
"""

import os
import shutil
from pathlib import Path
from typing import NoReturn

import pytest

ROOT = Path(__file__).resolve().parent.parent


def corpus(*parts: str) -> Path:
    """A folder or file of the shared corpora: `corpus("seed")`."""
    shared = Path(os.environ.get("WHIMBREL_CORPUS") or "../shared")
    path = (ROOT / shared).joinpath(*parts)
    if not path.exists():
        name = "/".join(parts) or "the corpora"
        # Elsewhere nobody has them: their absence is never a failure.
        pytest.skip(f"{name} not found: set WHIMBREL_CORPUS to the shared folder")
    return path


def soffice() -> str:
    """LibreOffice, which prints Word files."""
    return program("soffice", package="libreoffice-writer-nogui")


def pdftoppm() -> str:
    """Poppler's printer of PDF pages as pictures."""
    return program("pdftoppm", package="poppler-utils")


def chromium() -> str:
    """A browser without a window."""
    return program("chromium", package="chromium")


def program(name: str, *, package: str) -> str:
    """The path of a program, by name."""
    found = shutil.which(name)
    if found is None:
        missing(f"{name} not found: install Debian's package {package}")
    return found


def missing(what: str) -> NoReturn:
    """Skip, or fail where the machine was to have it."""
    if os.environ.get("WHIMBREL_REQUIRE_TOOLS") == "1":
        pytest.fail(what)
    pytest.skip(what)
