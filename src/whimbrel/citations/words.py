"""The words around a reference, by language: facts, put together to alternations for patterns."""

import re
from dataclasses import dataclass
from functools import cache

from whimbrel import facts


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of one language: `facts/citations/words.yaml`."""

    language: str
    source: str
    resolution: tuple[str, ...]
    decision: tuple[str, ...]
    adopted: tuple[str, ...]
    """What a meeting did that made a decision."""
    also: tuple[str, ...]
    """What may stand beside it."""
    recommendation: tuple[str, ...]
    article: tuple[str, ...]
    paragraph: tuple[str, ...]
    annex: tuple[str, ...]
    locator: tuple[str, ...]
    """What names a place in a document: annex, chapter, section."""
    footnote: tuple[str, ...]
    target: tuple[str, ...]
    goal: tuple[str, ...]
    number: tuple[str, ...]
    """`No.`"""
    of: tuple[str, ...]
    """What leads from a number to the body whose it is."""
    and_: tuple[str, ...]
    to: tuple[str, ...]
    """What leads from the first to the last number of a range."""
    above: tuple[str, ...]
    present: tuple[str, ...]
    """`this`, `the present`"""
    here: tuple[str, ...]
    """What a document calls itself."""
    conference: tuple[str, ...]
    conference_to: tuple[str, ...]
    """What leads from the conference to its convention."""


@cache
def languages(language: str | None) -> tuple[Words, ...]:
    """The words of a language, with English beside it (titles are left in it); of all for None."""
    every = facts.load("citations/words.yaml", Words)
    chosen = tuple(one for one in every if one.language in (language, "en"))
    return every if language is None or len(chosen) < 2 - (language == "en") else chosen


def any_of(*words: str) -> str:
    """An alternation of words, the longest first."""
    ordered = sorted(set(words), key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s") for word in ordered)


def spoken(language: str | None, name: str) -> str:
    """The alternation of one kind of word: `spoken("en", "and_")`."""
    return any_of(*(word for one in languages(language) for word in getattr(one, name)))
