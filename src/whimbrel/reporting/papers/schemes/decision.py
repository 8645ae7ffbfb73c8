"""A draft decision that follows from the options that somebody chose: a text to be edited, in house
style, with whom it is directed to, a condition of resources and a report. It recommends nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from whimbrel.admission.compare import Compared
from whimbrel.admission.compared import ask, unit
from whimbrel.procedures.compare import Row
from whimbrel.reporting.matter import Draft, Matter
from whimbrel.reporting.papers.paper import Paper, paper
from whimbrel.reporting.papers.schemes.clauses import drafts, picked
from whimbrel.reporting.papers.schemes.weighed import Weighed, begun
from whimbrel.reporting.pen import Pen, letter
from whimbrel.reporting.piece import Piece
from whimbrel.reporting.sections_annex import annex


def annexed(pen: Pen, listed: Sequence[Draft]) -> list[Piece]:
    """Drafts as the annex of a paper; where the paper is of no meeting, they have letters for
    numbers."""
    if not listed:
        return []
    own = tuple(listed)
    if not pen.matter.meeting.short:
        own = tuple(
            replace(one, number=letter(at).upper() * 2) for at, one in enumerate(own)
        )  # fmt: skip
    return annex(Pen(matter=replace(pen.matter, drafts=own)))


def decision(matter: Matter, found: Compared, names: Sequence[str], by: str = "") -> Paper:
    """A draft decision as a paper of its own, with the figures it follows from. `by`: who chose the
    options; empty: nobody is named yet. NoSuchOption: an option that is none; ValueError: none is
    chosen."""
    if not names:
        raise ValueError("no option is chosen: name those from which the draft is to follow")
    of = begun(Pen(matter=matter), found)
    chosen = picked(found, names)
    pen = of.pen
    titles = pen.listed(pen.plain("quote", words=of.title(found.options[at])) for at in chosen)
    who = by or pen.plain("decision.nobody")
    grounds = [reasons(of, at) for at in chosen]
    pieces = [
        *of.headed(
            "decision",
            pen.paragraph("draft/status", pen.say("decision.status", who=who, options=titles)),
            *([pen.paragraph("draft/brackets", pen.say("decision.brackets"))]
              if len(chosen) > 1 else []),
            pen.paragraph(
                "draft/grounds",
                pen.say("decision.grounds", size=str(found.size), seed=str(found.seed)),
            ),
            *grounds,
            pen.paragraph("draft/marks", pen.say("options.marks"), children=of.marks.legend()),
            pen.paragraph("draft/notice", of.laws[0].notice),
        ),
        *of.marks.sources(1),
        *annexed(pen, drafts(found, names, of.language)),
    ]  # fmt: skip
    return paper(pen, pen.plain("paper.decision"), pieces)


SHOWN = ("admitted", "lost", "standing", "documents", "steps", "opportunity", "recurring", "cost")
"""Questions whose answers a draft is put beside."""


def reasons(of: Weighed, at: int) -> Piece:
    """What the comparison says of one option."""
    pen, one, law = of.pen, of.found.options[at], of.laws[at]
    rows = {row.id: row for row in of.found.rows}
    name = "options.not_allowed" if law.findings else "options.allowed"
    told = [figure_of(of, rows, each, at) for each in SHOWN]
    return pen.paragraph(
        f"draft/option/{one.id}",
        pen.say(name, option=of.title(one), verdict=law.verdict),
        children=pen.items(told),
        records=[f"option/{one.id}"],
    )


def figure_of(of: Weighed, rows: Mapping[str, Row], name: str, at: int) -> str:
    """One question with the answer of one option."""
    row = rows[name]
    cell, beside = row.cells[at], row.beside()[at]
    answer = of.figure(of.found.options[at], cell.value, cell.known, beside)
    return of.pen.plain(
        "decision.figure", question=ask(name, of.language), unit=unit(row, of.language),
        answer=answer,
    )  # fmt: skip
