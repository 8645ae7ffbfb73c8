"""What bodies that are no Parties reported to a meeting of the COP: the paper."""

from whimbrel.reporting.contributed import contributed, table
from whimbrel.reporting.matter import Contributions, Matter
from whimbrel.reporting.papers.paper import Paper, paper
from whimbrel.reporting.pen import Pen


def contributions(matter: Matter, given: Contributions, meeting: str) -> Paper:
    """The sum of the reports to a meeting."""
    pen = Pen(matter=matter)
    title = pen.plain("paper.contributions", meeting=meeting)
    if not given.entries:
        note = pen.note("nothing", pen.plain("contributions.none", meeting=meeting))
        return paper(pen, title, [note])
    return paper(pen, title, contributed(pen, given), table(pen, given))
