"""Who: conventions, their organs, UN entities, partners, classes of bodies; and places."""

from whimbrel.bodies.body import Body, BodyKind, GroupKind, How, Mention
from whimbrel.bodies.find import find, in_texts
from whimbrel.bodies.gazetteer import PlaceKind
from whimbrel.bodies.known import known
from whimbrel.bodies.places import Place, country_of_city, places

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
