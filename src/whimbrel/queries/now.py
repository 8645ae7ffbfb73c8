"""A record as it stands, field by field, for whoever is about to change it."""

from collections.abc import Mapping
from dataclasses import dataclass

from whimbrel.queries.history import visible
from whimbrel.register.models import Edition
from whimbrel.register.names import named


@dataclass(frozen=True, slots=True, kw_only=True)
class Now:
    """What a record says now."""

    about: str
    said: Mapping[str, object]
    """Field -> value, as the newest edition has it."""
    change: int
    """How often it was changed; a meeting: how many editions of it were kept."""


def now(by: str | None, about: str) -> Now | None:
    """A record by its kind and name; None where there is none that this person may see."""
    one = named(about)
    if one is None or not visible(by, about):
        return None
    editions = Edition.objects.filter(about=about).order_by("-line")
    newest = editions.first()
    counted = getattr(one, "change", None)
    return Now(
        about=about,
        said=newest.said if newest else {},
        change=editions.count() if counted is None else counted,
    )
