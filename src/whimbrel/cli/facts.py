"""An Extract as plain data: the export that other programs read, one row a fact."""

import re
from collections.abc import Iterable, Iterator

from whimbrel.bodies import Body, BodyKind, Mention, PlaceKind, find, known, places
from whimbrel.cli.facts_decisions import decisions, drafts, provisions
from whimbrel.cli.facts_text import headings, loci_of, locus_of, metadata, paragraphs
from whimbrel.document import Kind
from whimbrel.document.normal import squeeze
from whimbrel.engagements import (
    Agreement,
    DateFound,
    Engagement,
    Extract,
    Party,
    Position,
    Said,
    Status,
    dates,
)
from whimbrel.engagements.extract import acronym, resolved
from whimbrel.engagements.passage import Passage

Row = dict[str, object]
SCHEMA = "whimbrel-seed/1"
TEXTS = {
    "policy": "policy",
    "work-plan": "work-programme",
    "joint-work-programme": "work-programme",
}
"""Agreements that are texts, and the type of their citation."""


def facts_of(told: Extract, *, source: str) -> Row:
    """Every row, by kind."""
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
        "statuses": [status(one, told) for one in told.statuses],
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


def heading(locus: str) -> bool:
    """True for the place of a heading, which is no paragraph."""
    return re.search(r"(?:^|__)sec_[\d.]+$", locus) is not None


def spoken(told: Extract) -> Iterable[Passage]:
    """Every passage that is a paragraph and no heading."""
    return (one for one in told.passages if one.kind not in (Kind.HEADING, Kind.ANNEX))


def status(one: Status, told: Extract) -> Row:
    """One row of `statuses`."""
    where = {passage.address: passage.locus for passage in told.passages}
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


def citations(told: Extract) -> list[Row]:
    """One row for each place where words refer to a text; their targets together."""
    rows: list[Row] = []
    head = told.document.masthead
    if head.symbol:
        rows.append(cited("front", head.symbol, [head.symbol], "self-symbol"))
    if head.agenda_item:
        rows.append(
            cited("front", head.agenda_item, [f"Agenda item {head.agenda_item}"], "agenda-item")
        )
    for passage in spoken(told):
        found: dict[tuple[int, int], Row] = {}
        for one in passage.citations:
            row = found.setdefault(
                (one.start, one.end),
                cited(
                    passage.locus,
                    one.surface,
                    [],
                    one.kind.value,
                    linked=one.linked,
                    title=one.title,
                ),
            )
            target = "annex" if one.target == "#annex" else one.target
            if target:
                row["targets"] = [*listed(row["targets"]), target]
        rows += found.values()
    return [*rows, *programmes(told, rows)]


def programmes(told: Extract, rows: list[Row]) -> Iterator[Row]:
    """A policy or a work plan with its years is a text too, where no citation names it already."""
    known_here = {(row["locus"], str(row["surface"])) for row in rows}
    for one in told.agreements:
        kind = TEXTS.get(one.kind)
        if kind is None or (
            one.kind != "policy" and (one.valid_to is None or not titled(one.name))
        ):
            continue
        for locus in one.loci:
            if not any(locus_of(locus) == at and one.name in surface for at, surface in known_here):
                yield cited(locus, one.quote.value, [one.name], kind)


def titled(name: str) -> bool:
    """True for a name with capitals, and not for "the 2025-2026 workplan" of somebody."""
    return any(word[0].isupper() for word in re.sub(r"[\d-]+", "", name).split()[1:])


def listed(value: object) -> list[object]:
    """A value that is a list, as one."""
    return list(value) if isinstance(value, list) else []


def cited(
    locus: str,
    surface: str,
    targets: list[str],
    kind: str,
    *,
    linked: bool = False,
    title: str | None = None,
) -> Row:
    """One row of `citations`."""
    return {
        "locus": locus_of(locus),
        "surface": surface,
        "targets": targets,
        "type": kind,
        "linked": linked,
        "title": title,
        "optional": False,
    }


def organisations(told: Extract) -> list[Row]:
    """One row for each body, with every paragraph that names it."""
    rows: dict[str, Row] = {}
    head = told.document.masthead
    for line in dict.fromkeys(head.lines):
        for one in find(line, language=head.language):
            named(rows, one, told, "paragraphs", "front")
    for passage in told.passages:
        in_heading = passage.kind in (Kind.HEADING, Kind.ANNEX)
        for one in passage.mentions:
            if in_heading:
                named(rows, one, told, "heading_mentions", passage.address)
            else:
                named(rows, one, told, "paragraphs", locus_of(passage.locus))
    return [row for row in rows.values() if row["paragraphs"]]


def named(rows: dict[str, Row], one: Mention, told: Extract, field: str, place: object) -> None:
    """One mention of a body, put into its row."""
    if one.group:
        return
    key, name, own = resolved(one, told.own, acronym(told.own))
    whole = None if own else convention(one)
    row = rows.setdefault(
        whole.key if whole else key,
        {
            "id": whole.key if whole else key,
            "name": whole.name if whole else name,
            "acronym": whole.acronym if whole else one.acronym,
            "kind": (whole or one).kind.value,
            "parent": None if whole else one.parent,
            "surfaces": [],
            "paragraphs": [],
            "heading_mentions": [],
            "self": own,
            "how": one.how.value,
            "sure": one.sure,
        },
    )
    add(row, "surfaces", one.surface)
    add(row, field, place)


def convention(one: Mention) -> Body | None:
    """The convention of which a body is the secretariat or the governing body: one entry with it here."""
    body = known().get(one.key or "")
    key = (body.secretariat_of or body.cop_of) if body else None
    if key is None and one.kind in (BodyKind.MEA_SECRETARIAT, BodyKind.PARTY_BODY):
        key = one.parent
    return known().get(key or "")


def partner(one: Party) -> str:
    """The name of a partner: its acronym; that of the convention where it is a secretariat."""
    body = known().get(one.key or "")
    key = (body.secretariat_of or body.cop_of) if body else None
    whole = known().get(key or "")
    return (whole.acronym or whole.name) if whole else one.short


def add(row: Row, name: str, value: object) -> None:
    """Put a value into a list of a row once."""
    values = listed(row[name])
    if value not in values:
        row[name] = [*values, value]


def groups(told: Extract) -> list[Row]:
    """One row for each unnamed class of bodies."""
    rows: dict[str, Row] = {}
    for passage in spoken(told):
        for one in passage.mentions:
            if one.group:
                row = rows.setdefault(
                    one.name, {"name": one.name, "kind": one.kind.value, "paragraphs": []}
                )
                add(row, "paragraphs", locus_of(passage.locus))
    return list(rows.values())


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
        for one in dates(squeeze(line)):
            add_date(one, "front")
    for passage in spoken(told):
        for one in passage.dates:
            add_date(one, passage.locus)
    return rows
