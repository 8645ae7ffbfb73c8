"""What bodies that are no Parties did at meetings."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Model, Q, QuerySet

from whimbrel.admission.participation import words
from whimbrel.queries.listed import Listed, page_of, whole
from whimbrel.queries.papers import unseen
from whimbrel.queries.scope import Reader, few, reader, seen
from whimbrel.register.models import Body, Meeting, Participation
from whimbrel.register.names import numbered


@dataclass(frozen=True, slots=True, kw_only=True)
class Took:
    """What a body did at a meeting."""

    number: str
    body: str
    acronym: str
    body_key: str
    """Empty where the body is not theirs to see."""
    constituency: str
    meeting: str
    kind: str
    title: str
    """Of the statement, paper, event or group."""
    day: str
    evidence: str
    public: bool
    change: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """How the list is narrowed; an empty field narrows nothing."""

    meeting: str = ""
    body: str = ""
    """By its key."""
    kind: str = ""
    constituency: str = ""
    q: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Did:
    """One way of taking part, counted."""

    kind: str
    records: int
    bodies: int
    """Each once."""


def participation(
    by: str | None, asks: Filter | None = None, *, page: int | None = None
) -> Listed[Took]:
    """What bodies did at meetings, by meeting and body."""
    who = reader(by)
    listed = narrowed(who, asks or Filter())
    if page is None:
        # Asked at once: this stands on the pages of bodies and meetings.
        return whole(made(listed.select_related("body", "meeting"), who), None)
    return page_of(listed, lambda keys: rows(keys, who), page)


def took_part(by: str | None, number: str) -> Took | None:
    """One of them; None where there is none that this person may see."""
    who = reader(by)
    one = seen(Participation.objects.filter(numbered(number)), who).first()
    return rows((one.pk,), who)[0] if one else None


def ways(by: str | None, asks: Filter | None = None) -> tuple[Did, ...]:
    """How many bodies took part in which way, of what a person may see; a way in which nobody did
    is counted too."""
    listed = narrowed(reader(by), asks or Filter()).order_by()
    counted = listed.values_list("kind").annotate(Count("pk"), Count("body", distinct=True))
    found = {kind: (records, bodies) for kind, records, bodies in counted}
    return tuple(
        Did(kind=kind, records=found.get(kind, (0, 0))[0], bodies=found.get(kind, (0, 0))[1])
        for kind in words("kinds")
    )


def choices(by: str | None) -> tuple[str, ...]:
    """The meetings at which anybody is on record."""
    listed = seen(Participation.objects.order_by(), reader(by))
    return tuple(
        Meeting.objects.filter(pk__in=listed.values("meeting")).values_list("short", flat=True)
    )


def narrowed(who: Reader, asks: Filter) -> QuerySet[Participation]:
    """The list that is asked for."""
    listed = seen(Participation.objects.all(), who)
    for field, value in (
        ("meeting__short", asks.meeting), ("body__key", asks.body), ("kind", asks.kind),
        ("body__constituency", asks.constituency),
    ):  # fmt: skip
        if value:
            listed = listed.filter(**{field: value})
    if asks.q:
        named = Q(body__name__icontains=asks.q) | Q(body__acronym__iexact=asks.q)
        listed = listed.filter(named | Q(title__icontains=asks.q))
    return listed.order_by("-meeting__starts", "meeting", "body__name", "kind", "pk")


def rows(keys: Iterable[int], who: Reader) -> tuple[Took, ...]:
    """Records by their keys, in that order."""
    order = list(keys)
    listed = Participation.objects.filter(pk__in=order).order_by()
    found = {one.pk: one for one in listed.select_related("body", "meeting")}
    return made((found[key] for key in order if key in found), who)


def made(listed: Iterable[Participation], who: Reader) -> tuple[Took, ...]:
    """Records as rows."""
    every = list(listed)
    links = linked((one.body for one in every), who)
    hidden = unseen((one.evidence for one in every), who)
    return tuple(
        Took(
            number=str(one.pk), body=one.body.name, acronym=one.body.acronym,
            body_key=links.get(one.body_id, ""), constituency=one.body.constituency,
            meeting=one.meeting.short, kind=one.kind, title=one.title,
            day=one.on.isoformat() if one.on else "",
            evidence="" if one.evidence in hidden else one.evidence,
            public=one.public, change=one.change,
        )
        for one in every
    )  # fmt: skip


def linked(bodies: Iterable[Body | None], who: Reader) -> dict[int, str]:
    """Key of each body that a reader may see, by its number."""
    every = {one.pk: one.key for one in bodies if one is not None}
    table: type[Model] = Body
    return {pk: every[pk] for pk in few(table, every, who)} if every else {}
