"""Countries, regions and cities in a text. A treaty named after a city is no place."""

from dataclasses import dataclass
from enum import StrEnum


class PlaceKind(StrEnum):
    """What a place is."""

    COUNTRY = "country"
    REGION = "region"
    CITY = "city"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Words that name a place."""

    start: int
    end: int
    surface: str
    iso2: str | None
    """Of a country; a city has one by `country_of_city` only."""
    name: str
    kind: PlaceKind


def places(text: str, *, language: str | None = None) -> tuple[Place, ...]:
    """The places that a text names, in order."""
    from whimbrel.bodies.find import find
    from whimbrel.bodies.gazetteer import index, table
    from whimbrel.bodies.names import fold

    taken = [(one.start, one.end) for one in find(text, language=language)]
    folded_text = fold(text)
    out = []
    for hit in index().find(folded_text):
        start, end = folded_text.place(hit.start), folded_text.place(hit.end - 1) + 1
        surface = text[start:end]
        if not surface[:1].isupper() or any(a < end and start < b for a, b in taken):
            continue
        iso2, name, kind = table()[hit.name]
        out.append(Place(start=start, end=end, surface=surface, iso2=iso2, name=name, kind=kind))
    return tuple(out)


def country_of_city(name: str) -> str | None:
    """The country of a well-known city: an inference, never a statement of the text."""
    from whimbrel.bodies.gazetteer import cities
    from whimbrel.bodies.names import folded

    return cities().get(folded(name))
