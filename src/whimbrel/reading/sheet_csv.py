"""CSV files: commas, semicolons or tabs, in whatever encoding they were saved."""

import csv
import io

from whimbrel.reading.encoding import decoded
from whimbrel.reading.errors import Unreadable
from whimbrel.reading.limits import Clock
from whimbrel.reading.sheet import Book, Cell, SheetLimits, SheetRow, Sort, trimmed
from whimbrel.reading.sheet_head import sheet_of

MARKS = (",", ";", "\t", "|")
NO_MARK = "\x1f"
"""Parts nothing: the file has one column."""
SAMPLE = 40
"""Rows by which the mark between the cells is told."""


def read_csv(data: bytes, *, name: str, limits: SheetLimits) -> Book:
    """The one sheet of a CSV file."""
    try:
        text, encoding = decoded(data, name=name)
    except Unreadable as error:
        raise Unreadable(
            name, error.cause, "Save it again as “CSV UTF-8”, or as .xlsx", error.place
        ) from error
    text, mark = parted(text)
    rows, clock, cells = [], Clock(name, limits.seconds), 0
    listed = csv.reader(io.StringIO(text, newline=""), delimiter=mark)
    try:
        # A record is a row, as a spreadsheet shows it, however many lines a cell in it has.
        for number, record in enumerate(listed, start=1):
            if number % 500 == 0:
                clock.check(f"row {number}")
            if number > limits.rows:
                raise too_many(name, f"it has more than {limits.rows:,} rows")
            if len(record) > limits.columns and any(record[limits.columns :]):
                raise too_many(name, f"it has {len(record):,} columns", f"row {number}")
            row = trimmed([cell_of(value, name, number, limits) for value in record])
            cells += len(row)
            if cells > limits.cells:
                raise too_many(name, f"it has more than {limits.cells:,} cells", f"row {number}")
            if row:
                rows.append(SheetRow(number=number, cells=row))
    except csv.Error as error:
        raise Unreadable(
            name,
            f"its cells cannot be told apart: {error}",
            "Open it in a spreadsheet program and save it as .xlsx",
            f"row {listed.line_num}",
        ) from error
    remarks = (f"read as {encoding}, for it is not UTF-8",) if encoding else ()
    return Book(name=name, sheets=(sheet_of(name, rows),), remarks=remarks)


def cell_of(value: str, name: str, number: int, limits: SheetLimits) -> Cell:
    """The cell of a value: in a CSV file everything is text."""
    text = clean(value)
    if len(text) > limits.letters:
        raise too_many(name, f"a cell has {len(text):,} characters", f"row {number}")
    return Cell(text=text, sort=Sort.TEXT) if text else Cell()


def clean(value: str) -> str:
    """A value without blanks around it and without characters that no text has."""
    return "".join(char for char in value if char in "\t\n" or char.isprintable() or char == "\xa0"
                   or ord(char) > 0x9F).replace("\xa0", " ").strip()  # fmt: skip


def parted(text: str) -> tuple[str, str]:
    """The text, and the mark between its cells: that which parts most rows into equally many."""
    first, _, rest = text.partition("\n")
    if first.strip().lower().startswith("sep=") and first.strip()[4:] in (*MARKS, ""):
        return rest, first.strip()[4:] or "\t"
    best, most = NO_MARK, (0.0, 0)
    for mark in MARKS:
        widths = [len(row) for row in sample(text, mark) if any(row)]
        wide = [width for width in widths if width > 1]
        if not wide:
            continue
        usual = max(set(wide), key=wide.count)
        share = wide.count(usual) / len(widths)
        # A title above a list has no marks; a comma now and then in a column parts nothing.
        if share <= (0.5 if len(widths) < 4 else 0.3):
            continue
        score = (wide.count(usual) * (1 - 1 / usual), usual)
        if score > most:
            best, most = mark, score
    return text, best


def sample(text: str, mark: str) -> list[list[str]]:
    """The first rows, parted at a mark."""
    found: list[list[str]] = []
    try:
        for row in csv.reader(io.StringIO(text[:200_000], newline=""), delimiter=mark):
            if len(found) == SAMPLE:
                break
            found.append(row)
    except csv.Error:
        return found
    return found


def too_many(name: str, fact: str, place: str = "") -> Unreadable:
    """The refusal of a file that is more than a list."""
    return Unreadable(
        name, f"{fact}, more than is read at once", "Split it into smaller files", place
    )
