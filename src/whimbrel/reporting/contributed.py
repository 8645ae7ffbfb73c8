"""Contributions of bodies that are no Parties, in a paper for the COP: a table by target and
provision, and the list from which each of its numbers comes."""

from collections.abc import Iterable, Sequence

from whimbrel.admission.contribution import kinds
from whimbrel.document import Kind, Node, Run
from whimbrel.reporting.countries import country_name
from whimbrel.reporting.matter import Contributions, Entry
from whimbrel.reporting.pen import Pen, sentence
from whimbrel.reporting.piece import Piece

Rows = tuple[tuple[str, ...], ...]
SPACE = Run(text=" ")
COLUMNS = ("target", "provision", "bodies", "contributions", "numbers")


def contributed(pen: Pen, given: Contributions) -> list[Piece]:
    """How many reported, the table, and the list."""
    total = given.sum
    facts = facets(pen, given.entries)
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
        Piece(
            key="contributions/facets", node=Node(kind=Kind.TABLE, rows=facts),
            records=tuple(dict.fromkeys(every)),
        ),
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


FACETS = ("kind", "species", "countries")


def facets(pen: Pen, entries: Sequence[Entry]) -> Rows:
    """By kind, species and country, each with its numbers in the list; a contribution stands under
    every species and country that it names, and under none as not known."""
    head = tuple(pen.plain(f"column.{name}") for name in ("by", "contributions", "numbers"))
    rows: list[tuple[str, ...]] = []
    for facet in FACETS:
        under: dict[str, list[int]] = {}
        for at, one in enumerate(entries, start=1):
            for name in said(pen, one, facet) or (pen.plain("unknown"),):
                under.setdefault(name, []).append(at)
        label = pen.plain(f"contributions.{facet}")
        rows += [
            (f"{label}: {name}", str(len(numbers)), ", ".join(map(str, numbers)))
            for name, numbers in sorted(under.items())
        ]
    return (head, *rows)


def said(pen: Pen, one: Entry, facet: str) -> tuple[str, ...]:
    """What a contribution says of itself, in the language of the paper."""
    language, line = pen.language, one.line
    if facet == "kind":
        known = kinds().get(line.kind)
        return (known.named(language) if known else line.kind,) if line.kind else ()
    if facet == "countries":
        return tuple(country_name(language, code) for code in line.countries)
    return line.species


def row(pen: Pen, one: Entry) -> tuple[Run, ...]:
    """Who contributed what, what came of it, and where it is reported."""
    line = one.line
    runs = pen.say("contributions.row", body=pen.words(one.body.name), what=sentence(line.what))
    if line.result:
        runs = (*runs, SPACE, *pen.say("contributions.result", result=sentence(line.result)))
    facts = "; ".join(", ".join(said(pen, one, facet)) for facet in FACETS if said(pen, one, facet))
    if facts:
        runs = (
            *runs,
            SPACE,
            *pen.say("contributions.facts", facts=sentence(facts[0].upper() + facts[1:])),
        )
    if line.evidence:
        runs = (*runs, SPACE, *pen.say("contributions.shown", evidence=line.evidence))
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
