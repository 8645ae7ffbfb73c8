"""Papers on admission to a meeting: the list of applicants that goes to the Parties, and that of
the observers who are admitted."""

from collections.abc import Iterable
from dataclasses import dataclass

from whimbrel.document import Kind, Node
from whimbrel.reporting.countries import country_name
from whimbrel.reporting.dates import date, written
from whimbrel.reporting.matter import Matter
from whimbrel.reporting.papers.paper import Paper, paper
from whimbrel.reporting.pen import Pen
from whimbrel.reporting.phrases import counted
from whimbrel.reporting.piece import Piece


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """A body that applies."""

    key: str
    """Of its application."""
    name: str
    country: str
    kind: str
    """As applicants have it: `ngo`; empty: not known."""
    scope: str
    approval: str
    """What its State answered: `granted`, `refused`, `pending`, `none`; empty: it needs none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Admitted:
    """A body with a status."""

    key: str
    name: str
    country: str
    status: str
    since: str
    until: str
    decided_by: str


def applicants(matter: Matter, meeting: str, listed: Iterable[Asking]) -> Paper:
    """The list of applicants for a meeting. `matter` gives language and date."""
    pen, rows = Pen(matter=matter), list(listed)
    title = pen.plain("paper.applicants", meeting=meeting)
    if not rows:
        return paper(pen, title, [pen.paragraph("none", pen.say("applicants.none"), label=None)])
    n = counted(pen.language, "bodies", len(rows))
    lead = pen.paragraph("lead", pen.say("applicants.lead", n=n), label=None)
    columns = ("body", "country", "applicant", "scope", "approval", "case")
    head = tuple(pen.plain(f"column.{name}") for name in columns)
    table = (head, *(asking(pen, one) for one in rows))
    records = tuple(one.key for one in rows)
    return paper(pen, title, [lead, tabled(table, records)], table)


def asking(pen: Pen, one: Asking) -> tuple[str, ...]:
    """One applicant."""
    return (
        one.name, place(pen, one.country), said(pen, "applicant", one.kind),
        said(pen, "scope", one.scope), pen.phrase_or(f"approval.{one.approval}", "–"), one.key,
    )  # fmt: skip


def observers(matter: Matter, meeting: str, listed: Iterable[Admitted]) -> Paper:
    """The list of observers admitted to a meeting."""
    pen, rows = Pen(matter=matter), list(listed)
    title = pen.plain("paper.observers", meeting=meeting)
    if not rows:
        return paper(pen, title, [pen.paragraph("none", pen.say("observers.none"), label=None)])
    day = date(pen.language, matter.date) if matter.date else pen.plain("unknown")
    lead = pen.paragraph("lead", pen.say("observers.lead", date=day), label=None)
    columns = ("body", "country", "standing", "from", "to", "decided")
    head = tuple(pen.plain(f"column.{name}") for name in columns)
    table = (head, *(admitted(pen, one) for one in rows))
    records = tuple(one.key for one in rows)
    return paper(pen, title, [lead, tabled(table, records)], table)


def admitted(pen: Pen, one: Admitted) -> tuple[str, ...]:
    """One observer."""
    return (
        one.name, place(pen, one.country), pen.phrase_or(f"status.{one.status}", one.status),
        written(pen.language, one.since), written(pen.language, one.until) if one.until else "–",
        one.decided_by,
    )  # fmt: skip


def tabled(rows: tuple[tuple[str, ...], ...], records: tuple[str, ...]) -> Piece:
    """Rows as a table."""
    return Piece(key="table", node=Node(kind=Kind.TABLE, rows=rows), records=records)


def place(pen: Pen, code: str) -> str:
    """The name of a State; not known where it is not."""
    return country_name(pen.language, code) if code else pen.plain("unknown")


def said(pen: Pen, family: str, value: str) -> str:
    """A value of an applicant in words; not known where it gave none."""
    return pen.phrase_or(f"{family}.{value}", value) if value else pen.plain("unknown")
