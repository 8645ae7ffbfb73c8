"""Words that officers put below or after a piece: in an item under it, or as a paragraph of their
own."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from whimbrel.document import Kind, Node, Run
from whimbrel.reporting.edits import Change, Edit, Fate
from whimbrel.reporting.pen import NUMBERED
from whimbrel.reporting.piece import Piece

AFTER = "after/"
"""What stands before the key of a piece, for paragraphs of an officer after it."""
BELOW = "#"
"""What stands between the key of a piece and the number of the node below it, from 1."""


def inserted(
    pieces: Iterable[Piece], edits: Mapping[str, Edit]
) -> tuple[tuple[Piece, ...], tuple[Change, ...], dict[str, Edit]]:
    """(the pieces with those words in them, what became of each, the edits of other keys).

    The edit of a node that is no longer there is left among the others, so that it is not lost.
    """
    left = dict(edits)
    out: list[Piece] = []
    changes: list[Change] = []
    for one in pieces:
        inside = {key: edit for key, edit in left.items() if below(key, one.key)}
        for key, edit in inside.items():
            made = edited_below(one.node, int(key.rpartition(BELOW)[2]), edit)
            if made is None:
                continue
            now, node = made
            one = replace(one, node=node)
            changes.append(Change(key=key, state=fate(now, edit), edit=edit, now=now))
            del left[key]
        out.append(one)
        added = left.pop(f"{AFTER}{one.key}", None)
        if added is not None:
            out += paragraphs(one, added)
            key = f"{AFTER}{one.key}"
            changes.append(Change(key=key, state=Fate.KEPT, edit=added, now=added.words))
    return tuple(out), tuple(changes), left


def below(key: str, piece: str) -> bool:
    """True for the key of a node below a piece."""
    return key.startswith(f"{piece}{BELOW}") and key.rpartition(BELOW)[2].isdecimal()


def fate(now: str, edit: Edit) -> Fate:
    """What happened to it: as for a piece."""
    if now == edit.words:
        return Fate.AGREED
    return Fate.KEPT if now == edit.base else Fate.BEHIND


def edited_below(node: Node, number: int, edit: Edit) -> tuple[str, Node] | None:
    """(what the record gives there, the node with the words instead); None where there is no such
    node below it."""
    seen = 0

    def turned(one: Node) -> Node:
        nonlocal seen, now
        seen += 1
        if seen - 1 == number:
            now = one.text
            runs = (Run(text=edit.words),) if edit.words.strip() else ()
            return replace(one, runs=runs, children=one.children if runs else ())
        return replace(one, children=tuple(turned(child) for child in one.children))

    now: str | None = None
    made = turned(node)
    return None if now is None or number == 0 else (now, made)


def paragraphs(near: Piece, edit: Edit) -> list[Piece]:
    """Paragraphs after a piece, numbered where those around are."""
    numbered = near.node.label == NUMBERED or near.node.kind is Kind.HEADING
    words = [part.strip() for part in edit.words.split("\n\n") if part.strip()]
    return [
        Piece(
            key=f"{AFTER}{near.key}" if at == 1 else f"{AFTER}{near.key}~{at}", where=near.where,
            node=Node(
                kind=Kind.PARAGRAPH, label=NUMBERED if numbered else None, runs=(Run(text=part),)
            ),
        )
        for at, part in enumerate(words, 1)
    ]  # fmt: skip
