"""Of what people are to be told by mail: questions whose day is near or past, and what happened to
the records that they follow."""

import datetime
from collections import defaultdict
from dataclasses import dataclass

from django.db.models import F, Q

from whimbrel.queries.people import can
from whimbrel.queries.scope import Reader, reader, seen
from whimbrel.register.models import Edition, Following, Line, Question
from whimbrel.register.names import named

NEAR = datetime.timedelta(days=3)
"""So long before its day a question is brought to mind."""
AGAIN = datetime.timedelta(days=7)
"""So long after a reminder the next one goes out, where there is still no answer."""
TALK = ("records.ask", "records.answer", "records.comment")
"""What is done on a record without changing it."""
MOST = 50
"""Lines in one digest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """A question that somebody is to be reminded of."""

    question: int
    email: str
    name: str
    language: str
    about: str
    words: str
    asked_by: str
    by: datetime.date
    past: bool
    near: bool
    """Its day is so near that it would be brought to mind now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """Something that happened to a record."""

    about: str
    act: str
    at: datetime.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """What happened to the records that somebody follows."""

    email: str
    name: str
    language: str
    news: tuple[News, ...]
    told: tuple[tuple[int, int], ...]
    """(what they follow, the last line of the ledger that this tells of)."""


def reminders(now: datetime.datetime) -> tuple[Reminder, ...]:
    """Questions without an answer whose day is near or past, and whose turn it is: once when the
    day is near, once when it is past, then each week."""
    today = now.date()
    late = Q(by__lt=today) & Q(reminded_at__date__lte=F("by"))
    turn = Q(reminded_at=None) | Q(reminded_at__lte=now - AGAIN) | late
    listed = Question.objects.filter(
        turn, answered_at=None, by__lte=today + NEAR, asked_of__is_active=True
    ).select_related("asked_of", "asked_by")
    return tuple(reminder(one, today) for one in listed)


def asked(number: int, now: datetime.datetime) -> Reminder | None:
    """A question that was asked just now; None where it is answered, or who was asked has left."""
    listed = Question.objects.filter(pk=number, answered_at=None, asked_of__is_active=True)
    one = listed.select_related("asked_of", "asked_by").first()
    return reminder(one, now.date()) if one is not None else None


def reminder(one: Question, today: datetime.date) -> Reminder:
    """A question as a mail tells it."""
    return Reminder(
        question=one.pk,
        email=one.asked_of.email,
        name=one.asked_of.name,
        language=one.asked_of.language,
        about=one.about,
        words=one.words,
        asked_by=one.asked_by.name,
        by=one.by,
        past=one.by < today,
        near=one.by <= today + NEAR,
    )


def digests() -> tuple[Digest, ...]:
    """For each person, what happened to what they follow since they were last told, of what they
    may still see."""
    follows: dict[str, list[Following]] = defaultdict(list)
    for one in Following.objects.filter(person__is_active=True).select_related("person"):
        follows[one.person.email].append(one)
    made: list[Digest] = []
    for email, listed in follows.items():
        who, person = reader(email), listed[0].person
        news: list[News] = []
        told: list[tuple[int, int]] = []
        for one in listed:
            fresh = since(one) if visible(one.about, who) else ()
            if not fresh:
                continue
            news += [News(about=one.about, act=line.act, at=line.at) for line in fresh]
            told.append((one.pk, max(line.number for line in fresh)))
        if news:
            news.sort(key=lambda each: each.at)
            made.append(
                Digest(
                    email=email, name=person.name, language=person.language,
                    news=tuple(news), told=tuple(told),
                )
            )  # fmt: skip
    return tuple(made)


def since(one: Following) -> tuple[Line, ...]:
    """The lines of the ledger that changed a record, or say what was asked, answered and said on
    it, since its follower was told."""
    changed = Edition.objects.filter(about=one.about, line__gt=one.told, at__gte=one.since)
    numbers = changed.order_by("line").values_list("line", flat=True)[:MOST]
    who = one.person.email
    # Questions are seen by those who may ask, and by those of whom they are asked.
    heard = TALK if can(who, "ask") or can(who, "audit") else TALK[-1:]
    spoken = Q(
        about=one.about, act__in=heard, refused=False, number__gt=one.told, at__gte=one.since
    )
    lines = Line.objects.filter(Q(number__in=list(numbers)) | spoken)
    return tuple(lines.order_by("number")[:MOST])


def visible(about: str, who: Reader) -> bool:
    """Whether a reader may see a record now."""
    one = named(about)
    if one is None:
        return False
    return seen(type(one)._default_manager.filter(pk=one.pk), who).exists()
