"""What the rules of a status demand of its holder again and again, and by when."""

import datetime

from whimbrel.procedures.duties import Due, duties
from whimbrel.queries import cases
from whimbrel.register.models import Case


def owed(
    row: Case, status: str, today: datetime.date, on: datetime.date | None = None
) -> tuple[Due, ...]:  # fmt: skip
    """The duties of a status that come again, with the last day for the next time. `on`: as the
    case stood at the end of a day."""
    core = cases.rebuilt(row, on or today)
    counted = duties(core, status, today) if core is not None else ()
    return tuple(one for one in counted if one.duty.every_years is not None)
