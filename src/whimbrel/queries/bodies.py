"""Bodies: who they are, what was done with them, what was signed with them, what they said."""

import datetime
from dataclasses import dataclass

from django.db.models import Count, Max, Q

from whimbrel.queries.agreements import Bond, bond
from whimbrel.queries.engagements import Deed, Filter, engagements
from whimbrel.queries.listed import Listed, cut, whole
from whimbrel.queries.scope import Reader, reader, seen
from whimbrel.register.models import Agreement, Body, Membership, Position

CONSTITUENCIES = ("indigenous-peoples", "local-communities", "youth")
"""Rights-holders and groups of their own: no non-governmental organizations."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Partner:
    """A body in a list."""

    key: str
    name: str
    acronym: str
    kind: str
    constituency: str
    country: str
    engagements: int
    last: str
    """When something was last done with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """How the list of bodies is narrowed; an empty field narrows nothing."""

    kind: str = ""
    constituency: str = ""
    country: str = ""
    engaged: str = ""
    """`yes`: something was done with it; `no`: nothing on record."""
    q: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A name, with the language and time that it is known to hold for."""

    name: str
    language: str
    since: str
    until: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """What one body is in another."""

    key: str
    body: str
    role: str
    since: str
    until: str


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A view and who holds it."""

    holder: str
    topic: str
    stance: str
    quote: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """Everything about one body."""

    partner: Partner
    unnamed: bool
    """A class of bodies that nobody has named one by one."""
    names: tuple[Named, ...]
    identifiers: tuple[tuple[str, str], ...]
    parent: tuple[str, str] | None
    """(key, name)."""
    units: tuple[tuple[str, str], ...]
    roles: tuple[Role, ...]
    """What it is in others."""
    members: tuple[Role, ...]
    """What others are in it."""
    engagements: tuple[Deed, ...]
    agreements: tuple[Bond, ...]
    views: tuple[View, ...]
    consent: str
    public: bool
    change: int


DONE = Q(parts__engagement__umbrella=False)


def partner(one: Body) -> Partner:
    """A body as a row; its list counted what was done with it."""
    return Partner(
        key=one.key,
        name=one.name,
        acronym=one.acronym,
        kind=one.kind,
        constituency=one.constituency,
        country=one.country,
        engagements=getattr(one, "deeds", 0),
        last=getattr(one, "last", None) or "",
    )


def partners(
    by: str | None, asks: Choice | None = None, *, page: int | None = None
) -> Listed[Partner]:
    """Bodies that are none of ours, those with most engagements first."""
    asks = asks or Choice(engaged="yes")
    listed = seen(Body.objects.filter(ours=False, merged_into=None), reader(by)).annotate(
        deeds=Count("parts__engagement", filter=DONE, distinct=True),
        last=Max("parts__engagement__since", filter=DONE),
    )
    if asks.kind:
        listed = listed.filter(kind=asks.kind)
    if asks.constituency:
        listed = listed.filter(constituency=asks.constituency)
    if asks.country:
        listed = listed.filter(country=asks.country)
    if asks.engaged:
        listed = listed.filter(deeds__gt=0) if asks.engaged == "yes" else listed.filter(deeds=0)
    if asks.q:
        words = Q(name__icontains=asks.q) | Q(acronym__icontains=asks.q)
        listed = listed.filter(words | Q(names__name__icontains=asks.q))
    return cut(listed.order_by("-deeds", "name"), partner, page)


def kinds(by: str | None) -> tuple[str, ...]:
    """The kinds of bodies that a person may see."""
    listed = seen(Body.objects.filter(ours=False), reader(by)).order_by()
    return tuple(sorted(listed.values_list("kind", flat=True).distinct()))


def body(by: str | None, key: str, *, on: datetime.date | None = None) -> Whole | None:
    """Everything about a body; None where there is none that this person may see. The key of one
    that was merged gives the one that it is now."""
    who = reader(by)
    one = seen(Body.objects.select_related("parent", "merged_into"), who).filter(key=key).first()
    while one is not None and one.merged_into is not None:
        one = one.merged_into
    if one is None:
        return None
    done = engagements(by, Filter(partner=one.key)).rows
    signed = seen(Agreement.objects.filter(parties=one), who).prefetch_related("parties")
    row = partner(one)
    return Whole(
        partner=Partner(
            key=row.key, name=row.name, acronym=row.acronym, kind=row.kind,
            constituency=row.constituency, country=row.country, engagements=len(done),
            last=done[0].since if done else "",
        ),
        unnamed=one.unnamed,
        names=tuple(
            Named(name=n.name, language=n.language, since=day(n.since), until=day(n.until))
            for n in one.names.order_by("id")
            if n.name != one.name
        ),
        identifiers=tuple((each.scheme, each.value) for each in one.identifiers.all()),
        parent=(one.parent.key, one.parent.name) if one.parent else None,
        units=tuple((each.key, each.name) for each in one.units.all()),
        roles=tuple(role(each, each.group) for each in one.roles.select_related("group")),
        members=tuple(role(each, each.member) for each in one.memberships.select_related("member")),
        engagements=done,
        agreements=tuple(bond(each, on or datetime.date.today()) for each in signed),
        views=views(who, one),
        consent=one.consent,
        public=one.public,
        change=one.change,
    )  # fmt: skip


def role(one: Membership, other: Body) -> Role:
    """A membership, seen from one of its ends."""
    return Role(
        key=other.key, body=other.name, role=one.role, since=day(one.since), until=day(one.until)
    )


def day(date: datetime.date | None) -> str:
    """A day as it is kept; empty where there is none."""
    return date.isoformat() if date else ""


def views(who: Reader, one: Body | None = None) -> tuple[View, ...]:
    """Attributed statements that a reader may see, of one body or of all."""
    listed = seen(Position.objects.select_related("version__document"), who)
    return tuple(
        View(
            holder=each.holder, topic=each.topic, stance=each.stance, quote=each.quote,
            address=f"{each.version.document.symbol}#para_{each.paragraph}",
        )
        for each in (listed.filter(body=one) if one else listed).order_by("holder", "id")
    )  # fmt: skip


def statements(by: str | None, *, page: int | None = None) -> Listed[View]:
    """All attributed statements that a person may see."""
    return whole(views(reader(by)), page)
