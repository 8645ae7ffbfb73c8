"""Wordings: the paragraphs, items and decisions of a document that can live on in another one."""

from collections.abc import Iterator

from whimbrel.document import Document, Kind, walk
from whimbrel.mandates.lineage import Wording
from whimbrel.mandates.provisions import decided, operative, resolved, within

LIVE = frozenset({Kind.PARAGRAPH, Kind.ITEM, Kind.DECISION})


def wordings(document: Document) -> tuple[Wording, ...]:
    """What stands in the body of a document, each with its printed number or, without one, its
    address: no preamble, no headings, no summary."""
    return tuple(one for one, _ in found(document))


def found(document: Document) -> Iterator[tuple[Wording, bool]]:
    """(wording, whether it is of a decision or resolution) one by one: a report only tells, save in
    the decisions that it quotes and drafts."""
    decides = resolved(document)
    for placed in walk(document):
        if placed.node.kind not in LIVE or not operative(placed):
            continue
        text = " ".join(placed.node.text.split())
        if text:
            path = " ".join(placed.label_path) if placed.node.label else placed.address
            asks = decided(placed) or within(placed) in decides
            yield Wording(path=path, text=text), asks
