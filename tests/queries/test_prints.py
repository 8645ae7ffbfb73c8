"""Papers as files: in every form, read back as they were written, and hostile words as words."""

import datetime
import io
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.record import OFFICER
from tests.reported import HOSTILE, begun, read_again, write
from whimbrel.acts import meetings, sending
from whimbrel.document import Document, walk
from whimbrel.document.normal import normal
from whimbrel.queries import reports
from whimbrel.queries.drawn import figures
from whimbrel.queries.prints import (
    FORMS,
    KINDS,
    Asked,
    File,
    composed_file,
    report_file,
    safe,
    spreadsheet,
)
from whimbrel.register.models import Report

pytestmark = [pytest.mark.long, pytest.mark.usefixtures("house")]


def made(key: str, form: str, *, drawings: bool = False, name: str | None = None) -> File:
    """A report as a file."""
    one = report_file(OFFICER, key, form, name=name, figures=drawings)
    assert one is not None
    return one


def written(key: str) -> Document:
    """The document that a report is."""
    now = reports.report(OFFICER, key)
    assert now is not None
    return now.laid.document


@pytest.mark.parametrize("language", ["en", "fr", "es"])
@pytest.mark.parametrize("drawings", [False, True])
def test_a_word_file_gives_the_report_that_was_written(
    language: str, drawings: bool, tmp_path: Path
) -> None:
    begun()
    key = "COP15-18.1-en" if language == "en" else begun(language, fill=False)
    found = read_again(made(key, "docx", drawings=drawings), tmp_path)
    assert found == normal(written(key))


@pytest.mark.parametrize("form", ["md", "html", "json", "xml"])
def test_every_other_form_is_read_back_too(form: str, tmp_path: Path) -> None:
    key = begun()
    write(key, "narrative/discussion", HOSTILE, base="")
    found = read_again(made(key, form), tmp_path)
    assert found == normal(written(key))


def test_hostile_words_are_words_in_every_file(tmp_path: Path) -> None:
    key = begun()
    write(key, "narrative/discussion", HOSTILE, base="")
    found = read_again(made(key, "docx"), tmp_path)
    assert HOSTILE in [placed.node.text for placed in walk(found)]
    page = made(key, "html").data.decode()
    assert "<script>" not in page
    assert 'href="javascript' not in page
    with zipfile.ZipFile(io.BytesIO(made(key, "docx").data)) as package:
        assert b"<script>" not in package.read("word/document.xml")
        assert b"javascript:" not in b"".join(
            package.read(name) for name in package.namelist() if name.endswith(".rels")
        )


def test_a_figure_has_its_words_and_its_numbers() -> None:
    key = begun()
    now = reports.report(OFFICER, key)
    assert now is not None
    drawn = figures(now, today=datetime.date(2026, 3, 1))
    assert drawn
    places = {placed.address for placed in walk(now.laid.document)}
    for address, one in drawn.items():
        assert address in places
        assert one.alt
        assert len(one.table) > 1
    with zipfile.ZipFile(io.BytesIO(made(key, "docx", drawings=True).data)) as package:
        assert f'descr="{one.alt}"'.encode() in package.read("word/document.xml")


@pytest.mark.parametrize("form", FORMS)
def test_a_file_says_what_it_is(form: str) -> None:
    one = made(begun(), form)
    assert one.name == f"UNEP-CMS-COP15-Doc.18.1-draft.{form}"
    assert one.kind == KINDS[form]
    assert one.data[:4] == {"docx": b"PK\x03\x04", "pdf": b"%PDF"}.get(form, one.data[:4])


def test_what_went_out_stays_as_it_was() -> None:
    key = begun()
    sending.freeze(OFFICER, "", key, seen=0)
    before = made(key, "docx", name="").data
    sending.revise(OFFICER, "more", key, seen=1)
    write(key, "accords/list", "None.")
    assert made(key, "docx", name="").data == before
    assert made(key, "docx").data != before
    assert report_file(OFFICER, key, "docx", name="Rev.1") is None


def test_outside_the_office_only_the_last_issue_of_a_public_report_is_a_file() -> None:
    key = begun()
    sending.freeze(OFFICER, "", key, seen=0)
    assert report_file(None, key, "md", name="") is None
    Report.objects.update(public=True)
    assert report_file(None, key, "md", name="") is not None
    assert report_file(None, key, "md") is None
    change = Report.objects.get(key=key).change
    sending.revise(OFFICER, "more", key, seen=change)
    sending.freeze(OFFICER, "", key, seen=change + 1)
    assert report_file(None, key, "md", name="") is None
    assert report_file(None, key, "md", name="Rev.1") is not None


def asked(**more: object) -> Asked:
    """A report that somebody wants."""
    return Asked(**{"meeting": "COP15", "item": "18.1", "language": "en", **more})  # type: ignore[arg-type]


def test_a_report_that_nobody_began_is_composed_from_the_record() -> None:
    key = begun()
    one = composed_file(OFFICER, asked(item="9", title="Terns"), "md")
    assert one is not None
    assert "TERNS" in one.data.decode().upper()
    assert "Decision 14.10 a)" in one.data.decode()
    assert set(Report.objects.values_list("key", flat=True)) == {key}


@pytest.mark.parametrize("meeting", ["COP99", "MOP1"])
def test_a_meeting_without_records_has_no_report(meeting: str) -> None:
    begun()
    meetings.enter(OFFICER, "", "MOP1")
    assert composed_file(OFFICER, asked(meeting=meeting), "docx") is None


def test_a_house_style_that_does_not_exist_is_named() -> None:
    begun()
    with pytest.raises(ValueError, match="nowhere"):
        composed_file(OFFICER, asked(style="nowhere"), "docx")


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@x", "=cmd|' /C calc'!A0", "a\x00b"])
def test_no_cell_of_a_spreadsheet_is_a_formula(words: str) -> None:
    book = load_workbook(io.BytesIO(spreadsheet("A: title/with [signs]", (("Head",), (words,)))))
    cell = book.worksheets[0]["A2"]
    assert (cell.data_type, cell.value) == ("s", words.replace("\x00", ""))


@pytest.mark.parametrize(
    ("name", "told"),
    [("UNEP/CMS/Doc.1 Rev.1.docx", "UNEP-CMS-Doc.1-Rev.1.docx"), ("../../x.pdf", "x.pdf"),
     ('a"b\r\nc.md', "a-b-c.md"), ("///", "paper")],
)  # fmt: skip
def test_the_name_of_a_file_leads_nowhere(name: str, told: str) -> None:
    assert safe(name) == told
