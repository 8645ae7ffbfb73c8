"""Countries as a paper names them."""

from babel import Locale, UnknownLocaleError


def country_name(language: str, code: str) -> str:
    """The name of a country in a language; its code where it has none."""
    try:
        return str(Locale.parse(language).territories.get(code, code))
    except UnknownLocaleError:
        return code
