"""Passage: a paragraph or item with all that other rooms know about its words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from whimbrel.bodies import Body, BodyKind, How, Mention, Place, in_texts, known, places
from whimbrel.citations import Citation, in_document
from whimbrel.citations import Kind as CitationKind
from whimbrel.document import Document, Kind, Masthead, Placed, Span, walk
from whimbrel.document.walk import clean, numbered
from whimbrel.engagements.dates import DateFound, dates
from whimbrel.engagements.sentences import Sentence, sentences
from whimbrel.engagements.species import Found, find
from whimbrel.facts.layout import language_of
from whimbrel.mandates import openings

SPOKEN = frozenset(
    {
        Kind.PARAGRAPH,
        Kind.ITEM,
        Kind.DECISION,
        Kind.DIRECTED,
        Kind.PREAMBLE,
        Kind.TABLE,
        Kind.NOTE,
        Kind.HEADING,
    }
)


TREATY = re.compile(
    r"""
    \b (?: the | this | la | cette | esta | el | este ) \s
    (?P<name> Convention | Convención | Convenio ) \b
    (?! \s (?: (?: on | for | to | of | against | concerning ) \s (?: the \s )? [A-Z]
        | (?: sur | pour | contre | de | du | des | sobre | para | contra | relativ[aeo] ) \b
        | d['’] ) )
    """,
    re.VERBOSE,
)
"""A convention that is named no further: that of the document."""
TELLING = 60
"""Characters that tell the language of a paragraph."""
NUMBERED = frozenset(
    {
        CitationKind.RESOLUTION,
        CitationKind.RESOLUTION_PARAGRAPH,
        CitationKind.DECISION,
        CitationKind.DECISION_PROVISION,
        CitationKind.DECISION_RANGE,
    }
)
"""The "COP14" of "Resolution 11.10 (Rev.COP14)" is no mention of the meeting."""


@dataclass(frozen=True, kw_only=True)
class Passage:
    """One paragraph, item or heading, where it stands, and what is named in it."""

    placed: Placed
    locus: str
    """The number of the paragraph it belongs to, or `summary`, `annex`, or its address."""
    text: str
    headings: tuple["Passage", ...]
    """The headings it stands under, outermost first."""
    mentions: tuple[Mention, ...]
    places: tuple[Place, ...]
    dates: tuple[DateFound, ...]
    citations: tuple[Citation, ...]
    language: str | None = None
    """That of the passage, where it is long enough to tell; else that of the document."""
    asks: bool = False
    """True where it opens as a provision ("Requests ...", "Decides that ..."): it tells nothing."""

    @property
    def address(self) -> str:
        """The address of its node."""
        return self.placed.address

    @property
    def kind(self) -> Kind:
        """The kind of its node."""
        return self.placed.node.kind

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Its sentences."""
        return sentences(self.text)

    @cached_property
    def animals(self) -> tuple[Found, ...]:
        """The species, groups and habitats that it names, those in the names of bodies aside."""
        taken = [(one.start, one.end) for one in self.mentions if not one.group]
        return find(self.text, taken)

    @property
    def told(self) -> bool:
        """True for words of the report itself: no heading, no quoted decision, no annex, no
        summary."""
        if (
            self.kind not in (Kind.PARAGRAPH, Kind.ITEM, Kind.NOTE, Kind.TABLE)
            or self.placed.quoted
        ):
            return False
        if self.asks:
            return False
        around = {node.kind for node in self.placed.within}
        return not around & {Kind.ANNEX, Kind.DECISION, Kind.DIRECTED} and self.locus != "summary"

    def span(self, start: int, end: int) -> Span:
        """A place in its words."""
        return Span(eid=self.address, start=start, end=end)


def passages(document: Document) -> tuple[Passage, ...]:
    """Every passage of a document in reading order."""
    language = document.masthead.language
    placed = [one for one in walk(document) if one.node.kind in SPOKEN | {Kind.ANNEX}]
    texts = [words(one) for one in placed]
    named = in_texts(texts, language=language)
    cited = in_document(document)
    asks = frozenset(openings(document))
    return tuple(assembled(placed, texts, list(named), cited, asks, language))


def assembled(
    placed: list[Placed],
    texts: list[str],
    named: list[tuple[Mention, ...]],
    cited: dict[str, tuple[Citation, ...]],
    asks: frozenset[str],
    language: str | None,
) -> Iterator[Passage]:
    """The passages one by one, each with the headings around it."""
    headings: dict[int, Passage] = {}
    for one, text, mentions in zip(placed, texts, named, strict=True):
        citations = cited.get(one.address, ())
        masked = [
            (each.start, each.end)
            for each in citations
            if "/" in each.surface or "." in each.surface
        ]
        symbols = [
            symbol_of(each) for each in citations if "/" in each.surface or each.kind in NUMBERED
        ]
        passage = Passage(
            placed=one,
            locus=locus(one),
            text=text,
            headings=tuple(headings[id(node)] for node in one.within if id(node) in headings),
            mentions=tuple(each for each in mentions if not inside(each, symbols)),
            places=places(text, mentions=mentions, language=language) if text else (),
            dates=dates(text, masked=masked),
            citations=citations,
            language=spoken_in(text, language),
            asks=one.address in asks and one.node.kind is not Kind.ITEM,
        )
        if one.node.kind in (Kind.HEADING, Kind.ANNEX):
            headings[id(one.node)] = passage
        yield passage


def treaty(passage: Passage, own: Body) -> Iterator[Mention]:
    """Where a passage says "the Convention" and means that of its document: not in a longer name,
    and not behind the name of another convention, which may be meant."""
    if own.kind is not BodyKind.MEA:
        return
    others = [one.start for one in passage.mentions if one.kind is own.kind and one.key != own.key]
    for found in TREATY.finditer(passage.text, 0, min(others, default=len(passage.text))):
        start, end = found.span("name")
        if any(one.start < end and start < one.end for one in passage.mentions if not one.group):
            continue
        yield Mention(
            start=start,
            end=end,
            surface=found["name"],
            key=own.key,
            name=own.name,
            acronym=own.acronym,
            kind=own.kind,
            group=False,
            how=How.KNOWN,
            sure=True,
        )


def spoken_in(text: str, language: str | None) -> str | None:
    """The language of a text, where it is long enough to tell; else that of the document."""
    return (language_of(text) if len(text) > TELLING else None) or language


def symbol_of(citation: Citation) -> tuple[int, int]:
    """Where the symbol of a citation stands, without the title behind it."""
    symbol = citation.surface
    if citation.title and citation.surface.endswith(citation.title):
        symbol = symbol[: -len(citation.title)]
    return citation.start, citation.start + len(symbol.rstrip())


def inside(mention: Mention, spans: list[tuple[int, int]]) -> bool:
    """True for letters of a symbol: the "UNEP" of "UNEP/CMS/COP15" is no mention of it."""
    return any(start <= mention.start and mention.end <= end for start, end in spans)


def words(placed: Placed) -> str:
    """The words of a node; the cells of a table one after the other."""
    if placed.node.rows:
        return "\n".join(" | ".join(row) for row in placed.node.rows)
    return placed.node.text


def locus(placed: Placed) -> str:
    """Where a reader says it stands: `8`, `summary`, `annex`, and its address where nothing is
    numbered."""
    if placed.address.startswith("summary"):
        return "summary"
    around = (*placed.within, placed.node)
    annex = next((node for node in around if node.kind is Kind.ANNEX), None)
    if annex is not None:
        return placed.address.split("__")[0]
    number = next(
        (
            clean(node.label)
            for node in around
            if node.kind is Kind.PARAGRAPH and numbered(node.label)
        ),
        None,
    )
    return number or placed.address


def ours(masthead: Masthead) -> frozenset[str]:
    """The keys of the bodies whose report this is: the convention of its symbol and its organs."""
    from whimbrel.citations.resolve import Context

    organ = Context.of(masthead.symbol).organ if masthead.symbol else None
    root = organ.key if organ else None
    every = known()
    if root is None:
        return frozenset()
    return frozenset(
        key
        for key, body in every.items()
        if key == root or root in (body.secretariat_of, body.cop_of, body.part_of)
    )
