"""The index of all names of a list: which of a hundred thousand names share rare pieces with one.

Pieces are three letters within a word, its edges counted, and the whole skeleton of a word, so that
other spellings and other scripts are near too. The names of a piece stand beside each other in one
array; of a name that is looked for, only the rarest pieces are asked.
"""

import math
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from whimbrel.screening.fold import fold, fold_all, skeleton

SIGNS = 37
"""Letters, digits, and the edge of a word."""
GRAMS = SIGNS**3
BONES = 1 << 18
"""Places for the skeletons of words; two of one place only add a candidate."""
PIECES = 20
"""The rarest pieces of a name that are asked."""
BUDGET = 15_000
"""Names that are counted for one piece after another, until there are enough."""
PART = 0.65
"""Names that share less than this part of what the best shares are left out."""
FULL = 0.75
"""No name is asked to share more than such a part of all pieces, to be the measure of others."""
SMALL = 2_000
"""Of so few names none that shares a piece is left out before it is ranked: how rare a piece is
says little yet."""
LESS = 0.5
"""The same, before it is held against how much a name has to share."""
SHORTEST = 2
"""Letters of the shortest skeleton that is kept."""
Codes = NDArray[np.int64]

CODE = np.zeros(256, dtype=np.int32)
for _at, _char in enumerate(b"abcdefghijklmnopqrstuvwxyz0123456789", start=1):
    CODE[_char] = _at
PRIME = 1_000_003


@dataclass(frozen=True, slots=True)
class Index:
    """The names, by their pieces."""

    starts: NDArray[np.int64]
    """Where the names of each piece begin in `names`."""
    names: NDArray[np.int32]
    """Numbers of names, piece after piece."""
    pieces: NDArray[np.float32]
    """Of each name the root of the weight of all its pieces."""
    size: int
    seen: dict[str, float]
    """Folded word -> what it keeps of its weight, where it stands there more than twice."""

    @property
    def nbytes(self) -> int:
        """Bytes of the arrays."""
        return self.starts.nbytes + self.names.nbytes + self.pieces.nbytes

    def candidates(self, name: str, most: int) -> list[int]:
        """Numbers of the names that share most with one, the likeliest first."""
        return self.near(fold(name), most)

    def near(self, folded: str, most: int) -> list[int]:
        """The same for a name that is folded already."""
        codes = pieces_of(folded)
        if not len(codes) or not self.size:
            return []
        begins = self.starts[codes]
        counts = self.starts[codes + 1] - begins
        order = np.argsort(counts, kind="stable")
        order = order[counts[order] > 0][:PIECES]
        keep = max(1, int(np.searchsorted(np.cumsum(counts[order]), BUDGET, side="right")))
        order = order[:keep]
        if not len(order):
            return []
        counts, begins = counts[order], begins[order]
        weights = np.log((self.size + 1) / counts) + 0.1
        spans = zip(begins.tolist(), (begins + counts).tolist(), strict=True)
        found = np.concatenate([self.names[start:end] for start, end in spans])
        shared = np.zeros(self.size, dtype=np.float32)
        np.add.at(shared, found, np.repeat(weights.astype(np.float32), counts))
        theirs, whole = shared[found], FULL * float(weights.sum())
        # The best shares most, or little less: what shares far less cannot be near.
        least = 0.0 if self.size < SMALL else LESS * min(float(theirs.max()), whole)
        every = np.unique(found[theirs > least])
        # A name of few pieces that are all shared comes before a long one that shares as many.
        alike = shared[every] / self.pieces[every]
        # Where the very name is there, those beside it are looked at all the same.
        near = (
            (alike > 0)
            if self.size < SMALL
            else alike > PART * min(float(alike.max()), whole / math.sqrt(float(weights.sum()) + 1))
        )
        every, alike = every[near], alike[near]
        if len(every) > most:
            best = np.argpartition(-alike, most)[:most]
            every, alike = every[best], alike[best]
        ranked: list[int] = every[np.argsort(-alike, kind="stable")].tolist()
        return ranked

    def rarity(self, word: str) -> float:
        """How much of its weight a word keeps, by how many names have it: 1 where hardly any."""
        return self.seen.get(word, 1.0)


def kept(count: int, size: int) -> float:
    """What a word that stands in so many of all names keeps of its weight."""
    return max(0.45, 1 - 0.85 * math.log(count / 2) / math.log(size)) if size >= 50 else 1.0


def build(names: Sequence[str]) -> Index:
    """The index of names, which are known by their place."""
    folded, size = fold_all(names), len(names)
    holders, places, seen = skeletons(folded)
    packed = np.concatenate([grams_of(folded, size), places * max(1, size) + holders])
    del holders, places
    packed.sort()
    if len(packed):
        packed = packed[np.concatenate([[True], packed[1:] != packed[:-1]])]
    codes = (packed // max(1, size)).astype(np.int32)
    owners = (packed % max(1, size)).astype(np.int32)
    del packed
    counts = np.bincount(codes, minlength=GRAMS + BONES)
    starts = np.zeros(GRAMS + BONES + 1, dtype=np.int64)
    np.cumsum(counts, out=starts[1:])
    weights = np.log((size + 1) / np.maximum(counts, 1)).astype(np.float32) + 0.1
    total = np.bincount(owners, weights=weights[codes], minlength=size)
    return Index(starts, owners, np.sqrt(total + 1).astype(np.float32), size, seen)


def grams_of(folded: Sequence[str], size: int) -> Codes:
    """Code and number of the name, packed in one number, of every three letters of every name."""
    text = np.frombuffer(("\n" + "\n".join(folded) + "\n").encode("ascii"), dtype=np.uint8)
    whole, grams = within(text)
    owners = np.cumsum(text == 10, dtype=np.int32)[1:-1][whole] - 1
    return grams.astype(np.int64) * max(1, size) + owners


def within(text: NDArray[np.uint8]) -> tuple[NDArray[np.bool_], NDArray[np.int32]]:
    """(where three letters are of one word, their codes there): the letter in the middle is one,
    and so is one of its neighbours."""
    code = CODE[text]
    whole = (code[1:-1] > 0) & ((code[:-2] > 0) | (code[2:] > 0))
    grams = (code[:-2] * SIGNS + code[1:-1]) * SIGNS + code[2:]
    return whole, grams[whole]


def skeletons(folded: Sequence[str]) -> tuple[Codes, Codes, dict[str, float]]:
    """(number of the name, place of the skeleton) of every word that has one; and what words keep
    that stand there more than twice."""
    known: dict[str, int] = {}
    numbers = array("i")
    lengths = array("i")
    for name in folded:
        words = name.split()
        lengths.append(len(words))
        numbers.extend([known.setdefault(word, len(known)) for word in words])
    each = np.frombuffer(numbers, dtype=np.int32) if numbers else np.zeros(0, dtype=np.int32)
    bones = np.array([bone(word) for word in known] or [-1], dtype=np.int64)
    counts = np.bincount(each, minlength=1)
    seen = {
        word: kept(int(counts[at]), len(folded)) for word, at in known.items() if counts[at] > 2
    }
    holders = np.repeat(np.arange(len(folded), dtype=np.int64), np.array(lengths, dtype=np.int64))
    places = bones[each]
    return holders[places >= 0], places[places >= 0], seen


def pieces_of(folded: str) -> Codes:
    """The codes of the pieces of one name, each once. In plain Python, which is quicker for one."""
    values = LISTED_CODES
    code = [0, *(values[char] for char in folded.encode("ascii")), 0]
    found = {
        (one * SIGNS + two) * SIGNS + three
        for one, two, three in zip(code, code[1:], code[2:], strict=False)
        if two and (one or three)
    }
    found.update(at for at in map(bone, folded.split()) if at >= 0)
    return np.array(list(found), dtype=np.int64)


LISTED_CODES: list[int] = CODE.tolist()


@lru_cache(maxsize=200_000)
def bone(word: str) -> int:
    """The place of the skeleton of a word; -1 where it is too short to tell."""
    bones = skeleton(word)
    if len(bones) < SHORTEST:
        return -1
    at = 0
    for char in bones.encode("ascii"):
        at = (at * 131 + char) % PRIME
    return GRAMS + at % BONES
