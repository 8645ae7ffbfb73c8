"""Courses: what went on from one day to another, the earliest on top, its name above its bar."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from whimbrel.writing.figures.chart import MOST, Cell, Chart, Told, fitted
from whimbrel.writing.figures.shapes import FILLS, WIDTH, Mark, Paint, Panel, Shape, words

ROW, THICK, FOOT = 32.0, 10.0, 22.0
LEAST = 4.0
"""Width of a bar of one day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """Something with its days. Without `since` it has no date, and stands in the table only."""

    name: str
    since: datetime.date | None
    until: datetime.date | None = None
    """None while it goes on, or where its end is not known."""
    kind: int = 0
    """Which of the four fills: what it is, in `kinds`."""
    href: str = ""


def courses(
    several: Sequence[Course], *, told: Told, heads: tuple[str, str, str, str],
    kinds: Sequence[str], today: datetime.date, unknown: str, ongoing: str,
) -> Chart:  # fmt: skip
    """A bar for each. `heads`: name, kind, since and until as the table heads them."""
    dated = sorted((one for one in several if one.since), key=lambda one: (one.since, one.name))
    shown = dated[:MOST]
    first = min((one.since for one in shown if one.since), default=today)
    last = max((one.until or max(today, one.since) for one in shown if one.since), default=today)
    begin, end = datetime.date(first.year, 1, 1), datetime.date(last.year, 12, 31)
    unit = WIDTH / max(1, (end - begin).days)
    foot = ROW * max(1, len(shown))
    marks = [*years(begin, end, unit, foot)]
    for at, one in enumerate(shown):
        marks.append(bar(one, at, begin, unit, today, kinds, ongoing))
    used = sorted({one.kind for one in shown})
    legend = [key(kinds, kind, at, foot + FOOT + 8) for at, kind in enumerate(used)]
    undated = sorted((one for one in several if one.since is None), key=lambda one: one.name)
    body = tuple(row(one, kinds, unknown, ongoing) for one in (*dated, *undated))
    table = (tuple(Cell(text=head) for head in heads), *body)
    tall = foot + FOOT + (18 * len(used) if len(used) > 1 else 0)
    panel = Panel(title=told.title, marks=(*marks, *(legend if len(used) > 1 else ())), height=tall)
    return Chart(told=told, panels=(panel,), table=table, left=len(several) - len(shown))


def years(
    begin: datetime.date, end: datetime.date, unit: float, foot: float
) -> list[Mark]:  # fmt: skip
    """A line at each new year; their numbers as far as they fit."""
    count = end.year - begin.year + 1
    step = 1 + count // 8
    made = []
    for year in range(begin.year, end.year + 1):
        x = (datetime.date(year, 1, 1) - begin).days * unit
        edge = Shape(form="line", at=(x + 0.5, 0, x + 0.5, foot + 4), edge=Paint.LINE, thick=0.5)
        number = (words(x + 2, foot + 12, str(year)),) if (year - begin.year) % step == 0 else ()
        made.append(Mark(shapes=(edge, *number)))
    return made


def bar(
    one: Course, at: int, begin: datetime.date, unit: float, today: datetime.date,
    kinds: Sequence[str], ongoing: str,
) -> Mark:  # fmt: skip
    """The bar of one; what goes on is drawn up to today and open at its end."""
    since = one.since or today
    until = one.until or max(today, since)
    x, y = (since - begin).days * unit, at * ROW
    wide = max(LEAST, ((until - since).days + 1) * unit)
    x = min(x, WIDTH - wide)
    box = Shape(
        form="rect", at=(x, y + 17, wide, THICK), paint=FILLS[one.kind % 4], edge=Paint.QUIET,
        thick=0.6, hatch=one.kind % 4,
    )  # fmt: skip
    said = words(min(x, WIDTH * 0.5), y + 9, fitted(one.name, WIDTH - min(x, WIDTH * 0.5)),
                 edge=Paint.PAPER)  # fmt: skip
    return Mark(shapes=(box, said), label=label(one, kinds, ongoing), href=one.href)


def label(one: Course, kinds: Sequence[str], ongoing: str) -> str:
    """A course as its row has it."""
    ends = one.until.isoformat() if one.until else ongoing
    since = one.since.isoformat() if one.since else ""
    return f"{one.name}, {kinds[one.kind]}: {since} – {ends}"


def key(kinds: Sequence[str], kind: int, at: int, y: float) -> Mark:
    """A line of the key: a fill and its word."""
    box = Shape(
        form="rect", at=(0, y + 18 * at - 5, 16, 10), paint=FILLS[kind % 4], edge=Paint.QUIET,
        thick=0.6, hatch=kind % 4,
    )  # fmt: skip
    return Mark(shapes=(box, words(22, y + 18 * at, kinds[kind])))


def row(one: Course, kinds: Sequence[str], unknown: str, ongoing: str) -> tuple[Cell, ...]:
    """The row of a course."""
    since = one.since.isoformat() if one.since else unknown
    until = one.until.isoformat() if one.until else (ongoing if one.since else unknown)
    return (
        Cell(text=one.name, href=one.href), Cell(text=kinds[one.kind]), Cell(text=since),
        Cell(text=until),
    )  # fmt: skip
