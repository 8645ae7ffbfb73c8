"""Document -> Extract: everything that the document tells, each thing with its place and its
words."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from whimbrel.bodies import Body, Mention, PlaceKind, known
from whimbrel.bodies.names import folded
from whimbrel.bodies.vocabulary import named
from whimbrel.document import Document, Kind
from whimbrel.engagements import agreements, decisions, parts, positions, status
from whimbrel.engagements.assemble import Teller
from whimbrel.engagements.building import Ground
from whimbrel.engagements.engagement import (
    Agreement,
    Engagement,
    Evidence,
    Position,
    Said,
    Species,
    Status,
)
from whimbrel.engagements.passage import Passage, ours, passages
from whimbrel.engagements.vocabulary import anywhere


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    """What was understood of a document."""

    document: Document
    passages: tuple[Passage, ...]
    own: frozenset[str]
    """Keys of the bodies whose report this is."""
    provisions: tuple[decisions.Provision, ...]
    drafts: tuple[decisions.Draft, ...]
    actions: tuple[decisions.Action, ...]
    engagements: tuple[Engagement, ...]
    statuses: tuple[Status, ...]
    positions: tuple[Position, ...]
    agreements: tuple[Agreement, ...]
    countries: tuple[Said[str], ...]
    """ISO codes of the countries that are named, in reading order."""
    species: tuple[Species, ...]
    missing: tuple[str, ...] = ()
    """What a reader expects of such a document and this one does not have, in plain words."""


def extract(document: Document) -> Extract:
    """Read a document for what it tells. What is not there is said in `missing`, nothing is
    guessed."""
    language = document.masthead.language
    read, own = passages(document), ours(document.masthead)
    provisions = decisions.quoted(document)
    drafts = decisions.drafts(document, provisions)
    actions = decisions.actions(read, drafts)
    ground = Ground(language=language, own=own, meeting=meeting(document))
    teller = Teller(ground=ground)
    engagements = tuple(with_evidence(teller.read(read), read, language))
    return Extract(
        document=document,
        passages=read,
        own=own,
        provisions=provisions,
        drafts=drafts,
        actions=actions,
        engagements=engagements,
        statuses=status.statuses(read, provisions, drafts, actions, engagements, language),
        positions=positions.positions(read, author(document, own), own, language),
        agreements=agreements.agreements(read, document.masthead.date, own, language),
        countries=countries(read),
        species=mentioned(read),
        missing=missing(document, read),
    )


def meeting(document: Document) -> str | None:
    """The meeting of the document in short: `COP15`."""
    from whimbrel.symbols import MeetingRef

    try:
        return str(MeetingRef.parse(document.masthead.meeting or ""))
    except ValueError:
        return None


def author(document: Document, own: frozenset[str]) -> str:
    """Who speaks in the document: "CMS Secretariat", as the masthead says."""
    who = document.masthead.author or "Secretariat"
    office = named().get(folded(who))
    who = office.name if isinstance(office, Body) and office.own else who
    body = acronym(own)
    return f"{body} {who}" if body and not who.startswith(body) else who


def convention(own: frozenset[str]) -> Body | None:
    """The convention, or other body, whose report this is."""
    for key in own:
        body = known().get(key)
        if body and not (body.secretariat_of or body.cop_of or body.part_of):
            return body
    return None


def acronym(own: frozenset[str]) -> str | None:
    """Its short name."""
    body = convention(own)
    return (body.acronym or body.name) if body else None


def countries(read: Iterable[Passage]) -> tuple[Said[str], ...]:
    """Every country that is named, with its place."""
    return tuple(
        parts.said(one.iso2, passage, one.start, one.end)
        for passage in read
        for one in passage.places
        if one.kind is PlaceKind.COUNTRY and one.iso2
    )


def resolved(one: Mention, own: frozenset[str], body: str | None) -> tuple[str, str, bool]:
    """(key, name, whether it is ours) of a body: "the Secretariat" is that of the convention."""
    key, name = one.key or one.name.casefold(), one.name
    if not parts.ours(one, own) or body is None or key in own:
        return key, name, key in own or (one.key is not None and parts.ours(one, own))
    role = one.name.removeprefix(f"{body} ")
    for each in own:
        found = known()[each]
        same = found.name.removeprefix(f"{body} ") in (
            role,
            "COP" if role == "Conference of the Parties" else role,
        )
        if same and found.kind == one.kind:
            return each, f"{body} {role}", True
    if one.kind not in parts.ORGANS:
        return key, name, False
    return key, f"{body} {role}", True


def with_evidence(
    told: tuple[Engagement, ...], read: tuple[Passage, ...], language: str | None
) -> Iterable[Engagement]:
    """Engagements with the texts cited for them: in their paragraph, or by a pointer for the whole
    section."""
    cited: dict[str, tuple[Evidence, ...]] = {}
    home: dict[str, str] = {}
    sections: dict[str, tuple[Evidence, ...]] = {}
    for passage in read:
        if not passage.told:
            continue
        cited[passage.locus] = cited.get(passage.locus, ()) + parts.evidence(passage, "paragraph")
        section = passage.headings[-1].address if passage.headings else ""
        home[passage.locus] = section
        alone = passage.kind is Kind.PARAGRAPH and len(passage.sentences) == 1
        if alone and anywhere(language, "pointers").match(passage.text):
            sections[section] = sections.get(section, ()) + parts.evidence(passage, "section")
    for one in told:
        locus = one.loci[0]
        yield replace(one, evidence=cited.get(locus, ()) + sections.get(home.get(locus, ""), ()))


def missing(document: Document, read: tuple[Passage, ...]) -> tuple[str, ...]:
    """What could not be found, for a person to judge the rest by."""
    head, out = document.masthead, []
    if head.symbol is None:
        out.append("no symbol: what bare numbers name, and whose report it is, is not known")
    if head.date is None:
        out.append("no date: how agreements stand today was not computed")
    if head.language is None:
        out.append("the language could not be told: read as English")
    others = sorted({one.language for one in read if one.told and one.language} - {head.language})
    if head.language and others:
        out.append(f"paragraphs in another language than the document's: {', '.join(others)}")
    if not any(passage.placed.label_path for passage in read if passage.kind is Kind.PARAGRAPH):
        out.append("no numbered paragraphs: places are given as addresses")
    if not any(passage.told and passage.kind is not Kind.TABLE for passage in read):
        out.append("no running text: nothing could be read of engagements, statuses and positions")
    return tuple(out)


def mentioned(passages: Iterable[Passage]) -> tuple[Species, ...]:
    """Every species of a document with the paragraphs that name it, in order of appearance."""
    rows: dict[str, Species] = {}
    for passage in passages:
        for one in passage.animals:
            span = passage.span(one.start, one.end)
            old = rows.get(one.kind.name)
            if old is None:
                old = Species(
                    name=one.kind.name,
                    scientific=one.kind.scientific,
                    kind=one.kind.kind,
                    surfaces=(),
                    loci=(),
                )
            rows[one.kind.name] = Species(
                name=old.name,
                scientific=old.scientific,
                kind=old.kind,
                surfaces=tuple(dict.fromkeys((*old.surfaces, one.surface))),
                loci=tuple(dict.fromkeys((*old.loci, passage.locus))),
                spans=(*old.spans, span),
            )
    return tuple(rows.values())
