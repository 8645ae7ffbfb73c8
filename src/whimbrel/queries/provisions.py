"""Provisions as a list: what was asked of whom, narrowed by what people ask for."""

import datetime
from dataclasses import dataclass

from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from whimbrel.queries.listed import Listed, cut
from whimbrel.queries.scope import reader, seen
from whimbrel.register.models import Condition, Facet, Provision, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A provision in a list."""

    name: str
    path: str
    """Its address after `/decisions/`: `14.10/d`."""
    instrument: str
    meeting: str
    """Where it was adopted; empty where no document says."""
    text: str
    paraphrase: bool
    addressees: tuple[str, ...]
    due: str
    conditions: tuple[str, ...]
    funding: tuple[str, ...]
    """How far the money of each condition has come."""
    targets: tuple[str, ...]
    assigned: str
    status: str
    """What a document says became of it; empty where none says."""
    stated: bool
    engagements: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """How the list of provisions is narrowed; an empty field narrows nothing."""

    to: str = ""
    status: str = ""
    """A status, or `silent`: no document says what became of it."""
    condition: str = ""
    """A kind of condition; `any`; `unfunded`: money is needed and none has come."""
    due: str = ""
    target: str = ""
    meeting: str = ""
    instrument: str = ""
    assigned: str = ""
    """The address of a person; `nobody`."""
    on: str = ""
    """In force on this day."""
    q: str = ""


def slug(number: str) -> str:
    """A number as an address has it: `11.10 (Rev.COP14)` is `11.10-Rev.COP14`."""
    return number.replace(" (", "-").rstrip(")") if "(" in number else number


def path_of(one: Provision) -> str:
    """The address of a provision after `/decisions/`."""
    number = one.instrument.number
    item = one.name.removeprefix(number).strip().rstrip(")")
    return f"{slug(number)}/{item}" if item else slug(number)


def asked(one: Provision) -> Asked:
    """A provision as a row; its list brought along what it needs."""
    conditions = list(one.conditions.all())
    return Asked(
        name=one.name,
        path=path_of(one),
        instrument=one.instrument.key,
        meeting=one.instrument.meeting.short if one.instrument.meeting else "",
        text=one.text,
        paraphrase=one.paraphrase,
        addressees=tuple(one.addressees),
        due=one.due,
        conditions=tuple(each.words for each in conditions),
        funding=tuple(each.funding for each in conditions),
        targets=tuple(one.targets),
        assigned=one.assigned.name if one.assigned else "",
        status=getattr(one, "last_status", None) or "",
        stated=bool(getattr(one, "last_stated", None)),
        engagements=len(one.engagements.all()),
    )


def ready(listed: QuerySet[Provision]) -> QuerySet[Provision]:
    """A list with all that a row needs: five questions to the database, however long it is."""
    last = Status.objects.filter(provision=OuterRef("pk")).order_by(
        F("version__document__dated").desc(nulls_last=True), "-version__number"
    )
    return (
        listed.select_related("instrument__meeting", "assigned")
        .prefetch_related("conditions", "engagements")
        .annotate(
            last_status=Coalesce(Subquery(last.values("status")[:1]), None),
            last_stated=Coalesce(Subquery(last.values("stated")[:1]), None),
        )
    )


MONEY = Q(kind__endswith="resources") | Q(kind__contains="contributions")
"""Kinds of condition that money meets."""
WITHIN = Q(kind="within-existing-resources")
"""No money is to be found for these: what is there has to do."""
OPEN = ("not known", "needed", "sought", "none")
"""States of money in which nothing has come yet."""


def conditioned(asked: str) -> QuerySet[Condition]:
    """The conditions of a kind; `any`; `unfunded`."""
    if asked == "unfunded":
        return Condition.objects.filter(MONEY & ~WITHIN, funding__in=OPEN)
    return Condition.objects.all() if asked == "any" else Condition.objects.filter(kind=asked)


def having(kind: str, value: str) -> QuerySet[Facet, int | None]:
    """The provisions that hold a value."""
    return Facet.objects.filter(kind=kind, value=value).values_list("provision", flat=True)


def narrowed(listed: QuerySet[Provision], asks: Filter) -> QuerySet[Provision]:
    """The list, narrowed."""
    if asks.to:
        listed = listed.filter(pk__in=having("addressee", asks.to))
    if asks.target:
        listed = listed.filter(pk__in=having("target", asks.target))
    if asks.due:
        listed = listed.filter(due=asks.due)
    if asks.meeting:
        listed = listed.filter(instrument__meeting__short=asks.meeting)
    if asks.instrument:
        listed = listed.filter(instrument__number=asks.instrument)
    if asks.q:
        listed = listed.filter(Q(text__icontains=asks.q) | Q(name__icontains=asks.q))
    if asks.assigned:
        nobody = asks.assigned == "nobody"
        listed = listed.filter(Q(assigned=None) if nobody else Q(assigned__email=asks.assigned))
    if asks.on:
        day = datetime.date.fromisoformat(asks.on)
        listed = listed.filter(Q(since=None) | Q(since__lte=day)).filter(
            Q(until=None) | Q(until__gte=day)
        )
    if asks.condition:
        listed = listed.filter(pk__in=conditioned(asks.condition).values("provision"))
    if asks.status == "silent":
        return listed.alias(word=F("last_status")).filter(Q(word=None) | Q(word="not-reported"))
    if asks.status:
        return listed.alias(word=F("last_status")).filter(word=asks.status)
    return listed


def provisions(
    by: str | None, asks: Filter | None = None, *, page: int | None = None
) -> Listed[Asked]:
    """Provisions that a person may see, by instrument and name. ValueError: `on` is no date."""
    listed = narrowed(ready(seen(Provision.objects.all(), reader(by))), asks or Filter())
    return cut(listed.order_by("instrument__key", "name"), asked, page)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What the list can be narrowed by."""

    to: tuple[str, ...]
    due: tuple[str, ...]
    status: tuple[str, ...]
    condition: tuple[str, ...]
    target: tuple[str, ...]
    meeting: tuple[str, ...]


def choices(by: str | None) -> Choices:
    """The values that a person can narrow the list of provisions by."""
    listed = seen(Provision.objects.all(), reader(by)).order_by()
    facets = Facet.objects.filter(provision__in=listed).order_by()

    def values(kind: str) -> list[str]:
        return sorted(facets.filter(kind=kind).values_list("value", flat=True).distinct())

    due = listed.values_list("due", flat=True).distinct()
    meetings = listed.values_list("instrument__meeting__short", flat=True).distinct()
    statuses = Status.objects.order_by().values_list("status", flat=True).distinct()
    kinds = Condition.objects.order_by().values_list("kind", flat=True).distinct()
    return Choices(
        to=tuple(values("addressee")),
        due=tuple(sorted(set(due) - {""})),
        status=("silent", *sorted(set(statuses))),
        condition=("any", "unfunded", *sorted(set(kinds))),
        target=tuple(values("target")),
        meeting=tuple(sorted(name for name in set(meetings) if name)),
    )
