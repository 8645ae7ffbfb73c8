"""Rows as a table for a spreadsheet."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence


def as_csv(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> str:
    """CSV with a head. Several values in a cell are joined by "; "; a cell that a spreadsheet would
    run as a formula is shown as text."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([inert(cell(row[name])) for name in columns])
    return out.getvalue()


def cell(value: object) -> object:
    """A list as one cell."""
    return "; ".join(map(str, value)) if isinstance(value, list) else value


def inert(value: object) -> str:
    """A cell as text that no spreadsheet takes for a formula."""
    text = (
        "" if value is None else "yes" if value is True else "no" if value is False else str(value)
    )
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text
