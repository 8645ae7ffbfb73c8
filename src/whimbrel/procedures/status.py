"""The status of who was admitted, on a day: its rights, how long it lasts, which reports are due,
and when who lost it may apply again. All of it follows from the events of the case; nothing here
takes a status away, that is for people."""

from dataclasses import dataclass
from datetime import date

from whimbrel.procedures.case import Case
from whimbrel.procedures.criterion import years_before
from whimbrel.procedures.duties import Due, duties
from whimbrel.procedures.history import (
    SUSPENDED,
    WITHDRAWN,
    Name,
    day,
    given,
    merged_into,
    names,
    standing,
)
from whimbrel.procedures.known import Known
from whimbrel.procedures.procedure import Right


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """A status on a day."""

    state: str
    """`admitted`, `suspended`, `withdrawn`; empty: none yet."""
    since: date | None
    until: date | None
    """The last day of it; None: it does not end by itself, or when is not known."""
    lapsed: bool
    """That day is past, and nobody has renewed it."""
    meeting: bool
    """It holds for one meeting."""
    rights: tuple[Right, ...]
    duties: tuple[Due, ...]
    renewal: tuple[str, ...]
    """Documents that a renewal asks for."""
    again_from: date | None
    """The day from which who lost it may apply again; None: nothing is lost, no day is set, or none
    is known."""
    names: tuple[Name, ...]
    """What the body was called, the first name left out."""
    merged_into: str
    """The body with which it has become one; empty: none."""


def status(case: Case, on: date) -> Status:
    """The status at the end of a day. It carries rights as long as its state does, also where it
    has lapsed or a report is overdue: who takes them away is a person."""
    now = case.as_of(on)
    held = standing(now, on)
    state, since = held if held is not None else ("", None)
    term = now.procedure.validity
    until = term_end(now, state, on)
    return Status(
        state=state,
        since=since,
        until=until,
        lapsed=until is not None and on > until,
        meeting=term.meeting and bool(state),
        rights=tuple(one for one in now.procedure.rights if one.of == state),
        duties=duties(now, state, on),
        renewal=term.renewal if state else (),
        again_from=again_from(now, state, since),
        names=names(now),
        merged_into=merged_into(now),
    )


def term_end(case: Case, state: str, on: date) -> date | None:
    """The last day of a status: so many years after it was given or renewed, or the day that the
    decision has set."""
    event = given(case, state)
    if event is None:
        return None
    if (until := day(event, "until")) is not None:
        return until
    term = case.procedure.validity
    carries = {right.of for right in case.procedure.rights}
    if term.years is None or term.status is Known.UNKNOWN or state not in carries:
        return None
    if state == SUSPENDED:
        return None
    return years_before(event.at, -term.years)


def again_from(case: Case, state: str, since: date | None) -> date | None:
    """The day from which who lost a status may apply again."""
    years = case.procedure.validity.reapply_years
    if state != WITHDRAWN or since is None or years is None:
        return None
    return years_before(since, -years)
