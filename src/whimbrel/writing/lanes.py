"""The figure of a process: a lane for each who acts, a box for each step, arrows between them.

Steps stand below each other in the order in which they are listed, those that do not wait for one
another side by side. Lines run between the boxes and never through them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from whimbrel.document.runs import squeeze
from whimbrel.writing.drawing import Drawing, shortened
from whimbrel.writing.figure import Figure

WIDTH = 160.0
"""Of a drawing; millimetres, as all that follows."""
LETTER = 2.6
"""Height of the letters in a box."""
LINE = LETTER * 1.22
GUTTER = 6.0
"""Between two lanes: room for the lines."""
GAP = 4.8
"""Between two rows: room for the lines across."""
HEAD = 9.0
PAD = 1.1
MOST_ARROWS = 3
"""Into one box; where a step may follow more, their numbers stand in its box instead."""
MOST_LINES = 8
"""Of words in a box; what is longer ends in dots, and is whole in the table. Fewer where the figure
would not fit on a page."""
TALLEST = 238.0
"""Of a figure that fits on a page with its title."""
LETTERS = 0.52
"""Width of a letter, in heights: sentences have many narrow ones."""
APART = 0.9
"""Between two lines that run side by side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """A step as it is drawn."""

    key: str
    lane: str
    """Who does it, as it is to be printed."""
    words: str
    after: tuple[str, ...] = ()
    """The keys of the steps it follows."""
    ends: bool = False
    """It is drawn with a thick edge."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """Where a step stands."""

    number: int
    row: int
    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...]

    @property
    def middle(self) -> float:
        """Halfway across."""
        return self.x + self.width / 2


def process(
    stages: Sequence[Stage], *, title: str, alt: str, table: Sequence[tuple[str, ...]]
) -> Figure:
    """The figure of some steps. ValueError where there are none, or one follows a step that is not
    among them."""
    if not stages:
        raise ValueError("there is no step to draw")
    keys = {one.key for one in stages}
    if strange := [key for one in stages for key in one.after if key not in keys]:
        raise ValueError(f"a step follows {strange[0]!r}, which is not among the steps")
    lanes = list(dict.fromkeys(one.lane for one in stages))
    boxes, height = fitting(stages, lanes)
    drawing = Drawing(WIDTH, height, title=title, alt=alt)
    named(drawing, lanes, height)
    for one in stages:
        for at, key in enumerate(one.after if drawn_into(one) else ()):
            drawing.arrow(way(boxes[key], boxes[one.key], at, boxes))
    for one in stages:
        boxed(drawing, boxes[one.key], thick=one.ends)
    return Figure(
        svg=drawing.svg(), png=drawing.png(), title=title, alt=alt, table=tuple(table),
        width=drawing.width, height=drawing.height,
    )  # fmt: skip


def fitting(stages: Sequence[Stage], lanes: Sequence[str]) -> tuple[Mapping[str, Box], float]:
    """The boxes with as many lines as fit on a page, and the height of all."""
    most = MOST_LINES
    while True:
        boxes = placed(stages, lanes, most)
        height = max(one.y + one.height for one in boxes.values()) + PAD * 2
        if height <= TALLEST or most == 1:
            return boxes, height
        most -= 1


def placed(
    stages: Sequence[Stage], lanes: Sequence[str], most: int = MOST_LINES
) -> Mapping[str, Box]:  # fmt: skip
    """Each step in its lane and row."""
    rows = ranked(stages)
    wide = WIDTH / len(lanes)
    inside = wide - GUTTER
    number = {one.key: at for at, one in enumerate(stages, start=1)}
    lines = {
        one.key: (
            *wrapped(f"{number[one.key]}. {one.words}", inside - PAD * 2, most),
            *(() if drawn_into(one) else (f"← {ranges([number[key] for key in one.after])}",)),
        )
        for one in stages
    }
    tall = [0.0] * (max(rows.values()) + 1)
    for key, row in rows.items():
        tall[row] = max(tall[row], len(lines[key]) * LINE + PAD * 2)
    tops = [HEAD + GAP + sum(tall[:row]) + GAP * row for row in range(len(tall))]
    return {
        one.key: Box(
            number=at, row=rows[one.key], x=lanes.index(one.lane) * wide + GUTTER / 2,
            y=tops[rows[one.key]], width=inside, height=len(lines[one.key]) * LINE + PAD * 2,
            lines=lines[one.key],
        )
        for at, one in enumerate(stages, start=1)
    }  # fmt: skip


def drawn_into(one: Stage) -> bool:
    """Whether arrows lead into a step."""
    return len(one.after) <= MOST_ARROWS


def ranges(numbers: Sequence[int]) -> str:
    """1, 2, 3, 7 -> "1–3, 7" with an en dash."""
    runs: list[list[int]] = []
    for one in sorted(numbers):
        if runs and one == runs[-1][-1] + 1:
            runs[-1].append(one)
        else:
            runs.append([one])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in runs)


def ranked(stages: Sequence[Stage]) -> dict[str, int]:
    """The row of each step: that of the step before, where the two stand in different lanes and
    neither waits for another in that row; else the next."""
    rows: dict[str, int] = {}
    now: list[Stage] = []
    row = 0
    for one in stages:
        beside = {each.key for each in now}
        waits = beside & set(one.after) or any(one.key in each.after for each in now)
        if now and (waits or one.lane in {each.lane for each in now}):
            row, now = row + 1, []
        rows[one.key] = row
        now.append(one)
    return rows


def wrapped(words: str, width: float, most: int = MOST_LINES) -> tuple[str, ...]:
    """Words in so many lines of a width, at most."""
    wide = max(6, int(width / (LETTER * LETTERS)))
    lines = [""]
    for word in squeeze(words).split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > wide:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    shown = [shortened(line, wide) for line in lines[:most]]
    if len(lines) > most:
        shown[-1] = shortened(f"{shown[-1].rstrip(' .,;')}…", wide)
    return tuple(shown)


def named(drawing: Drawing, lanes: Sequence[str], height: float) -> None:
    """Who acts, above each lane, and lines between the lanes."""
    wide = WIDTH / len(lanes)
    for at, lane in enumerate(lanes):
        lines = wrapped(lane, wide - 2)[:2]
        for row, line in enumerate(lines):
            y = HEAD / 2 + (row - (len(lines) - 1) / 2) * LINE
            drawing.words(wide * (at + 0.5), y, line, anchor="middle", size=LETTER, bold=True)
        if at:
            drawing.line(wide * at, 0, wide * at, height, colour="#ccc")
    drawing.line(0, HEAD, WIDTH, HEAD, colour="#222")


def boxed(drawing: Drawing, box: Box, *, thick: bool) -> None:
    """A box with its words, the number first."""
    drawing.box(box.x, box.y, box.width, box.height, thick=thick)
    for at, line in enumerate(box.lines):
        y = box.y + PAD + LINE * (at + 0.5)
        drawing.words(box.x + PAD, y, line, size=LETTER)


def way(
    start: Box, end: Box, at: int, boxes: Mapping[str, Box]
) -> tuple[tuple[float, float], ...]:  # fmt: skip
    """The points of an arrow: down into the gap below its start, along a gutter, and down into its
    end. `at`: which of the arrows into its end it is."""
    shift = APART * (start.number % 5 - 2)
    enters = end.middle + 3.0 * (at - (1 if at else 0) * 0.5) * (-1 if at % 2 else 1)
    enters = min(max(enters, end.x + 2), end.x + end.width - 2)
    leaves = start.middle + shift
    row = max(one.y + one.height for one in boxes.values() if one.row == start.row)
    below = row + GAP / 2 + shift / 1.5
    above = end.y - GAP / 2 + shift / 1.5
    foot = (leaves, start.y + start.height)
    if end.row == start.row + 1:
        return (foot, (leaves, above), (enters, above), (enters, end.y))
    gutter = end.x - GUTTER / 2 + shift
    return (
        foot, (leaves, below), (gutter, below), (gutter, above), (enters, above), (enters, end.y),
    )  # fmt: skip
