"""Find the references of a text.

Literal first: the places where a reference may stand are found by plain search, for pieces of words
and for strokes, and only there a pattern is matched. Most of a text no pattern ever looks at.
"""

import re
from functools import cache
from operator import itemgetter

from whimbrel.citations.citation import Citation
from whimbrel.citations.fold import fold
from whimbrel.citations.grammar import grammar
from whimbrel.citations.lists import bracket, close, instrument, number
from whimbrel.citations.names import names
from whimbrel.citations.pointers import POINTERS
from whimbrel.citations.printed import address, meeting_document, notification, symbol
from whimbrel.citations.resolve import Context
from whimbrel.citations.scan import Handler, Piece, Scan, pieces_of
from whimbrel.citations.titles import titles
from whimbrel.symbols.instrument import NUMBER

DIGIT = re.compile(r"\d")
APART = tuple(" ,;([“\"'‘«–—")
"""What stands before a symbol or number and is no part of it."""
LONGEST = 24
"""No first part of a symbol or number is longer."""


def find(
    text: str, *, body: str | None = None, language: str | None = None
) -> tuple[Citation, ...]:
    """The references of a text, in the order of their words.

    `body` is the symbol of the document (`A/RES/78/155`) or the key of a body (`general-assembly`):
    it gives bare numbers their meaning. `language` is that of the text; None tries every language.
    """
    folded = fold(text)
    found = places(folded.text, language)
    if not found:
        return ()
    scan = Scan(
        text=folded.text,
        printed=text,
        folded=folded,
        context=Context.of(body),
        grammar=grammar(language),
        names=names(language),
        language=language,
    )
    for at, handle in found:
        if at >= scan.end:
            handle(scan, at)
    close(scan)
    return tuple(sorted(scan.found, key=lambda one: (one.start, one.end)))


def places(text: str, language: str | None) -> list[tuple[int, Handler]]:
    """Where a reference may stand, in order, and what looks there."""
    out: list[tuple[int, Handler]] = []
    for piece, handle in pieces(language, DIGIT.search(text) is not None, text.isascii()):
        # `in` is twice as fast as `find`, and most pieces are in few texts.
        at = text.find(piece) if piece in text else -1
        while at >= 0:
            out.append((at, handle))
            at = text.find(piece, at + 1)
    out.sort(key=itemgetter(0))
    return out


def stroke(scan: Scan, at: int) -> None:
    """A `/`: in a number, or in the symbol of a document."""
    text, before = scan.text, at
    if text[at - 1] == ")":  # a division in brackets: UNEP(DEPI)/MED
        before = max(text.rfind("(", scan.end, at), 0)
    start = max(scan.end, at - LONGEST, *(text.rfind(mark, scan.end, before) + 1 for mark in APART))
    if start >= at:
        return
    match = NUMBER.match(text, start)
    if match:
        number(scan, match)
    elif text[start].isupper():
        symbol(scan, start, at)


@cache
def pieces(language: str | None, digits: bool, plain: bool) -> tuple[tuple[str, Handler], ...]:
    """What to search a text for: less where it has no digits, or no letters with accents."""
    every = (
        *pieces_of(
            instrument,
            en="solution|cision|commendation|SOLUTION|CISI|Res. |Dec. ",
            fr="solution|cision|commandation|SOLUTION|CISI|Rés. |Déc. ",
            es="soluci|cisi|comendaci|SOLUCI|CISI",
        ),
        Piece(text="/", handle=stroke),
        Piece(text="(", handle=bracket),
        Piece(text="Doc", handle=meeting_document),
        Piece(text="Inf.", handle=meeting_document),
        *pieces_of(notification, en="otification", fr="otification", es="otificaci"),
        Piece(text="http", handle=address, digit=False),
        Piece(text="www.", handle=address, digit=False),
        *POINTERS,
        *titles(),
    )
    return tuple((one.text, one.handle) for one in every if one.needed(language, digits, plain))
