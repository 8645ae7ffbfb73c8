"""Countries by their codes, under the names that the United Nations give them."""

from functools import cache

import pycountry

from whimbrel.bodies.names import folded
from whimbrel.bodies.states import country_name, usage

__all__ = ["UNION", "countries", "country_name", "usage"]

UNION = "EU"
"""The European Union is Party to several of the conventions, and has a reserved code."""


@cache
def countries(language: str = "en") -> dict[str, str]:
    """Code -> name in a language, by name: accents do not change the order."""
    codes = [UNION, *(one.alpha_2 for one in pycountry.countries)]
    named = {code: country_name(code, language) or code for code in codes}
    return dict(sorted(named.items(), key=lambda one: folded(one[1])))
