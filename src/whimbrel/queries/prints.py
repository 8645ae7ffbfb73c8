"""Papers as files: a report as it stands or as it went out, and every other paper, in each form,
with the name and the kind that a browser is told."""

import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from whimbrel.document import Document as Tree
from whimbrel.document.form import Form
from whimbrel.queries.drawn import figures as drawn
from whimbrel.queries.papers import inside
from whimbrel.queries.reports import Written, found, went_out, written
from whimbrel.queries.scope import Reader, reader, seen
from whimbrel.reading.written_json import document_of
from whimbrel.register.models import Document, Instrument, Meeting, Report
from whimbrel.writing.figure import Figure
from whimbrel.writing.write import written as as_file

KINDS = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "html": "text/html; charset=utf-8",
    "md": "text/markdown; charset=utf-8",
    "xml": "application/akn+xml",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
"""Ending of a file -> what it is."""
FORMS = {
    "docx": Form.DOCX, "pdf": Form.PDF, "html": Form.HTML, "md": Form.MARKDOWN, "xml": Form.AKN,
    "json": Form.JSON,
}  # fmt: skip
"""Endings of papers; those that are tables are spreadsheets too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file that is handed out."""

    name: str
    kind: str
    """Its media type."""
    data: bytes
    gaps: int = 0
    """Notes to the drafter in a report that is still written."""
    report: str = ""
    """The key of that report, where somebody began it."""


def report_file(
    by: str | None, key: str, form: str, *, name: str | None = None, figures: bool = False
) -> File | None:
    """A report as a file; None where there is none to be seen. `name`: of what went out (empty for
    the first), else as it stands now. `figures`: with drawings, of what is still written."""
    who = reader(by)
    one = found(who, key)
    if one is None or form not in FORMS:
        return None
    stem = one.symbol or one.key
    if name is None:
        if not inside(who):
            return None
        now = written(one, who)
        shown = drawn(now) if figures else {}
        return file_of(now.laid.document, form, f"{stem} draft", style=one.style, figures=shown)
    sent = went_out(one, name)
    last = went_out(one)
    if sent is None or (sent != last and not inside(who)):
        return None
    return file_of(document_of(sent.tree), form, f"{stem} {name}".strip(), style=one.style)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The report that somebody wants, whether it was begun or not."""

    meeting: str
    item: str
    language: str
    title: str = ""
    """Of one that nobody began; else the document under that agenda item has it."""
    about: tuple[str, ...] = ()
    style: str = ""
    """Of house; empty: that of the report."""
    figures: bool = False


def composed_file(by: str | None, asks: Asked, form: str) -> File | None:
    """The report of a meeting, item and language as it stands now; composed from the record alone
    where nobody began it. None where there is no such meeting, or nothing that would be printed.
    Outside the office it is what went out last. ValueError for a house style or a
    decision that is none."""
    who = reader(by)
    one = begun(asks, who)
    if one is None:
        return None
    if not inside(who):
        last = went_out(one) if one.pk else None
        return report_file(by, one.key, form, name=last.name) if last else None
    now = written(one, who)
    if not reports_something(now):
        return None
    shown = drawn(now) if asks.figures else {}
    stem = f"{one.symbol or one.key} draft"
    style = asks.style or one.style
    made = file_of(now.laid.document, form, stem, style=style, figures=shown)
    return replace(made, gaps=len(now.gaps), report=one.key if one.pk else "")


def reports_something(now: Written) -> bool:
    """False where nothing was asked, nothing was done and nobody wrote anything: agreements that
    happen to be in force make no report."""
    told = now.matter
    return bool(told.promises or told.deeds or told.drafts or now.passages)


def begun(asks: Asked, who: Reader) -> Report | None:
    """The report that was begun, else one that is only thought of; None where there is no such
    meeting."""
    holder = seen(Meeting.objects.filter(short=asks.meeting), who).first()
    if holder is None:
        return None
    known = seen(Report.objects.filter(meeting=holder, item=asks.item), who)
    one = known.filter(language=asks.language).select_related("meeting").first()
    if one is not None:
        return one
    unknown = [each for each in asks.about if not Instrument.objects.filter(number=each).exists()]
    if unknown:
        raise ValueError(f"the record has no {', '.join(unknown)}: name a decision that it has")
    papers = Document.objects.filter(meeting=holder, agenda_item=asks.item)
    paper = seen(papers.exclude(symbol__contains="/Inf."), who).first()
    return Report(
        key=f"{asks.meeting}-{asks.item}-{asks.language}", meeting=holder, item=asks.item,
        language=asks.language, original=asks.language, about=list(asks.about),
        title=asks.title or (paper.title if paper else ""), symbol=paper.symbol if paper else "",
    )  # fmt: skip


def file_of(
    document: Tree, form: str, stem: str, *, style: str = "cms",
    figures: Mapping[str, Figure] | None = None,
) -> File:  # fmt: skip
    """A document as a file. ValueError for a house style that does not exist."""
    data = as_file(document, FORMS[form], style=style, figures=figures or {})
    return File(name=safe(f"{stem}.{form}"), kind=KINDS[form], data=data)


def safe(name: str) -> str:
    """A name that every system takes for a file: `UNEP/CMS/COP15/Doc.18.1 Rev.1.docx`."""
    return re.sub(r"[^\w.()-]+", "-", name).strip("-.") or "paper"


NO_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What a spreadsheet file cannot hold."""
WIDEST = 60
"""Characters in a column; longer words are wrapped."""


def spreadsheet(title: str, rows: Sequence[Sequence[str]]) -> bytes:
    """Rows as a spreadsheet: the first stays in sight, and every text stays text, whatever it
    begins with."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(re.sub(r"[\[\]:*?/\\]", " ", title)[:31].strip("' ") or "1")
    sheet.freeze_panes = "B2"
    for at in range(len(rows[0]) if rows else 0):
        longest = max(len(row[at]) for row in rows)
        sheet.column_dimensions[get_column_letter(at + 1)].width = max(10, min(WIDEST, longest + 2))
    for number, row in enumerate(rows):
        cells = []
        for words in row:
            cell = WriteOnlyCell(sheet, value=NO_XML.sub("", words)[:32000])
            cell.data_type = "s"
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.font = Font(bold=number == 0)
            cells.append(cell)
        sheet.append(cells)
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()
