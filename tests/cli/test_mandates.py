"""`whimbrel mandates`, from the outside."""

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from whimbrel.cli import main

DECISION = """UNEP/CMS/COP16/Doc.9

***Directed to the Secretariat***

**15.4** The Secretariat shall, subject to external funding:

a) publish the atlas; and

b) report to the Conference of the Parties at its 16th meeting.
"""
FIELDS = {
    "id", "operative", "addressees", "force", "conditions", "condition_kinds", "due", "report_to",
    "collaborators", "outputs", "recurring", "second_verb",
}  # fmt: skip


def lines(tmp_path: Path, *rows: str) -> Path:
    path = tmp_path / "in.jsonl"
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


def test_a_line_is_answered_with_every_field_and_no_label_is_looked_at(tmp_path: Path) -> None:
    row = {
        "id": "x1",
        "language": "en",
        "context": None,
        "text": "Urges Parties to act, if possible;",
        "force": "note",
        "operative": False,
    }
    done = CliRunner().invoke(main, ["mandates", "--lines", str(lines(tmp_path, json.dumps(row)))])
    answer = json.loads(done.stdout)
    assert set(answer) == FIELDS
    assert (answer["id"], answer["force"], answer["operative"]) == ("x1", "urge", True)
    assert answer["conditions"] == ["if possible"]
    assert answer["outputs"] == ["none"]


@pytest.mark.parametrize("row", ["{", "[1]", '{"text": "x"}', '{"id": 1, "text": null}'])
def test_a_line_that_is_no_provision_is_named(tmp_path: Path, row: str) -> None:
    done = CliRunner().invoke(main, ["mandates", "--lines", str(lines(tmp_path, row))])
    assert done.exit_code == 2
    assert "line 1" in done.stderr


def test_neither_file_nor_lines_is_an_error_that_says_what_to_do() -> None:
    done = CliRunner().invoke(main, ["mandates"])
    assert done.exit_code == 2
    assert "--lines" in done.stderr


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "decision.md"
    path.write_text(DECISION, encoding="utf-8")
    return path


def test_a_document_is_answered_in_json_with_words_and_places(paper: Path) -> None:
    done = CliRunner().invoke(main, ["mandates", str(paper), "--to", "json"])
    rows = json.loads(done.stdout)
    last = rows[-1]
    assert last["addressees"] == ["Secretariat"]
    assert (last["due"], last["report_to"]) == ("COP16", "COP")
    words = {(one["field"], one["words"]) for one in last["words"]}
    assert ("condition", "subject to external funding") in words
    assert all(one["address"] for one in last["words"])


def test_the_table_has_a_row_a_mandate(paper: Path) -> None:
    done = CliRunner().invoke(main, ["mandates", str(paper), "--to", "csv"])
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert [row["force"] for row in rows] == ["obligation"] * len(rows)
    assert rows[-1]["conditions"] == "subject to external funding"


def test_the_text_names_who_is_to_act(paper: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    done = CliRunner().invoke(main, ["mandates", str(paper), "-o", str(target)])
    assert done.exit_code == 0
    assert "obligation: Secretariat" in target.read_text(encoding="utf-8")
