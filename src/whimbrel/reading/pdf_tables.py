"""Ruled tables of a page: the words inside a grid of strokes become the cells of one piece."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from whimbrel.reading.pdf_page import Page, Piece, Rule

SAME = 3.0
"""Points within which two strokes are one line of the grid."""
SHORTEST_BAR = 7.0
SMALL_CALL = 0.82
HOLDER, HEIGHT = "\ufffc", 10.0
"""The character that stands for a table among the words, and its size of type."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """Where the lines of a ruled table stand: `xs` from the left, `ys` from the top."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]

    def holds(self, piece: Piece) -> bool:
        """Do words stand inside the table?"""
        x, y = middle(piece)
        return self.xs[0] - SAME <= x <= self.xs[-1] + SAME and self.ys[-1] <= y <= self.ys[0]

    def place(self, piece: Piece) -> tuple[int, int]:
        """(row, column) of the cell in which words begin."""
        _, y = middle(piece)
        x = piece.x0 + 1
        row = sum(y < line for line in self.ys[1:-1])
        column = sum(x > line for line in self.xs[1:-1])
        return row, column


def middle(piece: Piece) -> tuple[float, float]:
    """The middle of a piece of text."""
    return (piece.x0 + piece.x1) / 2, piece.y + 0.3 * piece.size


def with_tables(page: Page) -> Page:
    """The page with each ruled table as one piece that holds its cells, where the table stood."""
    grids = grids_of(page)
    if not grids:
        return page
    pieces = list(page.pieces)
    for grid in grids:
        inside = [piece for piece in pieces if grid.holds(piece)]
        cells = cells_of(grid, inside)
        if sum(bool(cell) for row in cells for cell in row) < 4:
            continue
        at = pieces.index(inside[0])
        holder = Piece(
            HOLDER, grid.xs[0], grid.xs[-1], grid.ys[0] - 10, 10, False, False, table=cells
        )
        outside = [piece for piece in pieces[at:] if not grid.holds(piece)]
        pieces = [*(p for p in pieces[:at] if not grid.holds(p)), holder, *outside]
    return replace(page, pieces=tuple(pieces))


def grids_of(page: Page) -> list[Grid]:
    """Grids of at least two rows and two columns."""
    bars = sorted(
        (bar for bar in page.bars if bar.y1 - bar.y0 >= SHORTEST_BAR), key=lambda bar: -bar.y1
    )
    groups: list[list[float]] = []
    xs: list[list[float]] = []
    for bar in bars:
        if groups and bar.y1 >= groups[-1][0] - SAME:
            groups[-1][0] = min(groups[-1][0], bar.y0)
            xs[-1].append(bar.x)
        else:
            groups.append([bar.y0, bar.y1])
            xs.append([bar.x])
    found = (
        grid_between(own, bottom, top, page.rules)
        for own, (bottom, top) in zip(xs, groups, strict=True)
    )
    return [one for one in found if len(one.xs) > 2 and len(one.ys) > 2]


def grid_between(xs: Sequence[float], bottom: float, top: float, rules: Sequence[Rule]) -> Grid:
    """The grid of vertical strokes at `xs` and the rules between them."""
    left, right = min(xs), max(xs)
    ys = [
        rule.y
        for rule in rules
        if bottom - SAME <= rule.y <= top + SAME
        and rule.x0 < right - SAME
        and rule.x1 > left + SAME
    ]
    lines = distinct([bottom, top, *ys])
    return Grid(xs=tuple(distinct(xs)), ys=tuple(reversed(lines)))


def distinct(values: Sequence[float]) -> list[float]:
    """Values in order, those nearly equal once."""
    out: list[float] = []
    for value in sorted(values):
        if not out or value - out[-1] > SAME:
            out.append(value)
    return out


def cells_of(grid: Grid, pieces: Sequence[Piece]) -> tuple[tuple[str, ...], ...]:
    """The words of every cell, row by row; rows and columns without words are left out."""
    cells: dict[tuple[int, int], list[Piece]] = {}
    for piece in pieces:
        cells.setdefault(grid.place(piece), []).append(piece)
    columns = len(grid.xs) - 1
    rows = (
        tuple(cell_text(cells.get((row, column), ())) for column in range(columns))
        for row in range(len(grid.ys) - 1)
    )
    said = [row for row in rows if any(row)]
    used = [column for column in range(columns) if any(row[column] for row in said)]
    return tuple(tuple(row[column] for column in used) for row in said)


def cell_text(pieces: Sequence[Piece]) -> str:
    """The words of one cell, line after line, without footnote calls."""
    if not pieces:
        return ""
    size = max(piece.size for piece in pieces)
    lines: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: (-piece.y, piece.x0)):
        if piece.size < size * SMALL_CALL and piece.text.strip().isalnum() and len(piece.text) <= 3:
            continue
        if lines and abs(lines[-1][0].y - piece.y) < 0.4 * size:
            lines[-1].append(piece)
        else:
            lines.append([piece])
    said = (joined(sorted(line, key=lambda piece: piece.x0)) for line in lines)
    return " ".join(" ".join(said).split())


def joined(line: Sequence[Piece]) -> str:
    """The words of one line of a cell."""
    out = ""
    for before, piece in zip((None, *line), line, strict=False):
        wide = before is not None and piece.x0 - before.x1 > 0.13 * piece.size
        out += (" " if wide and not out.endswith(" ") else "") + piece.text
    return out
