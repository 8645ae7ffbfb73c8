"""The implementation table: every decision in effect with its status, as a Document and as rows."""

from whimbrel.document import Kind, Node
from whimbrel.mandates.kept import Limit
from whimbrel.reporting.answers import reason_of
from whimbrel.reporting.directed import directed
from whimbrel.reporting.matter import Matter, Promise
from whimbrel.reporting.papers.paper import Paper, Rows, paper, standing_of
from whimbrel.reporting.pen import Pen, provision_records
from whimbrel.reporting.piece import Piece

COLUMNS = (
    "provision", "directed", "words", "due", "condition", "status", "reason", "shown",
    "engagements", "proposed",
)  # fmt: skip


def table(matter: Matter) -> Paper:
    """All provisions in effect, in the order of the matter."""
    pen = Pen(matter=matter)
    kept = [one for one in matter.promises if not one.deleted]
    rows = rows_of(pen, kept)
    pieces: list[Piece] = []
    if kept:
        node = Node(kind=Kind.TABLE, rows=rows)
        pieces.append(Piece(key="table", node=node, records=provision_records(kept)))
    else:
        pieces.append(pen.note("nothing", pen.plain("gap.nothing")))
    pieces += [
        pen.note(f"status/{one.name}", pen.plain("gap.status", name=one.name), records=(one.name,))
        for one in kept
        if one.answer is None
    ]
    pieces += [
        pen.note(f"reason/{one.name}", *gaps, records=(one.name,))
        for one in kept
        if one.answer and (gaps := reason_of(pen, one, one.answer)[1])
    ]
    return paper(pen, pen.plain("paper.table"), pieces, rows)


def rows_of(pen: Pen, several: list[Promise]) -> Rows:
    """The heading, then one row a provision."""
    head = tuple(pen.plain(f"column.{name}") for name in COLUMNS)
    times: dict[str, int] = {}
    for deed in pen.matter.deeds:
        for name in deed.provisions:
            times[name] = times.get(name, 0) + (not deed.umbrella)
    return (head, *(row(pen, one, times.get(one.name, 0)) for one in several))


def condition(pen: Pen, one: Limit) -> str:
    """A condition in its words; outside English by its kind, where money meets it."""
    if pen.language == "en" or not one.of_money:
        return one.words
    return pen.phrase_or(f"condition.{one.kind.removeprefix('subject-to-')}", one.words)


def row(pen: Pen, one: Promise, engagements: int) -> tuple[str, ...]:
    """One provision."""
    answer, disposition = one.answer, one.disposition
    words = " ".join(filter(None, (pen.words(one.chapeau), pen.words(one.words))))
    proposed = disposition.proposed if disposition else None
    reason = pen.words(one.reason) or (answer.reason if answer else "")
    return (
        one.name,
        directed(pen, one.directed),
        words,
        "; ".join(one.due),
        "; ".join(condition(pen, each) for each in one.conditions),
        standing_of(pen, one),
        reason,
        "; ".join(answer.evidence) if answer else "",
        str(engagements),
        pen.plain(f"proposed.{proposed}") if proposed else "",
    )
