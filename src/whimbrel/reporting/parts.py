"""The parts of a piece: the items, decisions and quoted decisions under it, each with a key of its
own: `draft/lights>1>2` is the second item of the decision under the line of addressees."""

from collections.abc import Iterator

from whimbrel.document import Kind, Node

INSIDE = ">"
QUOTED = (Kind.DIRECTED, Kind.DECISION)


def parts(key: str, node: Node) -> Iterator[tuple[str, Node]]:
    """A piece and every node under it with their keys, in reading order."""
    yield key, node
    for at, child in enumerate(node.children, start=1):
        yield from parts(f"{key}{INSIDE}{at}", child)


def quotes(node: Node, child: Node) -> bool:
    """True where a child is the words of a governing body, which nobody edits in a paper."""
    return node.kind is Kind.PARAGRAPH and child.kind in QUOTED
