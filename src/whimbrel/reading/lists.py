"""Lists: which numbered things stand open, and where the next label belongs among them.

Lists are told apart by what their labels count; the list level of the file helps where counting
alone cannot tell.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from whimbrel.document import Kind, Node, Run
from whimbrel.document.normal import even
from whimbrel.document.runs import squeeze
from whimbrel.reading.block import Block
from whimbrel.reading.labels import BULLET, DECIMAL, MULTI, Reading, follows

INSERTED = re.compile(r"\d\s?(?:[A-Z]|bis|ter|quater|quinquies|alt)\.?$")
"""A paragraph put in later: `8 bis.`, `2A.` belongs to the count of the paragraphs."""
AHEAD = 500
"""Blocks that are looked at ahead to see how a list goes on."""


@dataclass(slots=True)
class Draft:
    """A node while its children are still coming in."""

    kind: Kind
    label: str | None = None
    runs: tuple[Run, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    children: list["Draft"] = field(default_factory=list)
    level: int = 0

    def add(self, child: "Draft") -> "Draft":
        """Take in a child and return it."""
        self.children.append(child)
        return child

    def frozen(self) -> Node:
        """The node, in normal form."""
        return Node(
            kind=self.kind,
            label=printed(self.label) if self.label else None,
            runs=self.runs,
            rows=even(self.rows) if self.rows else (),
            children=tuple([child.frozen() for child in self.children]) if self.children else (),
        )


@lru_cache(maxsize=4096)
def printed(label: str) -> str | None:
    """A label in normal form."""
    return squeeze(label) or None


@dataclass(slots=True)
class Entry:
    """A numbered thing that stands open: a paragraph, a decision or an item."""

    draft: Draft
    reading: Reading
    depth: int | None = None


def restarts(reading: Reading, before: Reading) -> bool:
    """True where a label of the same list does not come after the one before: the list is over."""
    return reading.style == before.style and reading.value <= before.value


class Lists:
    """The numbered things that stand open, outermost first."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.blocks = blocks
        self.chain: list[Entry] = []

    def is_inner_number(self, at: int, block: Block) -> bool:
        """True for `1.` that opens a list inside a paragraph: its file says so, or the outer count
        goes on after it."""
        reading = block.readings[0]
        if reading.counts != DECIMAL or not self.chain:
            return False
        goes_on = any(follows(reading, entry.reading) for entry in self.chain[1:])
        if not (goes_on or reading.value == 1) or INSERTED.search(block.label or ""):
            return False
        outer, depth = self.chain[0], block.line.depth
        if goes_on:
            return not follows(reading, outer.reading)
        if outer.draft.kind is not Kind.PARAGRAPH:
            return False
        if depth is not None and outer.depth is not None and depth > outer.depth:
            return True
        return self.goes_on_after(at, outer.reading)

    def goes_on_after(self, at: int, outer: Reading) -> bool:
        """True where the numbers after a restart run 1, 2, 3 and then come back to the outer
        count."""
        expected = 1
        for block in self.blocks[at : at + AHEAD]:
            if block.kind in (Kind.ANNEX, Kind.HEADING):
                return False
            if (
                block.kind is not Kind.PARAGRAPH
                or not block.readings
                or block.readings[0].style != outer.style
            ):
                continue
            value = block.readings[0].value
            if value == expected:
                expected += 1
            else:
                return value == outer.value + 1
        return False

    def list_goes_on(self, at: int) -> bool:
        """True where the next numbered thing is the next item of a list that stands open: these
        words belong to it."""
        items = self.chain[self.first_item :]
        if not items:
            return False
        for block in self.blocks[at + 1 : at + AHEAD]:
            if block.kind is Kind.PARAGRAPH and block.label is None:
                continue
            if block.kind is not Kind.ITEM:
                return False
            return any(
                follows(reading, entry.reading) for entry in items for reading in block.readings
            )
        return False

    def place(self, at: int, block: Block) -> tuple[Reading, list[Entry]]:
        """How an item's label is to be read, and the entries that stand around it."""
        if block.readings[0].counts == BULLET:
            return block.readings[0], self.around_bullet(block)
        first = self.first_item
        continuing = [
            (index, reading)
            for index in range(len(self.chain) - 1, first - 1, -1)
            for reading in block.readings
            if follows(reading, self.chain[index].reading)
        ]
        opening = [reading for reading in block.readings if reading.value == 1]
        if continuing and not (opening and self.opens_list(at, opening[0], continuing[0][1])):
            index, reading = continuing[0]
            return reading, self.chain[:index]
        if opening:
            return opening[0], self.around_new(block, opening[0])
        return self.jumped(block)

    @property
    def first_item(self) -> int:
        """Where in the chain items begin: after the paragraph, and after the decision quoted
        in it."""
        item = Kind.ITEM
        for at, entry in enumerate(self.chain):
            if entry.draft.kind is item:
                return at
        return len(self.chain)

    def opens_list(self, at: int, opening: Reading, continuing: Reading) -> bool:
        """`(i)` after `(h)`: a roman list if `(ii)` comes before `(j)`."""
        for block in self.blocks[at + 1 : at + AHEAD]:
            if block.kind not in (Kind.ITEM, Kind.PARAGRAPH) or (
                block.kind is Kind.PARAGRAPH and block.label
            ):
                return False
            if any(follows(reading, opening) for reading in block.readings):
                return True
            if any(
                follows(reading, continuing) or restarts(reading, continuing)
                for reading in block.readings
            ):
                return False
        return False

    def around_new(self, block: Block, opening: Reading) -> list[Entry]:
        """A new list stands under the innermost entry, or in the place of a list of its own
        kind."""
        depth, first = self.telling(block.line.depth), self.first_item
        for index in range(len(self.chain) - 1, first - 1, -1):
            if self.chain[index].reading.style == opening.style and not self.deeper(
                depth, self.chain[-1].depth
            ):
                return self.chain[:index]
        return self.shallower(depth)

    def telling(self, depth: int | None) -> int | None:
        """A depth, if it tells anything: not where every list of the file stands at one depth."""
        return None if all(entry.depth in (None, depth) for entry in self.chain) else depth

    def shallower(self, depth: int | None) -> list[Entry]:
        """The open entries that stand higher than a depth; all of them where depths are not
        known."""
        chain, first = list(self.chain), self.first_item
        while (
            len(chain) > first
            and depth is not None
            and (chain[-1].depth or 0) >= depth
            and chain[-1].depth is not None
        ):
            chain.pop()
        return chain

    @staticmethod
    def deeper(depth: int | None, other: int | None) -> bool:
        """True where both depths are known and the first is deeper."""
        return depth is not None and other is not None and depth > other

    def around_bullet(self, block: Block) -> list[Entry]:
        """A bullet goes on beside the bullets of its kind, or opens a list."""
        reading, depth = block.readings[0], block.line.depth
        for index in range(len(self.chain) - 1, self.first_item - 1, -1):
            entry = self.chain[index]
            same = entry.reading.style == reading.style and (
                depth is None or entry.depth in (None, depth)
            )
            if same:
                return self.chain[:index]
        return self.shallower(depth)

    def jumped(self, block: Block) -> tuple[Reading, list[Entry]]:
        """A label that neither goes on nor begins: it stands with its own kind, else under the
        paragraph."""
        for index in range(len(self.chain) - 1, self.first_item - 1, -1):
            for reading in block.readings:
                if (
                    reading.style == self.chain[index].reading.style
                    and reading.value >= self.chain[index].reading.value
                ):
                    return reading, self.chain[:index]
        reading = (
            min(block.readings, key=lambda found: found.value)
            if block.readings[0].counts != MULTI
            else block.readings[0]
        )
        if block.line.depth is not None:
            return reading, self.shallower(block.line.depth)
        return reading, self.chain[: self.first_item]
