"""The paper on the participation of bodies that are no Parties in a meeting: who did what, which
barriers were met, on which mechanisms of others the convention relies, and what is suggested, with
what it would cost."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from whimbrel.admission.participation import Costs, Tally, Verdict, words
from whimbrel.document import Kind, Node
from whimbrel.reporting.matter import Matter
from whimbrel.reporting.papers.paper import Paper, Rows, paper
from whimbrel.reporting.pen import Pen
from whimbrel.reporting.phrases import counted
from whimbrel.reporting.piece import Piece


@dataclass(frozen=True, slots=True, kw_only=True)
class Took:
    """A body with what it did at the meeting."""

    name: str
    did: Mapping[str, int]
    """Way of taking part -> how often."""
    records: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Relied:
    """A mechanism of another body on which the convention relies."""

    name: str
    body: str
    relied_for: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Would:
    """A suggestion."""

    words: str
    constituencies: tuple[str, ...]
    mechanism: str
    """On which it builds; empty: a process of its own."""
    beside: tuple[str, ...]
    """The mechanisms that do already what it would do."""
    amount: Decimal | None
    currency: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the record has on participation in a meeting."""

    meeting: str
    took: tuple[Took, ...]
    barriers: Tally
    relied: tuple[Relied, ...]
    undecided: int
    """Mechanisms on record of which nobody said yet whether the convention relies on them."""
    would: tuple[Would, ...]
    costs: tuple[Costs, ...]


def participation(matter: Matter, told: Told) -> Paper:
    """The paper. `matter` gives language and date."""
    pen = Pen(matter=matter)
    title = pen.plain("paper.participation", meeting=told.meeting)
    rows = table(pen, told.took)
    pieces = [
        *who(pen, told, rows), *met(pen, told.barriers), *relied(pen, told), *would(pen, told)
    ]  # fmt: skip
    return paper(pen, title, pieces, rows if told.took else ())


def headed(pen: Pen, key: str) -> Piece:
    """The heading of a part."""
    return pen.heading(key, pen.say(f"heading.participation.{key}"))


def tabled(key: str, rows: Rows, records: Iterable[str] = ()) -> Piece:
    """Rows as a table."""
    return Piece(key=key, node=Node(kind=Kind.TABLE, rows=rows), records=tuple(records))


def table(pen: Pen, took: tuple[Took, ...]) -> Rows:
    """A line for each body, a column for each way of taking part."""
    ways = words("kinds")
    head = (pen.plain("column.body"), *(one.named(pen.language) for one in ways.values()))
    return (head, *((one.name, *(str(one.did.get(way, "–")) for way in ways)) for one in took))


def who(pen: Pen, told: Told, rows: Rows) -> list[Piece]:
    """Who took part."""
    head = headed(pen, "who")
    if not told.took:
        return [head, pen.paragraph("none", pen.say("participation.none", meeting=told.meeting))]
    n = counted(pen.language, "bodies", len(told.took))
    lead = pen.paragraph("lead", pen.say("participation.lead", n=n, meeting=told.meeting))
    return [head, lead, tabled("table", rows, (each for one in told.took for each in one.records))]


def met(pen: Pen, found: Tally) -> list[Piece]:
    """Barriers, and what the record says of the statement that there was none."""
    phrase = {
        Verdict.CONTRADICTED: "participation.barred",
        Verdict.NOT_CONTRADICTED: "participation.free",
        Verdict.NOT_KNOWN: "participation.unasked",
    }[found.verdict]  # fmt: skip
    asked = counted(pen.language, "bodies", found.asked)
    runs = pen.say(phrase, asked=asked, met=str(found.met), none=str(found.none))
    kinds = words("barriers")
    listed = [f"{kinds[one.kind].named(pen.language)} ({one.records})" for one in found.kinds]
    children = pen.items(listed) if listed else ()
    return [headed(pen, "barriers"), pen.paragraph("barriers/found", runs, children=children)]


def relied(pen: Pen, told: Told) -> list[Piece]:
    """The mechanisms on which the convention relies."""
    gaps = [pen.plain("participation.undecided", n=str(told.undecided))] if told.undecided else []
    head = headed(pen, "mechanisms")
    if not told.relied:
        runs = pen.say("participation.relies.none")
        return [head, pen.paragraph("mechanisms/none", runs, gaps=gaps)]
    listed = [
        pen.say("participation.relies", name=one.name, body=one.body, what=one.relied_for)
        if one.body
        else pen.say("participation.relies.alone", name=one.name, what=one.relied_for)
        for one in told.relied
    ]
    lead = pen.say("participation.relies.lead")
    return [head, pen.paragraph("mechanisms/list", lead, children=pen.items(listed), gaps=gaps)]


def would(pen: Pen, told: Told) -> list[Piece]:
    """What is suggested, and what it would cost for each constituency."""
    head = headed(pen, "suggestions")
    if not told.would:
        return [head, pen.paragraph("suggestions/none", pen.say("participation.suggested.none"))]
    columns = ("suggestion", "whom", "builds", "cost")
    rows = (
        tuple(pen.plain(f"column.{name}") for name in columns),
        *(suggested(pen, one) for one in told.would),
    )
    sums = (
        tuple(pen.plain(f"column.{name}") for name in ("whom", "known", "unknown")),
        *(summed(pen, one) for one in told.costs),
    )
    return [
        head, pen.paragraph("suggestions/lead", pen.say("participation.suggested")),
        tabled("suggestions/table", rows),
        pen.paragraph("suggestions/costs", pen.say("participation.costs")),
        tabled("suggestions/sums", sums),
    ]  # fmt: skip


def suggested(pen: Pen, one: Would) -> tuple[str, ...]:
    """A line of the table of suggestions."""
    builds = one.mechanism or pen.plain("participation.own")
    if one.beside:
        builds = pen.plain("participation.beside", names=", ".join(one.beside))
    amount = pen.plain("unknown") if one.amount is None else money(one.amount, one.currency)
    return one.words, people(pen, one.constituencies), builds, amount


def summed(pen: Pen, one: Costs) -> tuple[str, ...]:
    """A line of the table of costs."""
    sums = "; ".join(money(amount, currency) for currency, amount in one.sums)
    whom = people(pen, tuple(one.constituency.split("; ")))
    return whom, sums or pen.plain("unknown"), str(one.unknown)


def money(amount: Decimal, currency: str) -> str:
    """An amount with its currency, as tables of costs have it."""
    whole = amount == amount.to_integral_value()
    return f"{currency} {amount:.0f}" if whole else f"{currency} {amount:.2f}"


def people(pen: Pen, constituencies: tuple[str, ...]) -> str:
    """Constituencies in the language of the paper."""
    known = words("constituencies")
    return ", ".join(
        known[one].named(pen.language) if one in known else one for one in constituencies
    )
