"""The profile of a partner: what was done with it, what binds both, what it thinks."""

from dataclasses import replace

from whimbrel.reporting.matter import Accord, Matter, View
from whimbrel.reporting.papers.paper import (
    Paper,
    bodies,
    concerned,
    listed_promises,
    overview,
    paper,
    section,
    with_body,
)
from whimbrel.reporting.pen import Pen
from whimbrel.reporting.piece import Piece
from whimbrel.reporting.sections_forward import accords, view
from whimbrel.reporting.telling import tell


def profile(matter: Matter, key: str) -> Paper:
    """Everything on record with one body. A note where there is nothing."""
    pen = Pen(matter=matter)
    body = bodies(matter).get(key)
    name = pen.words(body.name) if body else key
    deeds = with_body(matter, key)
    pieces = [
        *section(pen, "overview", overview(pen, deeds)),
        *pen.narrative(f"partner/{key}"),
        *section(pen, "deeds", tell(pen, "deeds", deeds)),
        *agreed(pen, key),
        *section(pen, "promises", listed_promises(pen, concerned(matter, deeds))),
        *section(pen, "views", (view(pen, one) for one in views_of(matter, key))),
    ]
    if not pieces:
        pieces = [pen.note("nothing", pen.plain("gap.paper", name=name))]
    return paper(pen, pen.plain("paper.partner", name=name), pieces)


def agreed(pen: Pen, key: str) -> list[Piece]:
    """The agreements with a body."""
    return accords(Pen(matter=replace(pen.matter, accords=accords_of(pen.matter, key))))


def accords_of(matter: Matter, key: str) -> tuple[Accord, ...]:
    """Those that the body is party to."""
    return tuple(one for one in matter.accords if key in {body.key for body in one.parties})


def views_of(matter: Matter, key: str) -> list[View]:
    """Those that the body holds."""
    return [one for one in matter.views if one.body == key]
