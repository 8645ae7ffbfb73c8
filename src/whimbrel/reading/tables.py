"""Spreadsheets: a workbook or CSV file -> its sheets, rows and cells as a person sees them."""

from whimbrel.reading.errors import Unreadable
from whimbrel.reading.limits import MIB
from whimbrel.reading.sheet import Book, SheetLimits
from whimbrel.reading.sheet_csv import read_csv
from whimbrel.reading.sheet_xlsx import read_xlsx

SAVE = "Save the sheet as .xlsx or .csv"
OTHERS = (
    (b"\xd0\xcf\x11\xe0", "it is a workbook of the old kind (.xls), or one with a password"),
    (b"%PDF-", "it is a PDF, and no spreadsheet"),
    (b"{\\rtf", "it is a text document, and no spreadsheet"),
    (b"\x89PNG", "it is a picture, and no spreadsheet"),
    (b"\xff\xd8\xff", "it is a picture, and no spreadsheet"),
)
"""How files begin that are no spreadsheets of ours."""


def read_book(data: bytes, *, name: str, limits: SheetLimits | None = None) -> Book:
    """The sheets of a file. Unreadable names the place, the cause and what to do."""
    bounds = limits or SheetLimits()
    if not data.strip():
        raise Unreadable(name, "it is empty", SAVE)
    if len(data) > bounds.size:
        raise Unreadable(
            name, f"it is larger than {bounds.size // MIB} MiB", "Split it into smaller files"
        )
    for mark, cause in OTHERS:
        if data.startswith(mark):
            raise Unreadable(name, cause, SAVE)
    if data.startswith(b"PK\x03\x04"):
        return read_xlsx(data, name=name, limits=bounds)
    if data.lstrip()[:1] == b"<":
        raise Unreadable(name, "it is HTML or XML, and no spreadsheet", SAVE)
    return read_csv(data, name=name, limits=bounds)
