"""The cost table: hours and money of each option in a year, for applicants, States and the
secretariat. All of it rests on assumed figures."""

from dataclasses import dataclass

from whimbrel.admission.compare import Compared
from whimbrel.procedures.interval import Interval
from whimbrel.procedures.known import Known
from whimbrel.reporting.papers.paper import Rows
from whimbrel.reporting.papers.schemes.weighed import Weighed
from whimbrel.reporting.piece import Piece

FIGURES = ("arrivals", "hour-cost", "budget")
COLUMNS = ("applicants", "States", "applications", "recurring", "money", "share", "fees")


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """What one option costs in a year."""

    applicants: Interval
    """Hours, of all applicants together."""
    states: Interval
    applications: Interval
    """Hours of the secretariat for applications."""
    recurring: Interval
    """Hours of the secretariat for reports and registers."""
    money: Interval
    """Of the secretariat, in the currency of the assumed cost of an hour."""
    share: Interval | None
    """Of the budget, per cent; None: the budget may be nothing."""


def year(found: Compared, at: int) -> Year:
    """The year of one option, from the rows of the comparison."""
    cells = {row.id: row.cells[at].value for row in found.rows}

    def hours(name: str) -> Interval:
        value = cells[name]
        if value is None:
            raise ValueError(f"{name} is not known, and a cost cannot be told")
        return value

    arrivals = found.assumed["arrivals"].interval
    applications = arrivals.by(hours("secretariat-hours"))
    every = applications + hours("recurring")
    return Year(
        applicants=arrivals.by(hours("applicant-hours")),
        states=arrivals.by(hours("state-hours")),
        applications=applications,
        recurring=hours("recurring"),
        money=every.by(found.assumed["hour-cost"].interval),
        share=cells["cost"],
    )


def costs(of: Weighed) -> list[Piece]:
    """The table of all options."""
    pen = of.pen
    figures = (of.found.assumed[name].text[of.language] for name in FIGURES)
    lead = pen.say(
        "options.costs", rows=pen.listed(pen.plain("quote", words=one) for one in figures)
    )
    return of.headed("costs", pen.paragraph("costs/lead", lead), of.table("costs", grid(of)))


def grid(of: Weighed) -> Rows:
    """Options as rows."""
    pen, found = of.pen, of.found
    currency = found.assumed["hour-cost"].unit
    head = (
        pen.plain("options.option"),
        *(pen.plain(f"options.cost.{name}", currency=currency) for name in COLUMNS),
    )
    rows = []
    for at, one in enumerate(found.options):
        own = year(found, at)
        told = (
            own.applicants, own.states, own.applications, own.recurring, own.money, own.share,
        )  # fmt: skip
        cells = (of.figure(one, value, Known.ASSUMED) for value in told)
        rows.append((of.title(one), *cells, fee(of, at)))
    return (head, *rows)


def fee(of: Weighed, at: int) -> str:
    """What an applicant pays under an option."""
    one = of.found.options[at]
    if not one.fees:
        return of.marks.marked(of.pen.plain("options.fee.none"), one.source, one.status)
    unknown = of.pen.plain("unknown")
    return "; ".join(
        of.marks.marked(
            f"{each.currency} {each.amount:,.0f}" if each.amount is not None else unknown,
            each.source, each.status,
        )
        for each in one.fees
    )  # fmt: skip
