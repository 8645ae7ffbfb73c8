"""Who shares what with whom, counted by bits: a row of bits for each group, one for each member.

Groups are conventions, countries or lists; members are Parties or taxa. A matrix of 20 conventions
and 40,000 taxa takes 100 kB, and every pair is counted at once.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Bits = NDArray[np.uint64]
WORD = 64
BLOCK = 1 << 20
"""Bytes that a step of the count of all pairs may take."""


@dataclass(frozen=True, slots=True)
class Sets:
    """Sets over the same members: groups (rows) x words of 64 members (columns)."""

    groups: tuple[str, ...]
    members: tuple[str, ...]
    bits: Bits

    def row(self, group: str) -> Bits:
        """The bits of a group. KeyError for one that is not there."""
        try:
            found: Bits = self.bits[self.groups.index(group)]
        except ValueError:
            raise KeyError(group) from None
        return found

    def common(self, *groups: str) -> tuple[str, ...]:
        """The members that all the groups have, in the order of members."""
        return self.named(np.bitwise_and.reduce([self.row(group) for group in groups]))

    def without(self, having: Iterable[str], lacking: Iterable[str]) -> tuple[str, ...]:
        """The members that all of `having` have and none of `lacking` has."""
        kept = np.bitwise_and.reduce([self.row(group) for group in having])
        for group in lacking:
            kept = kept & ~self.row(group)
        return self.named(kept)

    def named(self, bits: Bits) -> tuple[str, ...]:
        """The names of the members whose bits are set."""
        flags = np.unpackbits(bits.view(np.uint8), bitorder="little")[: len(self.members)]
        return tuple(self.members[place] for place in np.flatnonzero(flags))

    def pairs(self) -> NDArray[np.int64]:
        """Groups x groups: how many members each pair shares; on the diagonal, the size of each."""
        return pairs(self.bits)


def sets(having: Mapping[str, Iterable[str]], members: Iterable[str] = ()) -> Sets:
    """Group -> its members, as bits. Members that nobody has may be named too."""
    listed = {group: tuple(several) for group, several in having.items()}
    every = dict.fromkeys((*members, *(one for several in listed.values() for one in several)))
    place = {name: number for number, name in enumerate(every)}
    flags = np.zeros((len(listed), len(place)), dtype=bool)
    for number, several in enumerate(listed.values()):
        flags[number, [place[name] for name in several]] = True
    return Sets(tuple(listed), tuple(every), packed(flags))


def packed(flags: NDArray[np.bool_]) -> Bits:
    """Groups x members of true and false -> groups x words of 64 bits."""
    groups, members = flags.shape
    wide = np.zeros((groups, -(-max(members, 1) // WORD) * 8), dtype=np.uint8)
    half = np.packbits(flags, axis=1, bitorder="little")
    wide[:, : half.shape[1]] = half
    return wide.view(np.uint64)


def pairs(bits: Bits) -> NDArray[np.int64]:
    """How many members each pair of rows shares: groups x groups, symmetric."""
    groups, words = bits.shape
    found = np.zeros((groups, groups), dtype=np.int64)
    step = max(1, min(groups, BLOCK // (8 * max(words, 1))))
    # The same room for every step: what is allocated anew each time costs more than the count.
    met, counted = np.empty((step, words), np.uint64), np.empty((step, words), np.uint8)
    for one in range(groups):
        for start in range(one, groups, step):
            several = min(groups, start + step) - start
            there = slice(start, start + several)
            np.bitwise_and(bits[there], bits[one], out=met[:several])
            np.bitwise_count(met[:several], out=counted[:several])
            found[one, there] = counted[:several].sum(axis=1, dtype=np.uint32)
    return found | np.tril(found.T, -1)
