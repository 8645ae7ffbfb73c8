"""Where mandates of two conventions meet: one may duplicate the other, or add to it.

The rule, which every answer prints: two provisions meet where they name a species, group or
habitat or a target in common and share two words of meaning, or where the words that they share
weigh at least a fifth of all their words, each word the more the fewer provisions have it. A word
that more than one provision in twenty has tells none apart and does not count. They may duplicate
each other where they also ask the same class of addressee for the same output or with the same
verb; else one adds to the other. It is a proposal for a person to look at.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from whimbrel.bodies.places import places
from whimbrel.engagements.likeness import STEM, WORD
from whimbrel.mandates import understand
from whimbrel.synergy.matter import Asked, Ref

LEAST = 0.2
"""Weight of the shared words from which two provisions meet without a common subject."""
BOTH = 2
"""Words that two provisions share at least."""
FEW, PART = 20, 20
"""A word counts where at most so many provisions have it, or one provision in so many."""
MOST = 400
"""So many pairs are looked at closely: those that weigh most."""
DUPLICATES, ADDS = "may-duplicate", "adds"


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """Two provisions of two conventions that meet."""

    kind: str
    """`may-duplicate` or `adds`."""
    one: Ref
    convention: str
    other: Ref
    other_convention: str
    weight: float
    """Of the shared words among all their words, from 0 to 1."""
    words: tuple[str, ...]
    """What they share, as the first has it."""
    verbs: tuple[str, ...]
    outputs: tuple[str, ...]
    addressees: tuple[str, ...]
    species: tuple[str, ...]
    targets: tuple[str, ...]
    countries: tuple[str, ...]
    sources: tuple[Ref, ...]


def convention(one: Asked) -> str:
    """The convention of a provision; empty where it is not known."""
    return one.convention


def overlaps(
    several: Sequence[Asked], *, own: str = "", group: Callable[[Asked], str] = convention
) -> tuple[Overlap, ...]:
    """The pairs of two groups that meet, those that may duplicate each other and the heaviest
    first. `own`: only pairs of which one is of this convention, which then stands first."""
    listed = [one for one in several if group(one)]
    found = [
        met(listed[first], listed[second], weight)
        for first, second, weight in heaviest(listed, own, group)
    ]
    return tuple(
        sorted(found, key=lambda each: (each.kind != DUPLICATES, -each.weight, each.one.name,
                                        each.other.name))
    )  # fmt: skip


def heaviest(
    listed: Sequence[Asked], own: str, group: Callable[[Asked], str]
) -> list[tuple[int, int, float]]:
    """(place, place, weight) of the pairs that meet by their words or subjects, at most `MOST`."""
    spread = Counter(stem for one in listed for stem in one.stems)
    most = max(FEW, len(listed) // PART)
    weigh = {
        stem: math.log(1 + len(listed) / count) for stem, count in spread.items() if count <= most
    }
    at: defaultdict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(listed):
        for stem in one.stems & weigh.keys():
            at[stem].append(place)
        for subject in (*one.species, *one.targets):
            at[f"={subject}"].append(place)
    rows = {key: np.array(places_, dtype=np.int64) for key, places_ in at.items()}
    whole = np.array([sum(weigh.get(stem, 0.0) for stem in sorted(one.stems)) for one in listed])
    names = {name: number for number, name in enumerate(sorted({group(one) for one in listed}))}
    groups = np.array([names[group(one)] for one in listed], dtype=np.int64)
    ours = np.array([one.convention == own for one in listed], dtype=bool)
    found: list[tuple[int, int, float]] = []
    for place, one in enumerate(listed):
        if own and not ours[place]:
            continue
        # A pair of which both are asked about is met twice: the later one leaves it aside.
        free = (groups != groups[place]) & ((np.arange(len(listed)) > place) | (own != "") & ~ours)
        found += near(place, one, rows, weigh, whole, free)
    found.sort(key=lambda each: (-each[2], each[0], each[1]))
    return found[:MOST]


def near(
    place: int, one: Asked, rows: dict[str, np.ndarray], weigh: dict[str, float],
    whole: np.ndarray, free: np.ndarray,
) -> Iterator[tuple[int, int, float]]:  # fmt: skip
    """The provisions that meet one, with the weight of what they share."""
    size, words = len(whole), sorted(one.stems & weigh.keys())
    if not words:
        return
    met_at = np.concatenate([rows[stem] for stem in words])
    worth = np.repeat([weigh[stem] for stem in words], [len(rows[stem]) for stem in words])
    counts = np.bincount(met_at, minlength=size)
    shared = np.bincount(met_at, weights=worth, minlength=size)
    subjects = [rows[f"={each}"] for each in (*one.species, *one.targets)]
    known = np.zeros(size, dtype=bool)
    if subjects:
        known[np.concatenate(subjects)] = True
    weight = shared / np.maximum(whole + whole[place] - shared, 1e-9)
    for other in np.flatnonzero(free & (counts >= BOTH) & (known | (weight >= LEAST))):
        yield place, int(other), float(weight[other])


def met(one: Asked, other: Asked, weight: float) -> Overlap:
    """How two provisions meet."""
    both = one.stems & other.stems
    species = one.species & other.species
    targets = set(one.targets) & set(other.targets)
    countries = named_in(one.text) & named_in(other.text)
    verbs = verb_of(one) & verb_of(other)
    outputs = (set(one.outputs) & set(other.outputs)) - {"none"}
    addressees = classes(one) & classes(other)
    same = addressees and (outputs or verbs)
    return Overlap(
        kind=DUPLICATES if same else ADDS, one=one.ref, convention=one.convention,
        other=other.ref, other_convention=other.convention, weight=round(weight, 2),
        words=shown(one.text, both), verbs=tuple(sorted(verbs)), outputs=tuple(sorted(outputs)),
        addressees=tuple(sorted(addressees)), species=tuple(sorted(species)),
        targets=tuple(sorted(targets)), countries=tuple(sorted(countries)),
        sources=tuple(each.source for each in (one, other) if each.source),
    )  # fmt: skip


def shown(text: str, both: frozenset[str]) -> tuple[str, ...]:
    """The shared words as a text has them, each once."""
    words = (word.casefold() for word in WORD.findall(text))
    found: dict[str, str] = {}
    for word in words:
        stem = word.replace("isation", "ization")[:STEM]
        if stem in both:
            found.setdefault(stem, word)
    return tuple(found.values())


def classes(one: Asked) -> frozenset[str]:
    """Classes of addressees: the Secretariat of one convention is asked as that of another is."""
    return frozenset(each.rpartition(" ")[2] if "Secretariat" in each else each
                     for each in one.addressees)  # fmt: skip


@lru_cache(maxsize=4096)
def verb_in(text: str, language: str) -> str | None:
    """The verb that a provision asks with."""
    return understand(text, language=language).verb


def verb_of(one: Asked) -> frozenset[str]:
    """The same as a set, empty where none was understood."""
    verb = verb_in(one.text, one.language)
    return frozenset({verb}) if verb else frozenset()


@lru_cache(maxsize=4096)
def named_in(text: str) -> frozenset[str]:
    """The countries that a text names, by their codes; what is only inferred is left out."""
    return frozenset(one.iso2 for one in places(text) if one.iso2)
