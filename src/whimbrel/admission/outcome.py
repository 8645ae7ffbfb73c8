"""What an assessment says: a recommendation with every reason. People decide."""

from dataclasses import dataclass
from enum import StrEnum

from whimbrel.procedures.known import Known


class Outcome(StrEnum):
    """What a scheme makes of an application, in the order in which they are looked at."""

    EXEMPT = "EXEMPT"
    REJECT = "REJECT"
    INCOMPLETE = "INCOMPLETE"
    PENDING_STATE = "PENDING_STATE"
    LATE = "LATE"
    FEE_DUE = "FEE_DUE"
    OBJECTED = "OBJECTED"
    ADMIT = "ADMIT"
    ADMIT_ONE_MEETING = "ADMIT_ONE_MEETING"
    UNDETERMINED = "UNDETERMINED"
    KEPT = "KEPT"
    SUSPENDED = "SUSPENDED"
    WITHDRAWN = "WITHDRAWN"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One reason, by the line of the scheme that gives it."""

    criterion: str
    """Id of the criterion, document, deadline, fee or decision rule."""
    source: str
    status: Known
    met: bool | None = False
    """None: not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """What a scheme makes of one application."""

    id: str
    outcome: Outcome
    reasons: tuple[Reason, ...] = ()
    documents_missing: tuple[str, ...] = ()
    days: int | None = None
    """From the application to the opening day; None: one of them is not known."""
    warnings: tuple[str, ...] = ()
    met: tuple[Reason, ...] = ()
    """The criteria that are met, beside `reasons`, which hold what stands in the way."""
