"""Decisions recommended for deletion, each with the reason. People decide."""

from whimbrel.document import Run
from whimbrel.engagements.disposition import Why
from whimbrel.reporting.matter import Matter, Promise
from whimbrel.reporting.numbers import one_cited
from whimbrel.reporting.papers.paper import Paper, paper
from whimbrel.reporting.pen import Pen, provision_records
from whimbrel.reporting.sections_forward import undecided
from whimbrel.reporting.sections_front import going


def deletion(matter: Matter) -> Paper:
    """Those that are done with and those that a draft takes up."""
    pen = Pen(matter=matter)
    gone = going(pen)
    title = pen.plain("paper.deletion")
    if not gone:
        return paper(pen, title, [pen.note("nothing", pen.plain("gap.nothing"))])
    piece = pen.paragraph(
        "deletion",
        pen.say("deletion.lead"),
        children=pen.items(row(pen, one) for one in gone),
        records=provision_records(gone),
        gaps=undecided(pen),
    )
    rows = tuple((one.name, reason(pen, one)) for one in gone)
    return paper(pen, title, [piece], rows)


def row(pen: Pen, one: Promise) -> tuple[Run, ...]:
    """One provision and why."""
    return pen.say("deletion.row", the=one_cited(pen.language, one), reason=reason(pen, one))


def reason(pen: Pen, one: Promise) -> str:
    """Why it is proposed, in the language of the paper."""
    why = one.disposition.why if one.disposition else Why.UNKNOWN
    return pen.plain(f"why.{why.name.lower()}")
