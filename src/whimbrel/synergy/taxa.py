"""Taxa and their names: one taxon under its accepted name, found by synonym or mapping too."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from whimbrel.synergy.answer import Source

MARKUP = re.compile(r"<[^>]*>")
SPP = re.compile(r"\s+spp?\.?$", re.IGNORECASE)


class Rank(StrEnum):
    """Ranks that listings are made at."""

    KINGDOM = "kingdom"
    PHYLUM = "phylum"
    CLASS = "class"
    ORDER = "order"
    FAMILY = "family"
    SUBFAMILY = "subfamily"
    GENUS = "genus"
    SPECIES = "species"
    SUBSPECIES = "subspecies"


LOW = (Rank.SPECIES, Rank.SUBSPECIES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Taxon:
    """A taxon by its accepted name, with what it belongs to."""

    name: str
    rank: Rank
    order: str = ""
    family: str = ""
    genus: str = ""
    """Of a species, its first word where the source does not say."""
    kind: str = ""
    """The class, such as Aves."""

    @property
    def above(self) -> tuple[str, ...]:
        """Names of the higher taxa that are known, the nearest first."""
        genus = self.genus or (self.name.split(" ")[0] if self.rank in LOW else "")
        return tuple(name for name in (genus, self.family, self.order, self.kind) if name)


class Through(StrEnum):
    """How two names were found to mean one taxon."""

    NAME = "accepted name"
    SYNONYM = "synonym"
    MAPPING = "mapping"


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """Another name for a taxon."""

    name: str
    accepted: str
    through: Through
    source: Source


@dataclass(frozen=True, slots=True)
class Names:
    """Name -> accepted name. A mapping, made on purpose, goes before a synonym; a synonym that
    means two taxa means neither, and is listed in `ambiguous`."""

    aliases: tuple[Alias, ...] = ()
    known: dict[str, Alias] = field(default_factory=dict)
    ambiguous: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def accepted(self, name: str) -> tuple[str, Alias | None]:
        """(accepted name, the alias that led there)."""
        tidy = clean(name)
        alias = self.known.get(tidy.lower())
        return (alias.accepted, alias) if alias else (tidy, None)


def names(aliases: Iterable[Alias], accepted: Iterable[str] = ()) -> Names:
    """The names of taxa. What is itself an accepted name is no synonym of another."""
    kept = {clean(name).lower() for name in accepted}
    several: dict[str, list[Alias]] = defaultdict(list)
    every = tuple(aliases)
    for alias in every:
        # Lists of synonyms hold bare epithets ("alba"), which mean many taxa.
        if " " in clean(alias.name) or alias.through is Through.MAPPING:
            several[clean(alias.name).lower()].append(alias)
    known, ambiguous = {}, {}
    for name, mine in several.items():
        mapped = [alias for alias in mine if alias.through is Through.MAPPING]
        if not mapped and name in kept:
            continue
        chosen = mapped or mine
        means = sorted({alias.accepted for alias in chosen})
        if len(means) == 1:
            known[name] = chosen[0]
        else:
            ambiguous[name] = tuple(means)
    return Names(every, known, ambiguous)


def clean(name: str) -> str:
    """A scientific name without markup, without "spp." and with single blanks."""
    return " ".join(SPP.sub("", MARKUP.sub("", name).replace("\xa0", " ").strip()).split())


def rank_of(name: str) -> Rank:
    """The rank that a name of two or three words shows, where a file does not say."""
    words = clean(name).split(" ")
    if len(words) > 2:
        return Rank.SUBSPECIES
    if len(words) == 2:
        return Rank.SPECIES
    return Rank.FAMILY if words[0].endswith(("idae", "aceae")) else Rank.GENUS
