"""`whimbrel tables`: what it prints, what it changes, and what it leaves alone."""

import json
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.houses import ANN, BO, Own, copied

Run = Callable[..., subprocess.CompletedProcess[str]]
pytestmark = pytest.mark.long
BODIES = "Partner,Type,Where,Mail\nExample Trust,NGO,Kenya,x\nOther Trust,Zork,Peru,y\n"


@pytest.fixture(scope="module")
def run(template: Own, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Run]:
    """Runs the command in a folder of its own, in a house with an officer."""
    with copied(template, tmp_path_factory.mktemp("house")) as one:
        (one.folder / "list.csv").write_text(BODIES, encoding="utf-8")
        (one.folder / "noise.csv").write_bytes(bytes(range(256)))
        yield one.run


def test_from_the_dry_run_to_the_ledger(run: Run) -> None:
    dry = run("tables", "list.csv", "--as", "bodies", "--by", ANN)
    assert dry.returncode == 1
    assert "Partner  ->  name" in dry.stdout
    assert "Mail  ->  left out" in dry.stdout
    assert "Nothing is changed yet: 1 new" in dry.stdout
    assert "row 3  Type “Zork”: the word is not known here" in dry.stdout
    kept = run("tables", "list.csv", "--as", "bodies", "--by", ANN, "--yes")
    assert kept.returncode == 1
    assert "Nothing is changed yet" in kept.stdout
    assert "tables.bring_in" not in run("ledger", "show", "--by", ANN).stdout
    words = ("--column", "Type=", "--column", "Where=country", "--yes", "--to", "json")
    done = run("tables", "list.csv", "--as", "bodies", "--by", ANN, "--reason", "ours", *words)
    assert done.returncode == 0, done.stdout + done.stderr
    told = json.loads(done.stdout)
    assert told["done"] is True
    assert told["counts"]["new"] == 2
    assert told["columns"] == {"Partner": "name", "Type": "", "Where": "country", "Mail": ""}
    again = json.loads(
        run("tables", "list.csv", "--as", "bodies", "--by", ANN, "--to", "json").stdout
    )
    assert again["counts"]["known"] == 2
    assert again["columns"] == told["columns"]
    ledger = run("ledger", "show", "--by", ANN).stdout
    assert "tables.bring_in" in ledger
    assert "tables.keep_mapping" in ledger


def test_a_template_is_written_filled_and_brought_in(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "agreements.xlsx"
    done = run("tables", "--template", "agreements", "-o", str(file), "--language", "es")
    assert done.returncode == 0, done.stderr
    book = load_workbook(file)
    assert book.worksheets[0].cell(row=1, column=1).value == "Nombre"
    book.worksheets[0].cell(row=2, column=1, value="Memorando con la Fundación Ejemplo")
    book.save(file)
    told = run("tables", str(file), "--as", "agreements", "--by", ANN, "--yes")
    assert "Brought in: 1 new" in told.stdout, told.stderr


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("list.csv", "--as", "bodies"), "who brings them in"),
        (("list.csv", "--by", ANN), "what its rows are"),
        (("none.csv", "--as", "bodies", "--by", ANN), "none.csv: it cannot be read"),
        (("list.csv", "--as", "bodies", "--by", "zoe@example.org"), "nobody here goes by"),
        (("list.csv", "--as", "bodies", "--by", BO), "may not"),
        (("list.csv", "--as", "bodies", "--by", ANN, "--sheet", "B"), "The sheets are: list.csv"),
        (("list.csv", "--as", "bodies", "--by", ANN, "--column", "x"), "HEADING=FIELD"),
        (("noise.csv", "--as", "bodies", "--by", ANN), "is no text"),
        (("--template", "bodies"), "-o FILE.xlsx"),
        (("--template", "bodies", "-o", "none/x.xlsx"), "cannot be written"),
    ],
)
def test_what_cannot_be_done_is_told(run: Run, words: tuple[str, ...], why: str) -> None:
    told = run("tables", *words)
    assert told.returncode == 2
    assert why in told.stderr
    assert "Traceback" not in told.stderr


def test_a_column_that_is_not_there_is_a_problem_with_the_list_of_columns(run: Run) -> None:
    told = run("tables", "list.csv", "--as", "bodies", "--by", ANN, "--column", "Colour=kind")
    assert told.returncode == 1
    assert "there is no column “Colour”. The columns are: Partner, Type, Where, Mail" in told.stdout
