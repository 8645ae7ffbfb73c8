"""The figures of a report: status by addressee, engagements over time, partners by kind. Each comes
with its numbers as a table and its words in the language of the paper."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import ClassVar

from whimbrel.facts import load
from whimbrel.writing.drawing import LETTER, WIDE, Drawing, lines_of
from whimbrel.writing.figure import Figure
from whimbrel.writing.house_style import STRICT

WIDTH, NAMES, MARGIN = 160.0, 52.0, 3.0
"""Of a drawing, of the names at its left, and at its edges; millimetres."""
ROW, BAR = 8.0, 5.5
MOST_ROWS = 40
"""More rows do not fit on a page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureWords:
    """What figures say in one language."""

    __pydantic_config__: ClassVar = STRICT
    language: str
    source: str
    status_title: str
    status_alt: str
    addressee: str
    total: str
    timeline_title: str
    timeline_alt: str
    engagement: str
    since: str
    until: str
    ongoing: str
    undated: str
    shown: str
    partners_title: str
    partners_alt: str
    kind: str
    number: str
    nothing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Something that went on from one day to another."""

    name: str
    since: datetime.date | None
    until: datetime.date | None = None
    """None while it goes on."""


@cache
def words_of(language: str) -> FigureWords:
    """The words of a language, English ones for a language that has none."""
    known = {words.language: words for words in load("figures/*.yaml", FigureWords)}
    return known.get(language) or known["en"]


def status_by_addressee(counts: Mapping[str, Mapping[str, int]], *, language: str) -> Figure:
    """Stacked bars: how many provisions of each status every addressee has.

    The keys are names as they are to be printed; statuses stand in the order in which
    they are first met.
    """
    words = words_of(language)
    statuses = list(dict.fromkeys(status for row in counts.values() for status in row))
    sums = {name: sum(row.values()) for name, row in counts.items()}
    told = "; ".join(
        f"{name}: " + ", ".join(f"{status} {count}" for status, count in row.items() if count)
        for name, row in counts.items()
    )
    alt = words.status_alt.format(told=told or words.nothing)
    rows = list(counts)[:MOST_ROWS]
    legend = legend_rows(statuses)
    height = MARGIN * 2 + ROW * (len(rows) + len(legend))
    drawing = Drawing(WIDTH, height, title=words.status_title, alt=alt)
    unit = (WIDTH - NAMES - MARGIN - 12) / max([*sums.values(), 1])
    for at, name in enumerate(rows):
        y = MARGIN + ROW * at
        name_at(drawing, y, name)
        x = NAMES
        for fill, status in enumerate(statuses):
            count = counts[name].get(status, 0)
            if count <= 0:
                continue
            drawing.bar(x, y, count * unit, BAR, fill=fill)
            if count * unit > 4:
                middle = x + count * unit / 2
                drawing.words(middle, y + BAR / 2, str(count), anchor="middle", on_fill=True)
            x += count * unit
        drawing.words(x + 2, y + BAR / 2, str(sums[name]))
    for at, entries in enumerate(legend):
        y = MARGIN + ROW * (len(rows) + at) + 1.5
        for x, fill in entries:
            drawing.bar(x, y, 6, 4, fill=fill)
            drawing.words(x + 8, y + 2, statuses[fill])
    table = [(words.addressee, *statuses, words.total)]
    table += [
        (name, *(str(row.get(status, 0)) for status in statuses), str(sums[name]))
        for name, row in counts.items()
    ]
    return made(drawing, words.status_title, alt, table)


def legend_rows(names: Sequence[str]) -> list[list[tuple[float, int]]]:
    """Where the entries of the legend stand: rows of (left edge, number)."""
    rows: list[list[tuple[float, int]]] = []
    x = WIDTH
    for number, name in enumerate(names):
        wide = 14 + len(name) * LETTER * WIDE
        if not rows or x + wide > WIDTH:
            rows.append([])
            x = MARGIN
        rows[-1].append((x, number))
        x += wide
    return rows


def timeline(stretches: Sequence[Stretch], *, today: datetime.date, language: str) -> Figure:
    """Bars from first to last day, the earliest on top, with a line at each new year. What goes on
    is drawn up to `today`."""
    words = words_of(language)
    dated = sorted(
        (
            (each.since, each.until or max(today, each.since), each)
            for each in stretches
            if each.since
        ),
        key=lambda each: each[:2],
    )
    rows = dated[:MOST_ROWS]
    first = min((since for since, _, _ in rows), default=today)
    last = max((until for _, until, _ in rows), default=today)
    alt = words.timeline_alt.format(count=len(rows), first=first.isoformat(), last=last.isoformat())
    if len(dated) > len(rows):
        alt += " " + words.shown.format(shown=len(rows), count=len(dated))
    if len(stretches) > len(dated):
        alt += " " + words.undated.format(count=len(stretches) - len(dated))
    height = MARGIN * 2 + ROW * (len(rows) + 1)
    drawing = Drawing(WIDTH, height, title=words.timeline_title, alt=alt)
    begin = datetime.date(first.year, 1, 1)
    days = max(1, (datetime.date(last.year, 12, 31) - begin).days)
    unit = (WIDTH - NAMES - MARGIN) / days
    foot = MARGIN + ROW * len(rows)
    years = range(first.year, last.year + 1)
    for year in years:
        x = NAMES + (datetime.date(year, 1, 1) - begin).days * unit
        drawing.line(x, MARGIN, x, foot + 2)
        if (year - first.year) % (1 + len(years) // 12) == 0:
            drawing.words(x + 1, foot + ROW / 2, str(year))
    for at, (since, until, each) in enumerate(rows):
        y = MARGIN + ROW * at
        name_at(drawing, y, each.name)
        x = NAMES + (since - begin).days * unit
        fill = 1 if each.until is None else 0
        drawing.bar(x, y, max(1.2, (until - since).days * unit), BAR, fill=fill)
    table = [(words.engagement, words.since, words.until)]
    undated = [each for each in stretches if each.since is None]
    table += [
        (each.name, day(each.since), day(each.until) or (words.ongoing if each.since else ""))
        for each in (*(each for _, _, each in dated), *undated)
    ]
    return made(drawing, words.timeline_title, alt, table)


def partners_by_kind(counts: Mapping[str, int], *, language: str) -> Figure:
    """Bars: how many partners there are of each kind. The keys are names as they are to be
    printed."""
    words = words_of(language)
    told = ", ".join(f"{name} {count}" for name, count in counts.items())
    alt = words.partners_alt.format(told=told or words.nothing)
    rows = list(counts.items())[:MOST_ROWS]
    drawing = Drawing(
        WIDTH, MARGIN * 2 + ROW * max(1, len(rows)), title=words.partners_title, alt=alt
    )
    unit = (WIDTH - NAMES - MARGIN - 12) / max([*counts.values(), 1])
    for at, (name, count) in enumerate(rows):
        y = MARGIN + ROW * at
        name_at(drawing, y, name)
        if count > 0:
            drawing.bar(NAMES, y, count * unit, BAR, fill=0)
        drawing.words(NAMES + max(0, count) * unit + 2, y + BAR / 2, str(count))
    table = [(words.kind, words.number), *((name, str(count)) for name, count in counts.items())]
    return made(drawing, words.partners_title, alt, table)


def name_at(drawing: Drawing, y: float, name: str) -> None:
    """The name of a row, at its left."""
    lines = lines_of(name, NAMES - MARGIN - 2)
    top = y + BAR / 2 - (len(lines) - 1) * LETTER * 0.6
    for at, line in enumerate(lines):
        drawing.words(NAMES - 2, top + at * LETTER * 1.2, line, anchor="end")


def day(found: datetime.date | None) -> str:
    """A date as it sorts."""
    return found.isoformat() if found else ""


def made(drawing: Drawing, title: str, alt: str, table: Sequence[tuple[str, ...]]) -> Figure:
    """The figure of a drawing."""
    return Figure(
        svg=drawing.svg(),
        png=drawing.png(),
        title=title,
        alt=alt,
        table=tuple(table),
        width=drawing.width,
        height=drawing.height,
    )
