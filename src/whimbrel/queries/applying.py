"""An application for who applies: what it says, what the scheme would make of it, what is missing,
what is asked and what comes next; only for its own people."""

import datetime
from dataclasses import dataclass

from django.db.models import Q

from whimbrel.admission import form
from whimbrel.admission.scheme import Scheme
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
class Decision:
    """What was decided on an application: by whom, on which day, and why."""

    outcome: str
    decided_by: str
    on: str
    why: str


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
    kinds: form.Kinds
    papers: tuple[Brought, ...]
    missing: tuple[Missing, ...]
    recommended: Recommended
    clock: tuple[Clock, ...]
    moves: tuple[Move, ...]
    asked: tuple[Asked, ...]
    people: str
    """Names of those who represent it, as they were written in the form; empty: none were."""
    decisions: tuple[Decision, ...]
    """The oldest first; a deferral may be followed by another."""
    over: bool
    """A step has ended it: nothing can be brought or taken back any more."""
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


def decisions(row: Case) -> tuple[Decision, ...]:
    """What those who decide have decided on it, as it was recorded."""
    return tuple(
        Decision(
            outcome=str(one.said.get("outcome") or one.step), on=iso(one.on), why=one.reason,
            decided_by=str(one.said["decided_by"]),
        )
        for one in row.events.order_by("number") if one.said.get("decided_by")
    )  # fmt: skip


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
        questions=questions(row, scheme), kinds=form.kinds(scheme), papers=brought(row, day),
        missing=missing(scheme, applicant, told.documents),
        recommended=told, clock=clock(row, day),
        moves=tuple(one for one in moves(row, day) if not one.bars), asked=asked(row),
        people=people(row), decisions=decisions(row), over=cases.over(row),
        alike=alike(row), change=row.change,
    )  # fmt: skip


def questions(row: Case, scheme: Scheme) -> tuple[Question, ...]:
    """The form of a scheme with the answers that are kept, also to what it does not ask."""
    asked = {one.id for one in form.asked_by(scheme)}
    return tuple(
        Question(
            id=one.id, text=cases.told(one.text), kind=one.kind, options=one.options,
            value=form.shown(one.id, row.values.get(one.id)),
        )
        for one in form.fields().values()
        if one.id in asked or one.id in row.values
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


HOST, COP = "cms", "COP"
"""The convention whose meetings are applied for here."""
WRITTEN = "text/plain"
"""What a document is that was written in the form, and never a file."""


def people(row: Case) -> str:
    """The names that were written in the form."""
    one = row.papers.filter(kind="representatives", media=WRITTEN, withdrawn_at=None).last()
    return bytes(one.file).decode("utf-8") if one is not None else ""


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
    """The meetings of the Conference of the Parties to come, for everybody; not those that are
    known to be of others. Other meetings have rules of their own."""
    day = today or datetime.date.today()
    ours = Meeting.objects.filter(
        Q(body=None) | Q(body__key=HOST), short__startswith=COP, starts__gt=day
    )
    return tuple(
        Open(short=one.short, title=one.title, opens=iso(one.starts), venue=one.venue)
        for one in ours.order_by("starts")
    )
