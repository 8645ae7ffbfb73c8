"""The synergy brief on two conventions or more, and what the record says jointly of a country:
tables and charts of answers, each with its rule at the end."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from whimbrel.document import Kind, Node
from whimbrel.reporting.matter import Matter
from whimbrel.reporting.papers.joint.charts import chart
from whimbrel.reporting.papers.joint.tables import (
    asked_of,
    nowhere,
    rows_of,
    rule,
    table,
    title,
)
from whimbrel.reporting.papers.paper import Paper, paper
from whimbrel.reporting.pen import Pen
from whimbrel.reporting.piece import Piece
from whimbrel.synergy.joint import Answered
from whimbrel.synergy.matter import Ref
from whimbrel.writing.figure import Figure

MOST = 12
"""Rows of a table in a brief; the page of the question has all."""
LEFT: dict[str, tuple[str, ...]] = {
    "programme": (), "mandates": ("verbs", "weight", "sources", "countries", "other_convention"),
    "partners": ("beside", "kind"), "network": ("beside", "role"), "countries": ("beside",),
    "creatures": ("documents", "engagements"), "calendar": ("conventions",),
    "country": ("sources",),
}  # fmt: skip
"""Question -> the columns for which a page of paper has no room."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of a brief: its heading and the answer that it shows."""

    heading: str
    answer: Answered
    drawn: bool = True


@dataclass(slots=True, kw_only=True)
class Sheet:
    """What is written of a brief so far."""

    pen: Pen
    say: Callable[[str], str]
    pieces: list[Piece] = field(default_factory=list)
    figures: dict[str, Figure] = field(default_factory=dict)

    def write(self, one: Section) -> None:
        """A section with its table and its chart; nothing where nothing answers it."""
        rows = rows_of(one.answer)
        if not rows:
            return
        pen, key = self.pen, one.heading
        words = pen.say("joint.counts", count=str(len(rows)))
        if len(rows) > MOST:
            words = pen.say("joint.first", shown=str(MOST), count=str(len(rows)))
        self.pieces.append(pen.heading(key, pen.say(f"heading.joint.{key}")))
        self.pieces.append(pen.paragraph(f"{key}/counts", words, records=records(rows)))
        grid = table(
            one.answer, pen.language, link=nowhere, say=self.say, most=MOST,
            leave=LEFT.get(one.answer.question, ()),
        ).plain()  # fmt: skip
        self.pieces.append(Piece(key=f"{key}/table", node=Node(kind=Kind.TABLE, rows=grid)))
        made = (
            chart(one.answer, pen.language, say=self.say) if one.drawn and len(rows) > 1 else None
        )
        if made is not None:
            self.figures[f"{key}/counts"] = made.figure()

    def rules(self, several: Iterable[Answered]) -> None:
        """The rule of each answer, and what they were asked of."""
        pen, listed = self.pen, list(several)
        self.pieces.append(pen.heading("rules", pen.say("heading.joint.rules")))
        for one in listed:
            words = pen.say(
                "joint.rule", title=title(one, pen.language, self.say), rule=rule(one, pen.language)
            )
            self.pieces.append(pen.paragraph(f"rules/{one.question}", words))
        if listed:
            self.pieces.append(pen.paragraph("rules/asked", asked_of(listed[0], pen.language)))


def records(rows: Sequence[Any]) -> list[str]:
    """The records behind rows, as papers name them."""
    found = []
    for row in rows[:MOST]:
        for name in row.__dataclass_fields__:
            value = getattr(row, name)
            for one in value if isinstance(value, tuple) else (value,):
                if isinstance(one, Ref) and one.kind in {"engagement", "agreement", "provision"}:
                    bare = one.kind == "provision"
                    found.append(one.words if bare else f"{one.kind}/{one.name}")
    return list(dict.fromkeys(found))


def synergy(
    matter: Matter, names: Sequence[str], answers: Mapping[str, Answered], say: Callable[[str], str]
) -> Paper:
    """The brief on some conventions, of answers that are about them."""
    pen = Pen(matter=matter)
    sheet = Sheet(pen=pen, say=say)
    listed = [
        Section(heading=heading, answer=answers[question], drawn=question != "creatures")
        for heading, question in (
            ("reasons", "programme"), ("mandates", "mandates"), ("partners", "partners"),
            ("network", "network"), ("species", "creatures"), ("countries", "countries"),
            ("calendar", "calendar"),
        ) if question in answers
    ]  # fmt: skip
    for one in listed:
        sheet.write(one)
    about = pen.listed(names)
    called = pen.plain("paper.synergy", names=about)
    if not sheet.pieces:
        return paper(pen, called, [pen.note("nothing", pen.plain("gap.nothing"))])
    lead = pen.paragraph("lead", pen.say("joint.lead", date=dated(pen, listed[0].answer)))
    sheet.rules(one.answer for one in listed if rows_of(one.answer))
    return paper(pen, called, [lead, *sheet.pieces], figures=sheet.figures)


def dated(pen: Pen, answer: Answered) -> str:
    """The day of an answer in words."""
    from whimbrel.reporting.dates import date

    return date(pen.language, answer.at)


def with_record(one: Paper, answer: Answered, say: Callable[[str], str]) -> Paper:
    """A brief on a country with what the record says of it: provisions that name it, meetings and
    events, over time."""
    sheet = Sheet(pen=Pen(matter=one.matter), say=say)
    sheet.write(Section(heading="record", answer=answer))
    if not sheet.pieces:
        return one
    sheet.rules([answer])
    # A note that nothing is on record is no longer so.
    kept = tuple(piece for piece in one.pieces if piece.key != "nothing")
    return replace(
        one, pieces=(*kept, *sheet.pieces), figures={**one.figures, **sheet.figures}
    )  # fmt: skip
