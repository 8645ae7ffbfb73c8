"""The names of countries, regions and cities in three languages."""

from dataclasses import dataclass
from functools import cache

from whimbrel import facts
from whimbrel.bodies.index import Names
from whimbrel.bodies.names import folded
from whimbrel.bodies.places import PlaceKind

LANGUAGES = ("en", "fr", "es")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceFact:
    """One entry of `facts/places/*.yaml`."""

    kind: PlaceKind
    name: str
    source: str
    iso2: str | None = None
    """The country itself; that of a city is where it lies."""
    names: tuple[str, ...] = ()
    """Other names, in any language."""


@cache
def table() -> dict[str, tuple[str | None, str, PlaceKind]]:
    """Folded name -> (ISO code, English name, kind)."""
    import pycountry
    from babel import Locale

    found: dict[str, tuple[str | None, str, PlaceKind]] = {}
    for country in pycountry.countries:
        code = country.alpha_2
        name = Locale("en").territories.get(code, country.name)
        forms = {country.name, getattr(country, "common_name", name)}
        forms |= {getattr(country, "official_name", name), name}
        forms |= {str(Locale(language).territories.get(code, name)) for language in LANGUAGES}
        for form in forms:
            found[folded(form)] = (code, name, PlaceKind.COUNTRY)
    for fact in facts.load("places/*.yaml", PlaceFact):
        code = fact.iso2 if fact.kind is PlaceKind.COUNTRY else None
        for form in (fact.name, *fact.names):
            found[folded(form)] = (code, fact.name, fact.kind)
    return found


@cache
def index() -> Names:
    """All names of places."""
    return Names(table())


@cache
def cities() -> dict[str, str]:
    """Folded name of a city -> ISO code of its country."""
    found = facts.load("places/*.yaml", PlaceFact)
    return {
        folded(form): fact.iso2
        for fact in found
        if fact.kind is PlaceKind.CITY and fact.iso2
        for form in (fact.name, *fact.names)
    }
