"""Bars: a number for each name, from a zero baseline, the name above its bar."""

from collections.abc import Sequence
from dataclasses import dataclass

from whimbrel.writing.figures.chart import MOST, Cell, Chart, Told, fitted
from whimbrel.writing.figures.shapes import WIDTH, Mark, Paint, Panel, Shape, words

ROW, THICK, ROOM = 34.0, 12.0, 40.0
"""Height of a row and of its bar, and what is left for the number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A name and its number."""

    name: str
    count: int
    href: str = ""


def bars(several: Sequence[Bar], *, told: Told, heads: tuple[str, str]) -> Chart:
    """Bars in the order in which they are given. `heads`: the two columns of the table."""
    shown = several[:MOST]
    most = max((one.count for one in shown), default=0)
    marks = tuple(bar(one, at, most) for at, one in enumerate(shown))
    table = ((Cell(text=heads[0]), Cell(text=heads[1])), *map(row, several))
    panel = Panel(title=told.title, marks=marks, height=max(1, len(shown)) * ROW)
    return Chart(told=told, panels=(panel,), table=table, left=len(several) - len(shown))


def bar(one: Bar, at: int, most: int) -> Mark:
    """One bar with its name and number."""
    y = at * ROW
    wide = (WIDTH - ROOM) * max(0, one.count) / (most or 1)
    box = Shape(
        form="rect", at=(0.5, y + 18, wide, THICK), paint=Paint.ONE, edge=Paint.QUIET, thick=0.6
    )
    shapes = (
        words(0, y + 9, fitted(one.name, WIDTH)), *((box,) if one.count > 0 else ()),
        words(wide + 6, y + 18 + THICK / 2, str(one.count), bold=True),
    )  # fmt: skip
    return Mark(shapes=shapes, label=f"{one.name}: {one.count}", href=one.href)


def row(one: Bar) -> tuple[Cell, ...]:
    """The row of a bar."""
    return Cell(text=one.name, href=one.href), Cell(text=str(one.count))
