"""Workbooks (.xlsx): values and not formulas, numbers as they are shown, merged cells filled."""

import datetime
import io
import warnings
from collections.abc import Iterator
from typing import Any

from whimbrel.reading.errors import Unreadable
from whimbrel.reading.limits import Clock
from whimbrel.reading.sheet import NOTHING, Book, Cell, Sheet, SheetLimits, SheetRow, Sort, trimmed
from whimbrel.reading.sheet_csv import clean, too_many
from whimbrel.reading.sheet_head import sheet_of
from whimbrel.reading.sheet_numbers import shown
from whimbrel.reading.sheet_package import AGAIN, Part, looked_through

Grid = dict[int, list[Cell]]


def read_xlsx(data: bytes, *, name: str, limits: SheetLimits) -> Book:
    """The sheets of a workbook that are shown."""
    parts = looked_through(data, name=name, limits=limits)
    clock = Clock(name, limits.seconds)
    sheets: list[Sheet] = []
    hidden: list[str] = []
    with warnings.catch_warnings():
        # What openpyxl warns of (extensions, odd styles) is nothing that we read.
        warnings.simplefilter("ignore")
        try:
            values = opened(data, values=True)
            formulas = opened(data, values=False) if any(p.formulas for p in parts.values()) else {}
            for title, sheet in values.items():
                if sheet.sheet_state != "visible":
                    hidden.append(title)
                    continue
                if len(sheets) == limits.sheets:
                    raise too_many(name, f"it has more than {limits.sheets} sheets")
                part = parts.get(sheet._worksheet_path, Part(merged=(), formulas=False))
                grid = cells(sheet, formulas.get(title), name, limits, clock)
                fill(grid, part.merged)
                rows = [
                    SheetRow(number=number, cells=row)
                    for number, listed in sorted(grid.items())
                    if (row := trimmed(listed))
                ]
                sheets.append(sheet_of(title, rows))
        except Unreadable:
            raise
        except Exception as error:
            # openpyxl raises whatever its parsing meets: KeyError, TypeError, ParseError and more.
            raise Unreadable(
                name, f"the workbook is damaged ({type(error).__name__})", AGAIN
            ) from error
    if not sheets:
        raise Unreadable(name, "it has no sheet that is shown", AGAIN)
    remarks = [f"the hidden sheet “{title}” was left out" for title in hidden]
    return Book(name=name, sheets=tuple(sheets), remarks=tuple(remarks))


def opened(data: bytes, *, values: bool) -> dict[str, Any]:
    """The sheets by title: with the values, or with the formulas. No macro is kept, no link
    followed."""
    from openpyxl import load_workbook

    book = load_workbook(
        io.BytesIO(data), read_only=True, data_only=values, keep_links=False, keep_vba=False
    )
    return {sheet.title: sheet for sheet in book.worksheets}


def cells(
    sheet: Any, formulas: Any | None, name: str, limits: SheetLimits, clock: Clock
) -> Grid:  # fmt: skip
    """The cells of a sheet by row."""
    told = numbered(formulas, limits) if formulas is not None else iter(())
    asked: tuple[int, Any] | None = next(told, None)
    grid: Grid = {}
    count = 0
    for number, row in numbered(sheet, limits):
        place = f"sheet “{sheet.title}”, row {number}"
        if number % 200 == 0:
            clock.check(place)
        while asked is not None and asked[0] < number:
            asked = next(told, None)
        source = asked[1] if asked is not None and asked[0] == number else ()
        listed = [
            cell_of(one, source[at] if at < len(source) else None) for at, one in enumerate(row)
        ]
        listed = list(trimmed(listed))
        if listed and number > limits.rows:
            raise too_many(name, f"it has more than {limits.rows:,} rows", place)
        if len(listed) > limits.columns:
            raise too_many(name, f"it has {len(listed):,} columns", place)
        if any(len(one.text) > limits.letters for one in listed):
            raise too_many(name, f"a cell has more than {limits.letters:,} characters", place)
        count += len(listed)
        if count > limits.cells:
            raise too_many(name, f"it has more than {limits.cells:,} cells", place)
        if listed:
            grid[number] = listed
    return grid


def numbered(sheet: Any, limits: SheetLimits) -> Iterator[tuple[int, Any]]:
    """Rows with their numbers. What a sheet says of its own size is not believed."""
    sheet.reset_dimensions()
    for number, row in enumerate(sheet.iter_rows(), start=1):
        # Behind the last value there may be a million empty rows with a colour.
        if number > limits.rows + 1:
            return
        yield number, row


def cell_of(one: Any, formula: Any | None) -> Cell:
    """The cell as it is shown."""
    value = one.value
    if value is None:
        asked = getattr(formula, "value", None)
        lost = getattr(formula, "data_type", "") == "f" and asked is not None
        return Cell(text=clean(str(asked))[:200], sort=Sort.LOST) if lost else NOTHING
    if one.data_type == "e":
        return Cell(text=str(value), sort=Sort.LOST)
    if isinstance(value, bool):
        return Cell(text="yes" if value else "no", sort=Sort.YES_NO)
    if isinstance(value, datetime.datetime):
        return Cell(text=value.date().isoformat(), sort=Sort.DATE, date=value.date())
    if isinstance(value, int | float):
        text, bare = shown(value, one.number_format or "General")
        return Cell(text=text, sort=Sort.NUMBER, bare=bare)
    text = clean(str(value))
    return Cell(text=text, sort=Sort.TEXT) if text else NOTHING


def fill(grid: Grid, merged: tuple[str, ...]) -> None:
    """Give the cells of a column that are merged the value that is shown for them all. Cells merged
    across columns are a title, and stay as they are."""
    from openpyxl.utils import range_boundaries

    for span in merged:
        bounds = range_boundaries(span)
        left, top, right, bottom = (edge or 0 for edge in bounds)
        if not all(bounds) or left != right or top not in grid:
            continue
        value = grid[top][left - 1] if left <= len(grid[top]) else NOTHING
        if not value:
            continue
        for number in range(top + 1, min(bottom, max(grid)) + 1):
            row = grid.get(number)
            # A row with nothing of its own is no row of the list.
            if row is None:
                continue
            row.extend([NOTHING] * (left - len(row)))
            row[left - 1] = row[left - 1] or value
