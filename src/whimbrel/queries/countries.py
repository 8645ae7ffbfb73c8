"""The countries that a person may speak for, by their codes."""

from functools import cache

import pycountry
from babel import Locale

UNION = "EU"
"""The European Union is Party to several of the conventions, and has a reserved code."""


@cache
def countries(language: str = "en") -> dict[str, str]:
    """Code -> name in a language, by name."""
    names = Locale(language).territories
    codes = [UNION, *(one.alpha_2 for one in pycountry.countries)]
    named = {code: str(names.get(code, code)) for code in codes}
    return dict(sorted(named.items(), key=lambda one: one[1]))


def country_name(code: str, language: str = "en") -> str | None:
    """The name of a country; None for a code that is none."""
    return countries(language).get(code)
