"""The country brief: what was done in a country or about it, with whom, under which provisions."""

from whimbrel.reporting.countries import country_name
from whimbrel.reporting.matter import Matter
from whimbrel.reporting.papers.paper import (
    Paper,
    concerned,
    listed_promises,
    overview,
    paper,
    section,
)
from whimbrel.reporting.pen import Pen
from whimbrel.reporting.telling import name as short
from whimbrel.reporting.telling import tell


def country(matter: Matter, code: str) -> Paper:
    """Everything on record for a country, by its ISO code. A note where there is nothing."""
    pen = Pen(matter=matter)
    name = country_name(pen.language, code)
    deeds = [one for one in matter.deeds if code in one.countries]
    partners = {body.key: short(pen, body) for one in deeds for body in one.partners}
    pieces = [*overview(pen, deeds)]
    if partners:
        runs = pen.say("overview.partners", partners=pen.listed(sorted(partners.values())))
        records = [one.record for one in deeds if one.partners]
        pieces.append(pen.paragraph("overview/partners", runs, records=records))
    pieces = [
        *section(pen, "overview", pieces),
        *pen.narrative(f"country/{code}"),
        *section(pen, "deeds", tell(pen, "deeds", deeds)),
        *section(pen, "promises", listed_promises(pen, concerned(matter, deeds))),
    ]
    if not pieces:
        pieces = [pen.note("nothing", pen.plain("gap.paper", name=name))]
    return paper(pen, pen.plain("paper.country", name=name), pieces)
