"""Footnotes of PDF pages: the rows at the foot, and the raised calls in the words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from whimbrel.reading.pdf_page import Piece, Rule
from whimbrel.reading.pdf_rows import SMALL, Row, gap, row_of

MARKER = re.compile(r"[(\[]?(?P<marker> \d{1,3} | [a-z] | [*†‡§]{1,4} )[)\]]?", re.VERBOSE)
CALLS = re.compile(r"(?: \d{1,3} | [a-z] | [*†‡§]{1,4} ) (?: \s*[,;]\s* \d{1,3} )*", re.VERBOSE)
UNIT = re.compile(r"\b [ckdm]? m $", re.VERBOSE)
SPLIT = re.compile(r"[\s,;]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Foot:
    """A footnote as printed on one page; without a marker it goes on from the page before."""

    marker: str | None
    rows: tuple[Row, ...]
    page: int


def raised(piece: Piece, row: Row) -> bool:
    """Is a piece set small and above the baseline of its row?"""
    return piece.size <= row.size * SMALL and piece.y > row.y + 0.1 * row.size


def calls_in(row: Row) -> list[str]:
    """The markers called in a row."""
    found = []
    for before, piece in zip(row.pieces, row.pieces[1:], strict=False):
        words = piece.text.strip().strip("()[]")
        if raised(piece, row) and CALLS.fullmatch(words) and not UNIT.search(before.text.strip()):
            found.extend(SPLIT.split(words))
    return found


def marker_of(row: Row) -> str | None:
    """The marker that opens a footnote row: raised, or apart from the words."""
    first = row.pieces[0]
    found = MARKER.fullmatch(first.text.strip())
    if not found or len(row.pieces) < 2:
        return None
    apart = gap(first, row.pieces[1]) > 0.8 and first.size <= row.size * 1.05
    return found["marker"] if apart or raised(first, row) else None


def split_foot(
    rows: Sequence[Row], rules: Sequence[Rule], body: float, open_note: bool
) -> tuple[list[Row], list[Foot]]:
    """(rows of the body, footnotes) of one column of one page.

    `body` is the size of type of the document; `open_note` says that the page before had notes.
    """
    calls = [marker for row in rows for marker in calls_in(row)]
    starts = {at: marker for at, row in enumerate(rows) if (marker := marker_of(row))}
    line = separator(rows, rules)
    top = first_note(calls, starts, len(rows))
    if top is not None and not apart(rows, top, line, body):
        top = None
    below = below_line(rows, line)
    if below is not None and top is None and (below in starts or open_note):
        top = below
    if below is not None and top is not None and below < top and open_note:
        top = below
    if top is None and open_note:
        top = small_foot(rows, body)
    if top is None:
        return list(rows), []
    return list(rows[:top]), list(feet(rows, top, starts, calls))


def first_note(calls: Sequence[str], starts: dict[int, str], end: int) -> int | None:
    """Index of the row where the notes begin: the called markers, found from the bottom up."""
    at, top = end, None
    for marker in reversed(calls):
        index = max((i for i, found in starts.items() if found == marker and i < at), default=None)
        if index is not None:
            at = top = index
    return top


def apart(rows: Sequence[Row], top: int, line: Rule | None, body: float) -> bool:
    """Are the rows from `top` on set off: smaller, under a rule, by a raised marker or a gap?"""
    if top == 0:
        return True
    row, above = rows[top], rows[top - 1]
    if row.size < body * 0.95 or raised(row.pieces[0], row):
        return True
    if line and row.y < line.y:
        return True
    return above.y - row.y > 1.8 * row.size


def separator(rows: Sequence[Row], rules: Sequence[Rule]) -> Rule | None:
    """The short rule above the notes: the lowest at the left edge that underlines no word."""
    if not rows:
        return None
    left, right = min(row.x0 for row in rows), max(row.x1 for row in rows)
    bottom = min(row.y for row in rows)
    found = [
        rule
        for rule in rules
        if abs(rule.x0 - left) < 14
        and 36 < rule.x1 - rule.x0 < 0.7 * (right - left)
        and rule.y > bottom
        and not any(underlines(rule, row) for row in rows)
    ]
    return min(found, key=lambda rule: rule.y, default=None)


def underlines(rule: Rule, row: Row) -> bool:
    """Does a rule underline words of a row?"""
    inside = row.x0 - 2 <= rule.x0 and rule.x1 <= row.x1 + 2
    return inside and -0.1 * row.size < row.y - rule.y < 0.3 * row.size


def below_line(rows: Sequence[Row], line: Rule | None) -> int | None:
    """Index of the first row under the rule."""
    if line is None:
        return None
    return next((at for at, row in enumerate(rows) if row.y < line.y), None)


def small_foot(rows: Sequence[Row], body: float) -> int | None:
    """Index of the first of the small rows at the foot of a page."""
    at = len(rows)
    while at and rows[at - 1].size < body * 0.93:
        at -= 1
    return at if 0 < at < len(rows) else None


def feet(rows: Sequence[Row], top: int, starts: dict[int, str], calls: Sequence[str]) -> list[Foot]:
    """The rows from `top` on, note by note.

    A marker counts where the page calls it or it is the next number.
    """
    out: list[Foot] = []
    for at in range(top, len(rows)):
        marker = starts.get(at)
        row = rows[at]
        if marker and (marker in calls or not out or follows(marker, out[-1].marker)):
            out.append(Foot(marker=marker, rows=(without_marker(row),), page=row.page))
        elif out:
            out[-1] = replace(out[-1], rows=(*out[-1].rows, row))
        else:
            out.append(Foot(marker=None, rows=(row,), page=row.page))
    return out


def follows(marker: str, before: str | None) -> bool:
    """Is a marker the next after another?"""
    if before is None:
        return True
    if marker.isdigit() and before.isdigit():
        return int(marker) == int(before) + 1
    return len(marker) == 1 and len(before) == 1 and ord(marker) == ord(before) + 1


def without_marker(row: Row) -> Row:
    """A footnote row without its first piece."""
    return row_of(row.page, row.pieces[1:], row.column)


class Notes:
    """All footnotes of a document, and which of them a call means."""

    def __init__(self, found: Sequence[Foot]) -> None:
        self.rows: dict[str, list[Row]] = {}
        self.places: dict[str, list[tuple[int, str]]] = {}
        key = None
        for foot in found:
            if foot.marker is None:
                if key is not None:
                    self.rows[key].extend(foot.rows)
                continue
            places = self.places.setdefault(foot.marker, [])
            key = foot.marker if not places else f"{foot.marker}~{len(places) + 1}"
            places.append((foot.page, key))
            self.rows[key] = list(foot.rows)

    def called(self, marker: str, page: int) -> str | None:
        """The key of the note a marker calls: of its page, the next, or the last before."""
        places = self.places.get(marker, ())
        for wanted in (page, page + 1):
            for found, key in places:
                if found == wanted:
                    return key
        before = [key for found, key in places if found < page]
        return before[-1] if before else places[-1][1] if places else None
