"""Edits: what officers changed in a paper, kept when it is composed again, with what the record
changed since."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from whimbrel.document import Kind, Node, Run
from whimbrel.reporting.piece import Piece


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One piece as an officer wrote it. No words: the officer left the piece out."""

    words: str
    base: str
    """The words of the piece when it was edited."""
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
    """The pieces with the edits in them, and what became of each edit.

    An edit stands for the words of its piece; quoted decisions and items under it stay those of the
    record. An edit whose piece is gone is shown to the drafter at the end of the body, and is not
    printed.
    """
    out: list[Piece] = []
    changes: list[Change] = []
    left = dict(edits)
    for one in pieces:
        edit = left.pop(one.key, None)
        if edit is None:
            out.append(one)
            continue
        now = one.node.text
        state = Fate.KEPT if now == edit.base else Fate.BEHIND
        if now == edit.words:
            state = Fate.AGREED
        changes.append(Change(key=one.key, state=state, edit=edit, now=now))
        out.append(edited(one, edit))
    lost = [orphan(key, edit) for key, edit in left.items()]
    changes += [Change(key=key, state=Fate.LOST, edit=edit) for key, edit in left.items()]
    return (*out, *lost), tuple(changes)


def edited(one: Piece, edit: Edit) -> Piece:
    """A piece with the words of an officer; marks go where the words are others."""
    if edit.words == one.node.text:
        return one
    runs = (Run(text=edit.words),) if edit.words.strip() else ()
    if not runs:
        # Left out whole: what hangs under a paragraph goes with it, and is back when the edit goes.
        return replace(one, node=replace(one.node, runs=(), children=(), rows=()))
    if not one.language:
        return replace(one, node=replace(one.node, runs=runs))
    # The officer wrote it in the language of the paper, so nothing is left to translate.
    gap = one.gap.partition("\n")[2]
    return replace(one, node=replace(one.node, runs=runs), language="", gap=gap)


def orphan(key: str, edit: Edit) -> Piece:
    """An edit whose piece is gone: shown to the drafter, and printed nowhere."""
    return Piece(key=key, node=Node(kind=Kind.PARAGRAPH), gap=edit.words)
