"""One application as the office examines it: beside the criteria, with its clock, its questions,
what Parties said, what is recommended, and what may happen next."""

import datetime
from dataclasses import dataclass, replace

from whimbrel.procedures.known import Known
from whimbrel.queries import cases
from whimbrel.queries.applications import Applied, applied, visible
from whimbrel.queries.beside_criteria import (
    Brought,
    Looked,
    Missing,
    brought,
    in_words,
    iso,
    looked_at,
    missing,
)
from whimbrel.queries.moves import Clock, Move, clock, moves
from whimbrel.queries.owing import owed
from whimbrel.queries.prints import File, safe
from whimbrel.queries.recommended import Differs, Recommended, changed, findings, recommended
from whimbrel.queries.scope import Reader, reader
from whimbrel.queries.twins import Twin, twins
from whimbrel.register.models import Case, CaseFinding, CaseQuestion


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question to the applicant."""

    number: int
    words: str
    kind: str
    """The document that is asked for; empty: words are."""
    criterion: str
    by: str
    on: str
    until: str
    late: bool
    answer: str
    answered: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Objects:
    """A Party that objects."""

    party: str
    on: str
    reason: str
    withdrawn: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """A line of the history of a case."""

    number: int
    step: str
    """Its id; what is no step of the procedure has an id too: `find`, `assign`."""
    words: str
    on: str
    by: str
    party: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Holds:
    """A status that the case gave."""

    status: str
    since: str
    until: str
    days: int | None
    """Days left; None where no end is known."""
    decided_by: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Carries:
    """A right or a duty of who holds the status."""

    text: str
    source: str
    known: Known
    every_years: float | None = None
    due: str = ""
    """Of a duty that comes again: the last day for the next time, counted from the day on which it
    was done last."""
    overdue: bool = False
    failing: str = ""
    """What may become of the status now, by the rule; people decide it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The rules under which it was sent."""

    scheme: str
    title: str
    version: str
    treaty: str
    source: str
    known: Known
    decider: str
    decision_source: str
    decision_known: Known


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """Everything about one application."""

    applied: Applied
    on: str
    """The day that is shown; empty: today."""
    rules: Rules
    statement: str
    values: tuple[tuple[str, str], ...]
    contact: str
    email: str
    language: str
    consent: str
    criteria: tuple[Looked, ...]
    papers: tuple[Brought, ...]
    missing: tuple[Missing, ...]
    twins: tuple[Twin, ...]
    clock: tuple[Clock, ...]
    questions: tuple[Asked, ...]
    objections: tuple[Objects, ...]
    present: int | None
    parties: int | None
    recommended: Recommended
    changed: tuple[Differs, ...]
    moves: tuple[Move, ...]
    statuses: tuple[Holds, ...]
    rights: tuple[Carries, ...]
    duties: tuple[Carries, ...]
    lists: tuple[str, ...]
    """Keys of the lists on which it went to the Parties."""
    history: tuple[Happened, ...]


def application(
    by: str | None,
    key: str,
    *,
    on: datetime.date | None = None,
    today: datetime.date | None = None,
) -> Whole | None:
    """An application beside the criteria; `on`: as it stood at the end of a day. None where there
    is none that this person may see, or where its procedure is not known here."""
    row = found(reader(by), key)
    return whole(row, on, today or datetime.date.today()) if row is not None else None


def found(who: Reader, key: str) -> Case | None:
    """The row of an application that a reader may see."""
    rows = visible(who).select_related("meeting", "body", "officer", "contact")
    return rows.filter(key=key).first()


def whole(row: Case, on: datetime.date | None, today: datetime.date) -> Whole | None:
    """The same of a row."""
    procedure, advice = cases.scheme_of(row), recommended(row, on)
    if procedure is None or advice is None:
        return None
    asker, day = cases.applicant(row, on), on or today
    return Whole(
        applied=counted(row, on, today), on=iso(on), rules=rules_of(row),
        statement=row.statement, values=given(row),
        contact=row.contact.name if row.contact else "",
        email=row.contact.email if row.contact else "",
        language=row.language, consent=row.consent,
        criteria=looked_at(row, procedure, asker, last_findings(row, on)),
        papers=brought(row, day, on),
        missing=missing(procedure, asker, advice.documents),
        twins=twins(row), clock=clock(row, day),
        questions=questions(row, on, day),
        objections=objections(row, on),
        present=cases.present(row), parties=cases.parties(row), recommended=advice,
        changed=changed(row, day), moves=moves(row, day) if on is None else (),
        statuses=statuses(row, on, day), rights=rights(row, on), duties=duties(row, on, day),
        lists=tuple(row.circulations.order_by("on").values_list("key", flat=True)),
        history=history(row, on),
    )  # fmt: skip


def counted(row: Case, on: datetime.date | None, today: datetime.date) -> Applied:
    """The application as a row of a list, with its open questions."""
    open_ = row.questions.filter(answered_at=None)
    late = open_.filter(until__lt=today).count()
    return replace(applied(row, on), questions=open_.count(), overdue=late)


def paper(by: str | None, key: str, number: int) -> File | None:
    """A document of an application as it was brought, by its number; None where there is none that
    this person may see. Whatever it says it is, it is handed out as a file to be saved."""
    row = found(reader(by), key)
    one = row.papers.filter(pk=number).first() if row is not None else None
    if one is None:
        return None
    return File(name=safe(one.name), kind="application/octet-stream", data=bytes(one.file))


def rules_of(row: Case) -> Rules:
    """The rules under which it was sent."""
    one = cases.scheme_of(row)
    assert one is not None
    return Rules(
        scheme=one.id, title=cases.told(one.title), version=one.version,
        treaty=cases.told(one.treaty.text), source=one.treaty.source, known=one.treaty.status,
        decider=cases.told(one.decision.decider), decision_source=one.decision.source,
        decision_known=one.decision.status,
    )  # fmt: skip


def given(row: Case) -> tuple[tuple[str, str], ...]:
    """What the applicant said of itself, in the order in which it was asked."""
    return tuple(
        (name, in_words(tuple(value) if isinstance(value, list) else value))
        for name, value in row.values.items()
    )


def last_findings(row: Case, on: datetime.date | None) -> dict[str, CaseFinding]:
    """The findings that stood on a day, by their criteria. One that was changed since is told as it
    was found then, without the words of today."""
    stood = findings(row, on)
    rows = {one.criterion: one for one in row.findings.select_related("by")}
    for event in row.events.filter(step="find").select_related("by").order_by("number"):
        name = str(event.said.get("criterion"))
        if on is not None and (event.on > on or name not in stood):
            continue
        rows[name] = CaseFinding(
            case=row, criterion=name, met=event.said.get("met"), reason=event.reason, by=event.by,
            at=event.at,
        )  # fmt: skip
    return {name: one for name, one in rows.items() if name in stood}


def questions(
    row: Case, on: datetime.date | None, today: datetime.date
) -> tuple[Asked, ...]:  # fmt: skip
    """The questions to the applicant, in the order in which they were asked."""
    listed = row.questions.select_related("by").order_by("id")
    return tuple(
        asked(one, number, on, today)
        for number, one in enumerate(listed, start=1)
        if on is None or one.at.date() <= on
    )


def asked(
    one: CaseQuestion, number: int, on: datetime.date | None, today: datetime.date
) -> Asked:  # fmt: skip
    """One question, as it stood on a day."""
    answered = one.answered_at is not None and (on is None or one.answered_at.date() <= on)
    return Asked(
        number=number, words=one.words, kind=one.kind, criterion=one.criterion, by=one.by.name,
        on=one.at.date().isoformat(), until=iso(one.until),
        late=not answered and one.until is not None and one.until < today,
        answer=one.answer if answered else "",
        answered=one.answered_at.date().isoformat() if answered and one.answered_at else "",
    )  # fmt: skip


def objections(row: Case, on: datetime.date | None) -> tuple[Objects, ...]:
    """The Parties that object or did, as of a day."""
    listed = row.objections.order_by("on", "party")
    if on is not None:
        listed = listed.filter(on__lte=on)
    return tuple(
        Objects(
            party=one.party, on=one.on.isoformat(), reason=one.reason,
            withdrawn=iso(one.withdrawn_on) if on is None or (one.withdrawn_on or on) < on else "",
        )
        for one in listed
    )  # fmt: skip


def statuses(row: Case, on: datetime.date | None, today: datetime.date) -> tuple[Holds, ...]:
    """The statuses that the case gave, the last one first."""
    listed = row.statuses.order_by("-since", "-id")
    if on is not None:
        listed = listed.filter(since__lte=on)
    return tuple(
        Holds(
            status=one.status, since=one.since.isoformat(), until=iso(one.until),
            days=(one.until - today).days if one.until else None, decided_by=one.decided_by,
            reason=one.reason,
        )
        for one in listed
    )  # fmt: skip


def current(row: Case, on: datetime.date | None) -> str:
    """The status that counts; empty: none."""
    listed = row.statuses.order_by("since", "id")
    if on is not None:
        listed = listed.filter(since__lte=on)
    last = listed.last()
    return last.status if last is not None else ""


def rights(row: Case, on: datetime.date | None) -> tuple[Carries, ...]:
    """What the status lets its holder do."""
    one, status = cases.scheme_of(row), current(row, on)
    listed = one.rights if one is not None else ()
    return tuple(
        Carries(text=cases.told(each.text), source=each.source, known=each.status)
        for each in listed
        if each.of == status
    )


def duties(row: Case, on: datetime.date | None, today: datetime.date) -> tuple[Carries, ...]:
    """What the status asks of its holder, with the next day on which it is due."""
    one, status = cases.scheme_of(row), current(row, on)
    listed = one.duties if one is not None else ()
    counted = {each.duty.id: each for each in owed(row, status, today, on)}
    return tuple(
        Carries(
            text=cases.told(each.text), source=each.source, known=each.status,
            every_years=each.every_years,
            due=iso(counted[each.id].day) if each.id in counted else "",
            overdue=each.id in counted and counted[each.id].overdue,
            failing=counted[each.id].failing if each.id in counted else "",
        )
        for each in listed
        if each.of == status
    )  # fmt: skip


def history(row: Case, on: datetime.date | None) -> tuple[Happened, ...]:
    """All that happened, in its order."""
    listed = row.events.select_related("by").order_by("number")
    if on is not None:
        listed = listed.filter(on__lte=on)
    return tuple(
        Happened(
            number=one.number, step=one.step, words=cases.step_named(row, one.step),
            on=one.on.isoformat(), by=one.by.name, party=one.party, reason=one.reason,
        )
        for one in listed
    )  # fmt: skip
