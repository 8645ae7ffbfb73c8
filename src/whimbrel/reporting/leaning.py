"""Sentences that lean on the one before them ("The second workshop ..."), and labels of lists
before them ("Regional Office (ROA): ..."): out of their paragraph, they would not be understood."""

import re
from dataclasses import dataclass
from functools import cache

from whimbrel.engagements.sentences import sentences
from whimbrel.facts import load

LABEL = 90
"""Characters of the longest label."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaning:
    """The words of a language that lean."""

    language: str
    source: str
    pointing: tuple[str, ...]
    counting: tuple[str, ...]
    little: tuple[str, ...]


@cache
def known(language: str) -> Leaning | None:
    """The words of a language; None where we have none."""
    return next((one for one in load("leaning/*.yaml", Leaning) if one.language == language), None)


@cache
def pattern(language: str) -> re.Pattern[str] | None:
    """A leaning head of a sentence: what points back, or what counts on with no name after it."""
    words = known(language)
    if words is None:
        return None
    pointing, counting = map(any_of, (words.pointing, words.counting))
    return re.compile(
        rf"""
        \W*                             # quotation marks and brackets before it
        (?: (?:{pointing}) \b
          | (?:{counting}) \b (?! (?:\s+\w+)? \s+ [A-ZÀ-Þ] )
        )
        """,
        re.VERBOSE,
    )


def any_of(words: tuple[str, ...]) -> str:
    """Any of some words, with or without a first capital: "The Group" is a name."""
    cased = (f"[{one[0].upper()}{one[0]}]{re.escape(one[1:])}" for one in words)
    return "|".join(cased).replace(r"\ ", r"\s+")


def leans(words: str, language: str) -> bool:
    """True where a sentence is not understood without the one before it."""
    found = pattern(language)
    return bool(found and found.match(words))


def label(words: str, language: str) -> str:
    """The label of a list before a sentence, with its colon and the space after it; else empty.

    It is a name: it ends with its acronym in brackets, or every word but little ones has a capital.
    """
    head, colon, rest = words.partition(": ")
    rules = known(language)
    if not colon or rules is None or len(head) > LABEL or not rest[:1].isalpha():
        return ""
    named = re.search(r"\([A-Z][A-Z/-]+\)\s*$", head) and "," not in head
    titled = all(one[:1].isupper() or one in rules.little for one in head.split())
    return words[: len(head) + 2] if named or (titled and head[:1].isupper()) else ""


def standing(words: str, before: str, language: str) -> tuple[str, ...]:
    """The sentences to print for one: itself, after those before it in its paragraph that it leans
    on; none where what it leans on is not there. Labels of lists are left out."""
    own = bare(words, language)
    if not leans(own, language):
        return (own,)
    told = [own]
    for one in reversed(sentences(before)):
        earlier = bare(one.text, language)
        told.insert(0, earlier)
        if not leans(earlier, language):
            return tuple(told)
    return ()


def bare(words: str, language: str) -> str:
    """A sentence without the label before it."""
    words = words.strip()
    rest = words.removeprefix(label(words, language))
    return rest[:1].upper() + rest[1:]
