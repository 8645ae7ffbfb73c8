"""Provisions as a list: what was asked of whom, narrowed by what people ask for."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.db.models import Q, QuerySet

from whimbrel.queries.glance import asked_of
from whimbrel.queries.kept import conditions, linked
from whimbrel.queries.listed import Listed, keys_of, page_of
from whimbrel.queries.narrowing import Filter, last, narrowed, spoken
from whimbrel.queries.once import once
from whimbrel.queries.papers import inside
from whimbrel.queries.scope import Reader, audience, reader, seen
from whimbrel.register.models import (
    Condition,
    Facet,
    Instrument,
    Meeting,
    Provision,
    Wording,
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


def rows(keys: Sequence[int], who: Reader) -> tuple[Asked, ...]:
    """Provisions as rows, by their keys and in that order."""
    return tuple(by_key(keys, who).values())


def by_key(keys: Sequence[int], who: Reader) -> dict[int, Asked]:
    """Key -> provision as its reader sees it in a row, in the order of the keys: three questions to
    the database, however many they are."""
    return asked_of(("rows", who), keys, lambda: gathered(keys, who))


def gathered(keys: Sequence[int], who: Reader) -> dict[int, Asked]:
    """The same, from the record. Values are fetched and not whole records: they take a third of the
    time."""
    listed = Provision.objects.filter(pk__in=keys).order_by()
    told = {"status": last("status", who), "stated": last("stated", who)}
    found = {one[0]: one for one in listed.values_list(*FIELDS, *told.values())}
    held: defaultdict[int, list[tuple[str, str]]] = defaultdict(list)
    for key, words, _kind, funding in conditions(keys):
        held[key].append((words, funding))
    earlier = {} if inside(who) else published(keys)
    engagements = Counter(key for key, _ in linked(keys, who))
    return {
        key: asked(
            (*found[key][:2], *earlier.get(key, found[key][2:4]), *found[key][4:]),
            held[key],
            engagements[key],
            who,
        )
        for key in keys
        if key in found
    }


def published(keys: Sequence[int]) -> dict[int, tuple[str, bool]]:
    """Key -> (text, whether it is a paraphrase), where the newest words stand in a paper that is
    not public and others were known before."""
    known = Q(version=None) | Q(version__public=True)
    listed = Wording.objects.filter(known, provision__in=keys, provision__version__public=False)
    rows = listed.order_by("pk").values_list("provision", "text", "paraphrase")
    return {key: (text, paraphrase) for key, text, paraphrase in rows}


def asked(
    one: tuple[Any, ...], conditions: Sequence[tuple[str, str]], engagements: int, who: Reader
) -> Asked:
    """A row, of what was gathered for it; the names of colleagues are told inside only."""
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
        assigned=(assigned or "") if inside(who) else "",
        status=told[0] or "",
        stated=bool(told[1]),
        engagements=engagements,
    )


def listed_for(by: str | None, asks: Filter) -> QuerySet[Provision]:
    """Provisions that a person may see, narrowed, by instrument and name."""
    who = reader(by)
    listed = narrowed(seen(Provision.objects.all(), who), asks, who)
    return listed.order_by("instrument__key", "name")


def provisions(
    by: str | None, asks: Filter | None = None, *, page: int | None = None
) -> Listed[Asked]:
    """Provisions that a person may see, by instrument and name. ValueError: `on` is no date."""
    return page_of(listed_for(by, asks or Filter()), partial(rows, who=reader(by)), page)


def keys_first(by: str | None, asks: Filter, count: int) -> tuple[int, ...]:
    """The keys of the first of them, uncounted."""
    return keys_of(listed_for(by, asks), 0, count)


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

    with_others = (
        listed.exclude(collaborators=[]).values_list("collaborators", flat=True).distinct()
    )
    holders = Instrument.objects.filter(pk__in=listed.values("instrument"))
    meetings = Meeting.objects.filter(pk__in=holders.values("meeting"))
    told, held = spoken(who).order_by(), Condition.objects.order_by()
    if listed is not everything:
        told, held = told.filter(provision__in=listed), held.filter(provision__in=listed)
    statuses = told.values_list("status", flat=True).distinct()
    proposed = told.values_list("disposition", flat=True).distinct()
    kinds = held.values_list("kind", flat=True).distinct()
    funding = held.values_list("funding", flat=True).distinct()
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
