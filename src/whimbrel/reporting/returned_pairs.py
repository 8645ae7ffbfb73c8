"""Which passage of a returned file is which paragraph of the paper: by bookmark, by the same words,
by like words in order."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from whimbrel.reading.passages import Passage
from whimbrel.reporting.returned_units import Unit, unlabelled

ALIKE = 0.6
"""Paragraphs with this share of words in common are one and the same, where nothing better is
found."""
WORDS = re.compile(r"\w+")
RAREST = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A passage and its unit, by index."""

    passage: int
    unit: int
    bookmarked: bool = False
    sure: bool = True


def likeness(one: str, other: str) -> float:
    """The share of words that two texts have in common, 0 to 1, in whatever order."""
    if one == other:
        return 1.0
    left, right = Counter(WORDS.findall(one.lower())), Counter(WORDS.findall(other.lower()))
    total = left.total() + right.total()
    return 2 * (left & right).total() / total if total else 0.0


class Pairing:
    """Passages and units while they are brought together."""

    def __init__(
        self,
        passages: Sequence[tuple[int, Passage]],
        units: Sequence[tuple[int, Unit]],
        names: dict[int, tuple[str, ...]],
    ) -> None:
        self.passages, self.units = dict(passages), dict(units)
        self.names = names
        self.text = {at: passage.original.strip() for at, passage in passages}
        self.by_passage: dict[int, Pair] = {}
        self.by_unit: dict[int, Pair] = {}

    def pair(self, passage: int, unit: int, *, bookmarked: bool = False, sure: bool = True) -> None:
        """Two that belong together, where both are free."""
        if passage in self.by_passage or unit in self.by_unit:
            return
        found = Pair(passage=passage, unit=unit, bookmarked=bookmarked, sure=sure)
        self.by_passage[passage] = self.by_unit[unit] = found

    def done(self) -> list[Pair]:
        """All pairs, in the order of the file."""
        claims = self.claims()
        for at, unit, like in claims:
            if like >= ALIKE:
                self.pair(at, unit, bookmarked=True)
        self.same_words()
        for at, unit, _ in claims:
            self.pair(at, unit, bookmarked=True)
        self.like_words()
        return [self.by_passage[at] for at in sorted(self.by_passage)]

    def worded(self, passage: int, unit: int) -> str:
        """The words of a passage without the number printed before them."""
        text = self.text[passage]
        return text[unlabelled(text, self.units[unit]) :]

    def claims(self) -> list[tuple[int, int, float]]:
        """(passage, unit, likeness) by bookmark, the likest first. A passage of inserted words only
        claims nothing: there a bookmark has moved."""
        at_name = {unit.bookmark: at for at, unit in self.units.items() if unit.cell is None}
        found = []
        for at, names in self.names.items():
            for name in names:
                unit = at_name.get(name)
                if unit is None or at not in self.passages:
                    continue
                if not self.text[at] and self.units[unit].words:
                    continue
                like = likeness(self.worded(at, unit), self.units[unit].words)
                found.append((at, unit, like))
        return sorted(found, key=lambda claim: (-claim[2], claim[0], claim[1]))

    def free(self) -> tuple[list[int], list[int]]:
        """Passages and units that have words and no partner yet."""
        return (
            [at for at in self.passages if at not in self.by_passage and self.text[at]],
            [at for at in self.units if at not in self.by_unit and self.units[at].words],
        )

    def same_words(self) -> None:
        """Pair those that have the same words; where several have them, first those between the
        same neighbours."""
        passages, units = self.free()
        waiting: dict[str, list[int]] = {}
        for unit in units:
            for text in self.printed(unit):
                waiting.setdefault(text, []).append(unit)
        for alone in (True, False):
            for at in passages:
                if at in self.by_passage:
                    continue
                open_ = [
                    unit
                    for unit in waiting.get(self.text[at], ())[:200]
                    if unit not in self.by_unit
                ]
                low, high = self.around(at)
                near = [unit for unit in open_ if low < unit < high]
                if near and (len(open_) == 1 or not alone or len(near) == 1):
                    self.pair(at, near[0])
                elif open_ and not alone:
                    self.pair(at, open_[0])

    def printed(self, unit: int) -> set[str]:
        """How the words of a unit may stand in a file: bare, or behind their number."""
        found = self.units[unit]
        label = found.label
        return {found.words} | ({f"{label} {found.words}"} if label else set())

    def around(self, passage: int) -> tuple[int, int]:
        """The units of the nearest passages before and after that have one."""
        known = sorted(self.by_passage)
        at = bisect_left(known, passage)
        low = self.by_passage[known[at - 1]].unit if at else -1
        high = self.by_passage[known[at]].unit if at < len(known) else 1 << 60
        return (low, high) if low < high else (-1, 1 << 60)

    def like_words(self) -> None:
        """Pair what is left by likeness, the likest first, and among those the nearest in order."""
        passages, units = self.free()
        bags = {unit: set(WORDS.findall(self.units[unit].words.lower())) for unit in units}
        spread = Counter(word for bag in bags.values() for word in bag)
        holding: dict[str, list[int]] = {}
        for unit, bag in bags.items():
            for word in bag:
                holding.setdefault(word, []).append(unit)
        found = []
        for at in passages:
            words = set(WORDS.findall(self.text[at].lower())) & spread.keys()
            rarest = sorted(words, key=lambda word: (spread[word], word))[:RAREST]
            near = {unit for word in rarest for unit in holding[word][:200]}
            for unit in near:
                like = likeness(self.worded(at, unit), self.units[unit].words)
                if like >= ALIKE:
                    found.append((-like, abs(unit - at), at, unit))
        for _, _, at, unit in sorted(found):
            self.pair(at, unit, sure=False)


def in_order(units: Sequence[int]) -> set[int]:
    """The longest rising part of a row of numbers, by index: the rest was moved."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int | None] = []
    for at, unit in enumerate(units):
        place = bisect_left(tails, unit)
        before.append(ends[place - 1] if place else None)
        if place == len(tails):
            tails.append(unit)
            ends.append(at)
        else:
            tails[place], ends[place] = unit, at
    kept: set[int] = set()
    last = ends[-1] if ends else None
    while last is not None:
        kept.add(last)
        last = before[last]
    return kept
