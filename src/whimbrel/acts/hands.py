"""What a person said of a record by hand, which no reading undoes."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Model

from whimbrel.acts.remember import said
from whimbrel.register.models import Edition, Line, Reading
from whimbrel.register.names import KINDS, about

EMPTY: tuple[object, ...] = ("", [], None)


def by_hand(one: Model) -> frozenset[str]:
    """The fields that a person changed: those in which an edition differs from the one before it,
    where the act was no judging of readings."""
    if type(one) not in KINDS:
        return frozenset()
    editions = list(Edition.objects.filter(about=about(one)).order_by("line"))
    lines = Line.objects.filter(number__in=[each.line for each in editions])
    judged = set(lines.filter(act__startswith="readings.").values_list("number", flat=True))
    told: set[str] = set()
    before: dict[str, Any] = {}
    for each in editions:
        if each.line not in judged:
            told |= {name for name, value in each.said.items() if differ(before.get(name), value)}
        before = each.said
    return frozenset(told)


def differ(before: object, now: object) -> bool:
    """Whether something was said; nothing said of a new record is not."""
    return before != now and not (before in EMPTY and now in EMPTY)


def elsewhere(reading: Reading) -> bool:
    """Whether a person corrected the same fact as it was read in another version."""
    same = Reading.objects.filter(kind=reading.kind, key=reading.key, corrected__isnull=False)
    return same.exclude(pk=reading.pk).exists()


def fill(one: Any, told: Mapping[str, Any], reading: Reading) -> None:
    """Save a record with what a reading says of it. Where a person changed any of this, the reading
    only fills what is empty and was not emptied by them."""
    mine: frozenset[str] = frozenset()
    partly = False
    if one.pk is not None:
        mine = by_hand(one)
        # Who corrects a reading has seen it: their word counts, save for what was said of the
        # record itself.
        partly = bool(mine & told.keys()) or (reading.corrected is None and elsewhere(reading))
    for field, value in told.items():
        if field in mine or (partly and getattr(one, field) not in EMPTY):
            continue
        setattr(one, field, value)
    one.save()


def told_if_changed(one: Any, before: Mapping[str, Any] | None) -> None:
    """Count a change of a record that was there before, so that a second editor is told."""
    if before is not None and said(one) != before:
        one.change += 1
        one.save()
