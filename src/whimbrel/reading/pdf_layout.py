"""Layout: what a whole document shows about its printed rows, and what one row shows by itself."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from whimbrel.reading.pdf_rows import Row, gap, grade

NEAR = 4.0
"""Points by which two left edges may differ and still be one edge."""
KNOWN = 3
"""How often something must have been seen to be a habit of the document."""
ENOUGH = 300
"""Letters in a size of type that show how far its rows stand apart."""
TAB = 0.9
"""Sizes of type between a label and its words that no space between words has."""
LONGEST_LABEL = 8
ENDS = tuple(".;:?!")
CLOSING = "\"'”’»)] \u00a0"
CAPITALS = re.compile(r"[A-ZÀ-Þ]")
UNIT = re.compile(
    r"""
    (?: [\d\W]+ \s )?   # figures and dashes are bound to the next word: "12 October"
    \S+
    (?: \s \d\S* )*     # and so is a word to the figures after it: "Agenda 2030"
    """,
    re.VERBOSE,
)
Key = TypeVar("Key")


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Rows of one paragraph, heading or item."""

    rows: tuple[Row, ...]

    @property
    def first(self) -> Row:
        """The row that opens it."""
        return self.rows[0]

    @property
    def last(self) -> Row:
        """The row that ends it."""
        return self.rows[-1]

    @property
    def labelled(self) -> bool:
        """Does it open with a number, a letter or a bullet?"""
        return self.first.labelled

    @property
    def rest(self) -> float | None:
        """The left edge of the rows after the first; None where there is one row."""
        return self.rows[-1].x0 if len(self.rows) > 1 else None


def hangs(row: Row) -> bool:
    """Does a row open with a label and a tab?"""
    return words_start(row) is not None and gap(*row.pieces[:2]) > TAB


def words_start(row: Row) -> float | None:
    """Where the words after a hanging label start; None where nothing hangs."""
    if len(row.pieces) < 2 or not row.labelled:
        return None
    label, words = row.pieces[0], row.pieces[1]
    return words.x0 if len(label.text.strip()) <= 8 else None


def ends_sentence(text: str) -> bool:
    """Does a row end as paragraphs end?"""
    return text.rstrip(CLOSING).endswith(ENDS)


def starts_small(text: str) -> bool:
    """Does a row go on in lower case?"""
    return text[:1].islower()


class Layout:
    """What a whole document shows about its rows: distances, edges, how its paragraphs begin."""

    def __init__(self, found: Sequence[Row]) -> None:
        rows = [row for row in found if not row.table] or list(found)
        self.leading = leading(rows)
        sizes: Counter[float] = Counter()
        for row in rows:
            sizes[grade(row.size)] += len(row.text)
        self.body = sizes.most_common(1)[0][0] if sizes else 10.0
        self.ratio = self.leading.get(self.body, self.body * 1.2) / max(self.body, 1.0)
        self.rights = {
            key: edge([row.x1 for row in group])
            for key, group in grouped(rows, lambda row: row.column).items()
        }
        self.lefts = {
            key: -edge([-row.x0 for row in group])
            for key, group in grouped(rows, lambda row: row.column).items()
        }
        self.pages = {
            key: max(row.x1 for row in group)
            for key, group in grouped(rows, lambda row: (row.page, row.column)).items()
        }
        self.continued: dict[tuple[int, bool], Counter[int]] = defaultdict(Counter)
        self.starts: Counter[int] = Counter()
        self.firsts: dict[int, float] = {}
        """Widths of first words by the identity of their row: asked for several times."""
        self.label_edges: Counter[int] = Counter()
        self.ends: dict[tuple[int, int], float] = {}
        self.usual: dict[float, float] = {}
        """Answers of `right` by page and column, and of `apart` by size."""

    def learn(self, blocks: Iterable[Block]) -> None:
        """Remember where blocks of several rows begin and where they go on."""
        for block in list(blocks):
            start = round(block.first.x0)
            if block.labelled:
                self.label_edges[start] += 1
            else:
                self.starts[start] += 1
            if block.rest is not None:
                self.continued[start, block.labelled][round(block.rest)] += 1

    def apart(self, size: float) -> float:
        """The usual distance of two rows of a paragraph in a size of type."""
        if size not in self.usual:
            self.usual[size] = max(1.0, self.leading.get(grade(size), size * self.ratio))
        return self.usual[size]

    def distance(self, last: Row, row: Row) -> float:
        """How far a row stands below the last one, in usual distances."""
        return (last.y - row.y) / self.apart(row.size)

    def right(self, row: Row) -> float:
        """Where a row of full length ends in the column of this row."""
        place = (row.page, row.column)
        if place not in self.ends:
            own = self.pages.get(place, row.x1)
            self.ends[place] = min(self.rights.get(row.column, own), own)
        return self.ends[place]

    def left(self, row: Row) -> float:
        """The left edge of the column of a row."""
        return self.lefts.get(row.column, row.x0)

    def short(self, row: Row, after: Row, slack: float = 0.0) -> bool:
        """Would the first word of the next row have fitted here? Then the row ends on purpose."""
        free = self.right(row) - row.x1 - slack * row.size
        if free < 0.5 * row.size:
            return False
        width = self.firsts.get(id(after))
        if width is None:
            width = self.firsts[id(after)] = first_word(after)
        return (width + 0.25 * row.size) * (1 + slack) < free

    def begins(self, first: Row, row: Row) -> bool:
        """Does a row stand where blocks begin, and not where one like that of `first` goes on?"""
        seen = self.continued.get((round(first.x0), first.labelled))
        if not seen or sum(seen.values()) < KNOWN:
            return False
        edge = seen.most_common(1)[0][0]
        return abs(edge - row.x0) > NEAR and self.known_at(row.x0) >= KNOWN

    def known_at(self, x: float) -> int:
        """How many blocks begin at a left edge."""
        near = range(round(x) - 2, round(x) + 3)
        return sum(self.starts[at] + self.label_edges[at] for at in near)

    def goes_on_at(self, block: Block) -> float | None:
        """The left edge where a block goes on: its own, or that of blocks which begin like it."""
        if block.rest is not None:
            return block.rest
        seen = self.continued.get((round(block.first.x0), block.labelled))
        return float(seen.most_common(1)[0][0]) if seen else words_start(block.first)


def first_word(row: Row) -> float:
    """The width of what a row could not begin without: its first word and what is bound to it.

    It is guessed from the width of its pieces; capitals are wide.
    """
    found = UNIT.match(row.text)
    wanted = weight(found.group()) if found else 1.0
    width = 0.0
    for piece in row.pieces:
        own = weight(piece.text.rstrip())
        if own >= wanted:
            return width + (piece.x1 - piece.x0) * wanted / own
        width += piece.x1 - piece.x0
        wanted -= own
    return width


def weight(text: str) -> float:
    """Length of a text in average letters."""
    return len(text) + 0.4 * len(CAPITALS.findall(text))


def grouped(rows: Sequence[Row], key: object) -> dict[object, list[Row]]:
    """Rows by a key."""
    out: dict[object, list[Row]] = defaultdict(list)
    for row in rows:
        out[key(row)].append(row)  # type: ignore[operator]
    return out


def edge(values: Sequence[float]) -> float:
    """The right edge that full rows reach: nineteen of twenty rows end at or before it."""
    return sorted(values)[min(len(values) - 1, int(len(values) * 0.95))]


def leading(rows: Sequence[Row]) -> dict[float, float]:
    """The usual distance of two rows of one paragraph, by size of type."""
    distances: dict[float, dict[float, int]] = {}
    for before, after in pairwise(rows):
        if (before.page, before.column) != (after.page, after.column):
            continue
        size, apart = grade(before.size), before.y - after.y
        if size == grade(after.size) and 0.8 * size < apart < 2.6 * size:
            counts = distances.setdefault(size, {})
            # Long rows count for more: those of a table may stand closer than those of the text.
            counts[round(apart, 1)] = counts.get(round(apart, 1), 0) + len(before.text)
    return {
        size: tightest(counts) for size, counts in distances.items() if sum(counts.values()) > 300
    }


def tightest(counts: dict[float, int]) -> float:
    """The smallest distance that is no exception: with its neighbours it makes an eighth of all."""
    total = sum(counts.values())
    for apart in sorted(counts):
        near = [(other, count) for other, count in counts.items() if 0 <= other - apart <= 0.6]
        if sum(count for _, count in near) >= total / 8:
            return max(near, key=lambda pair: pair[1])[0]
    return min(counts)
