"""How a case runs under a scheme: its steps drawn in a lane for each who acts, and the same as a
table."""

from whimbrel.admission.overview import day
from whimbrel.admission.scheme import Scheme
from whimbrel.admission.schemes import label
from whimbrel.procedures.procedure import Step
from whimbrel.procedures.words import say as of_moves
from whimbrel.reporting.matter import Matter
from whimbrel.reporting.papers.paper import Paper, Rows, paper
from whimbrel.reporting.papers.schemes.marks import Marks
from whimbrel.reporting.pen import Pen
from whimbrel.writing.figure import Figure
from whimbrel.writing.lanes import Stage, process

DRAWN = "process/drawn"
"""The piece below which the figure stands."""


def steps(matter: Matter, scheme: Scheme) -> Paper:
    """The steps of a scheme as a paper."""
    pen = Pen(matter=matter)
    marks = Marks(pen=pen)
    title = pen.plain("paper.process", title=scheme.title[pen.language])
    rows = grid(marks, scheme)
    lead = pen.say(
        "process.lead", title=scheme.title[pen.language],
        steps=pen.counted("process.steps", len(scheme.steps)),
    )  # fmt: skip
    pieces = [
        pen.heading("reading", pen.say("heading.schemes.reading")),
        pen.paragraph("lead", lead, records=[f"scheme/{label(scheme)}"]),
        pen.paragraph("marks", pen.say("schemes.marks")),
        pen.paragraph("numbers", pen.say("process.numbers"), children=marks.legend()),
        pen.heading("process", pen.say("heading.process")),
        pen.paragraph(DRAWN, pen.say("process.drawn")),
        *marks.sources(1),
    ]
    figures = {DRAWN: drawn(pen, scheme, rows)}
    return paper(pen, title, pieces, rows, figures)


def drawn(pen: Pen, scheme: Scheme, rows: Rows) -> Figure:
    """The figure of a scheme, its numbers those of the table."""
    stages = [
        Stage(key=one.id, lane=who(one, pen.language), words=one.text[pen.language],
              after=one.after, ends=one.ends)
        for one in scheme.steps
    ]  # fmt: skip
    actors = pen.listed(dict.fromkeys(one.lane for one in stages))
    alt = pen.plain(
        "process.alt", steps=pen.counted("process.steps", len(stages)), actors=actors,
    )  # fmt: skip
    return process(stages, title=scheme.title[pen.language], alt=alt, table=rows)


def grid(marks: Marks, scheme: Scheme) -> Rows:
    """The steps as a table."""
    pen, language = marks.pen, marks.pen.language
    number = {one.id: at for at, one in enumerate(scheme.steps, start=1)}
    head = tuple(pen.plain(f"process.{name}") for name in COLUMNS)
    return (
        head,
        *(
            (
                str(number[one.id]),
                who(one, language),
                marks.marked(ended(pen, one), one.source, one.status),
                ", ".join(str(number[key]) for key in one.after) or pen.plain("process.first"),
                until(marks, scheme, one),
            )
            for one in scheme.steps
        ),
    )


COLUMNS = ("number", "who", "what", "after", "until")


def who(one: Step, language: str) -> str:
    """Who does a step."""
    words = of_moves(f"actor.{one.by.name.lower()}")[language]
    return words[:1].upper() + words[1:]


def ended(pen: Pen, one: Step) -> str:
    """The words of a step; one that ends the case says so."""
    words = one.text[pen.language]
    return pen.plain("process.ends", what=words) if one.ends else words


def until(marks: Marks, scheme: Scheme, one: Step) -> str:
    """The last day for a step; "–" where it has none."""
    found = next((each for each in scheme.deadlines if each.id == one.deadline), None)
    if found is None:
        return "–"
    if found.days is not None and found.after:
        words = marks.pen.plain("process.within", days=str(found.days))
    else:
        words = day(found, marks.pen.language)
    return marks.marked(words, found.source, found.status)
