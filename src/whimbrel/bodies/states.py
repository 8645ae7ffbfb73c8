"""States by their codes, under the names that the United Nations give them."""

from dataclasses import dataclass
from functools import cache

from babel import Locale

from whimbrel.facts import load

UNION = "EU"
"""The European Union is Party to several of the conventions, and has a reserved code."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """A State or territory whose name the United Nations write otherwise than everyday language."""

    iso2: str
    en: str
    fr: str
    es: str
    source: str


@cache
def usage() -> dict[str, Usage]:
    """Code -> names."""
    return {one.iso2: one for one in load("states/names.yaml", Usage)}


def country_name(code: str, language: str = "en") -> str | None:
    """The name of a country; None for a code that is none."""
    known = getattr(usage().get(code), language, None)
    # The tables of languages name codes too that stand for no country: ZZ, an unknown region.
    return known or (Locale(language).territories.get(code) if code in assigned() else None)


@cache
def assigned() -> frozenset[str]:
    """Codes that stand for a country or territory, or for the European Union."""
    import pycountry

    return frozenset({UNION, *(one.alpha_2 for one in pycountry.countries)})
