"""What may happen next in a case, by whom, and what bars the rest; the clock of its deadlines."""

import datetime
from dataclasses import dataclass

from whimbrel.admission import examined
from whimbrel.procedures.case import Case
from whimbrel.procedures.criterion import holds, meets
from whimbrel.procedures.known import Known, Text
from whimbrel.procedures.procedure import Actor, Deadline, Moment, Step
from whimbrel.queries import cases
from whimbrel.queries.beside_criteria import iso
from whimbrel.queries.recommended import findings
from whimbrel.queries.said import in_words
from whimbrel.queries.said import said as _
from whimbrel.register.models import Case as Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A step of the procedure, open or not."""

    step: str
    text: str
    by: Actor
    source: str
    known: Known
    bars: tuple[str, ...]
    """All that bars it now, in words; empty: it may be done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """A deadline of the procedure, counted for a case."""

    id: str
    text: str
    last: str
    """The last day; empty: a day that it is counted from is not known."""
    days: int | None
    """Days left, below nought where it is past."""
    met: bool | None
    """Kept, or missed; None: it still runs, or cannot be counted."""
    source: str
    known: Known


def moves(row: Row, on: datetime.date) -> tuple[Move, ...]:
    """Every step of the procedure of a case on a day, in its order, without those that do not
    concern it."""
    one = ready(row, on)
    if one is None:
        return ()
    return tuple(
        Move(
            step=step.id, text=cases.told(step.text), by=step.by, source=step.source,
            known=step.status, bars=barred(one, step),
        )
        for step in one.procedure.steps
        if step.concerns is None or holds(step.concerns, one.values) is not False
    )  # fmt: skip


def bars(row: Row, name: str, on: datetime.date) -> tuple[str, ...]:
    """All that bars a step of a case on a day, in words; empty: it may be done."""
    one = ready(row, on)
    if one is None:
        return (_("the procedure %(name)s is not known here") % {"name": row.scheme},)
    step = next((each for each in one.procedure.steps if each.id == name), None)
    if step is None:
        return (_("the procedure has no such step"),)
    return barred(one, step)


def ready(row: Row, on: datetime.date) -> Case | None:
    """The case with what officers found in the place of what the applicant says."""
    one = cases.rebuilt(row)
    if one is None:
        return None
    procedure = examined.found(cases.known(row), findings(row))
    return Case(
        number=one.number, procedure=procedure, opens=one.opens, values=one.values,
        events=one.events,
    )  # fmt: skip


def barred(one: Case, step: Step) -> tuple[str, ...]:
    """What bars a step: who is done with, what has to come first, what is not established."""
    done = [event.step for event in one.events]
    if step.concerns is not None and holds(step.concerns, one.values) is False:
        return (str(_("it does not concern this applicant")),)
    over = ended(one)
    if over is not None and not set(step.after) & set(done[over:]):
        return (str(_("the case is closed: %(state)s") % {"state": in_words(one.state)}),)
    if step.id in done and not step.again:
        return (str(_("it is done already")),)
    told = []
    if step.after and not set(step.after) & set(done):
        named = {each.id: plainly(each.text) for each in one.procedure.steps}
        first = str(_(" or ")).join(named.get(name, name) for name in step.after)
        told.append(_("first comes: %(step)s") % {"step": first})
    told += [_("not established: %(what)s") % {"what": text} for text in unsettled(one, step)]
    return tuple(map(str, told))


def plainly(words: Text) -> str:
    """A sentence of a procedure within one of ours."""
    return cases.told(words).rstrip(".")


def ended(one: Case) -> int | None:
    """The place of the last event that closed the case; None: it is open."""
    ends = {step.id for step in one.procedure.steps if step.ends}
    places = [at for at, event in enumerate(one.events) if event.step in ends]
    return places[-1] if places else None


def unsettled(one: Case, step: Step) -> list[str]:
    """What a step needs and is not met, or not known."""
    held = one.values.get("documents")
    brought = frozenset(held) if isinstance(held, tuple) else frozenset()
    lacking = [
        plainly(each.text)
        for each in one.procedure.criteria
        if each.id in step.needs and meets(each, one.values) is not True
    ]
    return lacking + [
        plainly(each.text)
        for each in one.procedure.documents
        if each.id in step.needs and not brought & {*each.any_of, *each.instead}
    ]


def clock(row: Row, today: datetime.date) -> tuple[Clock, ...]:
    """The deadlines of a case, counted: those of its procedure, of its lists, and of what its
    State was asked."""
    one = cases.rebuilt(row)
    if one is None:
        return ()
    told = [
        counted(one, each, today)
        for each in one.procedure.deadlines
        if each.concerns is None or holds(each.concerns, one.values) is not False
    ]
    return (*told, *ours(row, today))


def counted(one: Case, line: Deadline, today: datetime.date) -> Clock:
    """One deadline. The last day itself is in time."""
    last = last_day(one, line)
    steps = [step for step in one.procedure.steps if step.deadline == line.id]
    done = next((event.at for event in one.events if event.step in {s.id for s in steps}), None)
    met = None
    if last is not None:
        met = done <= last if done is not None else (False if today > last else None)
    text = "; ".join(plainly(step.text) for step in steps) or line.id
    return Clock(
        id=line.id, text=text, last=iso(last), days=(last - today).days if last else None,
        met=met, source=line.source, known=line.status,
    )  # fmt: skip


def last_day(one: Case, line: Deadline) -> datetime.date | None:
    """The last day of a deadline; None where it is not known, or a day that it is counted from."""
    if line.moment is Moment.OPENING and line.days is not None and one.opens is not None:
        return one.opens - datetime.timedelta(days=line.days)
    if line.moment is Moment.STEP and line.days is not None:
        done = [event.at for event in one.events if event.step == line.after]
        return done[-1] + datetime.timedelta(days=line.days) if done else None
    if line.moment is Moment.CALENDAR and line.dates and one.opens is not None:
        return max(cases.day_in(words, one.opens.year - line.years_before) for words in line.dates)
    return None


def ours(row: Row, today: datetime.date) -> tuple[Clock, ...]:
    """The days that the office itself has set."""
    told: list[tuple[str, str, datetime.date, bool]] = []
    for one in row.circulations.order_by("on"):
        if one.closes_on is None:
            continue
        text = str(_("Objections to %(list)s are asked for") % {"list": one.key})
        told.append((one.key, text, one.closes_on, False))
    asked = row.events.filter(step="request-approval").order_by("number").last()
    until = str(asked.said.get("until") or "") if asked is not None else ""
    if asked is not None and until:
        later = row.events.filter(
            number__gt=asked.number, step__in=("approve", "refuse-approval")
        ).exists()
        text = str(_("An answer of its State is asked for"))
        told.append(("request-approval", text, datetime.date.fromisoformat(until), later))
    return tuple(
        Clock(
            id=name, text=text, last=day.isoformat(), days=(day - today).days,
            met=True if kept else None, source=str(_("set by the office")), known=Known.SEEN,
        )
        for name, text, day, kept in told
    )  # fmt: skip
