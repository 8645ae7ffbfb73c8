"""What an applicant has to pay, and what is waived."""

from dataclasses import dataclass

from whimbrel.procedures.criterion import Values, holds
from whimbrel.procedures.known import Known
from whimbrel.procedures.procedure import Fee, Procedure


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeDue:
    """A fee, and whether it is to be paid."""

    fee: Fee
    due: bool | None
    """False: waived, or paid; None: whether it is waived, or was paid, is not known."""
    waived: bool | None


def fees(procedure: Procedure, values: Values) -> tuple[FeeDue, ...]:
    """The fees of a procedure for an applicant. What was paid is the value `fee_paid`. One of which
    nobody knows whether it is asked for is not applied."""
    paid = values.get("fee_paid")
    found = []
    for one in procedure.fees:
        if one.status is Known.UNKNOWN:
            continue
        waived = False if one.waived_for is None else holds(one.waived_for, values)
        unknown = waived is None or not isinstance(paid, bool)
        due = False if waived or paid is True else (None if unknown else True)
        found.append(FeeDue(fee=one, due=due, waived=waived))
    return tuple(found)
