"""The duties of a status: what is due when, and what failing it may mean."""

from dataclasses import dataclass
from datetime import date

from whimbrel.procedures.case import Case
from whimbrel.procedures.criterion import years_before
from whimbrel.procedures.history import (
    SUSPENDED,
    WITHDRAWN,
    before_suspension,
    first_given,
    given,
)
from whimbrel.procedures.known import Known
from whimbrel.procedures.procedure import Duty


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A duty of a status, and when it is due next."""

    duty: Duty
    last: date | None
    """The day on which it was done last; None: never."""
    day: date | None
    """The last day for the next time; None: it comes on request, or how often is not known."""
    overdue: bool
    """The last day is past."""
    failing: str = ""
    """What may become of the status now, by the rule: `suspended`, `withdrawn`; empty: nothing yet.
    People decide it."""


def duties(case: Case, state: str, on: date) -> tuple[Due, ...]:
    """The duties of a status. They are counted from the day it was first given; a suspended status
    keeps those of the one before."""
    kept = before_suspension(case) if state == SUSPENDED else state
    first = first_given(case, kept)
    if first is None:
        return ()
    return tuple(
        due(case, one, first, on)
        for one in case.procedure.duties
        if one.of in (state, kept) and one.status is not Known.UNKNOWN
    )


def due(case: Case, duty: Duty, first: date, on: date) -> Due:
    """One duty: counted from the day it was done last, else from the beginning."""
    does = {step.id for step in case.procedure.steps if step.fulfils == duty.id}
    last = next((one.at for one in reversed(case.events) if one.step in does), None)
    if duty.every_years is None:
        return Due(duty=duty, last=last, day=None, overdue=False)
    until = years_before(last or first, -duty.every_years)
    overdue = on > until
    failing = duty.failing if overdue else ""
    if overdue and duty.withdrawn_after_years is not None:
        suspended = given(case, SUSPENDED)
        counted = suspended.at if suspended is not None and suspended.at > until else until
        if on > years_before(counted, -duty.withdrawn_after_years):
            failing = WITHDRAWN
    return Due(duty=duty, last=last, day=until, overdue=overdue, failing=failing)
