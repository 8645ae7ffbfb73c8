"""Countries: where something was done, what concerned each, and which conventions met there."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Count, Max, Q, QuerySet

from whimbrel.queries.countries import country_name
from whimbrel.queries.engagements import Filter as Deeds
from whimbrel.queries.engagements import narrowed
from whimbrel.queries.listed import Listed, whole
from whimbrel.queries.once import once, worded
from whimbrel.queries.scope import reader, seen
from whimbrel.register.models import Engagement, Place

CONVENTIONS = ("mea", "mea-cluster", "mea-secretariat")
"""Kinds of body that are conventions, or their secretariats."""
AFAR = ("absent", "remote", "online")
"""Modes in which nobody of ours was there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A country with what was done in it and what concerned it."""

    code: str
    name: str
    held: int
    """Engagements that took place there."""
    concerned: int
    """Engagements that concerned it, wherever they were."""
    conventions: tuple[str, ...]
    """Conventions that took part in them."""
    last: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """How the list of countries is narrowed; an empty field narrows nothing."""

    country: str = ""
    present: str = ""
    """`yes`: only what took place there, and somebody of ours was there."""
    year: str = ""
    partner: str = ""
    """The key of a body, or of the body whose units count too."""


def countries(
    by: str | None, asks: Filter | None = None, *, page: int | None = None
) -> Listed[Country]:
    """Countries in which something was done, or which it concerned, that a person may see. One that
    we only infer is none."""
    asks = asks or Filter()
    who = reader(by)
    listed = seen(Engagement.objects.all(), who)
    done = narrowed(listed, Deeds(year=asks.year, partner=asks.partner), who)
    places = Place.objects.filter(engagement__in=done).exclude(role=Place.Role.INFERRED)
    if asks.country:
        places = places.filter(country=asks.country)
    if asks.present == "yes":
        there = Q(role=Place.Role.VENUE) & ~Q(engagement__mode__in=AFAR)
        places = places.filter(there)
    return whole(once(("countries", worded(places)), lambda: gathered(places.order_by())), page)


def gathered(places: QuerySet[Place]) -> tuple[Country, ...]:
    """Places by country, in the order of their names."""
    counts: defaultdict[str, dict[str, int]] = defaultdict(dict)
    last: defaultdict[str, str] = defaultdict(str)
    counted = places.values_list("country", "role").annotate(
        Count("engagement", distinct=True), Max("engagement__since")
    )
    for code, role, deeds, newest in counted:
        counts[code][role] = deeds
        last[code] = max(last[code], newest or "")
    met: defaultdict[str, set[str]] = defaultdict(set)
    of_conventions = places.filter(engagement__parts__body__kind__in=CONVENTIONS)
    for code, short, name in of_conventions.values_list(
        "country", "engagement__parts__body__acronym", "engagement__parts__body__name"
    ).distinct():
        met[code].add(short or name)
    made = (
        Country(
            code=code,
            name=country_name(code) or code,
            held=counts[code].get(Place.Role.VENUE, 0),
            concerned=counts[code].get(Place.Role.CONCERNED, 0),
            conventions=tuple(sorted(met[code])),
            last=last[code],
        )
        for code in counts
    )
    return tuple(sorted(made, key=lambda one: one.name))
