"""What a record is called outside the database, and which record a name means."""

from collections.abc import Callable
from typing import Any

from django.db.models import Model, Q

from whimbrel.register.models import (
    Agreement,
    Barrier,
    Body,
    Campaign,
    Case,
    Circulation,
    Contribution,
    Dataset,
    Document,
    Draft,
    Engagement,
    Group,
    Initiative,
    Instrument,
    Mechanism,
    Meeting,
    Participation,
    Partnership,
    Provision,
    Report,
    Suggestion,
)

SHORT = 12
"""Characters of a digest that name an engagement or agreement."""


def beginning(name: str) -> Q:
    """Keys that begin so. They are digests in hexadecimal, so all of them stand between the name
    and what would follow the last of them: every database finds that in its index."""
    return Q(key__gte=name, key__lt=f"{name}g")


def numbered(name: str) -> Q:
    """The record of a number; none where a name is no number."""
    plain = name.isascii() and name.isdecimal() and len(name) < 10
    return Q(pk=int(name)) if plain else Q(pk__in=())


def which(where: str, name: str) -> Q:
    """The records that are called by a name, which is looked for in a field."""
    if where == "pk":
        return numbered(name)
    return beginning(name) if where == "key__startswith" else Q(**{where: name})


NAMES: dict[str, tuple[type[Model], Callable[[Any], str], str]] = {
    "agreement": (Agreement, lambda one: one.key[:SHORT], "key__startswith"),
    "barrier": (Barrier, lambda one: str(one.pk), "pk"),
    "body": (Body, lambda one: one.key, "key"),
    "campaign": (Campaign, lambda one: one.key, "key"),
    "case": (Case, lambda one: one.key, "key"),
    "circulation": (Circulation, lambda one: one.key, "key"),
    "contribution": (Contribution, lambda one: one.key, "key"),
    "dataset": (Dataset, lambda one: one.key, "key"),
    "document": (Document, lambda one: one.symbol, "symbol"),
    "draft": (Draft, lambda one: one.key, "key"),
    "engagement": (Engagement, lambda one: one.key[:SHORT], "key__startswith"),
    "group": (Group, lambda one: one.body.key, "body__key"),
    "initiative": (Initiative, lambda one: one.key, "key"),
    "instrument": (Instrument, lambda one: one.number, "number"),
    "mechanism": (Mechanism, lambda one: one.key, "key"),
    "meeting": (Meeting, lambda one: one.short, "short"),
    "partnership": (Partnership, lambda one: one.key, "key"),
    "participation": (Participation, lambda one: str(one.pk), "pk"),
    "provision": (Provision, lambda one: one.name, "name"),
    "report": (Report, lambda one: one.key, "key"),
    "suggestion": (Suggestion, lambda one: str(one.pk), "pk"),
}
"""Kind -> its table, how a record is called, and where a name is looked for. What has no name of
its own is called by its number."""
KINDS = {table: kind for kind, (table, _, _) in NAMES.items()}


def about(one: Model) -> str:
    """Kind and name: `provision 14.10 c)`. KeyError for a table whose rows have no name."""
    kind = KINDS[type(one)]
    return f"{kind} {NAMES[kind][1](one)}"


def named(about: str) -> Model | None:
    """The record of a kind and name; None where there is none, or the name means several. A body
    that was merged is the one into which it was."""
    kind, _, name = about.partition(" ")
    if kind not in NAMES or not name:
        return None
    table, _, where = NAMES[kind]
    # Ordered by their numbers: two are enough to tell, and the order of lists would sort them all.
    listed = list(table._default_manager.filter(which(where, name)).order_by("pk")[:2])
    one = listed[0] if len(listed) == 1 else None
    while isinstance(one, Body) and one.merged_into is not None:
        one = one.merged_into
    return one
