"""Engagements: what was done, with whom, where and when, and what shows it."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet

from whimbrel.queries.listed import SIZE, Listed
from whimbrel.queries.provisions import path_of
from whimbrel.queries.scope import Reader, reader, seen
from whimbrel.register.models import Engagement, Evidence, Facet, Part, Place, Provision
from whimbrel.register.names import SHORT

FEW = 500
"""Engagements whose parts are asked for at once."""


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
    country: str = ""
    venue: str = ""
    """Only where it took place."""
    kind: str = ""
    state: str = ""
    mode: str = ""
    year: str = ""
    provision: str = ""
    species: str = ""
    support: str = ""
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


COLUMNS = ("pk", "key", "kind", "title", "since", "until", "place", "mode", "state")


def deeds(listed: QuerySet[Engagement]) -> tuple[Deed, ...]:
    """Engagements as rows: five questions to the database, however many there are, and no more of
    each table than a row shows."""
    found = list(listed.values_list(*COLUMNS))
    keys = [one[0] for one in found]
    bodies, places = defaultdict(list), defaultdict(list)
    provisions, evidence = defaultdict(list), defaultdict(list)
    # Some at a time: a database takes no list of keys without an end.
    for some in (keys[at : at + FEW] for at in range(0, len(keys), FEW)):
        parts = Part.objects.filter(engagement__in=some).order_by("pk")
        for pk, role, short, name in parts.values_list(
            "engagement", "role", "body__acronym", "body__name"
        ):
            bodies[pk].append((role, short or name))
        there = Place.objects.filter(engagement__in=some).order_by("pk")
        for pk, role, country in there.values_list("engagement", "role", "country"):
            places[pk].append((role, country))
        answers = Provision.objects.filter(engagements__in=some)
        for pk, name in answers.values_list("engagements", "name"):
            provisions[pk].append(name)
        shown = Evidence.objects.filter(engagement__in=some).order_by("pk")
        for pk, address in shown.values_list("engagement", "address"):
            evidence[pk].append(address)
    organiser, inferred = "organiser", Place.Role.INFERRED
    return tuple(
        Deed(
            key=key[:SHORT], kind=kind, title=title,
            partners=tuple(dict.fromkeys(name for r, name in bodies[pk] if r != organiser)),
            organisers=tuple(dict.fromkeys(name for r, name in bodies[pk] if r == organiser)),
            since=since, until=until, place=place,
            countries=tuple(dict.fromkeys(code for r, code in places[pk] if r != inferred)),
            inferred=tuple(dict.fromkeys(code for r, code in places[pk] if r == inferred)),
            mode=mode, state=state, provisions=tuple(provisions[pk]), evidence=tuple(evidence[pk]),
        )
        for pk, key, kind, title, since, until, place, mode, state in found
    )  # fmt: skip


def narrowed(listed: QuerySet[Engagement], asks: Filter) -> QuerySet[Engagement]:
    """The list, narrowed. What only announces others is never counted."""
    listed = listed.filter(umbrella=False)
    equal = {"kind": asks.kind, "state": asks.state, "mode": asks.mode, "support": asks.support}
    listed = listed.filter(**{name: value for name, value in equal.items() if value})
    if asks.partner:
        with_it = Part.objects.filter(Q(body__key=asks.partner) | Q(body__parent__key=asks.partner))
        listed = listed.filter(pk__in=with_it.values("engagement"))
    if asks.country:
        listed = listed.filter(
            pk__in=Place.objects.filter(country=asks.country).values("engagement")
        )
    if asks.venue:
        there = Place.objects.filter(country=asks.venue, role=Place.Role.VENUE)
        listed = listed.filter(pk__in=there.values("engagement"))
    if asks.year:
        # As exact as stated: `2025`, `2025-11` and `2025-11-03` all begin with their year.
        within = Q(since__lte=f"{asks.year}-99") & Q(until__gte=asks.year)
        listed = listed.filter(within & ~Q(since=""))
    if asks.provision:
        answers = Provision.objects.filter(name=asks.provision)
        listed = listed.filter(pk__in=answers.values("engagements"))
    if asks.species:
        about = Facet.objects.filter(kind="species", value=asks.species)
        listed = listed.filter(pk__in=about.values("engagement"))
    if asks.evidence:
        shown = Exists(Evidence.objects.filter(engagement=OuterRef("pk")))
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
    listed = narrowed(seen(Engagement.objects.all(), reader(by)), asks or Filter())
    ordered = listed.order_by("-since", "title")
    if page is None:
        rows = deeds(ordered)
        return Listed(rows=rows, total=len(rows), size=max(1, len(rows)))
    start = (max(1, page) - 1) * SIZE
    rows = deeds(ordered[start : start + SIZE])
    return Listed(rows=rows, total=listed.count(), page=max(1, page))


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What the list can be narrowed by."""

    country: tuple[str, ...]
    kind: tuple[str, ...]
    state: tuple[str, ...]
    mode: tuple[str, ...]
    year: tuple[str, ...]


def choices(by: str | None) -> Choices:
    """The values that a person can narrow the list of engagements by."""
    listed = seen(Engagement.objects.filter(umbrella=False), reader(by)).order_by()

    def values(name: str) -> tuple[str, ...]:
        return tuple(sorted(set(listed.values_list(name, flat=True).distinct()) - {"", None}))

    return Choices(
        country=values("places__country"),
        kind=values("kind"),
        state=values("state"),
        mode=values("mode"),
        year=tuple(sorted({date[:4] for date in values("since")}, reverse=True)),
    )


def engagement(by: str | None, key: str) -> Whole | None:
    """Everything about an engagement; None where there is none that this person may see."""
    who = reader(by)
    one = seen(Engagement.objects.filter(key__startswith=key), who).first() if key else None
    if one is None:
        return None
    places = list(one.places.all())
    return Whole(
        deed=deeds(Engagement.objects.filter(pk=one.pk))[0],
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
        parent=(one.parent.key[:SHORT], one.parent.title) if one.parent else None,
        parts=tuple((each.key[:SHORT], each.title) for each in seen(one.parts_of_it.all(), who)),
        provisions=tuple(
            (path_of(each), each.name) for each in one.provisions.select_related("instrument")
        ),
        evidence=evidence(one, who),
        consent=one.consent,
        public=one.public,
        change=one.change,
    )


def evidence(one: Engagement, who: Reader) -> tuple[Shows, ...]:
    """What shows an engagement."""
    return tuple(
        Shows(address=each.address, words=each.words, scope=each.scope)
        for each in one.evidence.order_by("id")
    )
