"""Wordings: the paragraphs, items and decisions of a document that can live on in another one."""

from collections.abc import Iterator

from whimbrel.document import Document, Kind, walk
from whimbrel.mandates.lineage import Wording
from whimbrel.mandates.provisions import operative

LIVE = frozenset({Kind.PARAGRAPH, Kind.ITEM, Kind.DECISION})


def wordings(document: Document) -> tuple[Wording, ...]:
    """What stands in the body of a document, each with its printed number or, without one, its
    address: no preamble, no headings, no summary."""
    return tuple(found(document))


def found(document: Document) -> Iterator[Wording]:
    """The same one by one."""
    for placed in walk(document):
        if placed.node.kind not in LIVE or not operative(placed):
            continue
        text = " ".join(placed.node.text.split())
        if text:
            path = " ".join(placed.label_path) if placed.node.label else placed.address
            yield Wording(path=path, text=text)
