"""The outline of a written text: which kind and depth a block has, as its shape and its place tell.

Markdown and plain text show structure by shape: `##` for headings, indentation for items, `>` for
quotations. Writer and reader guess kind and depth by the same rules here, and the writer says more
only where the guess is wrong. So an ordinary document needs no annotation, and any document is read
back exactly.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from whimbrel.document.tree import Kind, Node
from whimbrel.document.walk import Placed

TITLED = (Kind.HEADING, Kind.ANNEX)


class Shape(StrEnum):
    """How a block is printed."""

    TITLE = "title"
    ITEM = "item"
    TABLE = "table"
    BLOCK = "block"


SHAPES = {
    Kind.HEADING: Shape.TITLE,
    Kind.ANNEX: Shape.TITLE,
    Kind.ITEM: Shape.ITEM,
    Kind.TABLE: Shape.TABLE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What is seen of a block before its words are understood."""

    shape: Shape
    level: int = 0
    """Of a title: how many marks. Of an item: how far it is indented below its list."""
    labelled: bool = False
    quoted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Open:
    """A block under which the next one may stand."""

    kind: Kind
    depth: int


def look_of(placed: Placed) -> Look:
    """How a node is printed."""
    node = placed.node
    shape = SHAPES.get(node.kind, Shape.BLOCK)
    level = 0
    if shape is Shape.TITLE:
        level = min(6, 1 + sum(around.kind in TITLED for around in placed.within))
    if shape is Shape.ITEM:
        level = items_above(placed.within)
    return Look(shape=shape, level=level, labelled=node.label is not None, quoted=placed.quoted)


def items_above(within: tuple[Node, ...]) -> int:
    """How many items stand around, without anything between."""
    count = 0
    for node in reversed(within):
        if node.kind is not Kind.ITEM:
            break
        count += 1
    return count


class Outline:
    """Follows the blocks of one text."""

    def __init__(self) -> None:
        self.open: list[Open] = []

    def kind(self, look: Look) -> Kind:
        """The kind that a look stands for here."""
        if look.shape is Shape.TITLE:
            return Kind.HEADING
        if look.shape is Shape.ITEM:
            return Kind.ITEM
        if look.shape is Shape.TABLE:
            return Kind.TABLE
        before = self.sibling(self.under_title())
        if look.quoted or before is Kind.DIRECTED:
            return Kind.DECISION if look.labelled else Kind.DIRECTED
        return Kind.PREAMBLE if before is Kind.PREAMBLE and not look.labelled else Kind.PARAGRAPH

    def depth(self, look: Look, kind: Kind) -> int:
        """The depth at which a block of this look and kind stands here."""
        if look.shape is Shape.TITLE:
            titles = [block for block in self.open if block.kind in TITLED][: look.level - 1]
            return titles[-1].depth + 1 if titles else 0
        if look.shape is Shape.ITEM:
            above = [
                block.depth for block in self.open if block.kind not in (Kind.ITEM, Kind.TABLE)
            ]
            return 1 + look.level + max(above, default=-1)
        under = self.quotation() if look.quoted else self.under_title()
        if kind is Kind.DECISION:
            directed = [
                block.depth
                for block in self.open
                if block.kind is Kind.DIRECTED and block.depth >= under
            ]
            return directed[-1] + 1 if directed else under
        return under

    def under_title(self) -> int:
        """The depth below the last title."""
        return 1 + max((block.depth for block in self.open if block.kind in TITLED), default=-1)

    def quotation(self) -> int:
        """The depth below the paragraph that quotes."""
        paragraphs = [block.depth for block in self.open if block.kind is Kind.PARAGRAPH]
        return paragraphs[0] + 1 if paragraphs else self.under_title()

    def sibling(self, depth: int) -> Kind | None:
        """The kind of the block before at this depth."""
        return self.open[depth].kind if depth < len(self.open) else None

    def enter(self, kind: Kind, depth: int) -> None:
        """A block is there; what was open beside and below it is closed."""
        del self.open[depth:]
        self.open.append(Open(kind=kind, depth=depth))


def told(outline: Outline, placed: Placed, look: Look) -> Iterator[str]:
    """What must be said of a node besides its look: its kind, its depth."""
    node, kind = placed.node, outline.kind(look)
    if kind is not node.kind:
        yield str(node.kind)
    if outline.depth(look, node.kind) != placed.depth:
        yield f"depth {placed.depth}"
    outline.enter(node.kind, placed.depth)


def understood(outline: Outline, look: Look, said: list[str]) -> tuple[Kind, int]:
    """Kind and depth of a block, of which `said` was said. ValueError where that makes no sense."""
    kind: Kind | None = None
    depth: int | None = None
    for word in said:
        if word.startswith("depth "):
            depth = int(word[6:])
        else:
            kind = Kind(word)
    kind = outline.kind(look) if kind is None else kind
    depth = outline.depth(look, kind) if depth is None else depth
    if not 0 <= depth <= len(outline.open):
        raise ValueError(
            f"a {kind} at depth {depth} hangs in the air: "
            f"only {len(outline.open)} blocks are around it"
        )
    outline.enter(kind, depth)
    return kind, depth
