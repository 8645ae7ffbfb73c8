"""The rows of pages in reading order: where columns part, and which comes first."""

from collections.abc import Iterable, Sequence

from whimbrel.reading.pdf_page import Page, Piece
from whimbrel.reading.pdf_rows import Row, fragments_of, merged, row_of
from whimbrel.reading.pdf_tables import with_tables

ACROSS, LEFT, RIGHT = 0, 1, 2
"""The columns of a page; a page in one column runs across."""
FEWEST_ROWS = 18
"""A page with fewer rows shows no columns by itself."""
MIDDLE = (0.4, 0.425, 0.45, 0.475, 0.5, 0.525, 0.55, 0.575, 0.6)
"""Where, in widths of the type, two columns may part."""
MOST_ACROSS = 0.25
"""Share of rows that may run across both columns: headings, tables, a masthead."""


def rows_of(pages: Sequence[Page]) -> list[tuple[Row, ...]]:
    """The rows of every page in reading order: column by column, from the top."""
    parts = [list(fragments_of(with_tables(page))) for page in pages]
    gutters = [gutter_of(fragments) for fragments in parts]
    usual = usual_gutter(gutters)
    out = []
    for page, fragments, own in zip(pages, parts, gutters, strict=True):
        gutter = usual if usual is not None and keeps(fragments, usual) else own
        if gutter is None:
            out.append(tuple(row_of(page.number, part) for part in merged(fragments)))
        else:
            out.append(tuple(by_columns(page.number, fragments, gutter)))
    return out


def usual_gutter(gutters: Sequence[float | None]) -> float | None:
    """Where the columns of most pages part; None for a document in one column."""
    found = sorted(gutter for gutter in gutters if gutter is not None)
    return found[len(found) // 2] if 2 * len(found) >= max(1, len(gutters)) else None


def keeps(fragments: Sequence[Sequence[Piece]], x: float) -> bool:
    """Does a page leave the gutter of the other pages white, save for a few rows?"""
    crossing = sum(part[0].x0 < x < part[-1].x1 for part in fragments)
    return crossing <= MOST_ACROSS * len(fragments)


def gutter_of(fragments: Sequence[Sequence[Piece]]) -> float | None:
    """The middle of the white strip between two columns of running text; None for one column.

    Both sides must be running text: many rows that fill most of their side. So neither a table nor
    labels that hang beside their paragraphs make columns. The strip that fewest rows cross wins.
    """
    spans = [(part[0].x0, max(piece.x1 for piece in part)) for part in fragments]
    if len(spans) < FEWEST_ROWS:
        return None
    left, right = min(x0 for x0, _ in spans), max(x1 for _, x1 in spans)
    width = right - left
    found = []
    for share in MIDDLE:
        x = left + width * share
        crossing = sum(x0 < x < x1 for x0, x1 in spans)
        lefts = [span for span in spans if span[1] <= x]
        rights = [span for span in spans if span[0] >= x]
        if crossing > MOST_ACROSS * len(spans) or min(len(lefts), len(rights)) < FEWEST_ROWS / 3:
            continue
        inner, outer = max(x1 for _, x1 in lefts), min(x0 for x0, _ in rights)
        if outer - inner < 0.012 * width:
            continue
        if fills(lefts, inner - left) and fills(rights, right - outer):
            found.append((crossing, (inner + outer) / 2))
    return min(found)[1] if found else None


def fills(spans: Sequence[tuple[float, float]], width: float) -> bool:
    """True where most rows of one side are nearly as wide as the side."""
    return sum(x1 - x0 > 0.7 * width for x0, x1 in spans) > 0.5 * len(spans)


def by_columns(page: int, fragments: Sequence[list[Piece]], x: float) -> Iterable[Row]:
    """Rows of a page whose columns part at `x`; a row across both ends the columns above it."""
    parts: dict[int, list[list[Piece]]] = {ACROSS: [], LEFT: [], RIGHT: []}
    for part in fragments:
        parts[column_of(part, x)].append(part)
    rows = {at: [row_of(page, part, at) for part in merged(parts[at])] for at in parts}
    upper = float("inf")
    for across in [*rows[ACROSS], None]:
        lower = across.y if across else float("-inf")
        for side in (LEFT, RIGHT):
            yield from (row for row in rows[side] if lower < row.y <= upper)
        if across:
            yield across
        upper = lower


def column_of(part: Sequence[Piece], x: float) -> int:
    """Does a fragment stand left or right of `x`, or run across it?"""
    if part[-1].x1 <= x:
        return LEFT
    return RIGHT if part[0].x0 >= x else ACROSS
