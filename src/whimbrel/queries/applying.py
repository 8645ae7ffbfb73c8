"""An application for who applies: what it says, what the scheme would make of it, what is missing,
what is asked and what comes next; only for its own people."""

import datetime
from dataclasses import dataclass

from whimbrel.admission import form
from whimbrel.queries import cases
from whimbrel.queries.beside_criteria import Brought, Missing, brought, iso, missing
from whimbrel.queries.moves import Clock, Move, clock, moves
from whimbrel.queries.prints import File, safe
from whimbrel.queries.recommended import Recommended, recommended
from whimbrel.queries.twins import twins
from whimbrel.register.models import Body, Case, Meeting, Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question of the form with the answer that is kept."""

    id: str
    text: str
    kind: form.Answer
    options: tuple[str, ...]
    value: str
    """Empty: not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question of the office."""

    number: int
    words: str
    kind: str
    until: str
    answer: str
    answered: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Mine:
    """An application as who applies sees it."""

    key: str
    name: str
    country: str
    meeting: str
    title: str
    opens: str
    state: str
    sent: str
    consent: str
    statement: str
    language: str
    questions: tuple[Question, ...]
    papers: tuple[Brought, ...]
    missing: tuple[Missing, ...]
    recommended: Recommended
    clock: tuple[Clock, ...]
    moves: tuple[Move, ...]
    asked: tuple[Asked, ...]
    alike: bool
    """A body with a name like it is in the public record."""
    change: int


def mine(by: str | None) -> tuple[tuple[str, str, str], ...]:
    """(key, name, state) of the applications of somebody, the newest first."""
    return tuple((one.key, one.name, one.state) for one in owned(by).order_by("-begun_at"))


def owned(by: str | None):  # type: ignore[no-untyped-def]
    """The rows that are somebody's own."""
    person = Person.objects.filter(email=by, is_active=True).first() if by else None
    if person is None:
        return Case.objects.none()
    found = Case.objects.filter(contact=person)
    if person.body_id is not None:
        found = found | Case.objects.filter(body_id=person.body_id)
    return found


def application(by: str | None, key: str, *, today: datetime.date | None = None) -> Mine | None:
    """One application of somebody's own; None where there is none."""
    row = owned(by).filter(key=key).select_related("meeting").first()
    if row is None:
        return None
    day = today or datetime.date.today()
    scheme, told = cases.scheme_of(row), recommended(row, as_if=day)
    if scheme is None or told is None:
        return None
    applicant = cases.applicant(row)
    return Mine(
        key=row.key, name=row.name, country=row.country,
        meeting=row.meeting.short if row.meeting else "",
        title=row.meeting.title if row.meeting else "",
        opens=iso(row.meeting.starts) if row.meeting else "",
        state=row.state, sent=iso(row.sent_at.date()) if row.sent_at else "", consent=row.consent,
        statement=row.statement, language=row.language,
        questions=questions(row), papers=brought(row, day),
        missing=missing(scheme, applicant, told.documents),
        recommended=told, clock=clock(row, day),
        moves=tuple(one for one in moves(row, day) if not one.bars), asked=asked(row),
        alike=alike(row), change=row.change,
    )  # fmt: skip


def questions(row: Case) -> tuple[Question, ...]:
    """The form with the answers that are kept."""
    return tuple(
        Question(
            id=one.id, text=cases.told(one.text), kind=one.kind, options=one.options,
            value=form.shown(one.id, row.values.get(one.id)),
        )
        for one in form.fields().values()
    )  # fmt: skip


def asked(row: Case) -> tuple[Asked, ...]:
    """What the office asked, counted from 1."""
    return tuple(
        Asked(
            number=number, words=one.words, kind=one.kind, until=iso(one.until),
            answer=one.answer, answered=one.answered_at is not None,
        )
        for number, one in enumerate(row.questions.order_by("id"), start=1)
    )  # fmt: skip


def alike(row: Case) -> bool:
    """Whether a public body has a name like it. What is not public is not hinted at."""
    keys = [one.key for one in twins(row) if one.kind == "body"]
    return Body.objects.filter(key__in=keys, public=True).exists()


def paper(by: str | None, key: str, number: int) -> File | None:
    """A document of one's own application."""
    row = owned(by).filter(key=key).first()
    one = row.papers.filter(pk=number).first() if row is not None else None
    if one is None:
        return None
    return File(name=safe(one.name), kind="application/octet-stream", data=bytes(one.file))


@dataclass(frozen=True, slots=True, kw_only=True)
class Open:
    """A meeting for which somebody can apply."""

    short: str
    title: str
    opens: str
    venue: str


def meetings(*, today: datetime.date | None = None) -> tuple[Open, ...]:
    """The meetings to come, for everybody."""
    day = today or datetime.date.today()
    return tuple(
        Open(short=one.short, title=one.title, opens=iso(one.starts), venue=one.venue)
        for one in Meeting.objects.filter(starts__gt=day).order_by("starts")
    )
