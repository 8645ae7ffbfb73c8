"""Texts that are cited by a title and not by a number: strategic plans, rules of procedure."""

import re
from dataclasses import dataclass
from functools import cache

from whimbrel import facts
from whimbrel.citations.citation import How, Kind
from whimbrel.citations.scan import Handler, Piece, Scan


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """A title: `facts/citations/titles.yaml`."""

    kind: Kind
    source: str
    languages: tuple[str, ...]
    piece: str
    """Letters that the title cannot do without."""
    pattern: str
    """What is cited, or a group named `title` in it."""
    back: int = 0
    """How many characters of the title stand before the piece, at most."""
    target: str = ""
    """What is cited, where that is not the words; `{body}` is the body of the document."""


@cache
def titles() -> tuple[Piece, ...]:
    """What looks for each title that the facts know."""
    every = facts.load("citations/titles.yaml", Title)
    return tuple(
        Piece(
            text=one.piece,
            handle=looking_for(one),
            digit=one.kind in (Kind.WORK_PROGRAMME, Kind.AGENDA_ITEM),
            languages=one.languages,
        )
        for one in every
    )


def looking_for(one: Title) -> Handler:
    """What looks for one title."""
    pattern = re.compile(one.pattern)

    def handle(scan: Scan, at: int) -> None:
        for start in range(max(scan.end, at - one.back), at + 1):
            match = pattern.match(scan.text, start)
            if match:
                first, last = match.span("title" if pattern.groupindex else 0)
                target = one.target.format(body=body(scan)).strip() or scan.text[first:last]
                scan.cite(first, last, one.kind, target, How.PRINTED)
                scan.end = match.end()
                return

    return handle


def body(scan: Scan) -> str:
    """The usual name of the body whose document it is."""
    own = scan.context.organ
    if own is None:
        return ""
    return own.names["en"][-1 if own.family == "mea" else 0]
