"""Provisions: the paragraphs and items by which somebody is to act or something is decided."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from whimbrel.document import Document, Kind, Masthead, Node, Placed, walk
from whimbrel.document.walk import numbered
from whimbrel.mandates.grammar import Force, Form, openers
from whimbrel.mandates.opening import Opening, begun, made, opening

OPEN = frozenset({Kind.PREAMBLE, Kind.PARAGRAPH, Kind.ITEM, Kind.DECISION})
DECISIVE = frozenset({Kind.DECISION, Kind.DIRECTED})
LONGEST = 8
"""Words in the longest phrase that editors set in italics; more is a sentence in italics."""
RESOLUTION = re.compile(r"/(?:RES|Res|DEC|Dec)[/.]|/C[MO]P\.\d|Decision|Resolution")
COUNCIL = re.compile(r"^S/(?:RES|\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision:
    """A paragraph or item by which somebody is to act, and the words that say so."""

    placed: Placed
    opening: Opening
    """Its own, or that of the chapeau over it."""


def openings(document: Document) -> dict[str, Opening]:
    """The opening of every paragraph that has one, by address. Kept italics decide."""
    found: dict[str, Opening] = {}
    decides = resolved(document)
    for placed in walk(document):
        if placed.node.kind not in OPEN:
            continue
        asks = decided(placed) or within(placed) in decides
        words = opened(placed.node, document.masthead, asks=asks)
        if words is not None:
            found[placed.address] = words
    return found


def opened(node: Node, masthead: Masthead, *, asks: bool) -> Opening | None:
    """The opening of one paragraph: its first words in italics, or what the grammar finds.

    `asks`: these are the words of a decision or resolution. There "The Secretariat shall" asks,
    and any verb in italics is one of the organ; a report only tells.
    """
    language = masthead.language or "en"
    preamble = node.kind is Kind.PREAMBLE
    council = bool(COUNCIL.match(masthead.symbol or ""))
    words = opening(node.text, language, preamble=preamble, council=council)
    if words is not None and words.start:
        return words if asks else None
    told = node.kind is Kind.ITEM or not (asks or preamble)
    if told and not performs(node.text, language):
        return None
    phrase = emphasized(node)
    if phrase is None:
        return words
    if words is None:
        spoken = preamble or (asks and numbered(node.label))
        return informs(phrase) if spoken else None
    return replace(words, phrase=node.text[: len(phrase)], end=len(phrase))


def performs(text: str, language: str) -> bool:
    """True where a verb in the third person opens the text: "Requests", not "Encouraging"."""
    first = begun(text, 0, openers(language))
    return first is not None and first.head.form is Form.FINITE


def informs(phrase: str) -> Opening:
    """An opening in italics whose verb is not in the grammar."""
    return made(phrase, 0, len(phrase), phrase.split()[0].casefold(), Force.NOTE)


def emphasized(node: Node) -> str | None:
    """The italic words that open a paragraph; None where they are no phrase of a verb."""
    runs = [run for run in node.runs if run.note is None]
    if len(runs) < 2:
        return None
    first, second = runs[0], runs[1]
    # "R" + "equests": an editor who missed the first letters.
    slip = second.italic and second.text[:1].islower() and re.fullmatch(r"\w{1,3}", first.text)
    if not (first.italic or slip):
        return None
    phrase = first.text if first.italic else first.text + second.text
    rest = re.match(r"[a-zà-ÿ]{1,3}\b", second.text)
    if first.italic and rest and phrase[-1:].isalpha():
        phrase += rest.group()
    phrase = phrase.rstrip(" ,;:.-–")
    if not phrase or len(phrase.split()) > LONGEST or re.search(r"\d", phrase):
        return None
    return phrase


def directives(document: Document) -> Iterator[Provision]:
    """Operative paragraphs and items by which somebody is to act, in reading order."""
    language = document.masthead.language or "en"
    found = openings(document)
    chapeaus: dict[int, Opening] = {}
    for placed in walk(document):
        node = placed.node
        if node.kind not in OPEN or not operative(placed):
            continue
        own = found.get(placed.address)
        if own is not None and not own.directive:
            own = second(node.text, own, language)
        words = own
        if node.kind is Kind.ITEM and placed.address not in found:
            above = (chapeaus.get(id(around)) for around in reversed(placed.within))
            words = next(filter(None, above), None)
        if words is None or not words.directive:
            continue
        chapeaus[id(node)] = words
        yield Provision(placed=placed, opening=words)


def operative(placed: Placed) -> bool:
    """True for what is neither preamble nor summary."""
    around = (*placed.within, placed.node)
    preamble = any(node.kind is Kind.PREAMBLE for node in around)
    return not preamble and not placed.address.startswith("summary")


def decided(placed: Placed) -> bool:
    """True for words of a decision: the decision itself and all that stands in it."""
    return any(node.kind in DECISIVE for node in (*placed.within, placed.node))


def within(placed: Placed) -> str | None:
    """The part of the document a node stands in: the words of its annex, None for the body."""
    return next((node.text for node in placed.within if node.kind is Kind.ANNEX), None)


def resolved(document: Document) -> frozenset[str | None]:
    """The parts that are a resolution or decision: a symbol says so, or a preamble in that part."""
    whole = RESOLUTION.search(document.masthead.symbol or "") is not None
    return frozenset(
        within(placed) for placed in walk(document) if whole or placed.node.kind is Kind.PREAMBLE
    )


def second(text: str, first: Opening, language: str) -> Opening:
    """The opening with the force of the first directive verb after it: "Notes ..., and invites"."""
    grammar = openers(language)
    relative = grammar.relatives.search(text, first.end)
    clause = relative.start() if relative else len(text)
    for joint in grammar.joint.finditer(text, first.end):
        # "which supports and encourages" goes on with the clause; a comma may end it.
        if joint["stop"] is None and joint.start() > clause:
            continue
        more = begun(text, joint.end(), grammar)
        if more is None or more.head.form is not Form.FINITE:
            continue
        if more.head.verb in grammar.grammar.seconds:
            return replace(first, force=more.head.force, directive=True)
    return first
