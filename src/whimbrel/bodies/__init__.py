"""Who: conventions, their organs and secretariats, UN entities, partners, classes of bodies, places."""

from whimbrel.bodies.body import Body, BodyKind, GroupKind, How, Mention
from whimbrel.bodies.find import find, in_texts
from whimbrel.bodies.known import known
from whimbrel.bodies.places import Place, PlaceKind, country_of_city, places

__all__ = [
    "Body",
    "BodyKind",
    "GroupKind",
    "How",
    "Mention",
    "Place",
    "PlaceKind",
    "country_of_city",
    "find",
    "in_texts",
    "known",
    "places",
]
