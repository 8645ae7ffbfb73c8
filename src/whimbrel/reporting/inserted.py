"""Paragraphs that officers put after a piece."""

from collections.abc import Iterable, Mapping

from whimbrel.document import Kind, Node, Run
from whimbrel.reporting.edits import Change, Edit, Fate
from whimbrel.reporting.pen import NUMBERED
from whimbrel.reporting.piece import Piece

AFTER = "after/"
"""What stands before the key of a piece, for paragraphs of an officer after it."""


def inserted(
    pieces: Iterable[Piece], edits: Mapping[str, Edit]
) -> tuple[tuple[Piece, ...], tuple[Change, ...], dict[str, Edit]]:
    """(the pieces with those paragraphs, what became of each, the edits of other keys). What was to
    stand after a piece that is no longer there is left among the others, so that it is not lost."""
    left = dict(edits)
    out: list[Piece] = []
    changes: list[Change] = []
    for one in pieces:
        out.append(one)
        key = f"{AFTER}{one.key}"
        added = left.pop(key, None)
        if added is not None:
            out += paragraphs(one, added)
            changes.append(Change(key=key, state=Fate.KEPT, edit=added, now=added.words))
    return tuple(out), tuple(changes), left


def paragraphs(near: Piece, edit: Edit) -> list[Piece]:
    """Paragraphs after a piece, numbered where those around are."""
    numbered = near.node.label == NUMBERED or near.node.kind is Kind.HEADING
    label = NUMBERED if numbered else None
    words = [part.strip() for part in edit.words.split("\n\n") if part.strip()]
    return [
        Piece(
            key=f"{AFTER}{near.key}" if at == 1 else f"{AFTER}{near.key}~{at}", where=near.where,
            node=Node(kind=Kind.PARAGRAPH, label=label, runs=(Run(text=part),)),
        )
        for at, part in enumerate(words, 1)
    ]  # fmt: skip
