"""Sheet: what a spreadsheet holds, row by row, with the numbers that a person sees beside them."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from whimbrel.reading.limits import MIB


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetLimits:
    """Bounds on one spreadsheet: it is a list that people keep, and no database."""

    size: int = 20 * MIB
    """Bytes of the file itself."""
    expanded: int = 64 * MIB
    """Bytes that all parts of a workbook may unpack to."""
    ratio: int = 200
    """How many times larger a part may be unpacked than packed, once it is over 10 MiB."""
    members: int = 2_000
    """Files in the package of a workbook."""
    sheets: int = 50
    rows: int = 20_000
    columns: int = 200
    cells: int = 400_000
    letters: int = 20_000
    """Characters in one cell."""
    seconds: float = 60.0


class Sort(StrEnum):
    """What a cell holds."""

    EMPTY = "empty"
    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    YES_NO = "yes or no"
    LOST = "lost"
    """A formula whose value was not saved, or an error such as #REF!."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell, as it is shown."""

    text: str = ""
    sort: Sort = Sort.EMPTY
    date: datetime.date | None = None
    bare: bool = False
    """A number that is shown as it comes: 14.10 was typed, and 14.1 is left of it."""

    def __bool__(self) -> bool:
        return self.sort is not Sort.EMPTY


NOTHING = Cell()


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRow:
    """A row with the number that stands beside it."""

    number: int
    cells: tuple[Cell, ...]

    def cell(self, column: int) -> Cell:
        """The cell of a column, counted from 0; an empty one beyond the last."""
        return self.cells[column] if column < len(self.cells) else NOTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A sheet: its head, and the rows below it that hold something."""

    name: str
    head: SheetRow | None
    """The row of headings; None where no row is one."""
    rows: tuple[SheetRow, ...] = ()

    @property
    def headings(self) -> tuple[str, ...]:
        """A heading for each column, no two alike: one without words is called by its letter."""
        width = max((len(row.cells) for row in (*self.rows, *filled(self.head))), default=0)
        found: list[str] = []
        for column in range(width):
            words = " ".join((self.head.cell(column).text if self.head else "").split())
            name = words or f"column {letter(column)}"
            if name in found:
                name = f"{name} (column {letter(column)})"
            found.append(name)
        return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """A spreadsheet: one sheet of a CSV file, or all that are shown in a workbook."""

    name: str
    sheets: tuple[Sheet, ...]
    remarks: tuple[str, ...] = ()
    """What was left out, a sentence each."""

    def sheet(self, name: str) -> Sheet | None:
        """The sheet of a name, whatever its capitals; None where there is none."""
        same = (one for one in self.sheets if one.name.casefold() == name.casefold())
        return next(same, None)


def filled(head: SheetRow | None) -> tuple[SheetRow, ...]:
    """The head, where there is one."""
    return (head,) if head else ()


def letter(column: int) -> str:
    """The letters of a column, counted from 0: 0 is A, 27 is AB."""
    text, rest = "", column + 1
    while rest:
        rest, place = divmod(rest - 1, 26)
        text = chr(65 + place) + text
    return text


def trimmed(cells: Sequence[Cell]) -> tuple[Cell, ...]:
    """Cells without the empty ones at the end."""
    end = len(cells)
    while end and not cells[end - 1]:
        end -= 1
    return tuple(cells[:end])
