"""The command line as people use it: one file, a folder, every form, and what the help promises."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.reading.word import word
from whimbrel import read
from whimbrel.cli import COMMANDS, main
from whimbrel.document import walk

PAPER = """\
UNEP/TFC/COP4/Doc.12

4 May 2031

Agenda item 12

FLYWAYS OVER TIDAL FLATS

(Prepared by the Secretariat)

Background

1. Decision 3.14 asked the Secretariat to report; see also General Assembly resolution 78/155.

2. COP3 adopted Decisions 3.14 and 3.15:

3.14 Directed to the Secretariat

The Secretariat shall, subject to the availability of external resources:

- a) prepare a report on flyways; and
- b) convene a workshop.

Recommended actions

3. The Conference of the Parties is recommended to:

- a) adopt the draft Decisions in the Annex.

ANNEX

DRAFT DECISIONS

Directed to Parties

4.AA Parties are encouraged to share data on flyways.
"""


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """A short paper in Markdown."""
    file = tmp_path / "Doc.12.md"
    file.write_text(PAPER, encoding="utf-8")
    return file


def run(*arguments: str) -> str:
    """What a command prints, when all is well."""
    result = CliRunner().invoke(main, list(arguments))
    assert result.exit_code == 0, result.stderr
    return result.stdout


def test_json_holds_the_promised_keys_and_the_words(paper: Path) -> None:
    found = json.loads(run("read", str(paper), "--to", "json"))
    assert found["symbol"] == "UNEP/TFC/COP4/Doc.12"
    assert found["title"] == "FLYWAYS OVER TIDAL FLATS"
    assert found["date"] == "2031-05-04"
    assert found["language"] == "en"
    nodes = {node["address"]: node for node in found["nodes"]}
    assert nodes["para_2__dec_3.14__b"]["text"] == "convene a workshop."
    assert nodes["para_2__dec_3.14__b"]["label_path"] == ["3.14", "b)"]
    assert nodes["para_1"]["citations"] == [
        {"surface": "3.14", "target": nodes["para_1"]["citations"][0]["target"]},
        {"surface": "78/155", "target": "A/RES/78/155"},
    ]
    assert {node["kind"] for node in found["nodes"]} <= {
        "heading",
        "paragraph",
        "item",
        "decision",
        "directed",
        "annex",
        "table",
        "note",
        "preamble",
    }
    paths = [node["label_path"] for node in found["nodes"]]
    assert found["provisions"]
    assert all(each["label_path"] in paths for each in found["provisions"])
    assert set(found["provisions"][0]) == {
        "label_path",
        "text",
        "addressees",
        "force",
        "verb",
        "conditions",
        "due",
        "report_to",
    }


@pytest.mark.parametrize("form", ["json", "akn", "html", "md", "docx"])
def test_what_is_written_is_read_back_as_it_was(form: str, paper: Path, tmp_path: Path) -> None:
    target = tmp_path / "again"
    run("read", str(paper), "--to", form, "-o", str(target))
    assert read(target) == read(paper)


@pytest.mark.parametrize("style", ["cms", "cites", "un"])
def test_a_paper_is_printed_in_the_style_of_a_house(
    style: str, paper: Path, tmp_path: Path
) -> None:
    target = tmp_path / "paper.pdf"
    run("read", str(paper), "--to", "pdf", "--style", style, "-o", str(target))
    found = read(target)
    assert found.masthead.symbol == "UNEP/TFC/COP4/Doc.12"
    addresses = [placed.address for placed in walk(found)]
    assert [one for one in addresses if one.startswith("para_") and "__" not in one] == [
        "para_1", "para_2", "para_3",
    ]  # fmt: skip
    assert "para_2__dec_3.14__b" in addresses


def test_a_form_that_is_no_text_is_not_printed(paper: Path) -> None:
    result = CliRunner().invoke(main, ["read", str(paper), "--to", "docx"])
    assert result.exit_code == 2
    assert "add -o FILE" in result.stderr


def test_a_house_style_that_does_not_exist_is_refused_with_those_that_do(paper: Path) -> None:
    arguments = ["read", str(paper), "--to", "pdf", "--style", "oslo", "-o", "x.pdf"]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 2
    assert "there are cites, cms-letter, cms, un" in result.stderr


def test_text_is_read_back_without_marks(paper: Path, tmp_path: Path) -> None:
    from whimbrel.document.normal import without_marks

    target = tmp_path / "again.txt"
    run("read", str(paper), "-o", str(target))
    assert read(target) == without_marks(read(paper))


def test_a_folder_keeps_its_shape_and_names_that_would_meet_keep_their_endings(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "in"
    (folder / "sub").mkdir(parents=True)
    (folder / "a.md").write_text(PAPER, encoding="utf-8")
    (folder / "a.docx").write_bytes(word("<w:p><w:r><w:t>Words of a paper.</w:t></w:r></w:p>"))
    (folder / "sub" / "b.md").write_text(PAPER, encoding="utf-8")
    (folder / "notes.xyz").write_text("left out", encoding="utf-8")
    target = tmp_path / "out"
    result = CliRunner().invoke(main, ["read", str(folder), "--to", "json", "-o", str(target)])
    assert result.exit_code == 0
    found = sorted(str(path.relative_to(target)) for path in target.rglob("*.json"))
    assert found == ["a.docx.json", "a.md.json", "sub/b.json"]
    assert "1 file(s) of other kinds left out" in result.stderr


def test_several_files_without_a_folder_to_write_to_are_refused(paper: Path) -> None:
    other = paper.with_name("Doc.13.md")
    other.write_text(PAPER, encoding="utf-8")
    result = CliRunner().invoke(main, ["read", str(paper), str(other)])
    assert result.exit_code == 2
    assert "-o FOLDER" in result.stderr


def test_a_file_is_not_written_over_itself(paper: Path) -> None:
    result = CliRunner().invoke(main, ["read", str(paper), "--to", "md", "-o", str(paper)])
    assert result.exit_code == 2
    assert "written over itself" in result.stderr
    assert paper.read_text(encoding="utf-8") == PAPER


def test_what_was_written_into_a_folder_is_not_read_again(paper: Path) -> None:
    target = paper.parent / "read"
    for _ in range(2):
        run("read", str(paper.parent), "--to", "md", "-o", str(target))
    assert [path.name for path in target.iterdir()] == ["Doc.12.md"]


def test_cite_lists_each_reference_with_what_it_names(paper: Path) -> None:
    rows = json.loads(run("cite", str(paper), "--to", "json"))
    assert {"address": "para_1", "target": "A/RES/78/155"}.items() <= rows[1].items()
    table = list(csv.DictReader(io.StringIO(run("cite", str(paper), "--to", "csv"))))
    assert [row["target"] for row in table] == [row["target"] or "" for row in rows]


def test_help_names_every_command_and_stays_quick_to_import() -> None:
    heavy = ("lxml", "pydantic", "yaml", "django", "pypdfium2")
    code = (
        "import sys; from whimbrel.cli import main; main(['--help'], standalone_mode=False); "
        f"print([name for name in {heavy} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert all(name in done.stdout for name in COMMANDS)
    assert done.stderr.strip() == "[]", "help imports what only reading needs"
