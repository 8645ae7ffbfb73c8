"""The contracts of the house hold because they can break: each is broken here, on a copy."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.tools import ROOT

CONFIG = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
CONTRACTS = {contract["id"]: contract for contract in CONFIG["importlinter"]["contracts"]}
FLOORS = [
    [room.strip("() ") for room in floor.split("|")] for floor in CONTRACTS["floors"]["layers"]
]
BELOW = [room for floor in FLOORS[FLOORS.index(["register"]) + 1 :] for room in floor]

VIOLATIONS = [
    ("Arrows only point down", {"document/wrong.py": "import whimbrel.reading"}),
    ("Arrows only point down", {"document/wrong.py": "import whimbrel.symbols"}),
    ("Arrows only point down", {"writing/wrong.py": "import whimbrel.reading"}),
    ("every room is on a floor", {"utils/__init__.py": ""}),
    ("The core knows no web framework", {"citations/wrong.py": "import http.client"}),
    ("The core knows no web framework", {"reading/wrong.py": "import django.db"}),
    (
        "Doors call acts and queries",
        {
            "cli/wrong.py": "from whimbrel.register import models",
        },
    ),
    (
        "Neighbours do not import each other in a circle",
        {
            "reading/one.py": "import whimbrel.reading.two",
            "reading/two.py": "import whimbrel.reading.one",
        },
    ),
]


@pytest.fixture(scope="module")
def house(tmp_path_factory) -> Path:
    """A copy of the house that may be damaged."""
    copy = tmp_path_factory.mktemp("house")
    shutil.copy(ROOT / "pyproject.toml", copy)
    unwanted = shutil.ignore_patterns("__pycache__", "*.yaml")
    shutil.copytree(ROOT / "src", copy / "src", ignore=unwanted)
    return copy


def lint(house: Path) -> subprocess.CompletedProcess[str]:
    command = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    return subprocess.run(
        [sys.executable, "-c", command, "--no-cache"],
        cwd=house,
        env={"PYTHONPATH": "src", "PATH": "", "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


def test_the_contracts_hold(house: Path) -> None:
    done = lint(house)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(("contract", "files"), VIOLATIONS)
def test_a_wrong_arrow_breaks_its_contract(
    house: Path, contract: str, files: dict[str, str]
) -> None:
    made = [house / "src/whimbrel" / name for name in files]
    folders = [path.parent for path in made if not path.parent.exists()]
    try:
        for path, text in zip(made, files.values(), strict=True):
            path.parent.mkdir(exist_ok=True)
            path.write_text(text)
        done = lint(house)
    finally:
        for path in made:
            path.unlink(missing_ok=True)
        for folder in folders:
            shutil.rmtree(folder, ignore_errors=True)
    broken = [line for line in done.stdout.splitlines() if line.endswith("BROKEN")]
    assert done.returncode == 1
    assert any(contract in line for line in broken), done.stdout


def test_every_room_below_the_register_is_bound_to_know_no_network() -> None:
    rooms = {path.parent.name for path in (ROOT / "src/whimbrel").glob("*/__init__.py")}
    bound = {name.removeprefix("whimbrel.") for name in CONTRACTS["pure"]["source_modules"]}
    assert bound == rooms & set(BELOW)
