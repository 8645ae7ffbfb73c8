"""Nearness: an index of the provisions in effect, which finds those of one matter with a draft."""

import re
from array import array
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from heapq import nsmallest
from math import log

from whimbrel.mandates.lineage import Wording
from whimbrel.mandates.masked import MASK, masked, weight

NUMBER = re.compile(
    r"""
    (?<![\w./])(?P<whole>\d{1,3}[./]\d{1,3})     # "14.9", "15/6"
    (?:\s(?:\([a-z]{1,4}\)|[a-z]{1,4}\)))*      # " a)", " (a) (ii)"
    (?![\w/]|\.\d)
    """,
    re.VERBOSE,
)
"""The number of a decision as it is printed, and as the path of a provision."""
SEEDS = 40
"""How many of the rarest words of a draft are looked up."""
CROWDED = 4_000
"""How many provisions a word may stand in and still be looked up first."""
MOST = 150
"""How many provisions are compared closely with a draft."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A provision in effect that shares rare words with a draft."""

    number: int
    """Its place among the provisions of the index."""
    score: float
    """The weight of the rare words that both have, by the size of both; larger is nearer."""


class Index:
    """Provisions in effect in one language, by their words. Built once, asked often."""

    def __init__(self, provisions: Sequence[Wording], *, language: str) -> None:
        self.provisions = tuple(provisions)
        self.language = language
        self.at: dict[str, array[int]] = defaultdict(lambda: array("I"))
        for number, one in enumerate(self.provisions):
            for stem in set(masked(one.text, language)) - {MASK}:
                self.at[stem].append(number)
        self.paths: dict[str, list[int]] = defaultdict(list)
        for number, one in enumerate(self.provisions):
            if NUMBER.fullmatch(one.path):
                self.paths[one.path].append(number)
        self.values = {stem: self.told(stem, len(numbers)) for stem, numbers in self.at.items()}
        self.sizes = array("d", bytes(8 * len(self.provisions)))
        for stem, numbers in self.at.items():
            value = self.values[stem]
            for number in numbers:
                self.sizes[number] += value

    def told(self, stem: str, count: int) -> float:
        """How much a stem tells that stands in so many of these provisions."""
        return weight(stem, self.language) * log(1 + len(self.provisions) / count)

    def rarity(self, stem: str) -> float:
        """How much a stem tells among these provisions; of one that none holds, the most."""
        return self.values.get(stem) or self.told(stem, 1)

    def closeness(self, text: str, number: int) -> float:
        """The weight by rarity of the words that a text and a provision have in common, from 0 to
        1: words that many provisions hold say little of what belongs together."""
        mine = set(masked(text, self.language)) - {MASK}
        theirs = set(masked(self.provisions[number].text, self.language)) - {MASK}
        shared = sum(map(self.rarity, mine & theirs))
        return 2 * shared / (sum(map(self.rarity, mine)) + self.sizes[number] or 1.0)

    def near(self, text: str, *, most: int = MOST) -> tuple[Candidate, ...]:
        """The provisions that share the most rare words with a text, nearest first; at most so
        many."""
        stems = set(masked(text, self.language)) - {MASK}
        size = sum(map(self.rarity, stems)) or 1.0
        scores: defaultdict[int, float] = defaultdict(float)
        for stem in self.seeds(stems):
            value = self.values[stem]
            for number in self.at[stem]:
                scores[number] += value
        ranked = nsmallest(most, ((-2 * s / (size + self.sizes[n]), n) for n, s in scores.items()))
        return tuple(Candidate(number=number, score=-score) for score, number in ranked)

    def named(self, text: str) -> tuple[int, ...]:
        """The provisions that a text names by their number, with or without their letter."""
        found: dict[int, None] = {}
        for printed in NUMBER.finditer(text):
            for path in (printed.group(), printed["whole"]):
                found.update(dict.fromkeys(self.paths.get(path, ())))
        return tuple(found)

    def seeds(self, stems: set[str]) -> list[str]:
        """The stems to look up: the rarest first, and crowded ones only where there are no
        others."""
        known = sorted((stem for stem in stems if stem in self.at), key=self.order)
        seeds = [stem for stem in known if len(self.at[stem]) <= CROWDED][:SEEDS]
        return seeds or known[:2]

    def order(self, stem: str) -> tuple[int, str]:
        """Rarest first; the same from run to run."""
        return len(self.at[stem]), stem
