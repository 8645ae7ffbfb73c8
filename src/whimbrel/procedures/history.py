"""What the events of a case say of a status: which it is, since when, under which name."""

from dataclasses import dataclass
from datetime import date

from whimbrel.procedures.case import Case, Event

WITHDRAWN = "withdrawn"
SUSPENDED = "suspended"


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """What a body was called from a day."""

    name: str
    since: date


def standing(case: Case, on: date) -> tuple[str, date] | None:
    """The state of a case on a day and since when; None: nothing has happened. A suspension until a
    day is over on the day after, and what was before it is so again."""
    states = {step.id: step.state for step in case.procedure.steps}
    held: list[tuple[str, date]] = []
    for event in case.events:
        state = states[event.step]
        if not state:
            continue
        until = day(event, "until") if state == SUSPENDED else None
        if until is None or on <= until:
            # Renewed: it is the same status since it was first given.
            since = held[-1][1] if held and held[-1][0] == state else event.at
            held.append((state, since))
    return held[-1] if held else None


def given(case: Case, state: str) -> Event | None:
    """The event that gave a status last, or renewed it."""
    states = {step.id: step.state for step in case.procedure.steps}
    found = (one for one in reversed(case.events) if states[one.step] == state)
    return next(found, None) if state else None


def before_suspension(case: Case) -> str:
    """The state that a suspension set aside."""
    states = {step.id: step.state for step in case.procedure.steps}
    told = [states[one.step] for one in case.events if states[one.step] not in ("", SUSPENDED)]
    return told[-1] if told else ""


def first_given(case: Case, state: str) -> date | None:
    """The day on which a status was first given, since the last time that it was lost."""
    states = {step.id: step.state for step in case.procedure.steps}
    first = None
    for event in case.events:
        if states[event.step] == WITHDRAWN:
            first = None
        elif states[event.step] == state and first is None:
            first = event.at
    return first


def names(case: Case) -> tuple[Name, ...]:
    """The names that events have brought, in their order."""
    told = ((event.said.get("name"), event.at) for event in case.events)
    return tuple(Name(name=str(name), since=at) for name, at in told if name)


def merged_into(case: Case) -> str:
    """The body with which it has become one, as an event has said last."""
    told = (event.said.get("merged_into") for event in reversed(case.events))
    return str(next(filter(None, told), ""))


def day(event: Event, name: str) -> date | None:
    """A day that an event has set."""
    value = event.said.get(name)
    if isinstance(value, str) and value:
        return date.fromisoformat(value)
    return value if isinstance(value, date) else None
