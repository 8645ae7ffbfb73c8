"""Organs: which body speaks in a provision that only says "its next session" or "to it"."""

from whimbrel.mandates.actors import Actor
from whimbrel.mandates.due import Timed

BETRAY = (
    ("UNSC", frozenset({"UNSC", "United Nations mission", "CTED"})),
    ("HRC", frozenset({"HRC", "High Commissioner", "Special Procedures"})),
    ("UNGA", frozenset({"UNGA"})),
    ("UNEA", frozenset({"UNEA", "Executive Director", "Committee of Permanent Representatives"})),
    ("COP", frozenset({"COP"})),
)
"""An organ, and the bodies that only its resolutions are likely to name; the first that fits."""


def betrayed(named: tuple[Actor, ...]) -> str | None:
    """The organ that speaks, as far as the bodies named betray it."""
    names = {actor.name for actor in named}
    return next((organ for organ, bodies in BETRAY if bodies & names), None)


def sitting(times: tuple[Timed, ...]) -> str | None:
    """The organ that says "its seventy-ninth session", by the number of the session."""
    codes = (time.code for time in times if time.body is None)
    return next((code.partition("-")[0] for code in codes if code[:3].isupper()), None)
