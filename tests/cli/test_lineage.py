"""`whimbrel lineage` and `whimbrel compare`, from the outside."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from whimbrel.cli import main

OLD = """UNEP/CMS/COP16/Doc.9

1. The Secretariat shall publish an atlas of the stopover sites of cranes by 2021.

2. Parties are encouraged to map the caves in which bats hibernate <b>.

3. The Standing Committee shall adopt the budget of the next triennium.
"""
NEW = """UNEP/CMS/COP17/Doc.8

1. Parties are encouraged to map and protect the caves in which bats hibernate <b>.

2. The Secretariat shall publish an atlas of the stopover sites of cranes by 2024.

3. Donors are invited to fund the tracking of eagles across the desert.
"""
ROW = {
    "id": "x1",
    "language": "en",
    "old": [{"path": "7", "text": "Also notes the state of reefs;"}],
    "new": [{"path": "9", "text": "Notes the state of reefs;"}],
    "label": "unrelated",
    "note": None,
}


def asked(tmp_path: Path, *rows: str) -> Result:
    path = tmp_path / "in.jsonl"
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return CliRunner().invoke(main, ["lineage", "--lines", str(path)])


def test_a_line_is_answered_and_no_label_is_looked_at(tmp_path: Path) -> None:
    done = asked(tmp_path, json.dumps(ROW), "", json.dumps({**ROW, "id": 2}))
    assert done.exit_code == 0
    first, second = map(json.loads, done.stdout.splitlines())
    assert first == {
        "id": "x1",
        "label": "renewed-verbatim",
        "changed": {"removed": ["Also notes"], "added": ["Notes"]},
    }
    assert second["id"] == 2


@pytest.mark.parametrize(
    "row",
    [
        "{",
        "[1]",
        "[" * 3000,
        '{"old": []}',
        '{"id": 1, "old": [], "new": []}',
        '{"id": 1, "old": [{"path": "1"}], "new": [{"text": "x"}]}',
        '{"id": 1, "old": ["x"], "new": [{"text": "x"}]}',
        '{"id": 1, "language": 3, "old": [{"text": "x"}], "new": [{"text": "x"}]}',
        json.dumps({**ROW, "old": [{"text": "long " * 5000}]}),
        json.dumps({**ROW, "old": [{"text": "Notes;"}] * 51}),
    ],
    ids=lambda row: row[:40],
)
def test_a_bad_line_is_named_and_the_others_are_answered(tmp_path: Path, row: str) -> None:
    done = asked(tmp_path, json.dumps(ROW), row, json.dumps({**ROW, "id": "x3"}))
    assert done.exit_code == 2
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == ["x1", "x3"]
    assert "line 2" in done.stderr
    assert "line 1" not in done.stderr


def test_without_lines_it_says_what_to_do() -> None:
    done = CliRunner().invoke(main, ["lineage"])
    assert done.exit_code == 2
    assert "--lines" in done.stderr


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["lineage", "--lines", str(tmp_path / "none.jsonl")])
    assert done.exit_code == 2
    assert "none.jsonl" in done.stderr


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    for name, text in (("old.md", OLD), ("new.md", NEW)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return [str(tmp_path / "old.md"), str(tmp_path / "new.md")]


def compared(files: list[str], *options: str) -> Result:
    return CliRunner().invoke(main, ["compare", *files, *options])


def test_two_documents_are_paired_whatever_their_order(files: list[str]) -> None:
    done = compared(files, "--to", "json")
    assert done.exit_code == 0, done.stderr
    rows: list[dict[str, Any]] = json.loads(done.stdout)
    told = [(paths(row, "old"), paths(row, "new"), row["label"]) for row in rows]
    assert told == [
        (["2"], ["1"], "renewed-amended"),
        (["1"], ["2"], "renewed-amended"),
        ([], ["3"], "new"),
        (["3"], [], "gone"),
    ]
    assert rows[1]["changed"] == {"removed": ["2021."], "added": ["2024."]}
    assert rows[1]["parts"][-2:] == [["removed", "2021."], ["added", "2024."]]
    assert rows[2]["why"] is None


def paths(row: dict[str, Any], side: str) -> list[str]:
    return [one["path"] for one in row[side]]


def test_in_text_the_words_that_changed_are_marked(files: list[str]) -> None:
    done = compared(files)
    assert "1 → 2  renewed-amended: only numbers, dates or sessions differ" in done.stdout
    assert "by [-2021.-] {+2024.+}" in done.stdout
    assert "3  new\n  + 3  Donors are invited" in done.stdout
    assert "3  gone\n  - 3  The Standing Committee" in done.stdout


def test_in_html_words_are_escaped_and_marked(files: list[str]) -> None:
    done = compared(files, "--to", "html")
    assert '<html lang="en">' in done.stdout
    assert "<del>2021.</del> <ins>2024.</ins>" in done.stdout
    assert "hibernate &lt;b&gt;." in done.stdout
    assert "<b>" not in done.stdout


def test_a_document_without_provisions_is_named(files: list[str], tmp_path: Path) -> None:
    empty = tmp_path / "empty.md"
    empty.write_text("# Title\n", encoding="utf-8")
    done = compared([files[0], str(empty)])
    assert done.exit_code == 2
    assert "empty.md" in done.stderr


def test_two_languages_are_not_compared(files: list[str], tmp_path: Path) -> None:
    french = tmp_path / "fr.md"
    french.write_text(
        "UNEP/CMS/COP17/Doc.8\n\n1. Le Secrétariat est prié de publier un atlas des haltes des"
        " grues et de présenter un rapport à la Conférence des Parties à sa prochaine session.\n\n"
        "2. Les Parties sont encouragées à protéger les grottes où les chauves-souris hivernent.\n",
        encoding="utf-8",
    )
    done = compared([files[0], str(french)])
    assert done.exit_code == 2
    assert "one language" in done.stderr


REPORT = """UNEP/CMS/COP{n}/Doc.9

TERNS

1. COP14 adopted Decision 14.70 *Counting of Terns*:

*14.70 Directed to the Secretariat*

*The Secretariat shall count the terns of the {sea} Sea by boat.*

2. The Secretariat counted the terns of the {sea} Sea by boat with three partners.
"""


def test_of_two_reports_only_the_decisions_are_paired(tmp_path: Path) -> None:
    files = []
    for n, sea in ((15, "North"), (16, "South")):
        files.append(str(tmp_path / f"{n}.md"))
        Path(files[-1]).write_text(REPORT.format(n=n, sea=sea), encoding="utf-8")
    rows = json.loads(compared(files, "--to", "json").stdout)
    assert [(paths(row, "old"), paths(row, "new")) for row in rows] == [(["14.70"], ["14.70"])]
    assert rows[0]["changed"] == {"removed": ["North"], "added": ["South"]}


def test_a_report_and_a_paper_without_decisions_are_compared_whole(tmp_path: Path) -> None:
    for name, text in (("a.md", REPORT.format(n=15, sea="North")), ("b.md", OLD)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    rows = json.loads(
        compared([str(tmp_path / "a.md"), str(tmp_path / "b.md")], "--to", "json").stdout
    )
    assert {path for row in rows for path in paths(row, "old")} == {"1", "14.70", "2"}
