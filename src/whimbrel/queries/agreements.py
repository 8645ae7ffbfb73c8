"""Agreements and programmes: with whom, for how long, and how many days are left."""

import datetime
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet

from whimbrel.queries.listed import SIZE, Listed
from whimbrel.queries.once import once, worded
from whimbrel.queries.papers import inside, unseen
from whimbrel.queries.scope import Reader, reader, seen
from whimbrel.queries.when import first, last
from whimbrel.register.models import Agreement
from whimbrel.register.names import SHORT, beginning

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
    renewed: str = ""
    """`yes`: another takes its place; `no`."""
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


def bond(
    one: Agreement, on: datetime.date, who: Reader, hidden: Collection[str] | None = None
) -> Bond:
    """An agreement as a row for a reader; `hidden`: addresses that they may not see. Who signed is
    told inside only."""
    state, days = state_of(one, on)
    shut = one.address in (unseen((one.address,), who) if hidden is None else hidden)
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
        signatories=one.signatories if inside(who) else "",
        address="" if shut else one.address,
        words="" if shut else one.words,
        public=one.public,
        change=one.change,
    )


def agreements(
    by: str | None, asks: Filter | None = None, *, page: int | None = None,
    today: datetime.date | None = None,
) -> Listed[Bond]:  # fmt: skip
    """Agreements that a person may see, those that end first before the others. ValueError: `on`
    is no date."""
    asks, who = asks or Filter(), reader(by)
    on = datetime.date.fromisoformat(asks.on) if asks.on else today or datetime.date.today()
    keys = [one.pk for one in standing(by, asks, on) if asks.state in ("", one.state)]
    if page is None:
        rows = bonds(keys, on, who)
        return Listed(rows=rows, total=len(rows), size=max(1, len(rows)))
    start = (max(1, page) - 1) * SIZE
    return Listed(
        rows=bonds(keys[start : start + SIZE], on, who), total=len(keys), page=max(1, page)
    )


def bonds(keys: Sequence[int], on: datetime.date, who: Reader) -> tuple[Bond, ...]:
    """Agreements by their keys, in that order."""
    listed = Agreement.objects.filter(pk__in=keys).order_by().prefetch_related("parties")
    found = {one.pk: one for one in listed}
    hidden = unseen((one.address for one in found.values()), who)
    return tuple(bond(found[key], on, who, hidden) for key in keys if key in found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stands:
    """How an agreement stands on a day."""

    pk: int
    state: str
    days: int | None


def standing(by: str | None, asks: Filter, on: datetime.date) -> tuple[Stands, ...]:
    """How agreements stand on a day, those that end first before the others. Their states are
    computed of few columns; whole rows are made of those that are shown."""
    listed = seen(Agreement.objects.all(), reader(by))
    if asks.kind:
        listed = listed.filter(kind=asks.kind)
    if asks.partner:
        listed = listed.filter(parties__key=asks.partner)
    if asks.renewed:
        later = Exists(Agreement.objects.filter(renews=OuterRef("pk")))
        listed = listed.filter(later if asks.renewed == "yes" else ~later)
    if asks.q:
        listed = listed.filter(name__icontains=asks.q)
    return once(("agreements", worded(listed), on), lambda: told(listed, on))


def told(listed: QuerySet[Agreement], on: datetime.date) -> tuple[Stands, ...]:
    """Their states on a day."""
    rows = sorted(
        listed.order_by().only("since", "until", "said", "name"),
        key=lambda one: (one.until or "9999", one.name),
    )
    states = ((one, *state_of(one, on)) for one in rows)
    return tuple(Stands(pk=one.pk, state=state, days=days) for one, state, days in states)


def ending(by: str | None, count: int, *, today: datetime.date) -> tuple[Bond, ...]:
    """The first agreements that end soon or have ended, those with most days left first. One that
    was renewed waits for nobody."""
    left = standing(by, Filter(renewed="no"), today)
    ends = [one for one in left if one.state in ("expiring", "ended")]
    ends.sort(key=lambda one: -(one.days or 0))
    return bonds([one.pk for one in ends[:count]], today, reader(by))


def agreement(by: str | None, key: str, *, on: datetime.date | None = None) -> Bond | None:
    """An agreement; None where there is none that this person may see."""
    who = reader(by)
    one = seen(Agreement.objects.filter(beginning(key)), who).first() if key else None
    return bond(one, on or datetime.date.today(), who) if one else None
