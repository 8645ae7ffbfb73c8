"""Tiles: a map of countries without borders. Each country is a tile of its region at a place of our
own (`facts/tiles`), so no line is drawn between two States, and none is larger than another."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from whimbrel.facts import load
from whimbrel.writing.figures.chart import Cell, Chart, Told
from whimbrel.writing.figures.shapes import FILLS, WIDTH, Mark, Paint, Panel, Shape, words

ACROSS = 12
"""Tiles that stand beside each other in the widest region."""
SIDE = WIDTH / ACROSS
HEAD = 20.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A block of the map: a row of codes a line, `..` where nothing stands."""

    key: str
    order: int
    en: str
    fr: str
    es: str
    rows: tuple[str, ...]
    source: str

    def placed(self) -> dict[str, tuple[int, int]]:
        """Code -> (column, row)."""
        return {
            code: (x, y)
            for y, row in enumerate(self.rows)
            for x, code in enumerate(row.split())
            if code != ".."
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """A country with what is to be said of it."""

    code: str
    name: str
    state: int
    """Which of `states` it is, from 0: the first is drawn empty."""
    count: int | None = None
    """Printed under the code; None prints nothing."""
    href: str = ""


@cache
def regions() -> tuple[Region, ...]:
    """The blocks of the map in their order."""
    return tuple(sorted(load("tiles/*.yaml", Region), key=lambda one: one.order))


def tiles(
    several: Sequence[Tile], *, told: Told, states: Sequence[str], heads: tuple[str, ...],
    language: str, elsewhere: str, nothing: str, named: Callable[[str], str],
) -> Chart:  # fmt: skip
    """A panel for each region, and one for codes that have no place in any. Countries of which
    nothing is said are drawn in outline, without a link. `heads`: country, state and number;
    `named`: the name of a code in the language."""
    held = {one.code: one for one in several}
    placed = {code for region in regions() for code in region.placed()}
    panels = [
        block(str(getattr(region, language, region.en)), region.placed(), held, states, nothing,
              named)
        for region in regions()
    ]  # fmt: skip
    if rest := sorted(held.keys() - placed):
        lines = {code: (at % ACROSS, at // ACROSS) for at, code in enumerate(rest)}
        panels.append(block(elsewhere, lines, held, states, nothing, named))
    panels.append(legend([*states, nothing]))
    counted = any(one.count is not None for one in several)
    body = tuple(row(one, states, counted) for one in sorted(several, key=lambda one: one.name))
    table = (tuple(Cell(text=head) for head in heads[: 3 if counted else 2]), *body)
    return Chart(told=told, panels=tuple(panels), table=table)


def block(
    title: str, places: dict[str, tuple[int, int]], held: dict[str, Tile], states: Sequence[str],
    nothing: str, named: Callable[[str], str],
) -> Panel:  # fmt: skip
    """A region with its tiles."""
    marks = [Mark(shapes=(words(0, 9, title, bold=True),))]
    for code, (x, y) in places.items():
        one = held.get(code)
        corner = (x * SIDE, HEAD + y * SIDE)
        if one is None:
            shapes = (box(corner, -1), written(corner, code, SIDE / 2, quiet=True))
            marks.append(Mark(shapes=shapes, label=f"{named(code)}: {nothing}"))
            continue
        marks.append(tile(one, corner, states))
    tall = HEAD + SIDE * (1 + max(y for _x, y in places.values()))
    return Panel(title=title, marks=tuple(marks), height=tall)


def tile(one: Tile, corner: tuple[float, float], states: Sequence[str]) -> Mark:
    """A country of which something is said."""
    shapes = [box(corner, one.state)]
    if one.count is None:
        shapes.append(written(corner, one.code, SIDE / 2))
    else:
        shapes.append(written(corner, one.code, SIDE * 0.32))
        shapes.append(written(corner, str(one.count), SIDE * 0.72))
    label = f"{one.name}: {states[one.state]}"
    if one.count is not None:
        label += f", {one.count}"
    return Mark(shapes=tuple(shapes), label=label, href=one.href)


def box(corner: tuple[float, float], state: int) -> Shape:
    """The tile itself: a fill with its hatch, or an outline."""
    x, y = corner
    place = (x + 1, y + 1, SIDE - 2, SIDE - 2)
    if state < 0:
        return Shape(form="rect", at=place, paint=Paint.PAPER, edge=Paint.LINE, thick=0.5)
    return Shape(
        form="rect", at=place, paint=FILLS[state % 4], edge=Paint.INK, thick=1.0, hatch=state % 4
    )


def written(corner: tuple[float, float], said: str, down: float, *, quiet: bool = False) -> Shape:
    """Words in a tile."""
    x, y = corner
    return Shape(
        form="text", at=(x + SIDE / 2, y + down), words=said, size=10.0, anchor="middle",
        paint=Paint.QUIET if quiet else Paint.INK, edge=Paint.NONE if quiet else Paint.PAPER,
    )  # fmt: skip


def legend(states: Sequence[str]) -> Panel:
    """Each fill with its word; the last is the outline."""
    marks = []
    for at, state in enumerate(states):
        corner = (0.0, at * SIDE)
        shape = box(corner, -1 if at == len(states) - 1 else at)
        marks.append(Mark(shapes=(shape, words(SIDE + 6, at * SIDE + SIDE / 2, state))))
    return Panel(title=", ".join(states), marks=tuple(marks), height=SIDE * len(states))


def row(one: Tile, states: Sequence[str], counted: bool) -> tuple[Cell, ...]:
    """The row of a country."""
    number = (Cell(text="" if one.count is None else str(one.count)),) if counted else ()
    return (Cell(text=one.name, href=one.href), Cell(text=states[one.state]), *number)
