"""Barriers to participation that were met or found absent, and what the record says of them all."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from whimbrel.admission.participation import Met, Tally, tally
from whimbrel.queries.listed import Listed, page_of, whole
from whimbrel.queries.papers import unseen
from whimbrel.queries.participation import linked
from whimbrel.queries.scope import Reader, reader, seen
from whimbrel.register.models import Barrier, Meeting, Participation
from whimbrel.register.names import numbered


@dataclass(frozen=True, slots=True, kw_only=True)
class Stood:
    """An answer to the question whether a barrier was met."""

    number: str
    met: bool
    """False: it was asked, and none was found."""
    kind: str
    words: str
    body: str
    """Who said it; empty: it is said of a class or of all."""
    body_key: str
    """Empty where the body is not theirs to see."""
    whom: str
    meeting: str
    day: str
    evidence: str
    public: bool
    change: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """How the list is narrowed; an empty field narrows nothing."""

    met: str = ""
    """`yes`: a barrier was met; `no`: none was found."""
    kind: str = ""
    meeting: str = ""
    body: str = ""
    """By its key."""
    q: str = ""


def barriers(
    by: str | None, asks: Filter | None = None, *, page: int | None = None
) -> Listed[Stood]:
    """Barriers that were met or found absent, the newest first."""
    who = reader(by)
    listed = narrowed(who, asks or Filter())
    if page is None:
        # Asked at once: this stands on the pages of bodies and meetings.
        return whole(made(listed.select_related("body", "meeting"), who), None)
    return page_of(listed, lambda keys: rows(keys, who), page)


def barrier(by: str | None, number: str) -> Stood | None:
    """One of them; None where there is none that this person may see."""
    who = reader(by)
    one = seen(Barrier.objects.filter(numbered(number)), who).first()
    return rows((one.pk,), who)[0] if one else None


def found(by: str | None, asks: Filter | None = None) -> Tally:
    """What the record says of the statement that no barrier was met, counted of what a person may
    see, beside how many bodies are on record as having taken part."""
    who, asks = reader(by), asks or Filter()
    listed = narrowed(who, asks).order_by().values_list("body__key", "met", "kind")
    took = seen(Participation.objects.order_by(), who)
    if asks.meeting:
        took = took.filter(meeting__short=asks.meeting)
    return tally(
        [Met(whom=key or "", met=met, kind=kind) for key, met, kind in listed],
        took_part=took.values("body").distinct().count(),
    )


def choices(by: str | None) -> tuple[str, ...]:
    """The meetings of which anything is told."""
    listed = seen(Barrier.objects.order_by(), reader(by))
    return tuple(
        Meeting.objects.filter(pk__in=listed.values("meeting")).values_list("short", flat=True)
    )


def narrowed(who: Reader, asks: Filter) -> QuerySet[Barrier]:
    """The list that is asked for."""
    listed = seen(Barrier.objects.all(), who)
    for field, value in (
        ("meeting__short", asks.meeting), ("body__key", asks.body), ("kind", asks.kind),
    ):  # fmt: skip
        if value:
            listed = listed.filter(**{field: value})
    if asks.met in ("yes", "no"):
        listed = listed.filter(met=asks.met == "yes")
    if asks.q:
        words = Q(words__icontains=asks.q) | Q(whom__icontains=asks.q)
        listed = listed.filter(words | Q(body__name__icontains=asks.q))
    return listed.order_by("-on", "-pk")


def rows(keys: Iterable[int], who: Reader) -> tuple[Stood, ...]:
    """Records by their keys, in that order."""
    order = list(keys)
    listed = Barrier.objects.filter(pk__in=order).order_by()
    found = {one.pk: one for one in listed.select_related("body", "meeting")}
    return made((found[key] for key in order if key in found), who)


def made(listed: Iterable[Barrier], who: Reader) -> tuple[Stood, ...]:
    """Records as rows."""
    every = list(listed)
    links = linked((one.body for one in every), who)
    hidden = unseen((one.evidence for one in every), who)
    return tuple(
        Stood(
            number=str(one.pk), met=one.met, kind=one.kind, words=one.words,
            body=one.body.name if one.body else "",
            body_key=links.get(one.body.pk, "") if one.body else "", whom=one.whom,
            meeting=one.meeting.short if one.meeting else "",
            day=one.on.isoformat() if one.on else "",
            evidence="" if one.evidence in hidden else one.evidence,
            public=one.public, change=one.change,
        )
        for one in every
    )  # fmt: skip
