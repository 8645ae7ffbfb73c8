"""Species, groups of species and habitats that a text names."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from whimbrel.engagements.engagement import Species
from whimbrel.engagements.passage import Passage
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


@cache
def table() -> dict[str, Kind]:
    """Every name, in small letters -> what it names."""
    return {
        form.casefold(): one
        for file in load("species/*.yaml", Names)
        for one in file.species
        for form in (one.name, one.scientific or one.name, *one.en, *one.fr, *one.es)
    }


@cache
def pattern() -> re.Pattern[str]:
    """Any known name, the longest first; English plurals included."""
    names = sorted(table(), key=lambda name: (-len(name), name))
    return re.compile(
        rf"(?<![\w-])({'|'.join(map(re.escape, names))})(?:s|es)?(?![\w-])", re.IGNORECASE
    )


BINOMIAL = re.compile(r"(?<=\()[A-Z][a-z]{3,} [a-z]{4,}(?: [a-z]{4,})?(?=\))")
"""A scientific name in brackets, behind a common name that we do not know."""


def find(text: str, taken: Iterable[tuple[int, int]] = ()) -> tuple[Found, ...]:
    """The species that a text names; not those inside the name of a body (`taken`)."""
    spans = tuple(taken)
    found = []
    for match in pattern().finditer(text):
        if any(start <= match.start() and match.end() <= end for start, end in spans):
            continue
        found.append(
            Found(
                start=match.start(),
                end=match.end(),
                surface=match[0],
                kind=table()[match[1].casefold()],
            )
        )
    return tuple(found)


def mentioned(passages: Iterable[Passage]) -> tuple[Species, ...]:
    """Every species of a document with the paragraphs that name it, in order of appearance."""
    rows: dict[str, Species] = {}
    for passage in passages:
        taken = [(one.start, one.end) for one in passage.mentions if not one.group]
        for one in find(passage.text, taken):
            span = passage.span(one.start, one.end)
            old = rows.get(one.kind.name)
            if old is None:
                old = Species(
                    name=one.kind.name,
                    scientific=one.kind.scientific,
                    kind=one.kind.kind,
                    surfaces=(),
                    loci=(),
                )
            rows[one.kind.name] = Species(
                name=old.name,
                scientific=old.scientific,
                kind=old.kind,
                surfaces=tuple(dict.fromkeys((*old.surfaces, one.surface))),
                loci=tuple(dict.fromkeys((*old.loci, passage.locus))),
                spans=(*old.spans, span),
            )
    return tuple(rows.values())
