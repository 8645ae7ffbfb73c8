"""Find the head of a sheet: the first row of words that is followed by a list."""

from collections.abc import Sequence

from whimbrel.reading.sheet import Sheet, SheetRow, Sort

SEARCHED = 40
"""Rows at the top in which a head is looked for: above it stand a title, a date, a note."""


def sheet_of(name: str, rows: Sequence[SheetRow]) -> Sheet:
    """The sheet of rows that hold something: its head, and what stands below it."""
    place = head(rows)
    if place is None:
        return Sheet(name=name, head=None, rows=tuple(rows))
    return Sheet(name=name, head=rows[place], rows=tuple(rows[place + 1 :]))


def head(rows: Sequence[SheetRow]) -> int | None:
    """The place of the row of headings; None where no row can be one."""
    top = rows[:SEARCHED]
    width = max((count(row) for row in top), default=0)
    for place, row in enumerate(top):
        # A title stands alone above a list of several columns; a head fills half of them or more.
        if count(row) * 2 >= width and (width == 1 or count(row) > 1) and wordy(row):
            return place
    return None


def count(row: SheetRow) -> int:
    """How many cells hold something."""
    return sum(map(bool, row.cells))


def wordy(row: SheetRow) -> bool:
    """Whether a row is mostly words, each short enough for a heading."""
    held = [cell for cell in row.cells if cell]
    words = [
        cell
        for cell in held
        if cell.sort is Sort.TEXT
        and len(cell.text) <= 120
        and any(char.isalpha() for char in cell.text)
    ]
    return len(words) * 5 >= len(held) * 4
