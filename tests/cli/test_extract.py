"""`whimbrel extract` and `whimbrel show`: what a person and a program get of a small report."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from whimbrel.cli.extract import extract
from whimbrel.cli.show import show

REPORT = """\
UNEP/CMS/COP15/Doc.99

8 January 2026

Original: English

15th MEETING OF THE CONFERENCE OF THE PARTIES

GULLS AND HARBOURS

# Implementation of Decision 14.1

1. COP14 adopted Decision 14.1:

14.1 Directed to the Secretariat

The Secretariat shall, subject to the availability of external resources, convene a working group
on harbour lights.

2. Due to lack of funding, it was not possible to convene such a working group.

3. The Secretariat took part in a workshop organized by FAO in Lima, Peru, in May 2024.

# Recommended actions

4. The Conference of the Parties is recommended to delete Decision 14.1.
"""
KEYS = {
    "metadata", "headings", "paragraphs", "decisions", "provisions", "draft_decisions",
    "recommended_actions", "statuses", "positions", "citations", "organisations", "groups",
    "engagements", "agreements", "countries", "species", "dates",
}  # fmt: skip


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "report.md"
    path.write_text(REPORT, encoding="utf-8")
    return path


def test_extract_prints_every_kind_of_fact_as_json(file: Path) -> None:
    result = CliRunner().invoke(extract, [str(file)])
    assert result.exit_code == 0, result.output
    rows = json.loads(result.stdout)
    assert set(rows) >= KEYS
    assert rows["metadata"]["symbol"] == "UNEP/CMS/COP15/Doc.99"
    (engagement,) = rows["engagements"]
    assert engagement["partners"] == ["FAO"]
    assert engagement["date"] == {
        "start": "2024-05",
        "end": "2024-05",
        "precision": "month",
        "surface": "May 2024",
    }
    assert engagement["venue_country"] == "PE"
    assert engagement["paragraphs"] == [3]
    assert [(one["provision"], one["status"]) for one in rows["statuses"]] == [
        ("14.1", "not-implemented")
    ]
    assert rows["recommended_actions"][0]["objects"] == ["14.1"]
    assert rows["provisions"][0]["condition"] == "subject-to-external-resources"


def test_extract_writes_a_file(file: Path, tmp_path: Path) -> None:
    target = tmp_path / "facts.json"
    result = CliRunner().invoke(extract, [str(file), "-o", str(target)])
    assert result.exit_code == 0, result.output
    assert json.loads(target.read_text(encoding="utf-8"))["engagements"]


def test_a_file_that_is_no_document_is_refused_with_a_reason(tmp_path: Path) -> None:
    result = CliRunner().invoke(extract, [str(tmp_path / "none.md")])
    assert result.exit_code != 0
    assert "none.md" in result.stderr


def test_show_prints_the_words_and_beside_them_what_was_understood(file: Path) -> None:
    result = CliRunner().invoke(show, [str(file), "--width", "110"])
    assert result.exit_code == 0, result.output
    lines = result.stdout.splitlines()
    assert any(
        "3. The Secretariat took part" in line and "| workshop; done" in line for line in lines
    )
    assert any("| 14.1: not-implemented (lack of funding)" in line for line in lines)
    assert max(map(len, lines)) <= 110
