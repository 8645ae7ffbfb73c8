"""Draft decisions: the list of them, and one with its words in each version, its costs and what it
goes on from."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import F

from whimbrel.mandates.compare import Comparison, compare
from whimbrel.queries.lineage import Step, draft_words, steps
from whimbrel.queries.listed import Listed, page_of
from whimbrel.queries.papers import inside, unseen
from whimbrel.queries.provisions import slug
from whimbrel.queries.scope import Reader, few, reader, seen
from whimbrel.register.models import Draft, DraftText, Provision, Succession


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted:
    """A draft in a list."""

    key: str
    placeholder: str
    meeting: str
    heading: str
    line: str
    text: str
    items: tuple[tuple[str, str], ...]
    author: str
    state: str
    number: str
    """The number that it took; empty until it is adopted."""
    path: str
    """The address of that decision after `/decisions/`."""
    costed: bool
    """Somebody said what it costs."""
    renews: tuple[str, ...]
    """The provisions that it goes on from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """The words of a draft in one paper of the session, beside those before."""

    name: str
    by: str
    at: str
    text: str
    items: tuple[tuple[str, str], ...]
    comparison: Comparison | None
    """None for the first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Costed:
    """What an activity costs in a year."""

    activity: str
    year: int | None
    source: str
    amount: str
    currency: str
    days: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """Everything about one draft."""

    drafted: Drafted
    address: str
    """The paper in which it stands."""
    result: str
    versions: tuple[Version, ...]
    costs: tuple[Costed, ...]
    comes_from: tuple[Step, ...]
    public: bool
    change: int


NEWEST = F("meeting__starts").desc(nulls_last=True)
STATES = tuple(str(value) for value in Draft.State.values)
"""How far a draft may have come."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """How the list of drafts is narrowed."""

    meeting: str = ""
    state: str = ""
    costed: str = ""
    """`yes` or `no`."""
    q: str = ""


def drafts(by: str | None, asks: Filter, *, page: int | None = 1) -> Listed[Drafted]:
    """Drafts by their meeting, the newest first."""
    who = reader(by)
    listed = seen(Draft.objects.all(), who)
    listed = listed.order_by(NEWEST, "-meeting__short", "placeholder", "key")
    if asks.meeting:
        listed = listed.filter(meeting__short=asks.meeting)
    if asks.state:
        listed = listed.filter(state=asks.state)
    if asks.costed:
        listed = listed.filter(costs__isnull=asks.costed != "yes").distinct()
    if asks.q:
        listed = listed.filter(text__icontains=asks.q) | listed.filter(heading__icontains=asks.q)
    return page_of(listed, lambda keys: rows(keys, who), page)


def meetings(by: str | None) -> tuple[str, ...]:
    """The meetings to which drafts are proposed, the newest first."""
    listed = seen(Draft.objects.all(), reader(by)).order_by(NEWEST, "-meeting__short")
    return tuple(dict.fromkeys(listed.values_list("meeting__short", flat=True)))


def entered(by: str | None, symbol: str) -> tuple[Drafted, ...]:
    """The drafts that stand in a document, in the order of their numbers."""
    who = reader(by)
    listed = seen(Draft.objects.filter(address__startswith=f"{symbol}#"), who)
    return rows(list(listed.order_by("placeholder", "key").values_list("pk", flat=True)), who)


def rows(keys: Sequence[int], who: Reader) -> tuple[Drafted, ...]:
    """Drafts as rows, by their keys and in that order."""
    listed = Draft.objects.filter(pk__in=keys).select_related("meeting", "instrument")
    listed = listed.prefetch_related("costs", "predecessors__old")
    known = sources(listed, who)
    found = {one.pk: row(one, known) for one in listed}
    return tuple(found[key] for key in keys if key in found)


def sources(listed: Iterable[Draft], who: Reader) -> frozenset[int]:
    """The successions of drafts that a reader may know of: outside, what was confirmed of
    provisions that they may see."""
    every = [each for one in listed for each in one.predecessors.all()]
    if inside(who):
        return frozenset(each.pk for each in every if each.state != Succession.State.REFUSED)
    allowed = few(Provision, (each.old_id for each in every), who)
    confirmed = [each for each in every if each.state == Succession.State.CONFIRMED]
    return frozenset(each.pk for each in confirmed if each.old_id in allowed)


def row(one: Draft, known: frozenset[int]) -> Drafted:
    """A draft as a row."""
    number = one.instrument.number if one.instrument else ""
    before = [each.old.name for each in one.predecessors.all() if each.pk in known]
    return Drafted(
        key=one.key, placeholder=one.placeholder, meeting=one.meeting.short, heading=one.heading,
        line=one.line, text=one.text, items=lettered(one), author=one.author, state=one.state,
        number=number, path=slug(number), costed=bool(one.costs.all()), renews=tuple(before),
    )  # fmt: skip


def lettered(one: Draft | DraftText) -> tuple[tuple[str, str], ...]:
    """Its items with their letters."""
    return tuple((str(label), str(text)) for label, text in one.items)


def draft(by: str | None, key: str) -> Whole | None:
    """Everything about a draft; None where there is none that this person may see."""
    who = reader(by)
    listed = seen(Draft.objects.filter(key=key), who).select_related("meeting", "instrument")
    one = listed.prefetch_related("costs", "predecessors__old").first()
    if one is None:
        return None
    every = one.predecessors.all()
    known = sources([one], who)
    shown = known | {each.pk for each in every if inside(who)}
    return Whole(
        drafted=row(one, known), address="" if unseen([one.address], who) else one.address,
        result=one.result, versions=versions(one, who),
        costs=tuple(
            Costed(
                activity=each.activity, year=each.year, source=each.source,
                amount="" if each.amount is None else f"{each.amount:.2f}",
                currency=each.currency, days=each.days,
            )
            for each in one.costs.all()
        ),
        comes_from=steps(shown, who), public=one.public, change=one.change,
    )  # fmt: skip


def versions(one: Draft, who: Reader) -> tuple[Version, ...]:
    """Its words in each paper of the session, in their order."""
    made: list[Version] = []
    last = ""
    for each in one.texts.select_related("by"):
        words = draft_words(each)
        made.append(
            Version(
                name=each.name, by=each.by.name if inside(who) else "",
                at=each.at.date().isoformat(), text=each.text, items=lettered(each),
                comparison=compare(last, words) if last else None,
            )
        )  # fmt: skip
        last = words
    return tuple(made)
