"""What may happen next in a case, by whom, and what bars the rest; the clock of its deadlines."""

import datetime
from dataclasses import dataclass, replace

from whimbrel.admission import examined
from whimbrel.procedures.brought import values
from whimbrel.procedures.case import Case
from whimbrel.procedures.criterion import holds
from whimbrel.procedures.deadlines import last_day
from whimbrel.procedures.known import Known
from whimbrel.procedures.moves import move
from whimbrel.procedures.procedure import Actor, Deadline, Step
from whimbrel.queries import cases
from whimbrel.queries.beside_criteria import iso
from whimbrel.queries.recommended import findings
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
    """The last day; empty: it is not known."""
    why: str
    """Why it is not; empty where it is."""
    days: int | None
    """Days left, below nought where it is past."""
    met: bool | None
    """Kept, or missed; None: it still runs, or cannot be counted."""
    source: str
    known: Known


def moves(row: Row, on: datetime.date) -> tuple[Move, ...]:
    """Every step of the procedure of a case on a day, in its order, without those that do not
    concern it."""
    one = ready(row)
    if one is None:
        return ()
    known = values(one, on)
    return tuple(
        Move(
            step=step.id, text=cases.told(step.text), by=step.by, source=step.source,
            known=step.status, bars=barred(one, step, on),
        )
        for step in one.procedure.steps
        if step.concerns is None or holds(step.concerns, known) is not False
    )  # fmt: skip


def bars(row: Row, name: str, on: datetime.date) -> tuple[str, ...]:
    """All that bars a step of a case on a day, in words; empty: it may be done."""
    one = ready(row)
    if one is None:
        return (str(_("the procedure %(name)s is not known here") % {"name": row.scheme}),)
    step = next((each for each in one.procedure.steps if each.id == name), None)
    if step is None:
        return (str(_("the procedure has no such step")),)
    return barred(one, step, on)


def ready(row: Row) -> Case | None:
    """The case with what officers found in the place of what the applicant says."""
    one = cases.rebuilt(row)
    if one is None:
        return None
    return replace(one, procedure=examined.found(cases.known(row), findings(row)))


def barred(one: Case, step: Step, on: datetime.date) -> tuple[str, ...]:
    """What bars a step, and what it still needs. What has to come first is looked for in all that
    is on record, also where a letter of an earlier day is noted after it; whether it is in time is
    asked of its own day."""
    days = {line.id for line in one.procedure.deadlines}
    latest = max((on, *(event.at for event in one.events)))
    now = move(one, step, values(one, latest), None, latest)
    then = move(one, step, values(one, on), None, on) if latest != on else now
    against = [each for each in (*now.against, *now.needs) if each.line not in days]
    late = [each for each in then.against if each.line in days]
    return tuple(dict.fromkeys(cases.told(each.text) for each in (*against, *late)))


def clock(row: Row, today: datetime.date) -> tuple[Clock, ...]:
    """The deadlines of a case, counted: those of its procedure, of its lists, and of what its
    State was asked."""
    one = cases.rebuilt(row)
    if one is None:
        return ()
    known = values(one, today)
    told = [
        counted(one, each, today)
        for each in one.procedure.deadlines
        if each.concerns is None or holds(each.concerns, known) is not False
    ]
    return (*told, *ours(row, today))


def counted(one: Case, line: Deadline, today: datetime.date) -> Clock:
    """One deadline. The last day itself is in time."""
    last = last_day(line, one, today)
    steps = [step for step in one.procedure.steps if step.deadline == line.id]
    done = next((event.at for event in one.events if event.step in {s.id for s in steps}), None)
    met = None
    if last.day is not None:
        met = done <= last.day if done is not None else (False if today > last.day else None)
    text = "; ".join(cases.told(step.text).rstrip(".") for step in steps) or line.id
    return Clock(
        id=line.id, text=text, last=iso(last.day),
        why=cases.told(last.why) if last.why is not None else "",
        days=(last.day - today).days if last.day else None, met=met, source=line.source,
        known=line.status,
    )  # fmt: skip


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
            id=name, text=text, last=day.isoformat(), why="", days=(day - today).days,
            met=True if kept else None, source=str(_("set by the office")), known=Known.SEEN,
        )
        for name, text, day, kept in told
    )  # fmt: skip
