"""PDF -> lines: opening, limits, and the way from pages to blocks."""

from collections.abc import Sequence
from itertools import groupby, takewhile

import pypdfium2.raw as pdfium

from whimbrel.reading.clean import Edge, Words, furniture
from whimbrel.reading.errors import Unreadable
from whimbrel.reading.limits import Clock, Limits
from whimbrel.reading.line import Lines
from whimbrel.reading.pdf_blocks import blocks_of
from whimbrel.reading.pdf_columns import rows_of
from whimbrel.reading.pdf_lines import Joiner, lines_of
from whimbrel.reading.pdf_notes import Foot, Notes, split_foot
from whimbrel.reading.pdf_page import Page, Rule
from whimbrel.reading.pdf_rows import Row, grade
from whimbrel.reading.pdf_text import page_of

EDGE_ROWS = 4
CAUSES = {
    pdfium.FPDF_ERR_PASSWORD: (
        "the PDF is protected by a password",
        "Save a copy without a password and read that",
    ),
    pdfium.FPDF_ERR_SECURITY: (
        "the PDF is protected in a way that cannot be read",
        "Save a copy without protection and read that",
    ),
}
BROKEN = (
    "the PDF is damaged or cut short",
    "Fetch or export the file again",
)
SCANNED = (
    "no page holds text: the PDF is a scan",
    "Run text recognition (OCR) over it first, for instance with ocrmypdf, and read the result",
)


def read_pdf(data: bytes, *, name: str, limits: Limits, clock: Clock) -> Lines:
    """The blocks of a PDF in reading order, its footnotes apart, page furniture left out."""
    pages, lost = open_pages(data, name=name, limits=limits, clock=clock)
    if not any(page.pieces for page in pages):
        raise Unreadable(name, *(BROKEN if lost and lost == len(pages) else SCANNED))
    rows = rows_of(pages)
    left_out = furniture_rows(rows)
    bodies, feet = split_feet(
        [[row for row in page if id(row) not in left_out] for page in rows],
        [page.rules for page in pages],
    )
    clock.check("joining rows")
    blocks, layout = blocks_of([row for body in bodies for row in body])
    words = Words(
        [
            *(row.text for block in blocks for row in block.rows),
            *(row.text for foot in feet for row in foot.rows),
        ]
    )
    notes = Notes(feet)
    joiner = Joiner(words, notes)
    return Lines(
        lines=tuple(lines_of(blocks, layout, joiner)),
        notes={key: joiner.runs(found) for key, found in notes.rows.items()},
        remarks=tuple(remarks(pages, rows, left_out, lost)),
    )


def open_pages(data: bytes, *, name: str, limits: Limits, clock: Clock) -> tuple[list[Page], int]:
    """(every page, how many of them could not be loaded)."""
    if not data:
        raise Unreadable(name, "the file is empty", "Fetch or export the file again")
    pdfium.FPDF_InitLibrary()
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        cause, remedy = CAUSES.get(pdfium.FPDF_GetLastError(), BROKEN)
        raise Unreadable(name, cause, remedy)
    try:
        count = pdfium.FPDF_GetPageCount(document)
        if count > limits.pages:
            raise Unreadable(
                name,
                f"the PDF has {count} pages, more than the {limits.pages} that are read",
                "Split the file, or allow more pages",
            )
        if count < 1:
            raise Unreadable(name, *BROKEN)
        return load(document, count, clock)
    finally:
        pdfium.FPDF_CloseDocument(document)


def load(document: object, count: int, clock: Clock) -> tuple[list[Page], int]:
    """The pages of an open document, one open at a time."""
    pages, lost = [], 0
    for index in range(count):
        clock.check(f"page {index + 1}")
        try:
            pages.append(page_of(document, index))
        except ValueError:
            lost += 1
            pages.append(Page(number=index + 1))
    return pages, lost


def furniture_rows(pages: Sequence[Sequence[Row]]) -> set[int]:
    """Identities of the rows that are page furniture; the masthead of the first page stays."""
    found: set[int] = set()
    for top in (True, False):
        ordered = [edge_rows(page, top) for page in pages]
        edges = [[Edge(page=row.page, text=row.text, y=row.y) for row in page] for page in ordered]
        for index, position in furniture(edges):
            row = ordered[index][position]
            said_again = any(row.text == other.text and row is not other for other in pages[index])
            if top and index == 0 and not said_again and any(map(str.isalpha, row.text)):
                continue
            found.add(id(row))
    return found


def edge_rows(page: Sequence[Row], top: bool) -> list[Row]:
    """The rows nearest to one edge of a page, from outside in, as far as the first table."""
    found = sorted(page, key=lambda row: row.y, reverse=top)[:EDGE_ROWS]
    return list(takewhile(lambda row: not row.table, found))


def split_feet(
    pages: Sequence[Sequence[Row]], rules: Sequence[Sequence[Rule]]
) -> tuple[list[list[Row]], list[Foot]]:
    """(rows of each page without footnotes, the footnotes)."""
    sizes: dict[float, int] = {}
    for row in (row for page in pages for row in page):
        sizes[grade(row.size)] = sizes.get(grade(row.size), 0) + len(row.text)
    body_size = max(sizes, key=lambda size: sizes[size], default=10.0)
    bodies, feet = [], []
    open_note = False
    for page, lines in zip(pages, rules, strict=True):
        kept: list[Row] = []
        noted = False
        for _, column in groupby(page, key=lambda row: row.column):
            body, found = split_foot(list(column), lines, body_size, open_note)
            kept.extend(body)
            feet.extend(found)
            noted = noted or bool(found)
        open_note = noted
        bodies.append(kept)
    return bodies, feet


def remarks(
    pages: Sequence[Page], rows: Sequence[Sequence[Row]], left_out: set[int], lost: int
) -> list[str]:
    """What was left out, a sentence each."""
    said = []
    repeated = sorted({row.text for page in rows for row in page if id(row) in left_out})
    if repeated:
        shown = "; ".join(repr(text) for text in repeated[:3])
        said.append(
            f"{len(left_out)} rows of page headers and footers were left out, such as {shown}."
        )
    empty = [str(page.number) for page in pages if not page.pieces]
    if empty:
        said.append(f"Pages without text, perhaps scanned: {', '.join(empty[:20])}.")
    if lost:
        said.append(f"{lost} damaged pages could not be read.")
    aslant = sum(page.turned for page in pages)
    if aslant:
        said.append(f"{aslant} pieces of text that run across the page were left out.")
    return said
