"""`whimbrel check`: what a person and a program get, and the status."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.tools import ROOT
from whimbrel.cli.check import check, shortened

CLEAN = ROOT / "tests/reporting/clean"


@pytest.fixture
def flawed(tmp_path: Path) -> Path:
    """The clean document with an error, a warning and a note."""
    text = (CLEAN / "en.md").read_text(encoding="utf-8")
    for old, new in (
        ("16.AA", "15.AA"),
        ("four Parties (Chile", "five Parties (Chile"),
        ("UNEP/CMS/COP16/Doc.97.5", "UNEP/CMS/COP16 Doc. 97.5"),
    ):
        text = text.replace(old, new)
    path = tmp_path / "flawed.md"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_clean_document_leaves_with_status_0() -> None:
    result = CliRunner().invoke(check, [str(CLEAN / "en.md")])
    assert result.exit_code == 0, result.output
    assert result.stdout == "en.md: nothing to flag\n"


def test_findings_are_told_by_level_and_leave_with_status_1(flawed: Path) -> None:
    result = CliRunner().invoke(check, [str(flawed)])
    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    assert lines[0] == "flawed.md: 1 error, 1 warning, 1 note"
    levels = [line for line in lines if line.isalpha() and line.isupper()]
    assert levels == ["ERRORS", "WARNINGS", "NOTES"]
    assert "  annex__dec_15.AA  number-prefix" in lines
    assert "    “15.AA”" in lines
    assert "    five Parties, and 4 are listed." in lines


@pytest.mark.parametrize(("level", "count"), [("error", 1), ("warning", 2), ("note", 3)])
def test_the_level_leaves_out_what_is_below_it(flawed: Path, level: str, count: int) -> None:
    result = CliRunner().invoke(check, [str(flawed), "--to", "json", "--level", level])
    assert result.exit_code == 1
    rows = json.loads(result.stdout)
    assert len(rows) == count
    assert set(rows[0]) == {"address", "level", "rule", "words", "why", "also", "key"}


def test_a_level_without_findings_leaves_with_status_0() -> None:
    result = CliRunner().invoke(check, [str(CLEAN / "fr.md"), "--level", "error", "--to", "json"])
    assert (result.exit_code, json.loads(result.stdout)) == (0, [])


def test_reasons_are_told_in_the_language_that_is_asked_for(flawed: Path) -> None:
    result = CliRunner().invoke(check, [str(flawed), "--language", "fr"])
    assert "five Parties, et la liste en a 4." in result.stdout


def test_the_answer_may_go_to_a_file(flawed: Path, tmp_path: Path) -> None:
    into = tmp_path / "found.txt"
    result = CliRunner().invoke(check, [str(flawed), "-o", str(into)])
    assert (result.exit_code, result.stdout) == (1, "")
    assert into.read_text(encoding="utf-8").startswith("flawed.md: 1 error")


@pytest.mark.parametrize("content", [None, b"", b"PK\x03\x04 no package", b"\x00\x01\x02" * 50])
def test_a_file_that_cannot_be_read_leaves_with_status_2(
    tmp_path: Path, content: bytes | None
) -> None:
    path = tmp_path / "bad.docx"
    if content is not None:
        path.write_bytes(content)
    result = CliRunner().invoke(check, [str(path)])
    assert result.exit_code == 2, result.output
    assert "bad.docx" in result.stderr


def test_long_words_are_cut_in_the_text_form() -> None:
    assert shortened("a\n b") == "a b"
    assert len(shortened("word " * 100)) <= 160
    assert shortened("word " * 100).endswith(" …")
