"""Countries by their codes, in the order of their names."""

from functools import cache

from whimbrel.bodies.names import folded
from whimbrel.bodies.states import UNION, assigned, country_name, usage

__all__ = ["UNION", "assigned", "countries", "country_name", "usage"]


@cache
def countries(language: str = "en") -> dict[str, str]:
    """Code -> name in a language, by name: accents do not change the order."""
    named = {code: country_name(code, language) or code for code in assigned()}
    return dict(sorted(named.items(), key=lambda one: folded(one[1])))
