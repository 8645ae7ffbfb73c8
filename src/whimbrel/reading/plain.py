"""Plain text: tabs give the depth of a list, pipes a table, blank lines the end of a paragraph that
is wrapped."""

import re
from collections.abc import Iterable, Iterator, Sequence

from whimbrel.document.runs import plain, squeeze
from whimbrel.facts.layout import any_of
from whimbrel.reading.clean import Words, joint
from whimbrel.reading.labels import typed
from whimbrel.reading.limits import Clock
from whimbrel.reading.line import Line, Lines

TAB = 4
CONTENTS = re.compile(r"\t+\s*\d{1,4}\s*$|\.{4,}\s*\d{1,4}\s*$")
CONTENTS_WORD = re.compile(
    rf"^(?:{any_of('contents')}|page|paragraphs\s+page)\b.{{0,20}}$", re.IGNORECASE
)
FULL = 45
"""Characters of a row that was wrapped, at the least: a shorter one ended on purpose."""
TAIL = 80
"""Characters at the end of a row in which a page number is looked for."""
NEAR = 8
"""Rows between two entries of a table of contents, at the most."""
ENDED = re.compile(r"[.;:,!?][\"”»’')\]\s]*$")
RULE = re.compile(r"^\s*[-=_*·—–]{4,}\s*$")


def read_plain(text: str, *, name: str, clock: Clock) -> Lines:
    """The lines of a text."""
    rows = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n").split("\n")
    remarks: list[str] = []
    rows, left_out = without_contents(rows)
    if left_out:
        remarks.append(f"a table of contents of {left_out} line(s) left out")
    blocks = unwrapped(rows) if is_wrapped(rows) else mended(rows)
    return Lines(lines=tuple(lines_of(blocks, clock)), remarks=tuple(remarks))


def without_contents(rows: Sequence[str]) -> tuple[list[str], int]:
    """The rows without a table of contents: from the first row that ends in a page number to the
    last near it."""
    marked = [
        at
        for at, row in enumerate(rows)
        if CONTENTS.search(row[-TAIL:]) and not row.lstrip().startswith("|")
    ]
    if len(marked) < 3:
        return list(rows), 0
    first = last = marked[0]
    for at in marked[1:]:
        if at - last > NEAR:
            break
        last = at
    if last - first < 2:
        return list(rows), 0
    while (first and CONTENTS_WORD.match(rows[first - 1].strip())) or (
        first and not rows[first - 1].strip()
    ):
        first -= 1
    return [*rows[:first], *rows[last + 1 :]], last + 1 - first


def goes_on(before: str, row: str) -> bool:
    """True for a row that a converter broke off the one before: it begins in the middle of a
    sentence, at the margin."""
    return (
        row[:1].islower()
        and bool(before.strip())
        and not ENDED.search(before)
        and "|" not in before
    )


def mended(rows: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Rows with their numbers, those that were broken off joined again."""
    held, first = "", 1
    for number, row in enumerate(rows, start=1):
        if goes_on(held, row):
            held = f"{held.rstrip()} {row}"
            continue
        if held:
            yield first, held
        held, first = row, number
    if held:
        yield first, held


def is_wrapped(rows: Sequence[str]) -> bool:
    """True for text broken into lines of one width, its paragraphs parted by blank lines."""
    filled = [len(row) for row in rows if row.strip()]
    if len(filled) < 12 or max(filled) > 130:
        return False
    if sum(row.startswith("\t") for row in rows) > 2:
        return False  # Tabs tell the depth of whole paragraphs: what wraps lines uses none.
    blank = sum(not row.strip() for row in rows)
    return blank >= len(filled) / 25 and sum(length > 50 for length in filled) > len(filled) / 3


def unwrapped(rows: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Wrapped lines joined into paragraphs, with the number of the first."""
    held: list[str] = []
    first, words = 1, Words(rows)
    for number, row in enumerate([*rows, ""], start=1):
        short = bool(held) and len(held[-1].strip()) < FULL
        opens = (
            short
            or (bool(typed(row.strip())) and not row.strip().startswith(("-", "–")))
            or row.lstrip().startswith("|")
        )
        if held and (not row.strip() or opens):
            yield first, joined(held, words)
            held = []
        if row.strip():
            first = first if held else number
            held.append(row)


def joined(rows: Sequence[str], words: Words) -> str:
    """Rows of one paragraph, the indent of the first kept."""
    text = rows[0].rstrip()
    for row in rows[1:]:
        dropped, between = joint(text, row.strip(), words)
        text = text[: len(text) - dropped] + between + row.strip()
    return text


def lines_of(blocks: Iterable[tuple[int, str]], clock: Clock) -> Iterator[Line]:
    """Paragraphs and tables."""
    table: list[tuple[str, ...]] = []
    for number, row in blocks:
        if number % 2000 == 0:
            clock.check(f"line {number}")
        if row.lstrip().startswith("|") and row.rstrip().endswith("|"):
            table.append(tuple(squeeze(cell) for cell in row.strip()[1:-1].split("|")))
            continue
        if table:
            yield tabled(table, number)
            table = []
        line = line_of(row, number)
        if line is not None:
            yield line
    if table:
        yield tabled(table, 0)


def tabled(rows: Sequence[tuple[str, ...]], number: int) -> Line:
    """Rows of cells, all of one width."""
    width = max(len(row) for row in rows)
    grid = tuple((*row, *[""] * (width - len(row))) for row in rows if any(row))
    return Line(rows=grid or ((" ",),), place=f"line {number}")


def line_of(row: str, number: int) -> Line | None:
    """One paragraph; its leading tabs are its depth."""
    if not row.strip() or RULE.match(row):
        return None
    lead = row[: len(row) - len(row.lstrip())]
    depth = lead.count("\t") + lead.replace("\t", "").count(" ") // TAB
    words = row.strip().replace("\t", " ")
    return Line(runs=plain(words), depth=depth, place=f"line {number}")
