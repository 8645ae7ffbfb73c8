"""The words of three languages around agreements: `facts/engagements/agreements`."""

from dataclasses import dataclass
from functools import cache

from whimbrel.facts import load


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """The last word of a name, and the kind of what it names."""

    kind: str
    head: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementWords:
    """The words of one language around agreements."""

    language: str
    source: str
    names: tuple[Named, ...]
    plain: tuple[Named, ...]
    """Heads in small letters: a name only beside years, or a class."""
    links: str
    effective: str
    until: str
    developing: str
    transition: str
    alive: str


@cache
def words(language: str | None) -> AgreementWords:
    """The words of a language; those of English where we have none."""
    known = {one.language: one for one in load("engagements/agreements/*.yaml", AgreementWords)}
    return known.get(language or "en", known["en"])
