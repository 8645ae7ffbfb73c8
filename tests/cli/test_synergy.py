"""`whimbrel synergy` and `whimbrel import` on files: every answer has rule, sources and dates."""

import csv
import io
import json

import pytest
from click.testing import CliRunner

from whimbrel.cli import main

MEMBERS = """treaty,party,entry_into_force,source,source_date
FEN,France,1983-11-01,Depositary,2020-01-01
FEN,Barbados,1990-01-01,Depositary,2020-01-01
MOOR,France,1990-01-01,Depositary,2020-01-01
MOOR,Haiti,1990-01-01,Depositary,2020-01-01
"""
TAXA = """scientific_name,rank,family,instrument,listing,effective_from
Terna nova,species,Ternidae,FEN,II,1990-01-01
Terna nova,species,Ternidae,MOOR,I,1991-01-01
Avis alba,species,Avidae,FEN,I,2018-01-01
"""


@pytest.fixture
def files(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "parties.csv").write_text(MEMBERS)
    (tmp_path / "taxa.csv").write_text(TAXA)
    return tmp_path


def run(*words: str, code: int = 0):
    done = CliRunner().invoke(main, words)
    assert done.exit_code == code, done.output
    return done


def test_shared_parties_come_with_rule_source_and_day(files) -> None:
    done = run("synergy", "parties", "FEN", "MOOR", "--parties", "parties.csv")
    assert "shared: 1" in done.stdout and "France" in done.stdout
    assert "Rule: Parties to all of FEN, MOOR" in done.stdout
    assert "Depositary (2020-01-01)" in done.stdout


def test_json_has_everything_that_an_answer_rests_on(files) -> None:
    done = run("synergy", "species", "FEN", "MOOR", "--listings", "taxa.csv@2020-01-01",
               "--at", "2019-01-01", "--to", "json")  # fmt: skip
    told = json.loads(done.stdout)
    assert told["counts"]["shared"] == 1 and told["as_at"] == "2019-01-01"
    assert [row["taxon"] for row in told["rows"]] == ["Terna nova"]
    assert told["rows"][0]["grounds"]["grounds"][0]["listing"]["row"] == 2
    assert told["rule"] and told["sources"][0]["on"] == "2020-01-01"


def test_csv_carries_rule_and_sources_in_every_row(files) -> None:
    done = run("synergy", "parties", "FEN", "--within", "Caribbean", "--all", "--parties",
               "parties.csv", "--to", "csv", "-o", "out.csv")  # fmt: skip
    rows = list(csv.DictReader(io.StringIO((files / "out.csv").read_text())))
    assert {row["code"]: row["counted"] for row in rows} == {"BB": "yes", "HT": "no"}
    assert all(row["rule"] and "2020-01-01" in row["sources"] for row in rows)
    assert "as of 2020-01-01" in done.stderr


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("parties", "HEATH", "--parties", "parties.csv"), "hold nothing of HEATH"),
        (("parties", "FEN", "--parties", "taxa.csv"), "lacks treaty"),
        (("parties", "FEN", "--parties", "none.csv"), "cannot be read"),
        (("parties", "FEN", "--parties", "parties.csv", "--at", "today"), "no date"),
        (("parties", "FEN", "--within", "Mu", "--parties", "parties.csv"), "no group is called Mu"),
        (("country", "Atlantis", "--parties", "parties.csv"), "no country goes by"),
        (("species", "FEN", "--listings", "parties.csv"), "no layout"),
    ],
)
def test_what_cannot_be_answered_says_why(files, words, told) -> None:
    assert told in run("synergy", *words, code=2).stderr


def test_the_rule_is_told_in_french(files) -> None:
    done = run("synergy", "accession", "FEN", "--sister", "MOOR", "--goal", "9", "--language", "fr",
               "--parties", "parties.csv")  # fmt: skip
    assert "États qui ne sont pas Parties à FEN" in done.stdout
    assert "il en manque 7" in done.stdout and "Haïti" in done.stdout


def test_an_import_is_tried_and_compared_without_a_house(files) -> None:
    (files / "old.csv").write_text("\n".join(MEMBERS.splitlines()[:-1]) + "\n")
    (files / "parties.csv").write_text(MEMBERS + "MOOR,Atlantis,1990-01-01,Depositary,2020-01-01\n")
    done = run("import", "memberships", "parties.csv", "--against", "old.csv")
    assert "5 rows read, 4 records, 1 rows rejected" in done.stdout
    assert "row 6: no country goes by “Atlantis”" in done.stdout
    assert "1 new, 0 gone, 3 the same" in done.stdout
    told = json.loads(
        run("import", "memberships", "parties.csv", "--dry-run", "--to", "json").stdout
    )
    assert told["rejected_rows"][0]["row"] == 6 and told["source"]["on"]
    assert "--by" in run("import", "memberships", "parties.csv", code=2).stderr
