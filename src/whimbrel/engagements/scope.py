"""The scope of another body's work over a mandate: which of its parts that work covers, and which
are left. A reading of words, for a person to confirm."""

import re
from dataclasses import dataclass
from functools import cache

from whimbrel.engagements.likeness import stems
from whimbrel.facts import load

LONGEST = 4
"""Words of one part of a list; more are a clause."""
TOKEN = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*['’]?|[,;:.()]")


@dataclass(frozen=True, slots=True, kw_only=True)
class ScopeWords:
    """How one language lists things."""

    language: str
    source: str
    joins: tuple[str, ...]
    articles: tuple[str, ...]
    """Little words that are said again before each part: "des valeurs et des principes"."""
    stops: tuple[str, ...]
    """Words that stand in no part of a list: where it begins and ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What of a mandate another's work covers."""

    covered: tuple[str, ...]
    left: tuple[str, ...]
    """Parts of the mandate in its own words."""
    sure: bool = False
    """True once a person has confirmed it."""


@cache
def words(language: str | None) -> ScopeWords:
    """The words of a language; those of English where we have none."""
    known = {one.language: one for one in load("engagements/scope/*.yaml", ScopeWords)}
    return known.get(language or "en", known["en"])


def aspects(text: str, language: str | None = "en") -> tuple[str, ...]:
    """The parts of every list in a provision, in reading order, each once.

    "values, policy principles and concrete opportunities" are three. Parts that share a noun keep
    it where it is printed: "tangible", "intangible cultural values".
    """
    known = words(language)
    stops = frozenset(known.stops)
    found: list[str] = []
    for segment in segments(said_once(text, known), stops):
        parts = split(segment, known.joins)
        if len(parts) > 1:
            found += [part for part in parts if part and len(part.split()) <= LONGEST]
    return tuple(dict.fromkeys(found))


def said_once(text: str, known: ScopeWords) -> str:
    """A text without the articles that follow a comma or a joining word."""
    joins = "|".join(re.escape(join) for join in known.joins)
    articles = "|".join(
        re.escape(one) + ("" if one.endswith("'") else r"\b") for one in known.articles
    )
    plain = text.replace("’", "'")
    return re.sub(
        rf"(,|\b(?:{joins})\b)(\s+)(?:(?:{articles})\s*)+", r"\1\2", plain, flags=re.IGNORECASE
    )


def segments(text: str, stops: frozenset[str]) -> list[str]:
    """The stretches of a text that hold no stop word and no full stop; commas stay."""
    found, start, end = [], None, 0
    for match in TOKEN.finditer(text):
        word = match[0]
        if word in ";:.()" or word.casefold() in stops:
            if start is not None:
                found.append(text[start:end])
            start = None
            continue
        start = match.start() if start is None and word != "," else start
        end = match.end()
    return [*found, text[start:end]] if start is not None else found


def split(segment: str, joins: tuple[str, ...]) -> list[str]:
    """A stretch cut at its commas and joining words; whole where no word joins."""
    joining = "|".join(re.escape(join) for join in joins)
    if not re.search(rf"\b(?:{joining})\b", segment, re.IGNORECASE):
        return [segment]
    parts = re.split(rf"\s*,\s*(?:(?:{joining})\s+)?|\s+(?:{joining})\s+", segment)
    return [part.strip(" ,") for part in parts]


def scope(mandate: str, other: str, language: str | None = "en") -> Scope:
    """Which parts of a mandate the words about another's work cover.

    A part is covered where every word of it that carries meaning is among theirs. A mandate without
    a list is one part. Both texts are in one language.
    """
    parts = aspects(mandate, language) or ((mandate,) if mandate.strip() else ())
    theirs = stems(other)
    covered = tuple(part for part in parts if stems(part) and stems(part) <= theirs)
    return Scope(covered=covered, left=tuple(part for part in parts if part not in covered))
