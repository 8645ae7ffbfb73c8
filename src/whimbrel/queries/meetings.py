"""Meetings: when and where, with their papers, what they adopted, and what was done there."""

from dataclasses import dataclass

from django.db.models import Count, Q

from whimbrel.queries.bodies import day
from whimbrel.queries.listed import Listed, cut
from whimbrel.queries.papers import inside
from whimbrel.queries.provisions import slug
from whimbrel.queries.scope import reader, seen
from whimbrel.register.models import Document, Instrument, Meeting


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A meeting in a list."""

    short: str
    title: str
    body: str
    venue: str
    country: str
    starts: str
    ends: str
    url: str
    documents: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """Everything about one meeting."""

    held: Held
    papers: tuple[tuple[str, str], ...]
    """(symbol, title)."""
    adopted: tuple[tuple[str, str, str, str], ...]
    """(path, kind, number, title)."""


def held(one: Meeting) -> Held:
    """A meeting as a row."""
    return Held(
        short=one.short,
        title=one.title,
        body=str(one.body) if one.body else "",
        venue=one.venue,
        country=one.country,
        starts=day(one.starts),
        ends=day(one.ends),
        url=one.url,
        documents=getattr(one, "papers", 0),
    )


def meetings(by: str | None, *, q: str = "", page: int | None = None) -> Listed[Held]:
    """Meetings that a person may see, the newest first."""
    who = reader(by)
    listed = seen(Meeting.objects.select_related("body"), who)
    if q:
        listed = listed.filter(Q(short__icontains=q) | Q(title__icontains=q))
    shown = None if inside(who) else Q(documents__public=True)
    counted = listed.annotate(papers=Count("documents", distinct=True, filter=shown))
    return cut(counted.order_by("-starts", "short"), held, page)


def meeting(by: str | None, short: str) -> Whole | None:
    """A meeting; None where there is none that this person may see."""
    who = reader(by)
    one = seen(Meeting.objects.select_related("body"), who).filter(short=short).first()
    if one is None:
        return None
    papers = seen(Document.objects.filter(meeting=one), who).order_by("symbol")
    adopted = Instrument.objects.filter(meeting=one).order_by("kind", "number")
    if who.reach("read") != "all":
        adopted = adopted.filter(provisions__public=True).distinct()
    return Whole(
        held=held(one),
        papers=tuple((each.symbol, each.title) for each in papers),
        adopted=tuple((slug(i.number), i.kind, i.number, i.title) for i in adopted),
    )
