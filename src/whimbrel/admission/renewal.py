"""Whether a body keeps a status that it holds: duties that come round, and what becomes of who does
not do them. A recommendation; people decide."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from whimbrel.admission.outcome import Assessment, Outcome, Reason
from whimbrel.admission.rules import reason
from whimbrel.admission.scheme import Scheme
from whimbrel.admission.words import say
from whimbrel.procedures.criterion import years_before
from whimbrel.procedures.known import Known
from whimbrel.procedures.procedure import Duty

SUSPENDED = "suspended"


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """A body that holds a status."""

    id: str
    since: date
    """The day on which it was admitted."""
    done: Mapping[str, date] = field(default_factory=dict)
    """Id of a duty -> the day on which it was last done."""


def renew(holder: Holder, scheme: Scheme, *, on: date, language: str = "en") -> Assessment:
    """Whether the status is kept on a day. A duty is due so many years after it was last done, or
    after the admission; done on the last day it is in time."""
    warnings: list[str] = []
    suspended: list[Reason] = []
    withdrawn: list[Reason] = []
    for duty in scheme.duties:
        if duty.status is Known.UNKNOWN or not duty.failing:
            continue
        if duty.status is Known.MEMORY:
            warnings.append(say("memory", language, line=duty.id, source=duty.source))
        if duty.every_years is None:
            warnings.append(say("no-interval", language, line=duty.id))
            continue
        if not overdue(duty, holder, on):
            continue
        held = duty.failing == SUSPENDED and not ended(duty, holder, on)
        (suspended if held else withdrawn).append(reason(duty, False))
        if held and duty.withdrawn_after_years is None:
            warnings.append(say("suspension-open", language, line=duty.id))
    if ran_out(scheme, holder, on):
        withdrawn.append(reason(scheme.validity, False))
    outcome = Outcome.WITHDRAWN if withdrawn else Outcome.SUSPENDED if suspended else Outcome.KEPT
    return Assessment(
        id=holder.id,
        outcome=outcome,
        reasons=tuple(withdrawn or suspended),
        warnings=tuple(warnings),
    )


def overdue(duty: Duty, holder: Holder, on: date) -> bool:
    """Whether a duty was due before a day and is not done."""
    last = max(holder.since, holder.done.get(duty.id, holder.since))
    return last < years_before(on, duty.every_years or 0)


def ended(duty: Duty, holder: Holder, on: date) -> bool:
    """Whether a suspension has lasted until the status ends."""
    if duty.withdrawn_after_years is None:
        return False
    last = max(holder.since, holder.done.get(duty.id, holder.since))
    return last < years_before(on, (duty.every_years or 0) + duty.withdrawn_after_years)


def ran_out(scheme: Scheme, holder: Holder, on: date) -> bool:
    """Whether a status with a term has run out, where no duty renews it."""
    years = scheme.validity.years
    if years is None or any(one.every_years for one in scheme.duties):
        return False
    last = max(holder.since, *holder.done.values()) if holder.done else holder.since
    return last < years_before(on, years)
