"""Matrix: how much each of some things shares with each of others; the number in each cell, and the
deeper its paint the more."""

from collections.abc import Sequence
from dataclasses import dataclass

from whimbrel.writing.figures.chart import Cell, Chart, Told, fitted
from whimbrel.writing.figures.shapes import WIDTH, Mark, Paint, Panel, Shape, words

NAMES, HEAD, TALL = 92.0, 96.0, 26.0
MOST_ROWS, MOST_COLUMNS = 30, 12
WIDEST = 44.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Meets:
    """What a row shares with a column. `count` None: not known, which is not none."""

    row: str
    column: str
    count: int | None
    href: str = ""


def matrix(several: Sequence[Meets], *, told: Told, corner: str, unknown: str = "?") -> Chart:
    """A matrix whose rows and columns stand in the order in which they are first met. `corner`:
    what rows are; a pair that is not given is not asked, and stays empty."""
    rows = list(dict.fromkeys(one.row for one in several))
    columns = list(dict.fromkeys(one.column for one in several))
    shown, across = rows[:MOST_ROWS], columns[:MOST_COLUMNS]
    held = {(one.row, one.column): one for one in several}
    wide = min(WIDEST, (WIDTH - NAMES - 52) / max(1, len(across)))
    most = max((one.count or 0 for one in several), default=0)
    heads = [
        Mark(shapes=(words(NAMES + wide * (at + 0.5), HEAD - 8, fitted(name, 100), turned=-55.0),))
        for at, name in enumerate(across)
    ]
    names = [
        Mark(shapes=(words(NAMES - 5, middle(at), fitted(name, NAMES - 14), anchor="end"),))
        for at, name in enumerate(shown)
    ]
    cells = [
        cell(held[name, other], NAMES + wide * x, HEAD + TALL * y, wide, most, unknown)
        for y, name in enumerate(shown)
        for x, other in enumerate(across)
        if (name, other) in held
    ]
    body = tuple(
        (Cell(text=name), *(said(held.get((name, other)), unknown) for other in columns))
        for name in rows
    )
    table = ((Cell(text=corner), *(Cell(text=one) for one in columns)), *body)
    panel = Panel(
        title=told.title, marks=(*heads, *names, *cells), height=HEAD + TALL * len(shown) + 2
    )
    left = len(rows) - len(shown) + len(columns) - len(across)
    return Chart(told=told, panels=(panel,), table=table, left=left)


def middle(at: int) -> float:
    """Halfway down a row."""
    return HEAD + TALL * (at + 0.5)


def cell(one: Meets, x: float, y: float, wide: float, most: int, unknown: str) -> Mark:
    """A cell with its number."""
    known = one.count is not None
    share = (one.count or 0) / (most or 1)
    box = Shape(
        form="rect", at=(x + 1, y + 1, wide - 2, TALL - 2), edge=Paint.LINE, thick=0.7,
        paint=Paint.ONE if one.count else Paint.PAPER, strength=0.2 + 0.8 * share,
        hatch=0 if known else 1,
    )  # fmt: skip
    number = str(one.count) if known else unknown
    text = words(x + wide / 2, y + TALL / 2, number, anchor="middle", edge=Paint.PAPER)
    label = f"{one.row}, {one.column}: {number}"
    return Mark(shapes=(box, text), label=label, href=one.href)


def said(one: Meets | None, unknown: str) -> Cell:
    """A cell of the table."""
    if one is None:
        return Cell(text="")
    return Cell(text=unknown if one.count is None else str(one.count), href=one.href)
