"""Engagements: what was done, with whom, where and when, and what shows it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from whimbrel.queries.glance import body_of
from whimbrel.queries.listed import Listed, page_of
from whimbrel.queries.once import once
from whimbrel.queries.papers import inside, shows
from whimbrel.queries.provisions import path_of
from whimbrel.queries.scope import Reader, audience, few, reader, seen
from whimbrel.register.models import Body, Engagement, Evidence, Facet, Part, Place, Provision
from whimbrel.register.names import SHORT, beginning


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """An engagement in a list."""

    key: str
    kind: str
    title: str
    partners: tuple[str, ...]
    organisers: tuple[str, ...]
    since: str
    until: str
    place: str
    countries: tuple[str, ...]
    """Where it was and what it concerned."""
    inferred: tuple[str, ...]
    """Countries that we only infer."""
    mode: str
    state: str
    provisions: tuple[str, ...]
    evidence: tuple[str, ...]

    @property
    def year(self) -> str:
        """The year in which it began; empty where that is not known."""
        return self.since[:4]


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """How the list of engagements is narrowed; an empty field narrows nothing."""

    partner: str = ""
    """The key of a body, or of the body whose units count too."""
    organiser: str = ""
    """The same of those who organised it."""
    role: str = ""
    """What we were in it: `chair`, `participant`, `co-author`."""
    country: str = ""
    venue: str = ""
    """Only where it took place."""
    kind: str = ""
    state: str = ""
    mode: str = ""
    year: str = ""
    provision: str = ""
    species: str = ""
    theme: str = ""
    support: str = ""
    """`received` or `given`."""
    evidence: str = ""
    """`none`: nothing shows it; `some`."""
    constituency: str = ""
    q: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shows:
    """Something that shows an engagement."""

    address: str
    words: str
    scope: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """Everything about one engagement."""

    deed: Deed
    sentence: str
    role: str
    level: str
    support: str
    precision: str
    recurring: str
    venue: tuple[str, ...]
    concerned: tuple[str, ...]
    regions: tuple[str, ...]
    themes: tuple[str, ...]
    species: tuple[str, ...]
    outcome: str
    training: bool
    logistics: str
    umbrella: bool
    bodies: tuple[tuple[str, str, str], ...]
    """(key, name, role) of each body that took part."""
    parent: tuple[str, str] | None
    """(key, title) of the event that it was part of."""
    parts: tuple[tuple[str, str], ...]
    provisions: tuple[tuple[str, str], ...]
    """(path, name)."""
    evidence: tuple[Shows, ...]
    consent: str
    public: bool
    change: int


FIELDS = ("pk", "key", "kind", "title", "since", "until", "place", "mode", "state")
"""The columns of an engagement that a row shows."""


def deeds(keys: Sequence[int], who: Reader) -> tuple[Deed, ...]:
    """Engagements as a reader sees them in rows, by their keys and in that order: five questions to
    the database, however many they are. Values are fetched and not whole records: they take a third
    of the time."""
    found = {one[0]: one for one in Engagement.objects.filter(pk__in=keys).values_list(*FIELDS)}
    here = {"engagement__in": keys}
    bodies = "body__acronym", "body__name"
    parts = gathered(
        Part.objects.filter(**here).order_by("pk").values_list("engagement", "role", *bodies)
    )
    places = gathered(
        Place.objects.filter(**here).order_by("pk").values_list("engagement", "role", "country")
    )
    answers = Engagement.provisions.through.objects.filter(**here).order_by(
        "provision__instrument__key", "provision__name"
    )
    if not inside(who):
        linked = answers.order_by().values_list("provision", flat=True)
        answers = answers.filter(provision__in=few(Provision, linked, who))
    provisions = gathered(answers.values_list("engagement", "provision__name"))
    shown = gathered(
        shows(Evidence.objects.filter(**here), who)
        .order_by("pk")
        .values_list("engagement", "address")
    )
    return tuple(
        deed(found[key], parts[key], places[key], provisions[key], shown[key])
        for key in keys
        if key in found
    )


Cells = tuple[str, ...]


def gathered(rows: Iterable[tuple[Any, ...]]) -> defaultdict[int, list[Cells]]:
    """What hangs on each engagement."""
    out: defaultdict[int, list[Cells]] = defaultdict(list)
    for key, *cells in rows:
        out[key].append(tuple(cells))
    return out


def deed(
    one: tuple[Any, ...], parts: list[Cells], places: list[Cells], provisions: list[Cells],
    shown: list[Cells],
) -> Deed:  # fmt: skip
    """A row, of what was gathered for it."""
    _, key, kind, title, since, until, place, mode, state = one
    known = (country for role, country in places if role != Place.Role.INFERRED)
    inferred = (country for role, country in places if role == Place.Role.INFERRED)
    partners = (short or name for role, short, name in parts if role != "organiser")
    organisers = (short or name for role, short, name in parts if role == "organiser")
    return Deed(
        key=key[:SHORT],
        kind=kind,
        title=title,
        partners=tuple(dict.fromkeys(partners)),
        organisers=tuple(dict.fromkeys(organisers)),
        since=since,
        until=until,
        place=place,
        countries=tuple(dict.fromkeys(known)),
        inferred=tuple(dict.fromkeys(inferred)),
        mode=mode,
        state=state,
        provisions=tuple(name for (name,) in provisions),
        evidence=tuple(address for (address,) in shown),
    )


def with_body(key: str) -> QuerySet[Part]:
    """The parts that a body or its units took. Few bodies, looked up first: an index then leads
    from them to what was done with them."""
    # Asked apart: with "or" over both tables every body would be looked at.
    found = body_of(key)
    bodies = Body.objects.filter(Q(pk=found.pk) | Q(parent=found)) if found else Body.objects.none()
    return Part.objects.filter(body__in=list(bodies.values_list("pk", flat=True)))


def narrowed(listed: QuerySet[Engagement], asks: Filter, who: Reader) -> QuerySet[Engagement]:
    """The list, narrowed by what its reader may know. What only announces others is never
    counted."""
    listed = listed.filter(umbrella=False)
    names = ("kind", "state", "mode", "support", "role")
    equal = {name: getattr(asks, name) for name in names}
    listed = listed.filter(**{name: value for name, value in equal.items() if value})
    if asks.partner:
        listed = listed.filter(pk__in=with_body(asks.partner).values("engagement"))
    if asks.organiser:
        organised = with_body(asks.organiser).filter(role="organiser")
        listed = listed.filter(pk__in=organised.values("engagement"))
    # Many were in one country: each is asked in turn until a page is full.
    here = Place.objects.filter(engagement=OuterRef("pk"))
    if asks.country:
        listed = listed.filter(Exists(here.filter(country=asks.country)))
    if asks.venue:
        listed = listed.filter(Exists(here.filter(country=asks.venue, role=Place.Role.VENUE)))
    if asks.year:
        # As exact as stated: `2025`, `2025-11` and `2025-11-03` all begin with their year.
        within = Q(since__lte=f"{asks.year}-99") & Q(until__gte=asks.year)
        listed = listed.filter(within & ~Q(since=""))
    if asks.provision:
        answers = seen(Provision.objects.filter(name=asks.provision), who)
        listed = listed.filter(pk__in=answers.values("engagements"))
    for kind, value in (("species", asks.species), ("theme", asks.theme)):
        if value:
            about = Facet.objects.filter(kind=kind, value=value)
            listed = listed.filter(pk__in=about.values("engagement"))
    if asks.evidence:
        shown = Exists(shows(Evidence.objects.filter(engagement=OuterRef("pk")), who))
        listed = listed.filter(~shown if asks.evidence == "none" else shown)
    if asks.constituency:
        of_it = Part.objects.filter(body__constituency=asks.constituency)
        listed = listed.filter(pk__in=of_it.values("engagement"))
    if asks.q:
        listed = listed.filter(Q(title__icontains=asks.q) | Q(sentence__icontains=asks.q))
    return listed


def engagements(
    by: str | None, asks: Filter | None = None, *, page: int | None = None
) -> Listed[Deed]:
    """Engagements that a person may see, the newest first."""
    who = reader(by)
    listed = narrowed(seen(Engagement.objects.all(), who), asks or Filter(), who)
    return page_of(listed.order_by("-since", "title", "pk"), partial(deeds, who=who), page)


@dataclass(frozen=True, slots=True, kw_only=True)
class Latest:
    """The newest engagements that have a date."""

    rows: tuple[Deed, ...]
    """The newest first."""
    earlier: int
    """How many have a date and are older."""
    undated: int


def latest(by: str | None, asks: Filter, most: int) -> Latest:
    """Of the engagements that a person may see, the newest that have a date."""
    who = reader(by)
    listed = narrowed(seen(Engagement.objects.all(), who), asks, who)
    dated = listed.exclude(since="").order_by("-since", "title", "pk")
    many = dated.count()
    return Latest(
        rows=deeds(tuple(dated.values_list("pk", flat=True)[:most]), who),
        earlier=max(0, many - most),
        undated=listed.count() - many,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What the list can be narrowed by."""

    country: tuple[str, ...]
    kind: tuple[str, ...]
    state: tuple[str, ...]
    mode: tuple[str, ...]
    role: tuple[str, ...]
    support: tuple[str, ...]
    species: tuple[str, ...]
    theme: tuple[str, ...]
    year: tuple[str, ...]


def choices(by: str | None) -> Choices:
    """The values that a person can narrow the list of engagements by."""
    who = reader(by)
    return once(("choices of engagements", audience(who)), lambda: chosen_from(who))


def chosen_from(who: Reader) -> Choices:
    """The values that are on record."""
    listed = seen(Engagement.objects.filter(umbrella=False), who).order_by()

    def values(name: str) -> tuple[str, ...]:
        return tuple(sorted(set(listed.values_list(name, flat=True).distinct()) - {"", None}))

    def facets(kind: str) -> tuple[str, ...]:
        held = Facet.objects.filter(kind=kind, engagement__in=listed).order_by()
        return tuple(sorted(held.values_list("value", flat=True).distinct()))

    return Choices(
        country=values("places__country"),
        kind=values("kind"),
        state=values("state"),
        mode=values("mode"),
        role=values("role"),
        support=values("support"),
        species=facets("species"),
        theme=facets("theme"),
        year=tuple(sorted({date[:4] for date in values("since")}, reverse=True)),
    )


def engagement(by: str | None, key: str) -> Whole | None:
    """Everything about an engagement; None where there is none that this person may see."""
    who = reader(by)
    one = seen(Engagement.objects.filter(beginning(key)), who).first() if key else None
    if one is None:
        return None
    places = list(one.places.all())
    above = seen(Engagement.objects.filter(parts_of_it=one), who)
    answered = seen(one.provisions.select_related("instrument"), who)
    return Whole(
        deed=deeds([one.pk], who)[0],
        sentence=one.sentence,
        role=one.role,
        level=one.level,
        support=one.support,
        precision=one.precision,
        recurring=one.recurring,
        venue=tuple(each.country for each in places if each.role == Place.Role.VENUE),
        concerned=tuple(each.country for each in places if each.role == Place.Role.CONCERNED),
        regions=tuple(one.regions),
        themes=tuple(one.themes),
        species=tuple(one.species),
        outcome=one.outcome,
        training=one.training,
        logistics=one.logistics,
        umbrella=one.umbrella,
        bodies=tuple(
            (each.body.key, str(each.body), each.role)
            for each in one.parts.select_related("body").order_by("role", "body__name")
        ),
        parent=next(((each.key[:SHORT], each.title) for each in above), None),
        parts=tuple((each.key[:SHORT], each.title) for each in seen(one.parts_of_it.all(), who)),
        provisions=tuple((path_of(each), each.name) for each in answered),
        evidence=evidence(one, who),
        consent=one.consent if inside(who) else "",
        public=one.public,
        change=one.change,
    )


def evidence(one: Engagement, who: Reader) -> tuple[Shows, ...]:
    """What shows an engagement."""
    return tuple(
        Shows(address=each.address, words=each.words, scope=each.scope)
        for each in shows(one.evidence.order_by("id"), who)
    )
