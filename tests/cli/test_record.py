"""The record through the terminal: make a house, deposit, judge, and see the ledger."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

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


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("house", "eve@example.org", "Eve"), "this house has people"),
        (("deposit", "missing.docx", "--by", ANN), "there is no such file"),
        (("deposit", "specimen.docx", "--by", "x@y.z"), "nobody here goes by x@y.z"),
        (
            ("person", "e@f.g", "E", "officer", "--by", ANN),
            "may not enter people",
        ),
        (("judge", "X/1", "--sure", "--by", ANN), "there is no X/1 in the record"),
        (("judge", "X/1", "--by", ANN), "name one reading"),
        (("judge", "X/1", "dates", "--by", ANN), "named by KIND PLACE"),
        (("extract", "--from-register", "X/1"), "there is no X/1 that you may see"),
        (("extract",), "name a file"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_line(
    run: Run, symbol: str, words: tuple[str, ...], why: str
) -> None:
    done = run(*words)
    assert done.returncode == 2
    assert why in done.stderr
    assert "Traceback" not in done.stderr


def test_a_correction_that_is_no_row_is_refused(run: Run, symbol: str, tmp_path: Path) -> None:
    bad = tmp_path / "row.json"
    bad.write_text("[1]")
    done = run("judge", symbol, "dates", "1", "correct", "--row", str(bad), "--by", ANN)
    assert "holds no row" in done.stderr
    bad.write_text("{")
    done = run("judge", symbol, "dates", "1", "correct", "--row", str(bad), "--by", ANN)
    assert "cannot be read as JSON" in done.stderr
