"""Countries, regions and cities in a text. A treaty named after a city is no place."""

from collections.abc import Sequence
from dataclasses import dataclass

from whimbrel.bodies.body import BodyKind, Mention
from whimbrel.bodies.find import find
from whimbrel.bodies.gazetteer import (
    PlaceKind,
    before,
    behind,
    cities,
    common,
    index,
    plain,
    table,
)
from whimbrel.bodies.names import fold
from whimbrel.bodies.order import Order

REACH = 60
"""Letters before a city that may make an instrument of it."""


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


def places(
    text: str, *, language: str | None = None, mentions: Sequence[Mention] | None = None
) -> tuple[Place, ...]:
    """The places that a text names, in order. `mentions` spares finding the bodies once more."""
    bodies = find(text, language=language) if mentions is None else mentions
    hidden = Order(one for one in bodies if hides(one))
    folded = fold(text)
    out = []
    for hit in index().find(folded):
        start, end = folded.place(hit.start), folded.place(hit.end - 1) + 1
        called = table()[hit.name]
        if called.kind is None or hidden.meets(start, end):
            continue
        if called.kind is PlaceKind.CITY and is_instrument(text, start, end):
            continue
        if language in ("fr", "es") and hit.name in common() and not text[:start].endswith("La "):
            continue
        out.append(
            Place(
                start=start,
                end=end,
                surface=text[start:end],
                iso2=called.iso2,
                name=called.name,
                kind=called.kind,
            )
        )
    return tuple(out)


def hides(one: Mention) -> bool:
    """Whether a place in the name of a body is no place. That of a government is."""
    return not one.group and one.kind is not BodyKind.GOVERNMENT


def is_instrument(text: str, start: int, end: int) -> bool:
    """Whether a city stands in the name of an instrument: Kunming-Montreal, Nagoya Protocol."""
    if text[end : end + 1] == "+" or behind().match(text, end):
        return True
    near = text[max(0, start - REACH) : start].replace("’", "'")
    return before().search(near) is not None


def country_of_city(name: str) -> str | None:
    """The country of a well-known city: what a reader infers, never what a text states."""
    return cities().get(plain(name))
