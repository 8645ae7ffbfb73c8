"""The record through the terminal: make a house, deposit, judge, and see the ledger."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.record import OFFICER
from whimbrel.cli import main
from whimbrel.demo import compose

Run = Callable[..., subprocess.CompletedProcess[str]]
BO, ANN = "bo@example.org", "ann@example.org"


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Runs the command in a folder of its own, on a house of its own."""
    folder = tmp_path_factory.mktemp("house")
    (folder / "specimen.docx").write_bytes(compose())

    def command(*words: str) -> subprocess.CompletedProcess[str]:
        settings = {**os.environ, "WHIMBREL_DATABASE": "sqlite:///whimbrel.sqlite3"}
        settings.pop("WHIMBREL_PERSON", None)
        return subprocess.run(
            [sys.executable, "-m", "whimbrel", *words],
            cwd=folder, env=settings, capture_output=True, text=True, encoding="utf-8",
        )  # fmt: skip

    return command


@pytest.fixture(scope="module")
def symbol(run: Run) -> str:
    """The specimen in a new house with an administrator and an officer."""
    assert "there is no house here yet" in run("readings", "X", "--by", ANN).stderr
    assert run("house", BO, "Bo").returncode == 0
    assert run("person", ANN, "Ann", "officer", "--by", BO).returncode == 0
    done = run("deposit", "specimen.docx", "--by", ANN, "--reason", "came by mail")
    assert done.returncode == 0, done.stderr
    return done.stdout.split(" is kept")[0]


@pytest.mark.long
def test_the_loop_from_the_file_to_the_ledger(run: Run, symbol: str) -> None:
    assert "is here already, as version 1" in run("deposit", "specimen.docx", "--by", ANN).stdout
    listed = run("readings", symbol, "--kind", "engagements", "--by", ANN).stdout.splitlines()
    assert all("proposed" in line for line in listed)
    assert "sure readings" in run("judge", symbol, "--sure", "--by", ANN).stdout
    row = json.loads(
        run("readings", symbol, "--kind", "agreements", "--to", "json", "--by", ANN).stdout
    )
    assert row[0]["row"]["name"]
    fresh = json.loads(run("extract", "specimen.docx").stdout)
    kept = json.loads(run("extract", "--from-register", symbol, "--by", ANN).stdout)
    assert {**kept, "source": ""} == {**fresh, "source": ""}
    assert "accept_sure" in run("ledger", "show", "--by", ANN).stdout
    assert "none changed, none missing" in run("ledger", "verify").stdout


@pytest.mark.long
def test_a_house_is_for_nobody_elses_eyes(tmp_path: Path) -> None:
    settings = {**os.environ, "WHIMBREL_DATABASE": f"sqlite:///{tmp_path}/mine.sqlite3",
                "WHIMBREL_LEDGER_HEAD": f"{tmp_path}/mine.head"}  # fmt: skip
    words = [sys.executable, "-m", "whimbrel", "house", BO, "Bo"]
    done = subprocess.run(words, cwd=tmp_path, env=settings, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    made = {one.name: one.stat().st_mode & 0o077 for one in tmp_path.iterdir()}
    assert made["mine.sqlite3"] == 0
    assert not any(made.values())


@pytest.mark.long
def test_a_house_is_made_once_and_needed(run: Run, symbol: str) -> None:
    done = run("house", "eve@example.org", "Eve")
    assert (done.returncode, done.stdout) == (2, "")
    assert "this house has people" in done.stderr


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("deposit", "missing.docx", "--by", OFFICER), "there is no such file"),
        (("person", "e@f.g", "E", "officer", "--by", OFFICER), "may not enter people"),
        (("judge", "X/1", "--sure", "--by", OFFICER), "there is no X/1 in the record"),
        (("judge", "X/1", "--sure", "--by", "x@y.z"), "nobody here goes by x@y.z"),
        (("judge", "X/1", "--by", OFFICER), "name one reading"),
        (("judge", "X/1", "dates", "--by", OFFICER), "named by KIND PLACE"),
        (("extract", "--from-register", "X/1"), "there is no X/1 that you may see"),
        (("extract",), "name a file"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_line(
    house: Path, words: tuple[str, ...], why: str
) -> None:
    done = CliRunner().invoke(main, words)
    assert done.exit_code == 2
    assert why in done.stderr


@pytest.mark.usefixtures("house")
@pytest.mark.parametrize(
    ("text", "why"), [("[1]", "holds no row"), ("{", "cannot be read as JSON")]
)
def test_a_correction_that_is_no_row_is_refused(tmp_path: Path, text: str, why: str) -> None:
    (tmp_path / "row.json").write_text(text)
    words = ("judge", "X/1", "dates", "1", "correct", "--row", str(tmp_path / "row.json"))
    done = CliRunner().invoke(main, [*words, "--by", OFFICER])
    assert (done.exit_code, why in done.stderr) == (2, True)
