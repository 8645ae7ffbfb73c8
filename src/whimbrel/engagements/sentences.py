"""Sentences of a paragraph, each with the place where it stands."""

import re
from dataclasses import dataclass
from functools import cache

from whimbrel.facts import load


@dataclass(frozen=True, slots=True, kw_only=True)
class Abbreviations:
    """Words of one language whose full stop ends no sentence, in small letters."""

    language: str
    source: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence: first character, the one after the last, and the words."""

    start: int
    end: int
    text: str


STOP = re.compile(r"[.!?…]{1,4}[\"'”’»)\]]{0,3}(?=\s+[\"'“‘«(\[¿¡]{0,3}[A-ZÀ-ÖØ-Þ0-9])")
"""Where a sentence may end: a stop and, after white space, a capital, a number or a quotation."""
LAST_WORD = re.compile(r"[\w.]+$")


@cache
def abbreviations() -> frozenset[str]:
    """Every abbreviation of the facts, in all languages."""
    known = load("engagements/calendar/abbreviations.yaml", Abbreviations)
    return frozenset(word for one in known for word in one.words)


def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text. A semicolon ends none of them: its clauses belong together."""
    found: list[Sentence] = []
    start = 0
    for stop in STOP.finditer(text):
        if not ends(text, stop):
            continue
        found.append(trimmed(text, start, stop.end()))
        start = stop.end()
    if text[start:].strip():
        found.append(trimmed(text, start, len(text)))
    return tuple(found)


def trimmed(text: str, start: int, end: int) -> Sentence:
    """The sentence between two places, without the white space around it."""
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return Sentence(start=start, end=start + len(words.strip()), text=words.strip())


def ends(text: str, stop: re.Match[str]) -> bool:
    """False after an abbreviation, an initial or a number that a symbol goes on with."""
    if not stop.group().startswith("."):
        return True
    word = LAST_WORD.search(text, max(0, stop.start() - 30), stop.start())
    if word is None:
        return True
    last = word.group().casefold()
    if last in abbreviations() or re.fullmatch(r"[^\W\d]", last):
        return False
    # "Doc. 28.2", "No. 5" are abbreviations; "UNEP/CMS/COP15 Doc." is followed by a number.
    after = text[stop.end() :].lstrip()[:1]
    return not (after.isdigit() and last.isdigit() and len(last) < 3)
