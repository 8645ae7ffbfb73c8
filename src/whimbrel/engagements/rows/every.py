"""An Extract as plain data: the export that other programs read, one row a fact."""

from collections.abc import Iterable

from whimbrel.bodies import PlaceKind, places
from whimbrel.engagements import (
    Agreement,
    DateFound,
    Engagement,
    Extract,
    Position,
    Said,
    Status,
    dates,
)
from whimbrel.engagements.rows.bodies import groups, organisations, partner
from whimbrel.engagements.rows.citations import citations
from whimbrel.engagements.rows.decisions import decisions, drafts, provisions
from whimbrel.engagements.rows.text import (
    Row,
    add,
    heading,
    headings,
    loci_of,
    locus_of,
    metadata,
    paragraphs,
    spoken,
)

SCHEMA = "whimbrel-seed/1"


def facts_of(told: Extract, *, source: str) -> Row:
    """Every row, by kind."""
    where = {passage.address: passage.locus for passage in told.passages}
    return {
        "schema": SCHEMA,
        "source": source,
        "missing": list(told.missing),
        "metadata": metadata(told),
        "headings": headings(told),
        "paragraphs": paragraphs(told),
        "decisions": decisions(told),
        "provisions": provisions(told),
        "draft_decisions": drafts(told),
        "recommended_actions": [
            {
                "label": one.label,
                "paragraph": locus_of(one.locus),
                "action": one.action,
                "quote": one.quote,
                "objects": list(one.objects),
            }
            for one in told.actions
        ],
        "statuses": [status(one, where) for one in told.statuses],
        "positions": [position(one, number) for number, one in enumerate(told.positions, 1)],
        "citations": citations(told),
        "organisations": organisations(told),
        "groups": groups(told),
        "engagements": [engagement(one, number) for number, one in enumerate(told.engagements, 1)],
        "agreements": [agreement(one, number) for number, one in enumerate(told.agreements, 1)],
        "countries": countries(told),
        "species": [
            {
                "name": one.name,
                "scientific": one.scientific,
                "kind": one.kind,
                "surfaces": list(one.surfaces),
                "paragraphs": loci_of(locus for locus in one.loci if not heading(locus)),
            }
            for one in told.species
            if any(not heading(locus) for locus in one.loci)
        ],
        "dates": all_dates(told),
    }


def status(one: Status, where: dict[str, str]) -> Row:
    """One row of `statuses`. `where`: address -> the paragraph a reader cites."""
    return {
        "provision": one.provision,
        "status": one.status,
        "reason": one.reason.value if one.reason else None,
        "quotes": [
            {"locus": locus_of(where[quote.span.eid]), "quote": quote.value} for quote in one.quotes
        ],
        "paragraphs": loci_of(one.loci),
        "evidence": list(one.evidence),
        "next_step": one.next_step,
        "disposition": one.disposition,
        "explicit": one.explicit,
    }


def position(one: Position, number: int) -> Row:
    """One row of `positions`."""
    return {
        "id": f"pos{number}",
        "holder": one.holder,
        "paragraph": locus_of(one.locus),
        "topic": one.topic,
        "stance": one.stance,
        "quote": one.quote.value,
        "address": one.quote.span.eid,
    }


def date(one: DateFound | None) -> Row:
    """A date as stated."""
    if one is None:
        return {"start": None, "end": None, "precision": "none", "surface": None}
    return {
        "start": one.since,
        "end": one.until,
        "precision": one.precision.value,
        "surface": one.surface,
    }


def value(one: Said[str] | None) -> str | None:
    """What was read, without its place."""
    return one.value if one else None


def values(many: Iterable[Said[str]]) -> list[str]:
    """The same of several, each once."""
    return list(dict.fromkeys(one.value for one in many))


def engagement(one: Engagement, number: int) -> Row:
    """One row of `engagements`."""
    countries = values([each for each in (one.venue_country, *one.countries_concerned) if each])
    return {
        "id": f"e{number:02}",
        "kind": one.kind.value,
        "title": one.title,
        "paragraphs": loci_of(one.loci),
        "partners": list(dict.fromkeys(partner(each) for each in one.partners)),
        "organiser": list(dict.fromkeys(partner(each) for each in one.organisers)),
        "date": date(one.when.value if one.when else None),
        "quote": one.sentence.value,
        "address": one.sentence.span.eid,
        "place": value(one.place),
        "venue": value(one.venue),
        "countries": countries,
        "venue_country": value(one.venue_country),
        "countries_concerned": values(one.countries_concerned),
        "inferred_country": value(one.inferred_country),
        "regions": values(one.regions),
        "species": values(one.species),
        "themes": values(one.themes),
        "outcome": value(one.outcome),
        "evidence": list(dict.fromkeys(each.target for each in one.evidence)),
        "evidence_scope": "section"
        if any(each.scope == "section" for each in one.evidence)
        else None,
        "cms_role": one.role,
        "level": value(one.level),
        "mode": value(one.mode),
        "status": one.state,
        "support": one.support,
        "sub_events": values(one.sub_events),
        "umbrella": one.umbrella,
        "parent": one.parent,
    }


def agreement(one: Agreement, number: int) -> Row:
    """One row of `agreements`."""
    return {
        "id": f"a{number}",
        "name": one.name,
        "kind": one.kind,
        "parties": list(one.parties),
        "valid_from": one.valid_from,
        "valid_to": one.valid_to,
        "quote": one.quote.value,
        "paragraphs": loci_of(one.loci),
        "state_at_document_date": one.state,
        "explicit": one.explicit,
    }


def countries(told: Extract) -> list[Row]:
    """One row for each country, with every paragraph that names it."""
    rows: dict[str, Row] = {}
    head = told.document.masthead
    front = [("front", one) for one in places(head.venue or "", language=head.language)]
    for locus, one in [
        *front,
        *((each.locus, place) for each in spoken(told) for place in each.places),
    ]:
        if one.kind is PlaceKind.COUNTRY and one.iso2:
            row = rows.setdefault(
                one.iso2,
                {"iso2": one.iso2, "name": one.name, "surface": one.surface, "paragraphs": []},
            )
            add(row, "paragraphs", locus_of(locus))
    return list(rows.values())


def all_dates(told: Extract) -> list[Row]:
    """One row for each date expression, those of the first page first."""
    rows: list[Row] = []
    seen: set[tuple[object, ...]] = set()

    def add_date(one: DateFound, locus: str) -> None:
        row = date(one) | {"locus": locus_of(locus)}
        key = (one.since, one.until, one.precision, locus, one.surface.casefold())
        if key not in seen:
            seen.add(key)
            rows.append(row)

    for line in told.document.masthead.lines:
        for one in dates(line):
            add_date(one, "front")
    for passage in spoken(told):
        for one in passage.dates:
            add_date(one, passage.locus)
    return rows
