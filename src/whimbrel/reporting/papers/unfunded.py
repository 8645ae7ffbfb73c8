"""The ledger of unfunded mandates: what was renewed again and again and never had its money."""

from collections.abc import Iterable

from whimbrel.document import Kind, Node
from whimbrel.mandates.unfunded import Unfunded
from whimbrel.reporting.matter import Matter
from whimbrel.reporting.papers.paper import Paper, Rows, paper
from whimbrel.reporting.pen import Pen
from whimbrel.reporting.piece import Piece

COLUMNS = ("provision", "chain", "renewed", "since", "condition", "sure")


def unfunded(matter: Matter, ledger: Iterable[Unfunded]) -> Paper:
    """The ledger as a table, those renewed most often first. `matter` gives language and date."""
    pen = Pen(matter=matter)
    known = list(ledger)
    title = pen.plain("paper.unfunded")
    if not known:
        return paper(pen, title, [pen.note("nothing", pen.plain("gap.nothing"))])
    head = tuple(pen.plain(f"column.{name}") for name in COLUMNS)
    rows: Rows = (head, *(row(pen, one) for one in known))
    records = tuple(name for one in known for name in one.chain)
    pieces = [Piece(key="table", node=Node(kind=Kind.TABLE, rows=rows), records=records)]
    pieces += [
        pen.note(f"funding/{one.name}", pen.plain("gap.unfunded", name=one.name), records=one.chain)
        for one in known
        if not one.sure
    ]
    return paper(pen, title, pieces, rows)


def row(pen: Pen, one: Unfunded) -> tuple[str, ...]:
    """One chain."""
    return (
        one.name,
        ", ".join(one.chain[:-1]),
        str(one.renewed),
        one.since or "",
        "; ".join(each.words for each in one.conditions),
        pen.plain("funding.never" if one.sure else "unknown"),
    )
