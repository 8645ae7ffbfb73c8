"""By what the list of provisions is narrowed: what people ask of mandates, as questions to the
database."""

import datetime
import json
from dataclasses import dataclass

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery, TextField
from django.db.models.functions import Cast

from whimbrel.queries.papers import inside
from whimbrel.queries.scope import Reader
from whimbrel.register.models import Condition, Facet, Output, Provision, Status


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


def spoken(who: Reader) -> QuerySet[Status]:
    """What documents that a reader may see say of provisions, and inside what colleagues say."""
    listed = Status.objects.all()
    return listed if inside(who) else listed.filter(version__public=True)


def last(field: str, who: Reader) -> Subquery:
    """What the newest document that speaks of a provision says of it, of those that a reader may
    see."""
    told = (
        spoken(who)
        .filter(provision=OuterRef("pk"))
        .order_by(
            # What a colleague says comes before what a document said.
            F("at").desc(nulls_last=True),
            F("version__document__dated").desc(nulls_last=True),
            "-version__number",
            "-pk",
        )
    )
    return Subquery(told.values(field)[:1])


def said(word: str, who: Reader) -> Q:
    """The provisions of which the newest document says this. Which one is the newest is asked only
    where documents say different things: a look at the index decides all others."""
    told = spoken(who).filter(provision=OuterRef("pk"))
    this, other = Exists(told.filter(status=word)), Exists(told.exclude(status=word))
    return Q(this) & (~Q(other) | Q(word=word))


def silent(who: Reader) -> Q:
    """The provisions of which no document says what became of them, or the newest says so."""
    told = spoken(who).filter(provision=OuterRef("pk"))
    return ~Q(Exists(told)) | said("not-reported", who)


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


def narrowed(listed: QuerySet[Provision], asks: Filter, who: Reader) -> QuerySet[Provision]:
    """The list, narrowed by what its reader may know."""
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
    # In whose hands it is, is told inside only: for others it narrows nothing.
    if asks.assigned and inside(who):
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
        listed = listed.alias(proposed=last("disposition", who)).filter(proposed=asks.disposition)
    if asks.status:
        which = silent(who) if asks.status == "silent" else said(asks.status, who)
        listed = listed.alias(word=last("status", who)).filter(which)
    return listed
