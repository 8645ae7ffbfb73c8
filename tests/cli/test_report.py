"""The report through the terminal: composed and written, or refused whole."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.record import OFFICER
from tests.reported import begun, write
from whimbrel import read
from whimbrel.acts import agreements, findings, publish, sending
from whimbrel.cli import main
from whimbrel.document.normal import normal
from whimbrel.queries import reports
from whimbrel.register.models import Document

pytestmark = [pytest.mark.long, pytest.mark.usefixtures("house")]
APPROVER = "ada@example.org"


def report(output: Path, *more: str, by: str | None = OFFICER) -> Result:
    """What the command does."""
    who = ("--by", by) if by else ()
    words = ("--meeting", "COP15", "--item", "18.1", "-o", str(output), *who, *more)
    return CliRunner(env={"WHIMBREL_PERSON": None}).invoke(main, ["report", *words])


@pytest.mark.parametrize("ending", ["docx", "md", "html", "json", "xml"])
def test_the_file_is_the_report(tmp_path: Path, ending: str) -> None:
    key = begun()
    write(key, "status/14.10 a)", "It was done well.")
    file = tmp_path / f"report.{ending}"
    done = report(file)
    assert done.exit_code == 0, done.stderr
    now = reports.report(OFFICER, key)
    assert now is not None
    assert read(file) == normal(now.laid.document)


def test_whoever_drafts_it_is_told_how_many_notes_there_are(tmp_path: Path) -> None:
    key = begun()
    now = reports.report(OFFICER, key)
    assert now is not None
    assert len(now.gaps) > 1
    told = report(tmp_path / "report.md").stderr
    assert told == f"{len(now.gaps)} notes to the drafter: see /reports/{key}\n"


def test_one_that_nobody_began_says_so(tmp_path: Path) -> None:
    begun()
    told = report(tmp_path / "report.md", "--item", "99").stderr
    assert told.startswith("nobody began a report to COP15, item 99: this one was composed")
    assert re.search(r"with \d+ notes to the drafter", told)


@pytest.mark.parametrize(
    ("language", "says"), [("fr", "la Décision 14.10"), ("es", "la Decisión 14.10")]
)
def test_in_the_language_that_was_chosen(tmp_path: Path, language: str, says: str) -> None:
    begun()
    file = tmp_path / "report.md"
    assert report(file, "--language", language).exit_code == 0
    assert says in file.read_text(encoding="utf-8")


def test_as_pages(tmp_path: Path) -> None:
    begun()
    assert report(tmp_path / "report.pdf", "--figures", "--style", "cites").exit_code == 0
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("more", "why"),
    [
        (("--meeting", "COP99"), "nothing to report to COP99"),
        (("--style", "nowhere"), "no house style"),
    ],
)
def test_what_cannot_be_written_leaves_no_file(
    tmp_path: Path, more: tuple[str, ...], why: str
) -> None:
    begun()
    done = report(tmp_path / "report.docx", *more)
    assert done.exit_code == 2
    assert why in done.stderr
    assert not [one for one in tmp_path.iterdir() if "report" in one.name]


def test_an_ending_that_nobody_knows(tmp_path: Path) -> None:
    done = report(tmp_path / "report.odt")
    assert (done.exit_code, ".docx" in done.stderr) == (2, True)


def test_without_a_name_it_is_what_everybody_may_read(tmp_path: Path) -> None:
    key, file = begun(), tmp_path / "report.md"
    done = report(file, by=None)
    assert (done.exit_code, "--by" in done.stderr, file.exists()) == (2, True, False)
    sending.freeze(OFFICER, "", key, seen=0)
    publish.publish(APPROVER, "cleared", "report", key)
    assert report(file, by=None).exit_code == 0
    assert "Decision 14.10 a) has been implemented" in file.read_text(encoding="utf-8")


PAPER = """\
UNEP/CMS/COP15/Doc.18.1

8 January 2026

PARTNERSHIP

1. The Plan for Shared Wetlands guides this work. A workshop was held on 30 February 2025.
"""


def check(file: Path, *more: str) -> list[dict[str, object]]:
    """What the check finds."""
    words = ["check", str(file), "--to", "json", *more]
    done = CliRunner(env={"WHIMBREL_PERSON": None}).invoke(main, words)
    assert done.exit_code in (0, 1), done.stderr
    found: list[dict[str, object]] = json.loads(done.stdout)
    return found


def test_a_check_against_the_record_finds_more(tmp_path: Path) -> None:
    begun()
    agreements.record(
        OFFICER, "", "Plan for Shared Wetlands", kind="work-plan", until="2020",
        parties=("BirdLife International",),
    )  # fmt: skip
    file = tmp_path / "paper.md"
    file.write_text(PAPER, encoding="utf-8")
    alone = {str(one["rule"]) for one in check(file)}
    against = {str(one["rule"]) for one in check(file, "--against-register", "--by", OFFICER)}
    assert "agreement-over-record" in against - alone
    assert alone <= against
    assert "agreement-over-record" not in {one["rule"] for one in check(file, "--against-register")}


def test_what_was_set_aside_in_a_document_is_not_told_again(tmp_path: Path) -> None:
    begun()
    file = tmp_path / "paper.md"
    file.write_text(PAPER, encoding="utf-8")
    Document.objects.create(symbol="UNEP/CMS/COP15/Doc.18.1")
    found = check(file, "--against-register", "--by", OFFICER)
    one = found[0]
    about = "document UNEP/CMS/COP15/Doc.18.1"
    findings.dismiss(OFFICER, "x", about, str(one["key"]), rule=str(one["rule"]), why="x")
    again = check(file, "--against-register", "--by", OFFICER)
    assert [each["key"] for each in again] == [each["key"] for each in found[1:]]
