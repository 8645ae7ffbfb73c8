"""The options paper: what each option would do, in numbers over invented applicants, with what the
treaty allows and what is assumed. It recommends nothing: people choose."""

from collections.abc import Iterable, Sequence

from whimbrel.admission.compare import Compared
from whimbrel.admission.compared import ask
from whimbrel.document import Run
from whimbrel.procedures.compare import Beside, beaten
from whimbrel.reporting.dates import date
from whimbrel.reporting.matter import Draft, Matter
from whimbrel.reporting.papers.paper import Paper, Rows, paper
from whimbrel.reporting.papers.schemes.costs import costs, grid
from whimbrel.reporting.papers.schemes.decision import annexed
from whimbrel.reporting.papers.schemes.numbers import openness, questions, who
from whimbrel.reporting.papers.schemes.treaty import terms, treaty
from whimbrel.reporting.papers.schemes.weighed import Weighed, begun, exact
from whimbrel.reporting.pen import Pen
from whimbrel.reporting.piece import Piece, Where


def options(matter: Matter, found: Compared, drafts: Sequence[Draft] = ()) -> Paper:
    """The paper on a comparison; `drafts`: those of the options that somebody chose, in its
    annex."""
    of = begun(Pen(matter=matter), found)
    sections = [
        *described(of), *questions(of), *today(of), *who(of), *costs(of), *openness(of),
        *treaty(of), *terms(of), *assumptions(of),
    ]  # fmt: skip
    pieces = [
        *summary(of), *reading(of), *sections,
        *of.marks.sources(of.tables + 1), *annexed(of.pen, drafts),
    ]  # fmt: skip
    return paper(of.pen, of.pen.plain("paper.options"), pieces, sheet(of))


def cost_table(matter: Matter, found: Compared) -> Paper:
    """The costs alone, with the assumptions that they rest on."""
    of = begun(Pen(matter=matter), found)
    sections = [*costs(of), *assumptions(of)]
    pieces = [*reading(of), *sections, *of.marks.sources(of.tables + 1)]
    return paper(of.pen, of.pen.plain("paper.costs"), pieces, grid(begun(of.pen, found)))


def summary(of: Weighed) -> list[Piece]:
    """The findings in a few lines, each counted from the comparison."""
    front = Pen(matter=of.pen.matter, where=Where.SUMMARY)
    found = of.found
    said = [each for row in found.rows for each in row.beside()[1:]]
    unclear = sum(each is Beside.UNCLEAR for each in said)
    forbidden = [
        of.title(one) for one, law in zip(found.options, of.laws, strict=True) if law.findings
    ]
    rows = [
        front.say("options.sum.pool" if found.invented else "options.sum.own",
                  options=str(len(found.options)), size=str(found.size)),
        front.say("options.sum.unclear", unclear=str(unclear), answers=str(len(said))),
        best(front, found),
        front.say("options.sum.forbidden", options=front.listed(forbidden))
        if forbidden
        else front.say("options.sum.none_forbidden"),
        front.say("options.sum.people"),
    ]  # fmt: skip
    return [
        front.paragraph(f"summary/{at}", words) for at, words in enumerate(rows, start=1)
    ]  # fmt: skip


def best(pen: Pen, found: Compared) -> tuple[Run, ...]:
    """Whether another option than that of today is better on any question, counted."""
    worse = dict.fromkeys(row for row, _at in beaten(found.rows))
    if not worse:
        return pen.say("options.best")
    asked = (pen.plain("quote", words=ask(row, pen.language)) for row in worse)
    return pen.counted("options.not_best", len(worse), questions=pen.listed(asked))


def reading(of: Weighed) -> list[Piece]:
    """What the paper is, how to read an interval, and how to run it again."""
    pen, found = of.pen, of.found
    pool = pen.say(
        "options.pool" if found.invented else "options.own", size=str(found.size),
        seed=str(found.seed), opens=date(pen.language, found.opens), present=str(found.present),
    )  # fmt: skip
    again = pen.say(
        "options.again", size=str(found.size), seed=str(found.seed), opens=found.opens.isoformat(),
        present=str(found.present),
    )  # fmt: skip
    return of.headed(
        "reading",
        pen.paragraph("lead", pen.say("options.lead", options=str(len(found.options)))),
        pen.paragraph("pool", pool),
        *([pen.paragraph("again", again)] if found.invented else []),
        pen.paragraph("intervals", pen.say("options.intervals")),
        pen.paragraph("marks", pen.say("options.marks"), children=of.marks.legend()),
        pen.paragraph("language", pen.say("schemes.language")),
    )


def described(of: Weighed) -> list[Piece]:
    """Each option in a few words."""
    pen = of.pen
    pieces = []
    for one, law in zip(of.found.options, of.laws, strict=True):
        words = of.marks.marked(one.summary[of.language], one.source, one.status)
        title = Run(text=of.title(one), bold=True)
        runs = pen.say("options.described", title=title, words=words)
        if law.findings:
            runs = (*runs, Run(text=" "), *pen.say("options.flag"))
        pieces.append(pen.paragraph(f"option/{one.id}", runs, records=[f"option/{one.id}"]))
    return of.headed("options", *pieces)


def today(of: Weighed) -> list[Piece]:
    """On which questions another option is better than today, and on which today is: only where
    the two can be told apart."""
    pen, found = of.pen, of.found
    worse = pairs(of, beaten(found.rows))
    better = pairs(
        of,
        [(row, at) for at in range(1, len(found.options))
         for row, other in beaten(found.rows, at) if other == 0],
    )  # fmt: skip
    pieces = [pen.paragraph("today/best", best(pen, found))]
    if worse:
        lead = pen.say("options.today.worse")
        pieces.append(pen.paragraph("today/worse", lead, children=pen.items(worse)))
    if better:
        lead = pen.say("options.today.better")
        pieces.append(pen.paragraph("today/better", lead, children=pen.items(better)))
    pieces.append(pen.paragraph("today/weights", pen.say("options.weights")))
    return of.headed("today", *pieces)


def pairs(of: Weighed, listed: Iterable[tuple[str, int]]) -> list[tuple[Run, ...]]:
    """Questions, each with the options that it tells apart."""
    rows: dict[str, list[str]] = {}
    for row, at in listed:
        rows.setdefault(row, []).append(of.title(of.found.options[at]))
    return [
        of.pen.say(
            "options.pair",
            question=ask(row, of.language),
            options=of.pen.plain("options.and").join(names),
        )
        for row, names in rows.items()
    ]


ENDS = ("low", "point", "high")


def assumptions(of: Weighed) -> list[Piece]:
    """Every assumed figure, with its mark."""
    pen = of.pen
    head = (pen.plain("options.assumption"), pen.plain("options.unit"),
            *(pen.plain(f"options.{end}") for end in ENDS))  # fmt: skip
    rows = tuple(
        (
            of.marks.marked(one.text[of.language], one.source, one.status),
            ask(one.unit, of.language) if one.unit in UNITS else pen.phrase_or(
                f"unit.{one.unit}", one.unit
            ),
            *(exact(getattr(one, end), of.language) for end in ENDS),
        )
        for one in of.found.assumed.values()
    )  # fmt: skip
    lead = pen.paragraph("assumptions/lead", pen.say("options.assumptions"))
    return of.headed("assumptions", lead, of.table("assumptions", (head, *rows)))


UNITS = ("hours", "days", "hours a year")
"""Units that the words of the comparison name."""


def sheet(of: Weighed) -> Rows:
    """The questions for a spreadsheet: the ends of each answer in columns of their own."""
    pen, found = of.pen, of.found
    head = [pen.plain("options.question"), pen.plain("options.unit")]
    for one in found.options:
        head += [f"{of.title(one)}: {pen.plain(f'options.{end}')}" for end in ENDS]
    rows = []
    for row in found.rows:
        line = [ask(row.id, of.language), row.unit]
        for cell in row.cells:
            line += [
                f"{getattr(cell.value, end):g}" if cell.value is not None else "" for end in ENDS
            ]
        rows.append(tuple(line))
    return (tuple(head), *rows)
