"""The desk: five short lists, and what to do about each line."""

import datetime
from dataclasses import dataclass

from django.db.models import Count, OuterRef, Q, Subquery

from whimbrel.queries import agreements, narrowing, partnerships, provisions, talk
from whimbrel.queries.listed import keys_of
from whimbrel.queries.narrowing import Filter
from whimbrel.queries.once import once
from whimbrel.queries.papers import inside, versions
from whimbrel.queries.partnerships import Partnered
from whimbrel.queries.people import can
from whimbrel.queries.provisions import Asked
from whimbrel.queries.scope import audience, reader, seen
from whimbrel.register.models import Meeting, Provision, Reading, Version

FREE = ("invitation", "encouragement", "permission")
"""How a provision asks where nobody is late who does not do it."""
LINES = 8
"""Lines that a list of the desk shows; the rest is a click away."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waits:
    """A document with readings to judge."""

    symbol: str
    title: str
    readings: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something that the reader could not understand or left out."""

    symbol: str
    remark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What a person finds on their desk."""

    overdue: tuple[Asked, ...]
    """Due at a meeting that is over, and nothing says what became of it."""
    due: tuple[Asked, ...]
    unfunded: tuple[Asked, ...]
    silent: tuple[Asked, ...]
    expiring: tuple[agreements.Bond, ...]
    partnerships: tuple[Partnered, ...]
    """Something is late in them, runs out, or is flagged red."""
    papers: tuple[Waits, ...]
    questions: tuple[talk.Asks, ...]
    awaited: tuple[talk.Asks, ...]
    mine: tuple[Asked, ...]
    """Provisions that are given to this person."""
    findings: tuple[Finding, ...]


def desk(by: str, *, today: datetime.date | None = None) -> Desk:
    """The desk of a person."""
    today, who = today or datetime.date.today(), reader(by)
    mine = provisions.keys_first(by, Filter(assigned=by), LINES) if inside(who) else ()
    shared = once(("desk", audience(who), today), lambda: pressing(by, today))
    keys = {**shared, "mine": mine}
    # Their rows are fetched together: most stand in several of the lists.
    told = provisions.by_key(tuple({key for listed in keys.values() for key in listed}), who)
    lists = {name: tuple(told[key] for key in listed if key in told)
             for name, listed in keys.items()}  # fmt: skip
    return Desk(
        overdue=lists["overdue"],
        due=lists["due"],
        unfunded=lists["unfunded"],
        silent=lists["silent"],
        mine=lists["mine"],
        expiring=agreements.ending(by, LINES, today=today),
        partnerships=partnerships.waiting(by, LINES, today=today),
        papers=waiting(by),
        questions=talk.waiting(by),
        awaited=talk.awaited(by)[:LINES],
        findings=findings(by),
    )


def pressing(by: str, today: datetime.date) -> dict[str, tuple[int, ...]]:
    """The keys of what stands first in the lists that do not depend on whose desk it is."""
    who = reader(by)
    coming = Meeting.objects.filter(starts__gte=today).values_list("short", flat=True)
    over = Meeting.objects.filter(starts__lt=today).values_list("short", flat=True)
    return {
        "overdue": top(by, Q(due__in=list(over)) & ~Q(force__in=FREE) & narrowing.silent(who)),
        "due": top(by, Q(due__in=list(coming))),
        "unfunded": provisions.keys_first(by, Filter(condition="unfunded"), LINES),
        "silent": provisions.keys_first(by, Filter(status="silent"), LINES),
    }


def top(by: str, which: Q) -> tuple[int, ...]:
    """The keys of the first provisions of a kind."""
    who = reader(by)
    every = Provision.objects.alias(word=narrowing.last("status", who))
    listed = seen(every.filter(which), who).order_by("due", "name", "pk")
    return keys_of(listed, 0, LINES)


def waiting(by: str) -> tuple[Waits, ...]:
    """Documents whose newest version has readings that nobody has judged."""
    if not can(by, "judge"):
        return ()
    newest = Version.objects.filter(document=OuterRef("document")).order_by("-number")
    listed = (
        Version.objects.filter(pk=Subquery(newest.values("pk")[:1]))
        .annotate(open=Count("readings", filter=Q(readings__state=Reading.State.PROPOSED)))
        .filter(open__gt=0)
        .select_related("document")
        .only("document__symbol", "document__title")
        .order_by("-deposited_at")
    )
    return tuple(
        Waits(symbol=one.document.symbol, title=one.document.title, readings=one.open)
        for one in listed[:LINES]
    )


def findings(by: str) -> tuple[Finding, ...]:
    """What the reader remarked of the papers deposited last."""
    listed = versions(reader(by)).exclude(remarks=[])
    return tuple(
        Finding(symbol=one.document.symbol, remark=remark)
        for one in listed.select_related("document")
        .only("remarks", "document__symbol")
        .order_by("-deposited_at")[:LINES]
        for remark in one.remarks
    )[:LINES]
