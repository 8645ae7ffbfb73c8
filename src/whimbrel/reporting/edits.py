"""Edits: what officers changed in a paper, kept when it is composed again, with what the record
changed since."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from whimbrel.document import Kind, Node, Run
from whimbrel.reporting.parts import INSIDE, quotes
from whimbrel.reporting.piece import Piece


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One piece, or part of one, as an officer wrote it. No words: the officer left it out."""

    words: str
    base: str
    """The words that stood there when it was edited."""
    by: str = ""
    at: datetime.datetime | None = None


class Fate(StrEnum):
    """What happened to an edit."""

    KEPT = "kept"
    """The record says what it said."""
    BEHIND = "the record changed since"
    AGREED = "the record now says the same"
    LOST = "its piece is no longer composed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What became of one edit."""

    key: str
    state: Fate
    edit: Edit
    now: str = ""
    """What would be composed now; empty where nothing is."""


def applied(
    pieces: Iterable[Piece], edits: Mapping[str, Edit]
) -> tuple[tuple[Piece, ...], tuple[Change, ...]]:
    """The pieces with the edits in them, and what became of each edit, in reading order.

    Keys are those of pieces and of their `parts`. An edit stands for the words of its own node;
    decisions that are quoted stay as they were adopted. An edit whose node is gone is shown to the
    drafter at the end of the body, and is not printed.
    """
    edited = {key.partition(INSIDE)[0] for key in edits}
    changes: list[Change] = []
    out = [rewritten(one, edits, changes) if one.key in edited else one for one in pieces]
    met = {one.key for one in changes}
    lost = {key: edit for key, edit in edits.items() if key not in met}
    changes += [Change(key=key, state=Fate.LOST, edit=edit) for key, edit in lost.items()]
    return (*out, *(orphan(key, edit) for key, edit in lost.items())), tuple(changes)


def rewritten(one: Piece, edits: Mapping[str, Edit], changes: list[Change]) -> Piece:
    """A piece with the edits of it and of its parts."""
    before = len(changes)
    node = within(one.key, one.node, edits, changes) or Node(kind=Kind.PARAGRAPH)
    ours = any(change.edit.words.strip() for change in changes[before:])
    if not (one.language and ours):
        return replace(one, node=node)
    # The officer wrote it in the language of the paper, so nothing is left to translate.
    return replace(one, node=node, language="", gap=one.gap.partition("\n")[2])


def within(key: str, node: Node, edits: Mapping[str, Edit], changes: list[Change]) -> Node | None:
    """A node with the edits of it and of what is under it; None where it is left out."""
    edit = edits.get(key)
    if edit is not None:
        changes.append(Change(key=key, state=fate(node, edit), edit=edit, now=node.text))
        if not edit.words.strip():
            # What hangs under it goes with it, and is back when the edit goes.
            return None
        if edit.words != node.text:
            node = replace(node, runs=(Run(text=edit.words),))
    children = []
    for at, child in enumerate(node.children, start=1):
        inner = f"{key}{INSIDE}{at}"
        kept = child if quotes(node, child) else within(inner, child, edits, changes)
        # What is left out keeps its place, so that those after it keep their names.
        children.append(Node(kind=child.kind) if kept is None else kept)
    return replace(node, children=tuple(children)) if node.children else node


def fate(node: Node, edit: Edit) -> Fate:
    """What happened to an edit whose node is there."""
    if node.text == edit.words:
        return Fate.AGREED
    return Fate.KEPT if node.text == edit.base else Fate.BEHIND


def orphan(key: str, edit: Edit) -> Piece:
    """An edit whose piece is gone: shown to the drafter, and printed nowhere."""
    return Piece(key=key, node=Node(kind=Kind.PARAGRAPH), gap=edit.words)
