"""Provisions as a list: what was asked of whom, narrowed by what people ask for."""

import datetime
import json
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery, TextField
from django.db.models.functions import Cast

from whimbrel.queries.listed import Listed, keys_of, page_of
from whimbrel.queries.once import once
from whimbrel.queries.scope import Reader, audience, reader, seen
from whimbrel.register.models import (
    Condition,
    Engagement,
    Facet,
    Instrument,
    Meeting,
    Output,
    Provision,
    Status,
)


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
    force: str
    due: str
    report_to: str
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
    disposition: str = ""
    """What a document proposes to do with it: `renew`, `delete`, `retain`."""
    condition: str = ""
    """A kind of condition; `any`; `unfunded`: money is needed and none has come."""
    funding: str = ""
    """How far the money of one of its conditions has come: `none`, `sought`, `received`."""
    output: str = ""
    """`missing`: something that it asks for was not produced; `made`; `not known`: nobody says."""
    force: str = ""
    """How it asks: `obligation`, `request`, `invitation`."""
    due: str = ""
    """A meeting; `none`: no date is stated."""
    report_to: str = ""
    """To whom it has to be reported: `COP15`."""
    collaborator: str = ""
    """Who is to work on it with those whom it addresses."""
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
    return path_to(one.instrument.number, one.name)


def path_to(number: str, name: str) -> str:
    """The same by the number of the instrument and the name of the provision."""
    item = name.removeprefix(number).strip().rstrip(")")
    return f"{slug(number)}/{item}" if item else slug(number)


FIELDS = (
    "pk", "name", "text", "paraphrase", "addressees", "force", "due", "report_to", "targets",
    "instrument__number", "instrument__key", "instrument__meeting__short", "assigned__name",
)  # fmt: skip
"""The columns of a provision that a row shows."""


def rows(keys: Sequence[int]) -> tuple[Asked, ...]:
    """Provisions as rows, by their keys and in that order: three questions to the database, however
    many they are. Values are fetched and not whole records: they take a third of the time."""
    listed = Provision.objects.filter(pk__in=keys).order_by()
    told = {"status": last("status"), "stated": last("stated")}
    found = {one[0]: one for one in listed.values_list(*FIELDS, *told.values())}
    conditions: defaultdict[int, list[tuple[str, str]]] = defaultdict(list)
    held = Condition.objects.filter(provision__in=keys).order_by("pk")
    for key, words, funding in held.values_list("provision", "words", "funding"):
        conditions[key].append((words, funding))
    linked = Engagement.provisions.through.objects.filter(provision__in=keys).order_by()
    engagements = Counter(linked.values_list("provision", flat=True))
    return tuple(
        asked(found[key], conditions[key], engagements[key]) for key in keys if key in found
    )


def asked(one: tuple[Any, ...], conditions: Sequence[tuple[str, str]], engagements: int) -> Asked:
    """A row, of what was gathered for it."""
    _, name, text, paraphrase, to, force, due, report_to, targets, *more = one
    number, key, meeting, assigned, *told = more
    return Asked(
        name=name,
        path=path_to(number, name),
        instrument=key,
        meeting=meeting or "",
        text=text,
        paraphrase=paraphrase,
        addressees=tuple(to),
        force=force,
        due=due,
        report_to=report_to,
        conditions=tuple(words for words, _ in conditions),
        funding=tuple(funding for _, funding in conditions),
        targets=tuple(targets),
        assigned=assigned or "",
        status=told[0] or "",
        stated=bool(told[1]),
        engagements=engagements,
    )


def last(field: str) -> Subquery:
    """What the newest document that speaks of a provision says of it."""
    told = Status.objects.filter(provision=OuterRef("pk")).order_by(
        F("version__document__dated").desc(nulls_last=True), "-version__number", "-pk"
    )
    return Subquery(told.values(field)[:1])


def said(word: str) -> Q:
    """The provisions of which the newest document says this. Which one is the newest is asked only
    where documents say different things: a look at the index decides all others."""
    told = Status.objects.filter(provision=OuterRef("pk"))
    this, other = Exists(told.filter(status=word)), Exists(told.exclude(status=word))
    return Q(this) & (~Q(other) | Q(word=word))


def silent() -> Q:
    """The provisions of which no document says what became of them, or the newest says so."""
    told = Status.objects.filter(provision=OuterRef("pk"))
    return ~Q(Exists(told)) | said("not-reported")


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


MADE = {"missing": False, "made": True, "not known": None}
"""Whether an output was produced, as the filter asks for it."""


def working_on(who: str) -> Q:
    """The provisions in whose list of collaborators somebody stands, as each database writes it."""
    written = {json.dumps(who), json.dumps(who, ensure_ascii=False)}
    held = Q()
    for one in written:
        held |= Q(collaborators_as_text__contains=one)
    return held


def having(kind: str, value: str) -> Exists:
    """The provisions that hold a value. It is asked of each in turn: a page is full after a few,
    where all that hold it would first be gathered and sorted."""
    return Exists(Facet.objects.filter(provision=OuterRef("pk"), kind=kind, value=value))


def narrowed(listed: QuerySet[Provision], asks: Filter) -> QuerySet[Provision]:
    """The list, narrowed."""
    if asks.to:
        listed = listed.filter(having("addressee", asks.to))
    if asks.target:
        listed = listed.filter(having("target", asks.target))
    if asks.due:
        listed = listed.filter(due="" if asks.due == "none" else asks.due)
    equal = {"force": asks.force, "report_to": asks.report_to}
    listed = listed.filter(**{name: value for name, value in equal.items() if value})
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
        listed = listed.filter(Exists(conditioned(asks.condition).filter(provision=OuterRef("pk"))))
    here = OuterRef("pk")
    if asks.funding:
        listed = listed.filter(
            Exists(Condition.objects.filter(provision=here, funding=asks.funding))
        )
    if asks.output:
        produced = Output.objects.filter(provision=here, done=MADE.get(asks.output, True))
        listed = listed.filter(Exists(produced if asks.output in MADE else produced.none()))
    if asks.collaborator:
        listed = listed.alias(collaborators_as_text=Cast("collaborators", TextField())).filter(
            working_on(asks.collaborator)
        )
    if asks.disposition:
        listed = listed.alias(proposed=last("disposition")).filter(proposed=asks.disposition)
    if asks.status:
        which = silent() if asks.status == "silent" else said(asks.status)
        listed = listed.alias(word=last("status")).filter(which)
    return listed


def listed_for(by: str | None, asks: Filter) -> QuerySet[Provision]:
    """Provisions that a person may see, narrowed, by instrument and name."""
    listed = narrowed(seen(Provision.objects.all(), reader(by)), asks)
    return listed.order_by("instrument__key", "name")


def provisions(
    by: str | None, asks: Filter | None = None, *, page: int | None = None
) -> Listed[Asked]:
    """Provisions that a person may see, by instrument and name. ValueError: `on` is no date."""
    return page_of(listed_for(by, asks or Filter()), rows, page)


def first(by: str | None, asks: Filter, count: int) -> tuple[Asked, ...]:
    """The first of them, uncounted."""
    return rows(keys_of(listed_for(by, asks), 0, count))


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What the list can be narrowed by."""

    to: tuple[str, ...]
    due: tuple[str, ...]
    report_to: tuple[str, ...]
    force: tuple[str, ...]
    collaborator: tuple[str, ...]
    status: tuple[str, ...]
    disposition: tuple[str, ...]
    condition: tuple[str, ...]
    funding: tuple[str, ...]
    target: tuple[str, ...]
    meeting: tuple[str, ...]


def choices(by: str | None) -> Choices:
    """The values that a person can narrow the list of provisions by."""
    who = reader(by)
    return once(("choices of provisions", audience(who)), lambda: chosen_from(who))


def chosen_from(who: Reader) -> Choices:
    """The values that are on record."""
    everything = Provision.objects.order_by()
    listed = seen(everything, who)
    facets = Facet.objects.order_by()
    if listed is not everything:
        facets = facets.filter(provision__in=listed)

    def values(kind: str) -> list[str]:
        return sorted(facets.filter(kind=kind).values_list("value", flat=True).distinct())

    def columns(name: str) -> tuple[str, ...]:
        return tuple(sorted(set(listed.values_list(name, flat=True).distinct()) - {""}))

    with_others = listed.exclude(collaborators=[]).values_list("collaborators", flat=True)
    holders = Instrument.objects.filter(Exists(listed.filter(instrument=OuterRef("pk"))))
    meetings = Meeting.objects.filter(pk__in=holders.values("meeting"))
    statuses = Status.objects.order_by().values_list("status", flat=True).distinct()
    proposed = Status.objects.order_by().values_list("disposition", flat=True).distinct()
    kinds = Condition.objects.order_by().values_list("kind", flat=True).distinct()
    funding = Condition.objects.order_by().values_list("funding", flat=True).distinct()
    return Choices(
        to=tuple(values("addressee")),
        due=(*columns("due"), "none"),
        report_to=columns("report_to"),
        force=columns("force"),
        collaborator=tuple(sorted({one for several in with_others for one in several})),
        status=("silent", *sorted(set(statuses))),
        disposition=tuple(sorted(set(proposed) - {""})),
        condition=("any", "unfunded", *sorted(set(kinds))),
        funding=tuple(sorted(set(funding))),
        target=tuple(values("target")),
        meeting=tuple(sorted(meetings.values_list("short", flat=True))),
    )
