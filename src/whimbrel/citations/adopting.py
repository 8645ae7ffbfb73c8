"""Which meeting adopted what is cited, where the sentence says so: "COP14 adopted Decisions"."""

import re
from functools import cache

from whimbrel.citations.words import spoken
from whimbrel.symbols import MeetingRef

SHORT = re.compile(r"\b[A-Za-z][A-Za-z-]*\s?\d{1,3}\b")
"""What may be the short form of a meeting: COP14, StC 53."""
BEFORE = 240
"""Characters before a citation in which its meeting is looked for."""


def adopting(text: str, surface: str, language: str | None) -> str | None:
    """The short form of the meeting of which a text says that it adopted what is cited in the words
    `surface`; None where it says so of none."""
    for cited in re.finditer(rf"(?<![\w.]){re.escape(surface)}(?![\w.]*\w)", text):
        clause = shape(language).search(text[: cited.start()])
        meetings = (
            [one for one in map(named, SHORT.findall(clause["who"])) if one] if clause else []
        )
        if meetings:
            return meetings[-1]
    return None


@cache
def shape(language: str | None) -> re.Pattern[str]:
    """Who adopted it, right before the number: "COP14 also adopted Decisions "."""
    numbered = "|".join(spoken(language, name) for name in ("decision", "resolution"))
    also = spoken(language, "also")
    return re.compile(
        rf"""
        (?P<who> (?: (?! [.;:] \s ) . ){{3,160}}? )
        (?: ,? \s (?: {also} ) ,? )? \s (?: {spoken(language, "adopted")} )
        (?: ,? \s (?: {also} ) ,? )?
        (?: \s (?: the | la | las | le | les ) )?
        (?: \s (?: {numbered} ) )? \s [*_]* $
        """,
        re.VERBOSE | re.IGNORECASE,
    )


def named(words: str) -> str | None:
    """The short form of a meeting; None for other words with a number."""
    try:
        return str(MeetingRef.parse(words))
    except ValueError:
        return None
