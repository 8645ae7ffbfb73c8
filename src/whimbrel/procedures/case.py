"""A case: its history is a tuple of events, and its state is derived from them."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from whimbrel.procedures.procedure import Procedure


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One thing that happened: a step of the procedure that was done."""

    step: str
    """Id of the step."""
    by: str
    """Who did it: an address, or a Party."""
    at: date
    reason: str = ""
    said: Mapping[str, object] = field(default_factory=dict)
    """What it brought: answers, documents, an objection with its Party, the date until which."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What was asked, under which procedure in which version, and all that happened since."""

    number: str
    """Its name outside the database: `COP15-0007`."""
    procedure: Procedure
    opens: date | None = None
    """The opening day of the meeting it is for; None: for none."""
    values: Mapping[str, object] = field(default_factory=dict)
    """Attributes of the applicant as they were given."""
    events: tuple[Event, ...] = ()

    @property
    def state(self) -> str:
        """What the last step made of it; empty before the first."""
        states = {step.id: step.state for step in self.procedure.steps}
        return next((states[one.step] for one in reversed(self.events) if states.get(one.step)), "")

    def as_of(self, at: date) -> "Case":
        """The case as it stood at the end of a day."""
        return replace(self, events=tuple(one for one in self.events if one.at <= at))

    def last(self, step: str) -> Event | None:
        """The last time that a step was done; None: never."""
        return next((one for one in reversed(self.events) if one.step == step), None)
