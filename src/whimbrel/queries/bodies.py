"""Bodies: who they are, what was done with them, what was signed with them, what they said."""

import datetime
from dataclasses import dataclass

from django.db.models import Count, Max, Q, QuerySet

from whimbrel.queries.agreements import Bond, bond
from whimbrel.queries.engagements import Deed, Filter, engagements
from whimbrel.queries.glance import body_of
from whimbrel.queries.listed import SIZE, Listed, whole
from whimbrel.queries.once import once, worded
from whimbrel.queries.papers import inside
from whimbrel.queries.scope import Reader, audience, reader, seen
from whimbrel.register.models import (
    Agreement,
    Body,
    BodyName,
    Engagement,
    Membership,
    Part,
    Position,
)

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
    role: str = ""
    """What it was in what was done: `organiser` or `partner`."""
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


def taken(who: Reader) -> QuerySet[Part]:
    """The parts that bodies took in what a reader may see."""
    listed = Part.objects.filter(engagement__umbrella=False)
    if inside(who):
        return listed
    return listed.filter(engagement__in=seen(Engagement.objects.order_by(), who))


def done_with(who: Reader) -> dict[int, tuple[int, str]]:
    """Body -> how much was done with it that a reader may see, and when last. Counted for all at
    once: lists are ordered by it."""
    counted = (
        taken(who)
        .order_by()
        .values_list("body")
        .annotate(Count("engagement", distinct=True), Max("engagement__since"))
    )
    return {body: (deeds, last or "") for body, deeds, last in counted}


def partner(one: Body, deeds: int = 0, last: str = "") -> Partner:
    """A body as a row."""
    return Partner(
        key=one.key,
        name=one.name,
        acronym=one.acronym,
        kind=one.kind,
        constituency=one.constituency,
        country=one.country,
        engagements=deeds,
        last=last,
    )


def partners(
    by: str | None, asks: Choice | None = None, *, page: int | None = None
) -> Listed[Partner]:
    """Bodies that are none of ours, those with most engagements first."""
    asks, who = asks or Choice(engaged="yes"), reader(by)
    listed = seen(Body.objects.filter(ours=False, merged_into=None), who)
    if asks.kind:
        listed = listed.filter(kind=asks.kind)
    if asks.constituency:
        listed = listed.filter(constituency=asks.constituency)
    if asks.country:
        listed = listed.filter(country=asks.country)
    if asks.role:
        parts = taken(who).filter(role=asks.role)
        listed = listed.filter(pk__in=parts.values("body"))
    if asks.q:
        words = Q(name__icontains=asks.q) | Q(acronym__icontains=asks.q)
        named = BodyName.objects.filter(name__icontains=asks.q).values("body")
        listed = listed.filter(words | Q(pk__in=named))
    done = once(("done with bodies", audience(who)), lambda: done_with(who))
    ordered = once(
        ("bodies", worded(listed), asks.engaged, audience(who)),
        lambda: in_order(listed, done, asks.engaged),
    )
    start = 0 if page is None else (max(1, page) - 1) * SIZE
    keys = ordered if page is None else ordered[start : start + SIZE]
    found = {one.pk: one for one in Body.objects.filter(pk__in=keys).order_by()}
    rows = tuple(partner(found[key], *done.get(key, ())) for key in keys if key in found)
    size = max(1, len(rows)) if page is None else SIZE
    return Listed(rows=rows, total=len(ordered), page=max(1, page or 1), size=size)


def in_order(
    listed: QuerySet[Body], done: dict[int, tuple[int, str]], engaged: str
) -> tuple[int, ...]:
    """The keys of bodies, those with most engagements first; of all, or only those with some, or
    none."""
    rows = listed.order_by("name", "pk").values_list("pk", flat=True)
    kept = [key for key in rows if not engaged or (key in done) == (engaged == "yes")]
    return tuple(sorted(kept, key=lambda key: -done.get(key, (0, ""))[0]))


def kinds(by: str | None) -> tuple[str, ...]:
    """The kinds of bodies that a person may see."""
    who = reader(by)
    listed = seen(Body.objects.filter(ours=False), who).order_by()
    return once(
        ("kinds of bodies", audience(who)),
        lambda: tuple(sorted(listed.values_list("kind", flat=True).distinct())),
    )


def body(by: str | None, key: str, *, on: datetime.date | None = None) -> Whole | None:
    """Everything about a body; None where there is none that this person may see. The key of one
    that was merged gives the one that it is now."""
    who = reader(by)
    every = inside(who)
    rows = seen(Body.objects.select_related("parent", "merged_into"), who)
    one = body_of(key) if every else rows.filter(key=key).first()
    while one is not None and one.merged_into is not None:
        one = seen(Body.objects.filter(pk=one.merged_into.pk), who).first()
    if one is None:
        return None
    done = engagements(by, Filter(partner=one.key)).rows
    signed = seen(Agreement.objects.filter(parties=one), who).prefetch_related("parties")
    row = partner(one)
    near = seen(Body.objects.all(), who)
    parents = filter(None, (one.parent,)) if every else near.filter(units=one)
    return Whole(
        partner=Partner(
            key=row.key, name=row.name, acronym=row.acronym, kind=row.kind,
            constituency=row.constituency, country=row.country, engagements=len(done),
            last=done[0].since if done else "",
        ),
        unnamed=one.unnamed,
        names=tuple(
            Named(name=n.name, language=n.language, since=day(n.since), until=day(n.until))
            for n in sorted(one.names.all(), key=lambda each: each.pk)
            if n.name != one.name
        ),
        identifiers=tuple((each.scheme, each.value) for each in one.identifiers.all()),
        parent=next(((each.key, each.name) for each in parents), None),
        units=tuple((each.key, each.name) for each in near.filter(parent=one)),
        roles=tuple(
            role(each, each.group)
            for each in one.roles.select_related("group").filter(group__in=near)
        ),
        members=tuple(
            role(each, each.member)
            for each in one.memberships.select_related("member").filter(member__in=near)
        ),
        engagements=done,
        agreements=tuple(bond(each, on or datetime.date.today(), who) for each in signed),
        views=views(who, one),
        consent=one.consent if inside(who) else "",
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
    # The file of a document and the tree of it are large, and only its symbol is told.
    listed = listed.defer("version__file", "version__tree", "version__rows")
    return tuple(
        View(
            holder=each.holder, topic=each.topic, stance=each.stance, quote=each.quote,
            address=f"{each.version.document.symbol}#para_{each.paragraph}",
        )
        for each in (listed.filter(body=one) if one else listed).order_by("holder", "id")
    )  # fmt: skip


def statements(
    by: str | None, *, holder: str = "", q: str = "", page: int | None = None
) -> Listed[View]:
    """All attributed statements that a person may see; of one holder, or with words in them."""
    words = q.casefold()
    return whole(
        (
            one
            for one in views(reader(by))
            if holder in ("", one.holder)
            and words in f"{one.topic} {one.stance} {one.quote}".casefold()
        ),
        page,
    )


def holders(by: str | None) -> tuple[str, ...]:
    """Who holds views that a person may see."""
    return tuple(dict.fromkeys(one.holder for one in views(reader(by))))
