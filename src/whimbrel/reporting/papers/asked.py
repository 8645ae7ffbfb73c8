"""The answer to "what did you do about paragraph n of resolution r?"."""

from whimbrel.document import Run
from whimbrel.reporting.answers import answered
from whimbrel.reporting.matter import Matter, Promise
from whimbrel.reporting.numbers import one_cited
from whimbrel.reporting.papers.paper import Paper, overview, paper, section
from whimbrel.reporting.pen import Pen
from whimbrel.reporting.phrases import quoted
from whimbrel.reporting.piece import Piece
from whimbrel.reporting.telling import tell


def asked(matter: Matter, name: str) -> Paper:
    """The words of one provision, what became of it and what was done, with what shows it."""
    pen = Pen(matter=matter)
    one = next((each for each in matter.promises if each.name == name), None)
    if one is None:
        return paper(
            pen, pen.plain("paper.asked", the=name),
            [pen.note("nothing", pen.plain("gap.provision", name=name))],
        )  # fmt: skip
    deeds = [each for each in matter.deeds if name in each.provisions]
    pieces = [
        *section(pen, "words", words(pen, one)),
        *section(pen, "answer", [*answered(pen, one), *pen.narrative(f"implementation/{name}")]),
        *section(pen, "deeds", [*overview(pen, deeds), *tell(pen, name, deeds)]),
    ]
    the = "".join(run.text for run in one_cited(pen.language, one))
    return paper(pen, pen.plain("paper.asked", the=the), pieces)


def words(pen: Pen, one: Promise) -> list[Piece]:
    """The provision as it was adopted."""
    if not one.words:
        return [pen.note("words", pen.plain("gap.words", name=one.name), records=(one.name,))]
    whole = " ".join(filter(None, (pen.words(one.chapeau), one.item, pen.words(one.words))))
    return [
        pen.paragraph(
            "words",
            (Run(text=quoted(pen.language, whole), italic=True),),
            records=(one.name,),
            language=pen.foreign(one.words),
        )
    ]
