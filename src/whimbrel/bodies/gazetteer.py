"""The names of countries, regions and cities in three languages."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from whimbrel import facts
from whimbrel.bodies.index import Names
from whimbrel.bodies.names import fold

LANGUAGES = ("en", "fr", "es")
INITIALS = 3
"""Names in capitals up to this length are acronyms and not names in a heading."""


class PlaceKind(StrEnum):
    """What a place is."""

    COUNTRY = "country"
    REGION = "region"
    CITY = "city"


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """What a name means."""

    iso2: str | None
    name: str
    kind: PlaceKind | None
    """None for a river or a bird that is called after a country."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Instruments:
    """Words beside the name of a city that make an instrument of it."""

    source: str
    behind: tuple[str, ...]
    before: tuple[str, ...]
    features: tuple[str, ...]
    """Rivers, lakes, birds and rules that are called after a country or a city."""
    common: tuple[str, ...]
    """Names that are common words of French or Spanish too, such as Réunion: there they want
    their article."""


@cache
def table() -> dict[str, Called]:
    """Name, its accents folded and its capitals kept -> what it means."""
    found: dict[str, Called] = {}
    for called, forms in (*by_standard(), *by_facts()):
        for form in forms:
            found[plain(form)] = called
            if len(form) > INITIALS:
                found.setdefault(plain(form).upper(), called)
    return found


def by_standard() -> list[tuple[Called, set[str]]]:
    """Countries by ISO 3166 and CLDR."""
    import pycountry
    from babel import Locale

    locales = [Locale(language).territories for language in LANGUAGES]
    found = []
    for country in pycountry.countries:
        code = country.alpha_2
        name = str(locales[0].get(code, country.name))
        forms = {str(one[code]) for one in locales if code in one} | {country.name, name}
        forms |= {getattr(country, key, name) for key in ("common_name", "official_name")}
        found.append((Called(iso2=code, name=name, kind=PlaceKind.COUNTRY), forms))
    return found


def by_facts() -> list[tuple[Called, set[str]]]:
    """Places of our own facts; what is called after a place hides it."""
    names: dict[str, str] = {}
    found = []
    for fact in facts.load("places/*.yaml", PlaceFact):
        country = fact.kind is PlaceKind.COUNTRY
        name = names.setdefault(fact.iso2 or fact.name, fact.name) if country else fact.name
        code = fact.iso2 if country else None
        called = Called(iso2=code, name=name, kind=fact.kind)
        found.append((called, {fact.name, *fact.names}))
    hidden = Called(iso2=None, name="", kind=None)
    return [*found, (hidden, set(instruments().features))]


@cache
def instruments() -> Instruments:
    """The words that make an instrument of a city."""
    return facts.load("gazetteer/*.yaml", Instruments)[0]


@cache
def common() -> frozenset[str]:
    """The names that are common words of French or Spanish too."""
    return frozenset(map(plain, instruments().common))


@cache
def index() -> Names:
    """All names of places; capitals count, for Nice is no adjective."""
    return Names((), table())


@cache
def cities() -> dict[str, str]:
    """Name of a city -> ISO code of the country in which it lies."""
    return {
        plain(form): fact.iso2
        for fact in facts.load("places/*.yaml", PlaceFact)
        if fact.kind is PlaceKind.CITY and fact.iso2
        for form in (fact.name, *fact.names)
    }


@cache
def paired() -> frozenset[str]:
    """Words that "and the" joins to a region: Asia and the Pacific."""
    names = [name for name, called in table().items() if called.kind is PlaceKind.REGION]
    return frozenset(name.split(" and the ")[1].split()[0] for name in names if " and the " in name)


@cache
def behind() -> re.Pattern[str]:
    """What makes an instrument of the city before it, a few capitals between."""
    words = "|".join(sorted(map(re.escape, instruments().behind), key=len, reverse=True))
    between = r"(?:\ [A-Z][\w’'-]*){0,2}"
    others = r"(?:(?:,\ |,?\ and\ |-|–|/)[A-Z][\w’'-]*){0,4}"
    return re.compile(rf"(?:['’]s)?{others}{between}\ (?:{words})\b", re.VERBOSE)


@cache
def before() -> re.Pattern[str]:
    """What makes an instrument of the city behind it."""
    words = "|".join(sorted(map(re.escape, instruments().before), key=len, reverse=True))
    others = r"(?:[A-Z][\w’'-]*(?:,\s(?:de\s)?|\s(?:et|y|and)\s(?:de\s)?|-|–)){0,4}"
    return re.compile(rf"(?i:{words})\s?{others}$")


def plain(name: str) -> str:
    """A name without accents, its capitals kept."""
    return fold(name.strip()).cased.decode()
