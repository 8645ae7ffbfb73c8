"""The files of the project name no package host and no place on anybody's machine."""

import re
import subprocess
from pathlib import Path

import pytest

from tests.tools import ROOT

HOSTS = re.compile(
    r"""
    pypi\.org | pythonhosted | registry\.npmjs | deb\.debian\.org   # hosts of packages
    | --(?:extra-)?index-url | --find-links                         # pip's options that name one
    """,
    re.VERBOSE,
)
PLACES = re.compile(
    r"""
    (?<![\w./~-])                # not the middle of a longer path or an address
    / (?: home | root | work | Users | opt | tmp )  /\w
    | \b[A-Z]:\\Users\\
    """,
    re.VERBOSE,
)
PACKAGES = "python" + "hosted"
"""In two pieces, so that this file names no package host either."""
OURSELVES = "tests/house/test_repository.py"


def tracked() -> list[Path]:
    """Every text file that is or may be committed."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    if listed.returncode:
        pytest.skip("no git checkout: nothing is tracked here")
    files = (ROOT / name for name in listed.stdout.split("\0") if name and name != OURSELVES)
    return [path for path in files if path.is_file() and b"\0" not in path.read_bytes()[:8000]]


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        (HOSTS, "--index-url something", True),
        (HOSTS, f"files.{PACKAGES}.org/packages", True),
        (HOSTS, "the index of decisions", False),
        (PLACES, "see /home/anna/whimbrel", True),
        (PLACES, '"/tmp/out.json"', True),
        (PLACES, "C:\\Users\\anna", True),
        (PLACES, "../shared/work/x", False),
        (PLACES, "/usr/bin/env bash", False),
        (PLACES, "UNEP/CMS/COP15/home/x", False),
    ],
)
def test_the_patterns_find_what_they_should(
    pattern: re.Pattern[str], text: str, found: bool
) -> None:
    assert bool(pattern.search(text)) is found


@pytest.mark.parametrize("pattern", [HOSTS, PLACES], ids=["package host", "place on a machine"])
def test_no_file_names_it(pattern: re.Pattern[str]) -> None:
    named = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:120]}"
        for path in tracked()
        for number, line in enumerate(path.read_text("utf-8", errors="replace").splitlines(), 1)
        if pattern.search(line)
    ]
    assert not named, "\n".join(named)


def test_every_requirement_is_pinned_with_a_hash() -> None:
    for path in sorted((ROOT / "requirements").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        entries = re.findall(r"^[a-z0-9][^\n]*(?:\n[ ]{4}--hash[^\n]*)*", text, re.MULTILINE)
        assert entries, path.name
        bare = [entry.split()[0] for entry in entries if "==" not in entry or "--hash" not in entry]
        assert not bare, f"{path.name}: {bare}"
