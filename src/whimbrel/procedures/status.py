"""What a body holds on a day, worked out of what happened: its status with the rights it carries,
when it ends, which duties are due, and when who lost it may ask again."""

from dataclasses import dataclass
from datetime import date

from whimbrel.procedures.case import Case
from whimbrel.procedures.criterion import years_before
from whimbrel.procedures.procedure import Duty, Right

GIVEN = frozenset({"admitted", "accredited", "restored", "renewed"})
HELD = GIVEN | {"admitted for one meeting"}
LOST = frozenset({"withdrawn", "status withdrawn", "not renewed"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A duty, and the day on which it is due next."""

    duty: Duty
    on: date | None
    """None: on request, or the interval is not known."""
    overdue: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A status on a day."""

    status: str
    since: date
    until: date | None
    """None: until it is withdrawn, or not known."""
    expired: bool
    rights: tuple[Right, ...]
    due: tuple[Due, ...]
    again_from: date | None
    """For who lost it: from when it may apply again; None: at once, or not known."""


def held(case: Case, on: date, reports: tuple[date, ...] = ()) -> Held | None:
    """What a body holds on a day; None where it never was given a status. `reports`: the days on
    which it reported or confirmed."""
    states = {step.id: step.state for step in case.procedure.steps}
    past = [one for one in case.events if one.at <= on and one.step in states]
    given = [one for one in past if states[one.step] in HELD]
    if not given:
        return None
    last = next(one for one in reversed(past) if states[one.step])
    status, validity = states[last.step], case.procedure.validity
    until = given[-1].said.get("until")
    end = date.fromisoformat(until) if isinstance(until, str) else None
    if end is None and validity.years is not None:
        end = years_before(given[-1].at, -validity.years)
    living = status in HELD and (end is None or on <= end)
    return Held(
        status=status,
        since=last.at,
        until=end,
        expired=end is not None and on > end,
        rights=tuple(one for one in case.procedure.rights if living and one.of in HELD),
        due=tuple(due(one, given[0].at, on, reports) for one in case.procedure.duties)
        if living
        else (),
        again_from=again(case, last.at) if status in LOST else None,
    )


def due(one: Duty, since: date, on: date, reports: tuple[date, ...]) -> Due:
    """When a duty is due next: so many years after it was done, or after the status began."""
    if one.every_years is None:
        return Due(duty=one, on=None, overdue=False)
    done = max((day for day in reports if since <= day <= on), default=since)
    day = years_before(done, -one.every_years)
    return Due(duty=one, on=day, overdue=on > day)


def again(case: Case, lost: date) -> date | None:
    """From when who lost a status may apply again."""
    years = case.procedure.validity.reapply_years
    return None if years is None else years_before(lost, -years)
