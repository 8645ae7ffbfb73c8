"""Species, groups of species and habitats that a text names."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from whimbrel.facts import load


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A species, group or habitat of the facts, with its common names."""

    name: str
    kind: str
    scientific: str | None = None
    en: tuple[str, ...] = ()
    fr: tuple[str, ...] = ()
    es: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """One file of species."""

    source: str
    species: tuple[Kind, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Words that name a species."""

    start: int
    end: int
    surface: str
    kind: Kind


WORD = re.compile(r"(?<![\w-])[^\W\d_]+")


@cache
def table() -> dict[str, Kind]:
    """Every name, in small letters -> what it names."""
    return {
        form.lower(): one
        for file in load("species/*.yaml", Names)
        for one in file.species
        for form in (one.name, one.scientific or one.name, *one.en, *one.fr, *one.es)
    }


@cache
def firsts() -> dict[str, tuple[str, ...]]:
    """The first word of each name -> the names that begin with it, the longest first."""
    found: dict[str, list[str]] = {}
    for name in table():
        first = WORD.match(name)
        if first is not None:
            found.setdefault(first[0], []).append(name)
    return {word: tuple(sorted(names, key=len, reverse=True)) for word, names in found.items()}


def find(text: str, taken: Iterable[tuple[int, int]] = ()) -> tuple[Found, ...]:
    """The species that a text names; not those inside the name of a body (`taken`)."""
    spans = tuple(taken)
    small = text.lower()
    found: list[Found] = []
    done = 0
    for word in WORD.finditer(small):
        start = word.start()
        names = firsts().get(word[0]) or firsts().get(word[0].removesuffix("s"))
        if names is None or start < done:
            continue
        end, name = longest(small, start, names)
        if not end or any(first <= start and end <= last for first, last in spans):
            continue
        done = end
        found.append(Found(start=start, end=end, surface=text[start:end], kind=table()[name]))
    return tuple(found)


def longest(small: str, start: int, names: tuple[str, ...]) -> tuple[int, str]:
    """(end, name) of the longest name that begins at a place, plural included; else (0, "")."""
    for name in names:
        if not small.startswith(name, start):
            continue
        end = start + len(name)
        for plural in ("es", "s", ""):
            last = end + len(plural)
            after = small[last : last + 1]
            if small.startswith(plural, end) and not after.isalnum() and after != "-":
                return last, name
    return 0, ""
