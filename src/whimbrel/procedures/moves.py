"""What may happen next in a case, by whom, and what bars the rest. A step is barred by what is
known to be against it; what is not known asks for evidence."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from whimbrel.procedures.brought import unknowns, values
from whimbrel.procedures.case import Case
from whimbrel.procedures.criterion import Values, holds
from whimbrel.procedures.deadlines import last_day
from whimbrel.procedures.evidence import needed, to_look_at
from whimbrel.procedures.known import Known
from whimbrel.procedures.objections import counting
from whimbrel.procedures.procedure import Actor, Step
from whimbrel.procedures.reason import Reason, because
from whimbrel.procedures.versions import variants
from whimbrel.procedures.words import either, say


class Standing(StrEnum):
    """Whether a step may be done."""

    OPEN = "open"
    EVIDENCE = "needs evidence"
    """Nothing is against it, but something that it needs is not known or not there."""
    BARRED = "barred"


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A step of the procedure for one actor on one day."""

    step: Step
    reasons: tuple[Reason, ...] = ()
    """For it and against it, first those of who may and when."""
    needs: tuple[Reason, ...] = ()
    """What has to be shown first."""
    remarks: tuple[Reason, ...] = ()
    """What is to be known, and does not keep anybody from it: a rule from memory, a deadline that
    nobody knows, language versions that differ."""
    last: date | None = None
    """The last day for it; None: there is none, or it is not known."""

    @property
    def standing(self) -> Standing:
        """Whether it may be done."""
        if any(one.met is False for one in self.reasons):
            return Standing.BARRED
        return Standing.EVIDENCE if self.needs else Standing.OPEN

    @property
    def open(self) -> bool:
        """Whether it may be done now, by this actor."""
        return self.standing is Standing.OPEN

    @property
    def against(self) -> tuple[Reason, ...]:
        """What bars it."""
        return tuple(one for one in self.reasons if one.met is False)


def moves(case: Case, *, by: Actor | None, at: date) -> tuple[Move, ...]:
    """Every step of the procedure of a case on a day, in its order. `by`: who asks; None: whoever
    may. What happened after that day is not looked at."""
    now = case.as_of(at)
    known = values(now, at)
    return tuple(move(now, step, known, by, at) for step in case.procedure.steps)


def move(case: Case, step: Step, known: Values, by: Actor | None, at: date) -> Move:
    """One step. Of one that is done nothing more is asked."""
    if case.last(step.id) is not None and not step.again:
        return Move(step=step, reasons=(because(step, say("done"), False),))
    reasons = [*actor(step, by), *order(case, step)]
    needs: list[Reason] = []
    remarks: list[Reason] = []
    found = (*concerning(step, known), *needed(case, step, known, at), *counting(case, step, at))
    for one in found:
        (needs if one.met is None else reasons).append(one)
    remarks += to_look_at(case, step, known, at)
    last = timing(case, step, at, reasons, remarks)
    if step.status in (Known.MEMORY, Known.UNKNOWN):
        remarks.append(because(step, say(f"step-{step.status}", source=step.source), None))
    return Move(
        step=step, reasons=tuple(reasons), needs=tuple(needs), remarks=tuple(remarks), last=last
    )


def actor(step: Step, by: Actor | None) -> Iterator[Reason]:
    """Whose step it is."""
    if by is not None and by is not step.by:
        yield because(step, say("actor", actor=say(f"actor.{step.by.name.lower()}")), False)


def order(case: Case, step: Step) -> Iterator[Reason]:
    """Whether it is its turn: not after the end, not before what comes first."""
    done = [one.step for one in case.events]
    named = {one.id: one.text for one in case.procedure.steps}
    over = ended(case)
    # What goes on after an end names that end, or what came after it: a suspension, a report.
    leads = done if over is None else done[over:]
    if over is not None and not set(step.after) & set(leads):
        yield because(step, say("ended", step=named[done[over]]), False)
    elif step.after and not set(step.after) & set(leads):
        first = either(named[one] for one in step.after)
        yield because(step, say("first", step=first), False)


def ended(case: Case) -> int | None:
    """The place of the last event that closed the case; None: it is open."""
    ends = {step.id for step in case.procedure.steps if step.ends}
    places = [at for at, event in enumerate(case.events) if event.step in ends]
    return places[-1] if places else None


def concerning(step: Step, known: Values) -> Iterator[Reason]:
    """Whether it concerns this case."""
    if step.concerns is None:
        return
    answer = holds(step.concerns, known)
    if answer is False:
        yield because(step, say("not-concerned"), False)
    if answer is None:
        yield because(step, say("concern-unknown"), None, *unknowns(step.concerns, known))


def timing(
    case: Case, step: Step, at: date, reasons: list[Reason], remarks: list[Reason]
) -> date | None:
    """The last day for it, with what is to be said of it. Who misses the last of several language
    versions is late; who misses one of them is not, until a person says which holds."""
    line = next((one for one in case.procedure.deadlines if one.id == step.deadline), None)
    if line is None:
        return None
    days = [last_day(one, case, at) for one in variants(case.procedure, line)]
    known = [one for one in days if one.day is not None]
    for one in days:
        if one.why is not None:
            remarks.append(because(one.deadline, one.why, None))
    if not known:
        return None
    last = max(one.day for one in known if one.day is not None)
    if len({one.day for one in known}) > 1:
        told = ", ".join(f"{one.deadline.language}: {one.day}" for one in known)
        remarks.append(because(line, say("versions-differ", days=told), None))
    passed = at > last
    if passed and not line.late:
        remarks.append(because(line, say("next-occasion", day=last), None))
    else:
        key = "passed" if passed else "in-time"
        reasons.append(because(line, say(key, day=last), not passed))
    if line.status is Known.MEMORY:
        remarks.append(because(line, say("step-memory", source=line.source), None))
    return last
