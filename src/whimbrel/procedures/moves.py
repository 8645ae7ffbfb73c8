"""What may happen next in a case: every step with what bars it. Nothing is done here; a bar is a
reason for people, with its line and source."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from whimbrel.procedures.case import Case, Event
from whimbrel.procedures.criterion import Criterion, holds, meets
from whimbrel.procedures.deadlines import last_day
from whimbrel.procedures.known import Known
from whimbrel.procedures.papers import lacking
from whimbrel.procedures.procedure import Actor, Step


class Why(StrEnum):
    """What bars a step."""

    ANOTHER = "it is for another to do"
    FIRST = "another step comes first"
    DONE = "it was done already"
    ENDED = "the case has ended"
    LATE = "its last day has passed"
    UNMET = "a criterion is not met"
    EVIDENCE = "evidence is needed"
    DOCUMENT = "a document is missing"
    OTHERS = "it does not concern this case"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One thing that bars a step."""

    why: Why
    line: str
    """Id of the line of the procedure that says so: a criterion, a document, a deadline, a step."""
    source: str
    status: Known


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A step, and what bars it on a day."""

    step: Step
    bars: tuple[Bar, ...] = ()
    until: date | None = None
    """Its last day; None: it has none, or it is not known."""

    @property
    def open(self) -> bool:
        """Whether nothing bars it."""
        return not self.bars


def moves(case: Case, *, by: Actor | None, at: date) -> tuple[Move, ...]:
    """Every step of the procedure with what bars it. `by`: who asks; None: whoever may do it."""
    return tuple(move(case, step, by, at) for step in case.procedure.steps)


def move(case: Case, step: Step, by: Actor | None, at: date) -> Move:
    """One step."""
    until, past = clock(case, step, at)
    bars = [*place(case, step, by), *past, *unestablished(case, step)]
    return Move(step=step, bars=tuple(bars), until=until)


def place(case: Case, step: Step, by: Actor | None) -> list[Bar]:
    """What bars it by its place: whose it is, what comes before, whether it was done."""
    found = []
    if by is not None and by is not step.by:
        found.append(bar(Why.ANOTHER, step))
    if step.concerns is not None and holds(step.concerns, case.values) is False:
        found.append(bar(Why.OTHERS, step))
    done = tuple(one.step for one in case.events)
    ending = ended(case)
    if ending is not None and ending.step not in step.after:
        return [*found, bar(Why.ENDED, step)]
    if (step.after and not set(step.after) & set(done)) or (not step.after and done):
        first = Why.DONE if step.id in done else Why.FIRST
        found.append(bar(first, step))
    elif step.id in done and not step.again:
        found.append(bar(Why.DONE, step))
    return found


def ended(case: Case) -> Event | None:
    """The event that ended a case, unless it went on since; None: it is open."""
    ends = {step.id for step in case.procedure.steps if step.ends}
    last = case.events[-1] if case.events else None
    return last if last is not None and last.step in ends else None


def clock(case: Case, step: Step, at: date) -> tuple[date | None, list[Bar]]:
    """The last day of a step, with a bar where it has passed. What is late is not barred where the
    procedure takes it up at the next occasion."""
    line = next((one for one in case.procedure.deadlines if one.id == step.deadline), None)
    if line is None or line.status is Known.UNKNOWN:
        return None, []
    done = {one.step: one.at for one in case.events}
    last = last_day(line, opens=case.opens, done=done)
    if last is None or at <= last or not line.late:
        return last, []
    return last, [Bar(why=Why.LATE, line=line.id, source=line.source, status=line.status)]


def unestablished(case: Case, step: Step) -> list[Bar]:
    """What must be established first and is not. Unknown is told apart from not met: it asks for
    evidence and refuses nobody."""
    if not step.needs:
        return []
    found = []
    missing = {one.line.id: one for one in lacking(case.procedure, case.values, brought(case))}
    for one in case.procedure.criteria:
        if one.id in step.needs and one.status is not Known.UNKNOWN:
            met = established(case, one)
            if not met:
                why = Why.UNMET if met is False else Why.EVIDENCE
                found.append(Bar(why=why, line=one.id, source=one.source, status=one.status))
    for name in step.needs:
        if name in missing:
            line = missing[name].line
            found.append(Bar(why=Why.DOCUMENT, line=name, source=line.source, status=line.status))
    return found


def established(case: Case, one: Criterion) -> bool | None:
    """Whether a criterion is met: as somebody found who looked at it, else as the applicant says;
    None: not known."""
    if one.id in case.found:
        return case.found[one.id]
    return meets(one, case.values)


def brought(case: Case) -> tuple[str, ...]:
    """The kinds of documents that were brought."""
    listed = case.values.get("documents")
    return tuple(map(str, listed)) if isinstance(listed, (tuple, list)) else ()


def bar(why: Why, step: Step) -> Bar:
    """A bar that the step itself is."""
    return Bar(why=why, line=step.id, source=step.source, status=step.status)
