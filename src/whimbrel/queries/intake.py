"""Files on their way in, for those who may deposit: how far each has come, and what became of
it."""

import datetime
from dataclasses import dataclass

from django.db.models import Q
from django.utils import timezone

from whimbrel.queries.documents import Hidden
from whimbrel.queries.people import can
from whimbrel.queries.said import record
from whimbrel.queries.said import said as _
from whimbrel.register.models import Intake

STEPS = ("waiting", "reading", "entering", "done")
"""What a file goes through, in order."""
OF_LATE = datetime.timedelta(days=14)
"""So long a file that failed stands in the list; its page and the ledger keep it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming:
    """A file on its way in."""

    id: int
    name: str
    state: str
    step: int | None
    """Which of the steps it is at, from 1; None where it failed."""
    steps: int
    since: str
    """When it was dropped."""
    by: str
    tries: int
    error: str
    """Why it failed, or why it waits again."""
    symbol: str
    """Of the document, once it is in the record."""
    proposed: int | None
    """How many readings wait to be judged; None before it is read."""
    known: bool
    """The record had these bytes already."""

    @property
    def ended(self) -> bool:
        """Nothing more will happen to it."""
        return self.state in ("done", "failed")


def intakes(by: str | None, *, last: int = 20) -> tuple[Coming, ...]:
    """Files that are under way or failed of late, the newest first; nothing for those who may not
    deposit."""
    if not can(by, "deposit"):
        return ()
    old = Q(state=Intake.State.FAILED, seen_at__lte=timezone.now() - OF_LATE)
    listed = Intake.objects.exclude(Q(state=Intake.State.DONE) | old).order_by("-at")
    return tuple(coming(one) for one in listed.defer("data").select_related("by")[:last])


def intake(by: str | None, number: int) -> Coming:
    """One file. Hidden where there is none for this person."""
    one = Intake.objects.defer("data").select_related("by").filter(pk=number).first()
    if one is None or not can(by, "deposit"):
        raise Hidden(
            _("there is no %(name)s that you may see") % {"name": record(f"intake {number}")}
        )
    return coming(one)


def coming(one: Intake) -> Coming:
    """A row as it is told."""
    return Coming(
        id=one.pk,
        name=one.name,
        state=one.state,
        step=STEPS.index(one.state) + 1 if one.state in STEPS else None,
        steps=len(STEPS),
        since=one.at.isoformat(timespec="seconds"),
        by=one.by.name,
        tries=one.tries,
        error=one.error,
        symbol=one.symbol,
        proposed=one.proposed,
        known=one.known,
    )
