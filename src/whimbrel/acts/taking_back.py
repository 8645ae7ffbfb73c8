"""Take back what an accepted reading entered, where a person rejects it after all: what only this
reading shows goes; what others rely on, or a person changed since, is theirs to correct."""

from typing import Any

from django.db.models import Model

from whimbrel.acts.hands import by_hand, told_if_changed
from whimbrel.acts.recognised import entered
from whimbrel.acts.refused import Refused
from whimbrel.acts.remember import said
from whimbrel.queries.said import record
from whimbrel.queries.said import said as _
from whimbrel.register.models import (
    Agreement,
    Engagement,
    Findable,
    Position,
    Provision,
    Reading,
    Status,
    Version,
)
from whimbrel.register.names import about

ACCEPTED = (Reading.State.ACCEPTED, Reading.State.CORRECTED)


def take_back(reading: Reading) -> tuple[Model, ...]:
    """Take back what a reading entered. The records that are left and were changed. Refused where
    a record of it cannot go. Bodies and classes stay: they are there without any document."""
    row = reading.corrected or reading.row
    if reading.kind == "statuses":
        Status.objects.filter(version=reading.version, about=row["provision"]).delete()
    if others(reading):
        return ()
    if reading.kind == "positions":
        Position.objects.filter(key=reading.key).delete()
    if reading.kind == "engagements":
        return engagement(reading)
    one: Model | None = None
    if reading.kind == "agreements":
        one = Agreement.objects.filter(key=reading.key).first()
    if reading.kind == "provisions":
        one = Provision.objects.filter(
            name=row["id"], version=reading.version, eid=reading.eid
        ).first()
    if one is not None:
        gone(one, alone=not isinstance(one, Provision) or one.wordings.count() < 2)
    return ()


def others(reading: Reading) -> bool:
    """Whether the same fact is accepted as another version of the document tells it."""
    versions = Version.objects.filter(document=reading.version.document)
    same = Reading.objects.filter(version__in=versions, kind=reading.kind, key=reading.key)
    return same.filter(state__in=ACCEPTED).exclude(pk=reading.pk).exists()


def engagement(reading: Reading) -> tuple[Model, ...]:
    """Take the evidence of a reading from its engagement, and that too where nothing else shows
    it."""
    one = entered(reading)
    if one is None:
        return ()
    row = reading.corrected or reading.row
    mine = {f"{reading.version.document.symbol}#{reading.eid}", *row["evidence"]}
    if one.key == reading.key and not one.evidence.exclude(address__in=mine).exists():
        gone(one, alone=True)
        return ()
    before = said(one)
    one.evidence.filter(address__in=mine).delete()
    if one.sentence == row["quote"]:
        one.sentence = ""
        one.save()
    told_if_changed(one, before)
    return (one,)


def gone(one: Any, *, alone: bool) -> None:
    """Delete a record. Refused where a person changed it, or something else points to it."""
    if not alone or one.public or by_hand(one) or pointed_at(one):
        told = _(
            "%(name)s was made of it, and others rely on it or changed it since: correct the "
            "record itself"
        )
        raise Refused(told % {"name": record(about(one))})
    Findable.objects.filter(about=about(one)).delete()
    one.delete()


PARTS = frozenset(
    {"parts", "places", "evidence", "facets", "facet", "conditions", "outputs", "wordings"}
)
"""What belongs to a record and goes with it."""


def pointed_at(one: Any) -> bool:
    """Whether something else points to a record, or it is linked to what it answers."""
    for each in one._meta.related_objects:
        table, name = each.related_model, each.field.name
        if each.get_accessor_name() in PARTS or table.__name__ == "Facet":
            continue
        if table._default_manager.filter(**{name: one}).exists():
            return True
    return isinstance(one, Engagement) and one.provisions.exists()
