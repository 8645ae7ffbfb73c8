"""The overview of schemes: an information document of tables in which every cell says how it is
known and where it stands."""

from collections.abc import Sequence

from whimbrel.admission.overview import COLUMNS as ASKED
from whimbrel.admission.overview import Cell, Row, heading, mark
from whimbrel.admission.overview import overview as rows_of
from whimbrel.admission.scheme import Function, Scheme
from whimbrel.admission.schemes import schemes as every
from whimbrel.admission.words import say
from whimbrel.document import Node
from whimbrel.procedures.known import Known
from whimbrel.reporting.matter import Matter
from whimbrel.reporting.papers.paper import Paper, Rows, paper
from whimbrel.reporting.papers.schemes.marks import Marks, table
from whimbrel.reporting.pen import Pen
from whimbrel.reporting.piece import Piece

TABLES = {
    "who": (
        "state-approval", "minimum-age", "non-profit", "legal-personality",
        "international-activity", "business",
    ),
    "how": ("documents", "decider", "blocking", "deadline"),
    "after": ("validity", "report", "fee"),
}  # fmt: skip
"""Table -> the questions of `admission.overview` that it answers. The last has a column for each
of the five functions too: with so many, the pages are turned on their side."""


def overview(matter: Matter, listed: Sequence[Scheme] | None = None) -> Paper:
    """Some schemes side by side, or all."""
    pen = Pen(matter=matter)
    chosen = in_order(every()) if listed is None else list(listed)
    rows = rows_of(chosen, language=pen.language)
    marks = Marks(pen=pen)
    tables: list[Piece] = []
    for number, (name, columns) in enumerate(TABLES.items(), start=1):
        title = pen.plain(f"heading.schemes.{name}")
        printed = grid(marks, chosen, rows, columns, functions=name == "after")
        tables += [pen.heading(name, title), table(pen, f"{name}/table", number, printed)]
    pieces = [
        pen.heading("reading", pen.say("heading.schemes.reading")),
        *reading(marks, chosen),
        *tables,
        *marks.sources(len(TABLES) + 1),
    ]
    return paper(pen, pen.plain("paper.schemes"), pieces, sheet(rows, pen.language))


def in_order(several: Sequence[Scheme]) -> list[Scheme]:
    """Those of a convention that has a family first, then those of its family, then all others."""
    heads = {one.family for one in several if one.family}

    def rank(one: Scheme) -> int:
        return 0 if one.body in heads else 1 if one.family else 2

    return sorted(several, key=rank)


def reading(marks: Marks, chosen: Sequence[Scheme]) -> list[Piece]:
    """What the tables are, and what their marks say."""
    pen = marks.pen
    lead = pen.say(
        "schemes.lead", schemes=pen.counted("schemes.count", len(chosen)),
        bodies=pen.counted("schemes.bodies", len({one.body for one in chosen})),
    )  # fmt: skip
    numbers = pen.say("schemes.numbers", cells=str(marks.counts.total()))
    none = say("none-found", pen.language)
    return [
        pen.paragraph("lead", lead, records=(f"scheme/{one.id}" for one in chosen)),
        pen.paragraph("marks", pen.say("schemes.marks")),
        pen.paragraph("numbers", numbers, children=marks.legend()),
        pen.paragraph("caution", pen.say("schemes.caution", none=none)),
        pen.paragraph("language", pen.say("schemes.language")),
        pen.paragraph("functions", pen.say("schemes.functions"), children=functions(pen)),
    ]


def grid(
    marks: Marks, chosen: Sequence[Scheme], rows: Sequence[Row], columns: Sequence[str], *,
    functions: bool,
) -> Rows:  # fmt: skip
    """A table: schemes as rows, questions as columns."""
    language = marks.pen.language
    head = [heading("scheme", language), *(heading(one, language) for one in columns)]
    if functions:
        head += [marks.pen.plain(f"function.{one.name.lower()}") for one in Function]
    body = []
    for scheme, row in zip(chosen, rows, strict=True):
        cells = dict(zip(ASKED, row.cells, strict=True))
        line = [row.title, *(marks.marked(*told(cells[one])) for one in columns)]
        if functions:
            line += served(marks, scheme, cells["functions"])
        body.append(tuple(line))
    return (tuple(head), *body)


def told(cell: Cell) -> tuple[str, str, Known]:
    """The words of a cell, its source, and how it is known."""
    return (cell.text, cell.source, cell.status)


def functions(pen: Pen) -> tuple[Node, ...]:
    """The short name of each function, as the table has it, and the whole."""
    return pen.items(
        pen.say(
            "schemes.function", short=pen.plain(f"function.{one.name.lower()}"),
            whole=say(f"function-{one.name}", pen.language),
        )
        for one in Function
    )  # fmt: skip


def served(marks: Marks, scheme: Scheme, basis: Cell) -> list[str]:
    """Which of the five functions a scheme serves, all on one basis."""
    pen = marks.pen
    return [
        marks.marked(
            pen.plain("schemes.served" if one in scheme.functions else "schemes.unserved"),
            basis.source, basis.status,
        )
        for one in Function
    ]  # fmt: skip


def sheet(rows: Sequence[Row], language: str) -> Rows:
    """The same for a spreadsheet: each answer with its source and how it is known beside it."""
    source, known = (heading(key, language) for key in ("source", "known"))
    head = [heading("scheme", language)]
    for one in ASKED:
        name = heading(one, language)
        head += [name, f"{name}: {source}", f"{name}: {known}"]
    body = []
    for row in rows:
        line = [row.title]
        for cell in row.cells:
            line += [cell.text, cell.source, mark(cell.status, language)]
        body.append(tuple(line))
    return (tuple(head), *body)
