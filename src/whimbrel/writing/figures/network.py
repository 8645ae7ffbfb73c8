"""Network: things of two sorts, such as partners and processes, in two columns with lines between
those that have to do with each other.

The order of each column follows from the other alone, so the same data are always drawn alike: each
name moves to the mean place of its neighbours, a fixed number of times.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from whimbrel.writing.figures.chart import Cell, Chart, Told, fitted
from whimbrel.writing.figures.shapes import LETTER, WIDTH, Mark, Paint, Panel, Shape, words

NAMES, ROW, HEAD = 118.0, 22.0, 26.0
MOST_NAMES = 30
TURNS = 8
DOT = 3.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """How often two have to do with each other."""

    left: str
    right: str
    count: int
    href: str = ""
    left_href: str = ""
    right_href: str = ""


def network(several: Sequence[Tie], *, told: Told, heads: tuple[str, str, str]) -> Chart:
    """Two columns. `heads`: what stands left, what stands right, and what the numbers count."""
    left, right = most_tied(several, "left"), most_tied(several, "right")
    shown = [one for one in several if one.left in left and one.right in right]
    rows, columns = ordered(shown, left, right)
    tall = HEAD + ROW * max(len(rows), len(columns), 1)
    places = {("left", name): y for name, y in spread(rows, tall)}
    places |= {("right", name): y for name, y in spread(columns, tall)}
    most = max((one.count for one in shown), default=1)
    lines = [line(one, places, most) for one in shown]
    top = Mark(
        shapes=(
            words(0, 8, heads[0], bold=True),
            words(WIDTH, 8, heads[1], bold=True, anchor="end"),
        )
    )
    nodes = [*nodes_of(shown, "left", places), *nodes_of(shown, "right", places)]
    body = tuple(
        (
            Cell(text=one.left, href=one.left_href), Cell(text=one.right, href=one.right_href),
            Cell(text=str(one.count), href=one.href),
        )
        for one in several
    )  # fmt: skip
    table = (tuple(Cell(text=head) for head in heads), *body)
    panel = Panel(title=told.title, marks=(top, *lines, *nodes), height=tall)
    return Chart(told=told, panels=(panel,), table=table, left=len(several) - len(shown))


def most_tied(several: Sequence[Tie], side: str) -> tuple[str, ...]:
    """The names of a side with the most ties, by name where as many."""
    sums: defaultdict[str, int] = defaultdict(int)
    for one in several:
        sums[getattr(one, side)] += one.count
    return tuple(sorted(sums, key=lambda name: (-sums[name], name))[:MOST_NAMES])


def ordered(
    several: Sequence[Tie], left: Sequence[str], right: Sequence[str]
) -> tuple[list[str], list[str]]:
    """Both columns, so that few lines cross."""
    met: dict[str, defaultdict[str, list[str]]] = {
        "left": defaultdict(list), "right": defaultdict(list)
    }  # fmt: skip
    for one in several:
        met["left"][one.left].append(one.right)
        met["right"][one.right].append(one.left)
    rows = [name for name in left if name in met["left"]]
    columns = [name for name in right if name in met["right"]]
    for _turn in range(TURNS):
        columns = moved(columns, rows, met["right"])
        rows = moved(rows, columns, met["left"])
    return rows, columns


def moved(names: list[str], others: list[str], met: Mapping[str, list[str]]) -> list[str]:
    """Names by the mean place of those that they are tied to."""
    place = {name: at for at, name in enumerate(others)}
    mean = {name: sum(place[one] for one in met[name]) / len(met[name]) for name in names}
    return sorted(names, key=lambda name: (mean[name], name))


def spread(names: Sequence[str], tall: float) -> list[tuple[str, float]]:
    """Names with their places from top to foot."""
    step = (tall - HEAD) / max(1, len(names))
    return [(name, HEAD + step * (at + 0.5)) for at, name in enumerate(names)]


def line(one: Tie, places: Mapping[tuple[str, str], float], most: int) -> Mark:
    """The line of a tie: the thicker the more. It is wide enough to be hit."""
    ends = (
        NAMES + DOT, places["left", one.left], WIDTH - NAMES - DOT, places["right", one.right]
    )  # fmt: skip
    thick = 0.9 + 3.0 * one.count / most
    stroke = Shape(form="line", at=ends, edge=Paint.QUIET, thick=thick)
    return Mark(shapes=(stroke,), label=f"{one.left}, {one.right}: {one.count}", href=one.href)


def nodes_of(
    several: Sequence[Tie], side: str, places: Mapping[tuple[str, str], float]
) -> list[Mark]:
    """The names of a column, each with a mark of its side: round left, square right."""
    sums: defaultdict[str, int] = defaultdict(int)
    links: dict[str, str] = {}
    for one in several:
        sums[getattr(one, side)] += one.count
        links[getattr(one, side)] = getattr(one, f"{side}_href")
    made = []
    for name, count in sums.items():
        y = places[side, name]
        text = fitted(f"{name} ({count})", NAMES - 4, LETTER)
        if side == "left":
            dot = Shape(form="circle", at=(NAMES, y, DOT), paint=Paint.INK)
            said = words(NAMES - 7, y, text, anchor="end")
        else:
            box = (WIDTH - NAMES - DOT, y - DOT, DOT * 2, DOT * 2)
            dot = Shape(form="rect", at=box, paint=Paint.INK)
            said = words(WIDTH - NAMES + 7, y, text)
        made.append(Mark(shapes=(dot, said), label=f"{name} ({count})", href=links[name]))
    return made
