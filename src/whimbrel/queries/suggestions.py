"""Suggestions for Indigenous Peoples, local communities and youth: with their cost, and with the
mechanism of another body that does it already where one would be a process beside it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from whimbrel.admission.participation import JOIN, Priced, Serving, costs, parallels, several
from whimbrel.queries.listed import Listed, whole
from whimbrel.queries.scope import Reader, few, reader, seen
from whimbrel.register.models import Mechanism, Suggestion
from whimbrel.register.names import numbered


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """A mechanism that does already what a suggestion would do."""

    key: str
    name: str
    functions: tuple[str, ...]
    """That both serve."""
    constituencies: tuple[str, ...]
    """That both are for."""
    inferred: bool
    """The functions of one of them are inferred of its words: look before you believe it."""
    relied: bool | None
    """Whether the convention relies on it; None: not decided."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggested:
    """A suggestion."""

    number: str
    words: str
    constituencies: tuple[str, ...]
    provision: str
    mechanism: str
    """Key of the mechanism that it builds on; empty: a process of its own, or not theirs to see."""
    mechanism_name: str
    own: bool
    """It would be a process of its own."""
    parallels: tuple[Beside, ...]
    """What does already what it would do; of one that builds on a mechanism, nothing is asked."""
    amount: str | None
    """None: its cost is not known."""
    currency: str
    basis: str
    source: str
    public: bool
    change: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """How the list is narrowed; an empty field narrows nothing."""

    constituency: str = ""
    parallel: str = ""
    """`yes`: a process beside a mechanism on record; `no`."""
    mechanism: str = ""
    """The key of what it builds on."""
    q: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """What the suggestions for a constituency would cost."""

    constituencies: tuple[str, ...]
    """Several, where suggestions are for them together: their cost is nobody's share."""
    suggestions: int
    sums: tuple[tuple[str, str], ...]
    """(currency, sum of the known amounts): currencies are never added up."""
    unknown: int
    """Suggestions whose cost is not known."""


def suggestions(
    by: str | None, asks: Filter | None = None, *, page: int | None = None
) -> Listed[Suggested]:
    """Suggestions by constituency, those that would be a process beside a mechanism on record with
    which."""
    return whole(narrowed(reader(by), asks or Filter()), page)


def suggestion(by: str | None, number: str) -> Suggested | None:
    """One of them; None where there is none that this person may see."""
    who = reader(by)
    listed = seen(Suggestion.objects.filter(numbered(number)), who).select_related("mechanism")
    return next(iter(rows(listed, who)), None)


def costs_of(by: str | None, asks: Filter | None = None) -> tuple[Sum, ...]:
    """What the suggestions that are asked for would cost, by constituency."""
    priced = (
        Priced(
            constituency=JOIN.join(one.constituencies), currency=one.currency,
            amount=None if one.amount is None else Decimal(one.amount),
        )
        for one in narrowed(reader(by), asks or Filter())
    )  # fmt: skip
    return tuple(
        Sum(
            constituencies=several(one.constituency),
            suggestions=one.suggestions,
            sums=tuple((currency, str(amount)) for currency, amount in one.sums),
            unknown=one.unknown,
        )
        for one in costs(priced)
    )


def narrowed(who: Reader, asks: Filter) -> list[Suggested]:
    """The list that is asked for."""
    listed = seen(Suggestion.objects.all(), who).select_related("mechanism")
    if asks.constituency:
        listed = listed.filter(constituency__contains=asks.constituency)
    if asks.mechanism:
        listed = listed.filter(mechanism__key=asks.mechanism)
    if asks.q:
        listed = listed.filter(words__icontains=asks.q)
    parallel = {"yes": True, "no": False}.get(asks.parallel)
    made = rows(listed.order_by("constituency", "pk"), who)
    return [one for one in made if parallel in (None, bool(one.parallels))]


def rows(listed: Iterable[Suggestion], who: Reader) -> Iterable[Suggested]:
    """Suggestions as rows, each held against the mechanisms that the reader may see."""
    every = list(listed)
    known = list(seen(Mechanism.objects.order_by("constituency", "name"), who))
    links = set(few(Mechanism, [one.mechanism_id for one in every if one.mechanism_id], who))
    for one in every:
        on = one.mechanism if one.mechanism_id in links else None
        yield Suggested(
            number=str(one.pk), words=one.words, constituencies=several(one.constituency),
            provision=one.provision, mechanism=on.key if on else "",
            mechanism_name=on.name if on else "", own=one.mechanism_id is None,
            parallels=beside(one, known) if one.mechanism_id is None else (),
            amount=None if one.amount is None else str(one.amount), currency=one.currency,
            basis=one.basis, source=one.source, public=one.public, change=one.change,
        )  # fmt: skip


def beside(one: Suggestion, known: Sequence[Mechanism]) -> tuple[Beside, ...]:
    """The mechanisms that do already what a suggestion would do."""
    by_key = {each.key: each for each in known}
    proposed = Serving(name=str(one.pk), words=one.words, constituencies=several(one.constituency))
    found = parallels(proposed, [serving(each) for each in known])
    return tuple(
        Beside(
            key=each.mechanism.name, name=by_key[each.mechanism.name].name,
            functions=each.functions, constituencies=each.constituencies,
            inferred=each.inferred, relied=by_key[each.mechanism.name].relied,
        )
        for each in found
    )  # fmt: skip


def serving(one: Mechanism) -> Serving:
    """A mechanism as something that serves, called by its key."""
    return Serving(
        name=one.key, words=f"{one.name} {one.offers}",
        constituencies=several(one.constituency), serves=tuple(one.serves),
    )  # fmt: skip
