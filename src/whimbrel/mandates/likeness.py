"""How like two wordings are: the weight of the words they share, in any order and in runs."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property, lru_cache

from whimbrel.mandates.masked import masked, mass, weight

RUN = 2.0
"""Weight of a run of words that is more than chance: two words that have a subject."""
Block = tuple[int, int, int]
"""(where it begins in the old, in the new, how many words): words in the same order."""


@dataclass(frozen=True)
class Likeness:
    """Two lists of masked stems, compared."""

    old: tuple[str, ...]
    new: tuple[str, ...]
    language: str

    @cached_property
    def weighs(self) -> tuple[float, float]:
        """The weights of both sides."""
        return mass(self.old, self.language) or 1.0, mass(self.new, self.language) or 1.0

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The runs of words that both have in the same order."""
        matcher = SequenceMatcher(None, self.old, self.new, autojunk=False)
        return tuple((b.a, b.b, b.size) for b in matcher.get_matching_blocks() if b.size)

    @cached_property
    def shared(self) -> float:
        """The weight of the words that both have, halfway between any order and the same order."""
        both = Counter(self.old) & Counter(self.new)
        loose = sum(weight(word, self.language) * count for word, count in both.items())
        return (loose + sum(self.heavy(block) for block in self.blocks)) / 2

    def heavy(self, block: Block) -> float:
        """The weight of a run."""
        return mass(self.old[block[0] : block[0] + block[2]], self.language)

    @cached_property
    def whole(self) -> float:
        """From 0, nothing in common, to 1, the same words."""
        return 2 * self.shared / sum(self.weighs)

    @cached_property
    def runs(self) -> tuple[Block, ...]:
        """The runs that are more than chance."""
        return tuple(block for block in self.blocks if self.heavy(block) >= RUN)

    @cached_property
    def kept(self) -> tuple[float, float]:
        """(share of the old that stands in the new in runs, share of the new that comes so)."""
        weight_of_runs = sum(map(self.heavy, self.runs))
        return weight_of_runs / self.weighs[0], weight_of_runs / self.weighs[1]

    @property
    def most(self) -> float:
        """The larger of the two shares: 1 where one wording stands whole in the other."""
        return max(self.kept)

    def places(self) -> Iterator[int]:
        """Numbers of the old words that stand in runs."""
        for since, _, size in self.runs:
            yield from range(since, since + size)


@lru_cache(maxsize=8192)
def likeness(old: str, new: str, language: str) -> Likeness:
    """Two provisions compared."""
    return Likeness(masked(old, language), masked(new, language), language)
