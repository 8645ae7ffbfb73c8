"""Draft decisions: the list of them, and one with its words in each version, its costs and what it
goes on from."""

from collections.abc import Sequence
from dataclasses import dataclass

from whimbrel.mandates.compare import Comparison, compare
from whimbrel.queries.lineage import Step, steps
from whimbrel.queries.listed import Listed, page_of
from whimbrel.queries.papers import inside
from whimbrel.queries.provisions import slug
from whimbrel.queries.scope import Reader, reader, seen
from whimbrel.register.models import Draft, DraftText, Succession


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
    listed = seen(Draft.objects.all(), who).order_by("-meeting__starts", "placeholder", "key")
    if asks.meeting:
        listed = listed.filter(meeting__short=asks.meeting)
    if asks.state:
        listed = listed.filter(state=asks.state)
    if asks.costed:
        listed = listed.filter(costs__isnull=asks.costed != "yes").distinct()
    if asks.q:
        listed = listed.filter(text__icontains=asks.q) | listed.filter(heading__icontains=asks.q)
    return page_of(listed, lambda keys: rows(keys, who), page)


def rows(keys: Sequence[int], who: Reader) -> tuple[Drafted, ...]:
    """Drafts as rows, by their keys and in that order."""
    listed = Draft.objects.filter(pk__in=keys).select_related("meeting", "instrument")
    found = {one.pk: row(one) for one in listed.prefetch_related("costs", "predecessors__old")}
    return tuple(found[key] for key in keys if key in found)


def row(one: Draft) -> Drafted:
    """A draft as a row."""
    number = one.instrument.number if one.instrument else ""
    refused = Succession.State.REFUSED
    before = [each.old.name for each in one.predecessors.all() if each.state != refused]
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
    one = seen(Draft.objects.filter(key=key), who).select_related("meeting", "instrument").first()
    if one is None:
        return None
    before = one.predecessors.values_list("pk", flat=True)
    return Whole(
        drafted=row(one), address=one.address, result=one.result, versions=versions(one, who),
        costs=tuple(
            Costed(
                activity=each.activity, year=each.year, source=each.source,
                amount="" if each.amount is None else f"{each.amount:.2f}",
                currency=each.currency, days=each.days,
            )
            for each in one.costs.all()
        ),
        comes_from=steps(before, who) if inside(who) else (), public=one.public, change=one.change,
    )  # fmt: skip


def versions(one: Draft, who: Reader) -> tuple[Version, ...]:
    """Its words in each paper of the session, in their order."""
    made: list[Version] = []
    last = ""
    for each in one.texts.select_related("by"):
        words = whole_of(each)
        made.append(
            Version(
                name=each.name, by=each.by.name if inside(who) else "",
                at=each.at.date().isoformat(), text=each.text, items=lettered(each),
                comparison=compare(last, words) if last else None,
            )
        )  # fmt: skip
        last = words
    return tuple(made)


def whole_of(one: DraftText) -> str:
    """The words of a version with its items."""
    return " ".join((one.text, *(f"{label} {text}" for label, text in one.items)))
