"""The form of a contribution report: blank, or as a body filled it. One that comes back is read by
`admission.returned_form`."""

from collections.abc import Mapping
from dataclasses import replace

from whimbrel.admission.contribution import Line, Question, Reported, asked, form, heads, kinds
from whimbrel.document import Document, Kind, Masthead, Node
from whimbrel.reporting.layout import laid_out
from whimbrel.reporting.matter import Matter
from whimbrel.reporting.pen import Pen
from whimbrel.reporting.piece import Piece


def blank(matter: Matter, *, short: bool) -> Document:
    """The form with what is asked in the place of each answer."""
    made = form(short=short)
    lines = tuple(Line(number=number) for number in range(1, made.blocks + 1))
    return filled(matter, Reported(key="", body="", short=short, lines=lines), {}, hints=True)


def filled(
    matter: Matter, one: Reported, head: Mapping[str, str], *, hints: bool = False
) -> Document:
    """A report on its form. `head`: answers to the questions of the report by their keys; `hints`:
    what is asked stands where there is no answer."""
    pen = Pen(matter=matter)
    language, made = pen.language, form(short=one.short)
    pieces = [
        pen.heading("title", made.title(language)),
        pen.paragraph("lead", made.lead(language), label=None),
        grid(
            pen, "report", heads()["report"].named(language),
            [(each, head.get(each.key, "")) for each in asked("report", short=one.short)], hints,
        ),
    ]  # fmt: skip
    for line in one.lines:
        title = heads()["contribution"].named(language).format(number=line.number)
        rows = [
            (each, answer(line, each.key, language))
            for each in asked("contribution", short=one.short)
        ]
        pieces.append(grid(pen, f"contribution/{line.number}", title, rows, hints))
    # A form begins with its questions: it has no first page as papers have.
    bare = Masthead(language=language)
    return replace(laid_out(pieces, matter).document, masthead=bare)


def answer(line: Line, key: str, language: str) -> str:
    """An answer in words."""
    value = getattr(line, key)
    if key == "kind":
        return kinds()[value].named(language) if value in kinds() else str(value)
    return "; ".join(value) if isinstance(value, tuple) else str(value)


def grid(
    pen: Pen, key: str, title: str, rows: list[tuple[Question, str]], hints: bool
) -> Piece:  # fmt: skip
    """A table: its head, then a question and its answer in each row."""
    language = pen.language
    head = (title, heads()["answer"].named(language))
    told = tuple(
        (one.label(language), words or (one.hint(language) if hints else "–"))
        for one, words in rows
    )
    return Piece(key=key, node=Node(kind=Kind.TABLE, rows=(head, *told)))
