"""Marks in the words of the specimen: `*italics*`, links, footnote calls, tracked changes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

MARK = re.compile(
    r"""
      \*\*(?P<bold>[^*]+)\*\*
    | \*(?P<italic>[^*]+)\*
    | \[\^(?P<note>\d+)\]                     # a footnote call
    | \[(?P<words>[^\]]+)\]\((?P<href>[^)]+)\)  # a link
    | \{\+(?P<inserted>.+?)\+\}
    | \{-(?P<deleted>.+?)-\}
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Words in one dress, or the call of a footnote."""

    text: str = ""
    bold: bool = False
    italic: bool = False
    href: str | None = None
    note: int | None = None
    change: str | None = None
    """`ins` or `del`: a change that Word tracks."""


def pieces(words: str) -> Iterator[Piece]:
    """`a *b* c` -> `a `, `b` in italics, ` c`."""
    at = 0
    for mark in MARK.finditer(words):
        if mark.start() > at:
            yield Piece(text=words[at : mark.start()])
        yield marked(mark)
        at = mark.end()
    if at < len(words):
        yield Piece(text=words[at:])


def marked(mark: re.Match[str]) -> Piece:
    """The piece that one mark makes."""
    kind = mark.lastgroup or ""
    piece = Piece(text=mark[kind])
    match kind:
        case "bold":
            return replace(piece, bold=True)
        case "italic":
            return replace(piece, italic=True)
        case "note":
            return Piece(note=int(mark["note"]))
        case "href":
            return Piece(text=mark["words"], href=mark["href"])
        case "inserted":
            return replace(piece, change="ins")
        case _:
            return replace(piece, change="del")
