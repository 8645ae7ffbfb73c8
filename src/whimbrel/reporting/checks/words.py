"""The words of three languages that the rules look for: `facts/checks/words`."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from whimbrel.facts import load


@dataclass(frozen=True, slots=True, kw_only=True)
class OutputWords:
    """A thing that decisions ask for, and the words that name it."""

    output: str
    words: tuple[str, ...]
    told: tuple[str, ...] = ()
    """Further words by which a report shows that it has it: "compiled" for a compilation."""
    document: bool = False
    """True for what a document that is pointed to may be: a report, a review."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckWords:
    """The words of one language. A blank in a pattern is white space."""

    language: str
    source: str
    outputs: tuple[OutputWords, ...]
    asks: tuple[str, ...]
    """What stands before an output that is asked for."""
    proposes: tuple[str, ...]
    goes_on: tuple[str, ...]
    """The opening of a sentence that says more of what was just proposed."""
    qualifiers: tuple[str, ...]
    followed: tuple[str, ...]
    """Words by which a text says that something is over, or what comes after it."""
    transition: tuple[str, ...]
    ongoing: tuple[str, ...]
    begins: tuple[str, ...]
    restates: tuple[str, ...]
    parts: tuple[str, ...]
    some: tuple[str, ...]
    """Words that make a list one of examples, or a number one of many."""
    joins: tuple[str, ...]
    total: tuple[str, ...]
    counts: dict[str, int]
    months: dict[str, int]
    """A unit of time -> months."""
    whole_decision: tuple[str, ...]
    """A decision as such, not one thing that it asks for."""
    future: tuple[str, ...]
    deletes: tuple[str, ...]
    here: tuple[str, ...]
    """Words by which a pointer says that it leads to a place of its own document."""
    spellings: tuple[tuple[str, str], ...]
    """Two spellings of one word; `~` stands for the rest of it."""


@cache
def words(language: str | None) -> CheckWords:
    """The words of a language; those of English where we have none."""
    known = {one.language: one for one in load("checks/words/*.yaml", CheckWords)}
    return known.get(language or "en", known["en"])


@cache
def pattern(language: str | None, name: str) -> re.Pattern[str]:
    """The patterns of one name as one; it matches nothing where there are none."""
    return compiled(getattr(words(language), name))


@cache
def compiled(listed: tuple[str, ...]) -> re.Pattern[str]:
    """Patterns of the facts as one, whole words only."""
    return re.compile(joined(listed), re.IGNORECASE)


def joined(listed: Iterable[str]) -> str:
    """Patterns as alternatives; a blank is white space."""
    body = "|".join(re.sub(r"(?<!\[) ", r"\\s+", one) for one in listed)
    return rf"(?<!\w)(?:{body})(?!\w)" if body else r"(?!)"


@cache
def numerals(language: str | None) -> str:
    """A pattern for a small number in digits or words."""
    named = sorted(words(language).counts, key=len, reverse=True)
    return r"(?:\d{1,3}|" + "|".join(map(re.escape, named)) + ")"


def number(text: str, language: str | None) -> int:
    """`three`, `3` -> 3. 0 where it is neither."""
    low = text.casefold()
    return int(low) if low.isdecimal() else words(language).counts.get(low, 0)
