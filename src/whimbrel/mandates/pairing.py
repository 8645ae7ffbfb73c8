"""Pair the provisions of two sessions: which of the old lives on in which of the new."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log

from whimbrel.mandates.likeness import Likeness
from whimbrel.mandates.lineage import Verdict, Wording, judge
from whimbrel.mandates.masked import MASK, masked, mass, weight

COMMON = 300
"""A word that more provisions hold says nothing of which belong together."""
LOOK = 6
"""How many of the likest provisions of the other side are compared closely."""
PAIRS = 0.40
"""Likeness from which two provisions are one and its successor."""
HOLDS, FRESH = 0.50, 0.6
"""Share of a provision that must stand in runs in another to be a part of it; and how much of that
must not be explained by the successor which the other has already."""
HEAVY = 4.0
"""Weight of a provision that can be told to be a part of another."""
PLACE = 0.03
"""What the same place in both documents adds where several are as like."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Old provisions and the new ones that carry them on; numbers in the order they were given."""

    olds: tuple[int, ...]
    news: tuple[int, ...]
    verdict: Verdict


Pair = tuple[int, int]
"""(number of an old provision, number of a new one)."""


def pair(olds: Sequence[Wording], news: Sequence[Wording], *, language: str) -> tuple[Link, ...]:
    """The links between the provisions of two documents, in the order of the new ones.

    What has no link is gone or new. Several olds with one new were merged, one old with several
    news was split.
    """
    meeting = Meeting(olds, news, language)
    couples = meeting.couples()
    joined = couples | meeting.parts(couples)
    return tuple(
        Link(
            olds=before, news=after,
            verdict=judge([olds[i] for i in before], [news[j] for j in after], language=language),
        )
        for before, after in groups(joined)
    )  # fmt: skip


class Meeting:
    """The provisions of both sides and how like they are."""

    def __init__(self, olds: Sequence[Wording], news: Sequence[Wording], language: str) -> None:
        self.language = language
        self.olds = [masked(one.text, language) for one in olds]
        self.news = [masked(one.text, language) for one in news]
        self.near = {
            each: Likeness(self.olds[each[0]], self.news[each[1]], language)
            for each in self.likely()
        }

    def likely(self) -> tuple[Pair, ...]:
        """The pairs that share the most words that are rare here, a few for each provision."""
        rare = self.rarity()
        at: dict[str, list[int]] = defaultdict(list)
        for number, stems in enumerate(self.olds):
            for stem in set(stems) & rare.keys():
                at[stem].append(number)
        scores: defaultdict[Pair, float] = defaultdict(float)
        for number, stems in enumerate(self.news):
            for stem in set(stems) & rare.keys():
                for old in at.get(stem, ()):
                    scores[old, number] += rare[stem]
        sides = [self.size(stems, rare) for stems in self.olds]
        found: set[Pair] = set()
        for side in (0, 1):
            best: dict[int, list[tuple[float, Pair]]] = defaultdict(list)
            for each, score in scores.items():
                other = sides[each[0]] if side else self.size(self.news[each[1]], rare)
                best[each[side]].append((score / other**0.5, each))
            for ranked in best.values():
                ranked.sort(key=lambda one: (-one[0], one[1]))
                found.update(each for _, each in ranked[:LOOK])
        return tuple(sorted(found))

    def rarity(self) -> dict[str, float]:
        """How much a stem tells in these documents."""
        counts = Counter(stem for stems in (*self.olds, *self.news) for stem in set(stems))
        every = len(self.olds) + len(self.news)
        return {
            stem: weight(stem, self.language) * log(1 + every / count)
            for stem, count in counts.items()
            if stem != MASK and count <= COMMON
        }

    @staticmethod
    def size(stems: tuple[str, ...], rare: dict[str, float]) -> float:
        """The weight of a provision by rare words; never nothing."""
        return sum(rare.get(stem, 0.0) for stem in set(stems)) or 1.0

    def couples(self) -> set[Pair]:
        """One old and one new each, the likest first."""
        ranked = sorted(
            ((self.score(each), each) for each in self.near if self.pairs(each)),
            key=lambda one: (-one[0], one[1]),
        )
        taken: tuple[set[int], set[int]] = set(), set()
        found: set[Pair] = set()
        for _, each in ranked:
            if each[0] in taken[0] or each[1] in taken[1]:
                continue
            found.add(each)
            taken[0].add(each[0])
            taken[1].add(each[1])
        return found

    def pairs(self, each: Pair) -> bool:
        """True for a pair that may be one provision and its successor."""
        near = self.near[each]
        heavy = min(near.weighs) >= HEAVY
        return near.whole >= PAIRS or (heavy and near.most >= HOLDS and near.whole >= PAIRS / 2)

    def score(self, each: Pair) -> float:
        """Likeness, and a little for standing in the same place."""
        old, new = each
        away = abs(old / max(1, len(self.olds)) - new / max(1, len(self.news)))
        return self.near[each].whole + PLACE * (1 - away)

    def parts(self, couples: set[Pair]) -> set[Pair]:
        """Pairs of a provision without a successor and one that holds most of it."""
        found: set[Pair] = set()
        for side in (0, 1):
            lone = {each[side] for each in self.near} - {each[side] for each in couples}
            for number in sorted(lone):
                inside = [each for each in self.near if each[side] == number]
                held = [each for each in inside if self.part(each, side, couples)]
                if held:
                    found.add(max(held, key=lambda each: (self.near[each].kept[side], -each[0])))
        return found

    def part(self, each: Pair, side: int, couples: set[Pair]) -> bool:
        """True where the provision of this side is a part of the other, and the other's own
        successor does not hold the same words."""
        near = self.near[each]
        if near.weighs[side] < HEAVY or near.kept[side] < HOLDS:
            return False
        mine = set(self.within(near, 1 - side))
        others = set[int]()
        for couple in couples:
            if couple[1 - side] == each[1 - side]:
                others |= set(self.within(self.near[couple], 1 - side))
        stems = (self.olds, self.news)[1 - side][each[1 - side]]
        fresh = mass([stems[place] for place in mine - others], self.language)
        whole = mass([stems[place] for place in mine], self.language)
        return fresh >= FRESH * whole

    @staticmethod
    def within(near: Likeness, side: int) -> Iterator[int]:
        """Places of the words of one side that stand in runs."""
        for run in near.runs:
            yield from range(run[side], run[side] + run[2])


def groups(pairs: set[Pair]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Pairs that hang together, as (olds, news), in the order of the news."""
    found: list[tuple[set[int], set[int]]] = []
    for old, new in sorted(pairs):
        touching = [group for group in found if old in group[0] or new in group[1]]
        joined: tuple[set[int], set[int]] = ({old}, {new})
        for group in touching:
            joined[0].update(group[0])
            joined[1].update(group[1])
            found.remove(group)
        found.append(joined)
    whole = [(tuple(sorted(before)), tuple(sorted(after))) for before, after in found]
    return sorted(whole, key=lambda group: (group[1], group[0]))
