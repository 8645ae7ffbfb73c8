"""The register of mechanisms of other bodies for Indigenous Peoples, local communities and youth,
and those that the facts know beside it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from whimbrel.admission.participation import offers, several, told_of
from whimbrel.queries.listed import Listed, page_of
from whimbrel.queries.participation import linked
from whimbrel.queries.scope import Reader, reader, seen
from whimbrel.register.models import Mechanism, Suggestion


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """A mechanism of another body, as the record has it."""

    key: str
    name: str
    body: str
    body_key: str
    """Empty where the body is not theirs to see."""
    constituencies: tuple[str, ...]
    offers: str
    serves: tuple[str, ...]
    inferred: bool
    """Nobody named the functions: they are inferred of its words."""
    source: str
    relied: bool | None
    """Whether the convention relies on it; None: not decided."""
    relied_for: str
    provision: str
    suggestions: int
    """That build on it."""
    public: bool
    change: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A mechanism that the facts know."""

    key: str
    name: str
    body: str
    constituencies: tuple[str, ...]
    offers: str
    serves: tuple[str, ...]
    source: str
    status: str
    """`seen`, `memory` or `unknown`: how it is known."""
    recorded: bool
    """It is on record already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """How the register is narrowed; an empty field narrows nothing."""

    constituency: str = ""
    serves: str = ""
    relied: str = ""
    """`yes`, `no` or `not decided`."""
    q: str = ""


def mechanisms(
    by: str | None, asks: Filter | None = None, *, page: int | None = None
) -> Listed[Offered]:
    """Mechanisms on record, by constituency and name."""
    who = reader(by)
    return page_of(narrowed(who, asks or Filter()), lambda keys: rows(keys, who), page)


def mechanism(by: str | None, key: str) -> Offered | None:
    """One of them; None where there is none that this person may see."""
    who = reader(by)
    one = seen(Mechanism.objects.filter(key=key), who).first()
    return rows((one.pk,), who)[0] if one else None


def known(by: str | None) -> tuple[Fact, ...]:
    """The mechanisms that the facts know, each with how it is known, and whether it is on record
    as far as a person may see."""
    held = set(seen(Mechanism.objects.order_by(), reader(by)).values_list("key", flat=True))
    return tuple(
        Fact(
            key=one.key, name=one.name, body=one.body, constituencies=one.constituencies,
            offers=one.offers, serves=one.serves, source=one.source, status=str(one.status),
            recorded=one.key in held,
        )
        for one in offers().values()
    )  # fmt: skip


RELIED = {"yes": True, "no": False, "not decided": None}


def narrowed(who: Reader, asks: Filter) -> QuerySet[Mechanism]:
    """The register that is asked for."""
    listed = seen(Mechanism.objects.all(), who)
    if asks.constituency:
        listed = listed.filter(constituency__contains=asks.constituency)
    if asks.relied in RELIED:
        relied = RELIED[asks.relied]
        listed = (
            listed.filter(relied__isnull=True) if relied is None else listed.filter(relied=relied)
        )
    if asks.q:
        listed = listed.filter(Q(name__icontains=asks.q) | Q(offers__icontains=asks.q))
    if asks.serves:
        # In no database's own words for JSON: the functions may be inferred.
        keys = [one.pk for one in listed if asks.serves in functions(one)]
        listed = listed.filter(pk__in=keys)
    return listed.order_by("constituency", "name", "pk")


def functions(one: Mechanism) -> tuple[str, ...]:
    """The functions that a mechanism serves: as a person named them, else inferred of its words."""
    return tuple(one.serves) or told_of("functions", f"{one.name} {one.offers}")


def rows(keys: Iterable[int], who: Reader) -> tuple[Offered, ...]:
    """Mechanisms by their keys, in that order."""
    order = list(keys)
    listed = Mechanism.objects.filter(pk__in=order).order_by().select_related("body")
    found = {one.pk: one for one in listed}
    links = linked((one.body for one in found.values()), who)
    built = seen(Suggestion.objects.filter(mechanism__in=order).order_by(), who)
    counts = dict(built.values_list("mechanism").annotate(Count("pk")))
    return tuple(
        Offered(
            key=one.key, name=one.name, body=str(one.body) if one.body else "",
            body_key=links.get(one.body.pk, "") if one.body else "",
            constituencies=several(one.constituency), offers=one.offers, serves=functions(one),
            inferred=not one.serves, source=one.source, relied=one.relied,
            relied_for=one.relied_for, provision=one.provision,
            suggestions=counts.get(one.pk, 0), public=one.public, change=one.change,
        )
        for one in (found[key] for key in order if key in found)
    )  # fmt: skip
