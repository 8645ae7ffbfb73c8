"""Contributions of bodies that are no Parties, in a paper for the COP: a table by target and
provision, and the list from which each of its numbers comes."""

from collections.abc import Iterable

from whimbrel.document import Kind, Node, Run
from whimbrel.reporting.matter import Contributions, Entry
from whimbrel.reporting.pen import Pen, sentence
from whimbrel.reporting.piece import Piece

Rows = tuple[tuple[str, ...], ...]
SPACE = Run(text=" ")
COLUMNS = ("target", "provision", "bodies", "contributions", "numbers")


def contributed(pen: Pen, given: Contributions) -> list[Piece]:
    """How many reported, the table, and the list."""
    total = given.sum
    lead = pen.say(
        "contributions.asked", asked=str(total.asked), reported=str(total.reported),
        lines=str(total.lines),
    )  # fmt: skip
    every = [record for one in given.entries for record in one.records]
    node = Node(kind=Kind.TABLE, rows=table(pen, given))
    items = tuple(
        Node(kind=Kind.ITEM, label=f"{number})", runs=row(pen, one))
        for number, one in enumerate(given.entries, start=1)
    )
    return [
        pen.paragraph("contributions/counts", lead, records=every),
        Piece(key="contributions/table", node=node, records=tuple(dict.fromkeys(every))),
        pen.paragraph(
            "contributions/list", pen.say("contributions.list"), children=items, records=every,
            gaps=gaps(pen, given.entries),
        ),
    ]  # fmt: skip


def table(pen: Pen, given: Contributions) -> Rows:
    """By target and provision; every number is that of the list."""
    number = {one.ref: at for at, one in enumerate(given.entries, start=1)}
    head = tuple(pen.plain(f"column.{name}") for name in COLUMNS)
    unknown = pen.plain("unknown")
    return (
        head,
        *(
            (
                one.target or unknown, one.provision or unknown, str(one.bodies),
                str(len(one.lines)), ", ".join(str(number[ref]) for ref in one.lines),
            )
            for one in given.sum.pairs
        ),
    )  # fmt: skip


def row(pen: Pen, one: Entry) -> tuple[Run, ...]:
    """Who contributed what, what came of it, and where it is reported."""
    line = one.line
    runs = pen.say("contributions.row", body=pen.words(one.body.name), what=sentence(line.what))
    if line.result:
        runs = (*runs, SPACE, *pen.say("contributions.result", result=sentence(line.result)))
    ref = pen.say("contributions.ref", report=one.report, line=str(line.number))
    return (*runs, SPACE, *ref)


def gaps(pen: Pen, entries: Iterable[Entry]) -> list[str]:
    """What the reports do not say."""
    return [
        pen.plain(f"gap.contribution.{name}", ref=f"{one.report}, {one.line.number}")
        for one in entries
        for name in ("target", "provision", "evidence")
        if not getattr(one.line, name)
    ]


def section(pen: Pen) -> list[Piece]:
    """The same as a section of a report to the COP; nothing where nobody reported."""
    given = pen.matter.contributions
    if given is None or not given.entries:
        return []
    heading = pen.heading("contributions", pen.say("heading.contributions"))
    return [heading, *contributed(pen, given), *pen.narrative("contributions")]
