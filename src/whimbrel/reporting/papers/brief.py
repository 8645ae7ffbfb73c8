"""The brief before a meeting with one partner: the last contacts, what is open, what binds both."""

from whimbrel.reporting.matter import Matter
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
from whimbrel.reporting.papers.partner import agreed, views_of
from whimbrel.reporting.pen import Pen
from whimbrel.reporting.sections_forward import view
from whimbrel.reporting.telling import tell

RECENT = 5
OPEN = ("ongoing", "in-development", "planned")


def brief(matter: Matter, key: str) -> Paper:
    """What somebody needs to know who meets a body tomorrow."""
    pen = Pen(matter=matter)
    body = bodies(matter).get(key)
    name = pen.words(body.name) if body else key
    deeds = with_body(matter, key)
    dated = sorted((one for one in deeds if one.since), key=lambda one: one.since, reverse=True)
    recent = [one for one in dated if one.state == "done"][:RECENT]
    going_on = [one for one in deeds if one.state in OPEN]
    pieces = [
        *section(pen, "overview", overview(pen, deeds)),
        *pen.narrative(f"brief/{key}"),
        *section(pen, "recent", tell(pen, "recent", recent)),
        *section(pen, "open", tell(pen, "open", going_on)),
        *agreed(pen, key),
        *section(pen, "promises", listed_promises(pen, concerned(matter, deeds))),
        *section(pen, "views", (view(pen, one) for one in views_of(matter, key))),
    ]
    if not pieces:
        pieces = [pen.note("nothing", pen.plain("gap.paper", name=name))]
    return paper(pen, pen.plain("paper.brief", name=name), pieces)
