"""Agreements and programmes: with whom, for how long, and how many days are left."""

import datetime
from dataclasses import dataclass

from whimbrel.queries.listed import Listed, whole
from whimbrel.queries.scope import reader, seen
from whimbrel.queries.when import first, last
from whimbrel.register.models import Agreement
from whimbrel.register.names import SHORT

SOON = 183
"""Days before its end in which an agreement is called expiring: half a year, for a renewal takes
that long."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bond:
    """An agreement on a day."""

    key: str
    name: str
    kind: str
    parties: tuple[str, ...]
    since: str
    until: str
    state: str
    """`current`, `expiring`, `ended`, `to come`, `in development`, or `not known`."""
    days: int | None
    """Days left on the day asked for; below nought where it has ended; None where no end is
    known."""
    renewal: str
    signatories: str
    address: str
    words: str
    public: bool
    change: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """How the list of agreements is narrowed; an empty field narrows nothing."""

    state: str = ""
    kind: str = ""
    partner: str = ""
    on: str = ""
    """The day for which states are told; today where it is empty."""
    q: str = ""


def state_of(one: Agreement, on: datetime.date) -> tuple[str, int | None]:
    """(state, days left) of an agreement on a day."""
    since, until = first(one.since), last(one.until)
    days = (until - on).days if until else None
    if days is not None and days < 0:
        return "ended", days
    if since and since > on:
        return "to come", days
    if days is not None:
        return ("expiring" if days <= SOON else "current"), days
    if one.said in ("in-development", "in-preparation"):
        return "in development", None
    # A start without an end tells that it began, and nothing of today.
    return "not known", None


def bond(one: Agreement, on: datetime.date) -> Bond:
    """An agreement as a row."""
    state, days = state_of(one, on)
    return Bond(
        key=one.key[:SHORT],
        name=one.name,
        kind=one.kind,
        parties=tuple(str(each) for each in one.parties.all()),
        since=one.since,
        until=one.until,
        state=state,
        days=days,
        renewal=one.renewal,
        signatories=one.signatories,
        address=one.address,
        words=one.words,
        public=one.public,
        change=one.change,
    )


def agreements(
    by: str | None, asks: Filter | None = None, *, page: int | None = None,
    today: datetime.date | None = None,
) -> Listed[Bond]:  # fmt: skip
    """Agreements that a person may see, those that end first before the others. ValueError: `on`
    is no date."""
    asks = asks or Filter()
    on = datetime.date.fromisoformat(asks.on) if asks.on else today or datetime.date.today()
    listed = seen(Agreement.objects.all(), reader(by)).prefetch_related("parties")
    if asks.kind:
        listed = listed.filter(kind=asks.kind)
    if asks.partner:
        listed = listed.filter(parties__key=asks.partner)
    if asks.q:
        listed = listed.filter(name__icontains=asks.q)
    rows = [one for one in (bond(each, on) for each in listed) if asks.state in ("", one.state)]
    return whole(sorted(rows, key=lambda one: (one.until or "9999", one.name)), page)


def agreement(by: str | None, key: str, *, on: datetime.date | None = None) -> Bond | None:
    """An agreement; None where there is none that this person may see."""
    one = seen(Agreement.objects.filter(key__startswith=key), reader(by)).first() if key else None
    return bond(one, on or datetime.date.today()) if one else None
