"""Set the words of two names against each other: which word is which, and how alike they are."""

from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA

from whimbrel.screening.form import Form
from whimbrel.screening.words import standing_for

STANDS = 0.95
SOUNDS, SOUNDS_MEDIUM, SOUNDS_SHORT = 0.9, 0.87, 0.78
INITIAL = 0.9
JOINED = 0.96
SYLLABLE = 0.65
"""Short words of one consonant, which differ in their vowels: Xi, Si and Shi."""
STEEP = 1.5
"""How fast a word grows unlike another with each letter that differs."""
LEAST = 0.3
"""Two words less alike are two words."""


class How(StrEnum):
    """Why two words are taken for one."""

    SAME = "same"
    STANDS = "stands for"
    SOUNDS = "sounds alike"
    SPELLED = "spelled alike"
    INITIAL = "initial"
    JOINED = "joined"


class Link(NamedTuple):
    """A word of ours and a word of theirs. A tuple, for very many are made and few are kept."""

    ours: int
    theirs: int
    how: How
    alike: float
    """In 0..1."""
    wide: int = 1
    """Words that are written as one on the other side; negative where they are theirs."""


def align(ours: Form, theirs: Form) -> list[Link]:
    """The links between two names, each word in one at most, the surest first."""
    mine, his = ours.words, theirs.words
    found: list[Link] = []
    taken_a, taken_b = bytearray(len(mine)), bytearray(len(his))
    for i, word in enumerate(mine):
        for j, other in enumerate(his):
            if word == other and not taken_b[j]:
                found.append(Link(ours=i, theirs=j, how=How.SAME, alike=1.0))
                taken_a[i] = taken_b[j] = 1
                break
    if len(found) == len(mine) or len(found) == len(his):
        return found
    if len(mine) != len(his):
        found += joined(ours, theirs, taken_a, taken_b)
    possible = []
    for i, word in enumerate(mine):
        if taken_a[i]:
            continue
        for j, other in enumerate(his):
            if taken_b[j]:
                continue
            alike, how = compare(word, ours.bones[i], other, theirs.bones[j], ours.person)
            if how is not None:
                possible.append((-alike, abs(i - j), i, j, how))
    possible.sort()
    for minus, _, i, j, how in possible:
        if not taken_a[i] and not taken_b[j]:
            taken_a[i] = taken_b[j] = 1
            found.append(Link(ours=i, theirs=j, how=how, alike=-minus))
    return found


def joined(ours: Form, theirs: Form, taken_a: bytearray, taken_b: bytearray) -> list[Link]:
    """Two words that the other name writes as one. Marks what it takes."""
    found = []
    for first, second, swapped in ((ours, theirs, False), (theirs, ours, True)):
        mine, his = (taken_a, taken_b) if not swapped else (taken_b, taken_a)
        for i in range(len(first.words) - 1):
            if mine[i] or mine[i + 1]:
                continue
            pair, bones = first.words[i] + first.words[i + 1], first.bones[i] + first.bones[i + 1]
            for j, other in enumerate(second.words):
                if his[j] or len(other) < 4:
                    continue
                if pair == other or (len(bones) > 3 and bones == second.bones[j]):
                    mine[i] = mine[i + 1] = his[j] = 1
                    at, to, wide = (i, j, 2) if not swapped else (j, i, -2)
                    found.append(Link(ours=at, theirs=to, how=How.JOINED, alike=JOINED, wide=wide))
                    break
    return found


@lru_cache(maxsize=400_000)
def compare(
    one: str, bones: str, other: str, others: str, person: bool
) -> tuple[float, How | None]:
    """(how alike two different words are, why); no reason where they are two words."""
    if one.isdigit() or other.isdigit():
        return 0.0, None
    short = min(len(one), len(other))
    if short == 1:
        if one[0] == other[0] and len(one) != len(other):
            return INITIAL, How.INITIAL
        return 0.0, None
    if other in standing_for(person).get(one, ()):
        return STANDS, How.STANDS
    long = max(len(one), len(other))
    near = 1 - OSA.distance(one, other) / long
    if bones == others and len(bones) > 1:
        base = SOUNDS if len(bones) > 3 else SOUNDS_MEDIUM if len(bones) > 2 else SOUNDS_SHORT
        return base + (1 - base) * 0.6 * near, How.SOUNDS
    if person and bones == others and bones and long < 5:
        return SYLLABLE, How.SOUNDS
    if short < 3:
        return 0.0, None
    alike = 1 - STEEP * (1 - near)
    if one[0] != other[0] and bones[:1] != others[:1]:
        alike -= 0.08
    return (alike, How.SPELLED) if alike >= LEAST else (0.0, None)
