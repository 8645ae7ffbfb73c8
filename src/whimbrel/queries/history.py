"""What the record said and when: the editions of one thing, and all things as they stood on a
day."""

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Max

from whimbrel.queries.glance import asked_once
from whimbrel.queries.papers import inside
from whimbrel.queries.people import can
from whimbrel.queries.scope import Reader, few, reader, seen
from whimbrel.register.models import Edition, Line
from whimbrel.register.names import NAMES, named

MOMENT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d.*")
"""A moment as it is kept; nobody reads its seconds."""
FEW = 5
"""Values of a list that are told whole where one of them changes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One change of a record."""

    line: int
    at: str
    act: str
    by: str | None
    """None: not theirs to see, or shredded."""
    reason: str | None
    changed: tuple[tuple[str, str, str], ...]
    """(field, before, after)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A record as it stood at a time."""

    about: str
    line: int
    at: str
    said: Mapping[str, object]


def visible(by: str | None, about: str) -> bool:
    """Whether a person may see a record, by its kind and name."""
    return asked_once(("visible", by, about), lambda: shown(reader(by), about))


def shown(who: Reader, about: str) -> bool:
    """The same, from the record."""
    one = named(about)
    return one is not None and bool(few(type(one), [one.pk], who))


def history(by: str | None, about: str) -> tuple[Step, ...]:
    """The changes of a record, the newest first; names and reasons for those who may audit. What it
    said before it was published is nobody else's: others than the office are told none of it."""
    if not inside(reader(by)) or not visible(by, about):
        return ()
    within = can(by, "audit")
    editions = list(Edition.objects.filter(about=about).order_by("line"))
    lines = Line.objects.select_related("personal").in_bulk([one.line for one in editions])
    steps, before = [], Edition(said={})
    for one in editions:
        line = lines.get(one.line)
        told = getattr(line, "personal", None) if within else None
        steps.append(
            Step(
                line=one.line,
                at=one.at.isoformat(timespec="seconds"),
                act=line.act if line else "",
                by=told.data.get("by") if told else None,
                reason=told.data.get("reason") if told else None,
                changed=differences(before.said, one.said),
            )
        )
        before = one
    return tuple(reversed(steps))


def changed_at(by: str | None, about: str) -> str | None:
    """When a record that a person may see was changed last."""
    if not visible(by, about):
        return None
    last = Edition.objects.filter(about=about).order_by("line").last()
    return last.at.isoformat(timespec="seconds") if last else None


def differences(
    before: Mapping[str, object], after: Mapping[str, object]
) -> tuple[tuple[str, str, str], ...]:
    """The fields that differ, as words; of a long list only what came and what went."""
    return tuple(
        (
            name,
            words(gone(before.get(name), after[name])),
            words(gone(after[name], before.get(name))),
        )
        for name in after
        if before.get(name) != after[name]
    )


def gone(one: object, other: object) -> object:
    """A value; of a long list what another has not."""
    if not isinstance(one, list) or not isinstance(other, list):
        return one
    if max(len(one), len(other)) <= FEW:
        return one
    return [each for each in one if each not in other]


def words(value: object) -> str:
    """A value as it is read."""
    if value is None or value == "" or value == []:
        return ""
    if isinstance(value, Mapping):
        told = ((name, words(each)) for name, each in value.items())
        return "; ".join(f"{name}: {each}" for name, each in told if each)
    if isinstance(value, str) and MOMENT.fullmatch(value):
        return value[: len("2026-12-01 05:00")].replace("T", " ")
    return "; ".join(map(words, value)) if isinstance(value, list) else str(value)


def said_on(by: str | None, kind: str, day: datetime.date) -> tuple[Said, ...]:
    """What the record said at the end of a day of every record of a kind, for those who see all of
    it. KeyError for no such kind."""
    table, name, _ = NAMES[kind]
    if not inside(reader(by)):
        return ()
    until = datetime.datetime.combine(day, datetime.time.max, tzinfo=datetime.UTC)
    known = {f"{kind} {name(one)}" for one in seen(table._default_manager.all(), reader(by))}
    listed = Edition.objects.filter(about__startswith=f"{kind} ", at__lte=until)
    newest = listed.values("about").annotate(last=Max("line")).values_list("last", flat=True)
    return tuple(
        Said(about=one.about, line=one.line, at=one.at.isoformat(timespec="seconds"), said=one.said)
        for one in Edition.objects.filter(about__startswith=f"{kind} ", line__in=list(newest))
        if one.about in known
    )
