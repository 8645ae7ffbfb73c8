"""Words of a text with their places, and a lexicon that finds phrases among them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product
from typing import Generic, TypeVar

T = TypeVar("T")
WORD = re.compile(r"\w+(?:-\w+)*|[^\w\s'’]")
PLAIN = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "\u2011": "-",
        "\u2010": "-",
        "\u00a0": " ",
        "\u202f": " ",
        "\t": " ",
        "\n": " ",
        "\r": " ",
    }
)
"""Characters that are printed in several ways; one for one, so that places stay."""
QUOTED = re.compile(r"“[^”]{2,250}”|«[^»]{2,250}»|\"[^\"]{2,250}\"")
"""Titles and slogans."""
MOST = 4096
"""How many spellings one entry of a vocabulary may have."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word or mark of a text."""

    low: str
    printed: str
    start: int
    end: int


@dataclass(frozen=True)
class Text:
    """A text, the same in small plain letters, and its words."""

    printed: str
    language: str = "en"

    @cached_property
    def plain(self) -> str:
        """The text with one form of apostrophe, hyphen and blank, and without what is quoted.

        Titles of agenda items and documents ask nobody. Every place is the same as in print.
        """
        plain = self.printed.translate(PLAIN)
        return QUOTED.sub(lambda found: "_" * len(found.group()), plain)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words and marks in order."""
        return tuple(
            Word(found.group().lower(), found.group(), *found.span())
            for found in WORD.finditer(self.plain)
        )

    @cached_property
    def at(self) -> dict[int, int]:
        """Number of the word that begins at a place."""
        return {word.start: number for number, word in enumerate(self.words)}

    def number(self, place: int) -> int:
        """Number of the first word that begins at a place or behind it."""
        low, high = 0, len(self.words)
        while low < high:
            middle = (low + high) // 2
            if self.words[middle].start < place:
                low = middle + 1
            else:
                high = middle
        return low


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A phrase found: from word number `first` up to but without `last`."""

    value: T
    first: int
    last: int


@dataclass(slots=True)
class Branch(Generic[T]):
    """A node of the tree of phrases."""

    next: dict[str, "Branch[T]"] = field(default_factory=dict)
    values: list[T] = field(default_factory=list)


class Lexicon(Generic[T]):
    """Phrases by their words; a phrase with capital letters is found only as it is printed."""

    def __init__(self, entries: Iterable[tuple[str, T]] = ()) -> None:
        self.root: Branch[T] = Branch()
        for phrase, value in entries:
            self.add(phrase, value)

    def add(self, phrase: str, value: T) -> None:
        """All spellings of a phrase."""
        for spelling in spellings(phrase):
            branch = self.root
            for word in spelling:
                branch = branch.next.setdefault(word, Branch())
            if value not in branch.values:
                branch.values.append(value)

    def longest(self, words: tuple[Word, ...], first: int) -> tuple[list[T], int]:
        """(values, end) of the longest phrase that begins with a word; ([], first) for none."""
        best: tuple[list[T], int] = ([], first)
        if (
            first >= len(words)
            or not {words[first].low, words[first].printed} & self.root.next.keys()
        ):
            return best
        branches, number = [self.root], first
        while branches and number < len(words):
            word = words[number]
            forms = (word.low,) if word.low == word.printed else (word.low, word.printed)
            branches = [b.next[form] for b in branches for form in forms if form in b.next]
            number += 1
            values = [value for branch in branches for value in branch.values]
            if values:
                best = (values, number)
        return best

    def find(
        self, words: tuple[Word, ...], first: int = 0, last: int | None = None
    ) -> Iterator[Found[T]]:
        """Phrases from left to right, the longest at each place, none inside another."""
        number, end = first, len(words) if last is None else last
        while number < end:
            values, after = self.longest(words, number)
            if not values or after > end:
                number += 1
                continue
            for value in values:
                yield Found(value, number, after)
            number = after

    def each(
        self, words: tuple[Word, ...], first: int = 0, last: int | None = None
    ) -> Iterator[Found[T]]:
        """The longest phrase at every place, those inside others too."""
        end = len(words) if last is None else last
        for number in range(first, end):
            values, after = self.longest(words, number)
            for value in values:
                if after <= end:
                    yield Found(value, number, after)


def spellings(phrase: str) -> Iterator[tuple[str, ...]]:
    """Every way to write a phrase of a vocabulary: "[open-ended] working group/groups"."""
    parts = re.findall(r"\[[^\]]*\]|[^\s\[\]]+", phrase)
    choices: list[tuple[tuple[str, ...], ...]] = []
    for part in parts:
        if part.startswith("["):
            inner = tuple(spellings(part[1:-1]))
            choices.append(((), *inner))
        else:
            choices.append(tuple(split(each) for each in part.split("/") if each) or ((part,),))
    for number, chosen in enumerate(product(*choices)):
        if number >= MOST:
            raise ValueError(f"the phrase {phrase!r} has too many spellings")
        words = tuple(word for piece in chosen for word in piece)
        if words:
            yield words


def split(text: str) -> tuple[str, ...]:
    """The words of a piece of a phrase, cut as texts are."""
    return tuple(WORD.findall(text.translate(PLAIN)))
