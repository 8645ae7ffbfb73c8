"""The rows of pages in reading order: where columns part, and which comes first."""

from collections.abc import Iterable, Sequence

from whimbrel.reading.pdf_page import Page, Piece
from whimbrel.reading.pdf_rows import Row, fragments_of, merged, row_of
from whimbrel.reading.pdf_tables import with_tables


def rows_of(pages: Sequence[Page]) -> list[tuple[Row, ...]]:
    """The rows of every page in reading order: column by column, from the top."""
    parts = [list(fragments_of(with_tables(page))) for page in pages]
    gutters = [gutter_of(fragments) for fragments in parts]
    usual = usual_gutter(gutters)
    out = []
    for page, fragments, own in zip(pages, parts, gutters, strict=True):
        gutter = own or (usual if usual is not None and keeps(fragments, usual) else None)
        if gutter is None:
            out.append(tuple(row_of(page.number, part) for part in merged(fragments)))
        else:
            out.append(tuple(by_columns(page.number, fragments, gutter)))
    return out


def usual_gutter(gutters: Sequence[float | None]) -> float | None:
    """Where the columns of most pages part; None for a document in one column."""
    found = sorted(gutter for gutter in gutters if gutter is not None)
    return found[len(found) // 2] if 2 * len(found) > len(gutters) else None


def keeps(fragments: Sequence[Sequence[Piece]], x: float) -> bool:
    """Does a page leave the gutter of the other pages white, save for a few rows?"""
    crossing = sum(part[0].x0 < x < part[-1].x1 for part in fragments)
    return crossing <= 0.25 * len(fragments)


def gutter_of(fragments: Sequence[Sequence[Piece]]) -> float | None:
    """The middle of the white strip between two columns of running text; None for one column.

    Both sides must be running text: many rows that fill most of their side. So neither a table nor
    labels that hang beside their paragraphs make columns.
    """
    spans = [(part[0].x0, max(piece.x1 for piece in part)) for part in fragments]
    if len(spans) < 16:
        return None
    left, right = min(x0 for x0, _ in spans), max(x1 for _, x1 in spans)
    width = right - left
    middle = [(left + width * share) for share in (0.4, 0.45, 0.5, 0.55, 0.6)]
    for x in middle:
        crossing = [span for span in spans if span[0] < x < span[1]]
        lefts = [span for span in spans if span[1] <= x]
        rights = [span for span in spans if span[0] >= x]
        if len(crossing) > 0.25 * len(spans) or min(len(lefts), len(rights)) < 6:
            continue
        inner, outer = max(x1 for _, x1 in lefts), min(x0 for x0, _ in rights)
        if outer - inner < 0.012 * width:
            continue
        if fills(lefts, inner - left) and fills(rights, right - outer):
            return (inner + outer) / 2
    return None


def fills(spans: Sequence[tuple[float, float]], width: float) -> bool:
    """True where most rows of one side are nearly as wide as the side."""
    return sum(x1 - x0 > 0.7 * width for x0, x1 in spans) > 0.5 * len(spans)


def by_columns(page: int, fragments: Sequence[list[Piece]], x: float) -> Iterable[Row]:
    """Rows of a page whose columns part at `x`; a row across both ends the columns above it."""
    sides: tuple[list[Row], list[Row]] = ([], [])
    crossing = [part for part in fragments if part[0].x0 < x < part[-1].x1]
    for side in (0, 1):
        own = [
            part for part in fragments if part not in crossing and (part[0].x0 >= x) == bool(side)
        ]
        sides[side].extend(row_of(page, part, side) for part in merged(own))
    whole = [row_of(page, part) for part in merged(crossing)]
    bands = [row.y for row in whole]
    upper = float("inf")
    for at, lower in enumerate([*bands, float("-inf")]):
        for side in sides:
            yield from (row for row in side if lower < row.y <= upper)
        if at < len(whole):
            yield whole[at]
        upper = lower
