"""Akoma Ntoso laid flat, and raised again: headings with a rank, blocks with their depth below a
paragraph."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from whimbrel.document import Node
from whimbrel.document.flat import nest


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """A heading or annex; it heads all that follows up to a title of its rank or a higher one."""

    rank: int
    """0 is the highest."""
    node: Node


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph (0), an item under it (1), an item under that (2)."""

    below: int
    node: Node


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """Where a section with an end of its own ends: titles of this rank and lower ones head nothing
    more."""

    rank: int


Piece = Title | Block | End


def raised(pieces: Iterable[Piece]) -> tuple[Node, ...]:
    """The tree."""
    return nest(depths(pieces))


def depths(pieces: Iterable[Piece]) -> Iterator[tuple[int, Node]]:
    """Nodes with their depth. An item without a paragraph stands where the paragraph would."""
    ranks: list[int] = []
    deepest = 0
    for piece in pieces:
        if isinstance(piece, Block):
            depth = min(len(ranks) + piece.below, deepest)
            deepest = depth + 1
            yield depth, piece.node
            continue
        while ranks and ranks[-1] >= piece.rank:
            ranks.pop()
        deepest = len(ranks)
        if isinstance(piece, Title):
            yield len(ranks), piece.node
            ranks.append(piece.rank)
            deepest = len(ranks)
