"""What people asked and said about records, and what they follow."""

import datetime
from dataclasses import dataclass

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery

from whimbrel.queries.history import visible
from whimbrel.queries.listed import Listed, cut
from whimbrel.queries.papers import inside
from whimbrel.queries.people import can
from whimbrel.queries.scope import reader
from whimbrel.register.models import Comment, Following, Person, Question


@dataclass(frozen=True, slots=True, kw_only=True)
class Asks:
    """A question with its answer."""

    number: int
    """Which question on its record it is, from 1."""
    about: str
    words: str
    asked_by: str
    asked_of: str
    mine: bool
    """Asked of the person who reads."""
    by: str
    late: bool
    answer: str
    answered: str
    """When; empty while it is open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """A comment."""

    by: str
    at: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Colleague:
    """Somebody who can be asked."""

    email: str
    name: str
    role: str


def told(one: Question, by: str | None) -> Asks:
    """A question as somebody sees it; its list numbered it."""
    return Asks(
        number=getattr(one, "number", 0),
        about=one.about,
        words=one.words,
        asked_by=one.asked_by.name,
        asked_of=one.asked_of.name,
        mine=one.asked_of.email == by,
        by=one.by.isoformat(),
        late=one.answered_at is None and one.by < datetime.date.today(),
        answer=one.answer,
        answered=one.answered_at.isoformat(timespec="minutes") if one.answered_at else "",
    )


def numbered() -> QuerySet[Question]:
    """Questions with who asked whom, and which on its record each is."""
    before = Question.objects.filter(about=OuterRef("about"), pk__lte=OuterRef("pk")).order_by()
    number = before.values("about").annotate(count=Count("pk")).values("count")
    return Question.objects.select_related("asked_by", "asked_of").annotate(number=Subquery(number))


def theirs(by: str | None, about: str | None = None) -> QuerySet[Question]:
    """Questions that a person may see: all for those who may ask, else those that they asked or
    were asked."""
    listed: QuerySet[Question] = numbered()
    if about is not None:
        listed = listed.filter(about=about)
    if can(by, "ask") or can(by, "audit"):
        return listed
    return listed.filter(Q(asked_of__email=by) | Q(asked_by__email=by))


def questions(by: str | None, about: str) -> tuple[Asks, ...]:
    """The questions about a record that a person may see."""
    return tuple(told(one, by) for one in theirs(by, about).order_by("pk")) if by else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """How the list of questions is narrowed; an empty field narrows nothing."""

    state: str = ""
    """`open`; `late`: open, and its day is over; `answered`."""
    of: str = ""
    """The address of the person who was asked."""
    asker: str = ""
    """The address of the person who asked."""
    about: str = ""
    """The record by kind and name: `provision 14.10 c)`."""


STATES = ("open", "late", "answered")


def asked(by: str | None, asks: Filter | None = None, *, page: int | None = None) -> Listed[Asks]:
    """The questions that a person may see, the most urgent first."""
    asks = asks or Filter()
    listed = theirs(by, asks.about or None) if by else Question.objects.none()
    if asks.of:
        listed = listed.filter(asked_of__email=asks.of)
    if asks.asker:
        listed = listed.filter(asked_by__email=asks.asker)
    if asks.state:
        listed = listed.filter(answered_at__isnull=asks.state != "answered")
    if asks.state not in ("", *STATES):
        listed = listed.none()
    if asks.state == "late":
        listed = listed.filter(by__lt=datetime.date.today())
    return cut(listed.order_by("by", "pk"), lambda one: told(one, by), page)


def waiting(by: str | None) -> tuple[Asks, ...]:
    """The open questions that were asked of a person, the most urgent first."""
    listed = numbered().filter(asked_of__email=by, answered_at=None) if by else ()
    return tuple(told(one, by) for one in listed)


def awaited(by: str | None) -> tuple[Asks, ...]:
    """The open questions that a person asked of others."""
    listed = numbered().filter(asked_by__email=by, answered_at=None) if by else ()
    return tuple(told(one, by) for one in listed)


def comments(by: str | None, about: str) -> tuple[Remark, ...]:
    """The remarks on a record; none where the person may not see it or has not signed in. What is
    said in the office stays there: others see their own, and those of who asked them about it."""
    if by is None or not visible(by, about):
        return ()
    listed = Comment.objects.filter(about=about).select_related("by")
    if not inside(reader(by)):
        asking = Question.objects.filter(about=about, asked_of__email=by).values("asked_by")
        listed = listed.filter(Q(by__email=by) | Q(by__in=asking))
    return tuple(
        Remark(by=one.by.name, at=one.at.isoformat(timespec="minutes"), words=one.words)
        for one in listed
    )


def follows(by: str | None, about: str) -> bool:
    """Whether a person follows a record."""
    return bool(by) and Following.objects.filter(person__email=by, about=about).exists()


def followed(by: str | None) -> tuple[str, ...]:
    """What a person follows, by kind and name."""
    listed = Following.objects.filter(person__email=by) if by else Following.objects.none()
    return tuple(listed.order_by("about").values_list("about", flat=True))


def colleagues(by: str | None) -> tuple[Colleague, ...]:
    """Whom a person may ask: everybody here who is active; nobody, where they may not ask."""
    if not can(by, "ask"):
        return ()
    listed = Person.objects.filter(is_active=True).exclude(role="auditor").order_by("name")
    return tuple(Colleague(email=one.email, name=one.name, role=one.role) for one in listed)
