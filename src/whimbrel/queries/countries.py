"""Countries by their codes, under the names that the United Nations give them."""

from dataclasses import dataclass
from functools import cache

import pycountry
from babel import Locale

from whimbrel.bodies.names import folded
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


@cache
def countries(language: str = "en") -> dict[str, str]:
    """Code -> name in a language, by name: accents do not change the order."""
    codes = [UNION, *(one.alpha_2 for one in pycountry.countries)]
    named = {code: country_name(code, language) or code for code in codes}
    return dict(sorted(named.items(), key=lambda one: folded(one[1])))


def country_name(code: str, language: str = "en") -> str | None:
    """The name of a country; None for a code that is none."""
    known = getattr(usage().get(code), language, None)
    return known or Locale(language).territories.get(code)
