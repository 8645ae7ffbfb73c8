"""Extract the mandates of a document: every provision with its chapeau, heading and place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from whimbrel.document import Document, Kind, Node, Placed, Span, walk
from whimbrel.mandates.mandate import Mandate, Shown
from whimbrel.mandates.provisions import Provision, directives, openings
from whimbrel.mandates.understand import understand
from whimbrel.mandates.vocabulary import lexis
from whimbrel.mandates.words import Text

S = TypeVar("S", bound=Shown)
ADOPTERS = (
    ("UNSC", re.compile(r"^S/")),
    ("HRC", re.compile(r"^A/HRC/")),
    ("UNGA", re.compile(r"^A/")),
    ("UNEA", re.compile(r"^UNEP/(?:EA|UNEA)")),
    ("COP", re.compile(r"/COP\b|/CoP|/CP[./]|\bCOP\d|CMS|CBD|CITES|Ramsar|FCCC|Conf\. ?\d")),
)
"""Who adopts what stands under a symbol."""

GOVERN = frozenset({Kind.PARAGRAPH, Kind.DECISION, Kind.ITEM})
"""Nodes whose words may stand before an item."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A node's words inside the text that is understood as one."""

    start: int
    end: int
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """A provision with all its chapeaus put before it."""

    text: str
    pieces: tuple[Piece, ...]
    item: int


def extract(document: Document) -> tuple[Mandate, ...]:
    """Every operative provision of a document, in reading order."""
    addresses = {id(placed.node): placed.address for placed in walk(document)}
    own = openings(document)
    return tuple(
        understood(found, document, addresses, own=found.placed.address in own)
        for found in directives(document)
    )


def understood(
    found: Provision, document: Document, addresses: dict[int, str], *, own: bool
) -> Mandate:
    """One provision of a document."""
    placed = found.placed
    whole = composed(placed, addresses, alone=own)
    above = heading(placed, document.masthead.language or "en")
    mandate = understand(
        whole.text,
        language=document.masthead.language or "en",
        context=above.text if above else None,
        organ=adopter(document.masthead.symbol),
        item=whole.item,
    )
    if not mandate.operative:
        # Italics of the editors, or a verb that the sentence alone does not show.
        mandate = replace(
            mandate, operative=True, force=found.opening.force, verb=found.opening.phrase
        )
    titled = addresses.get(id(above), "") if above else ""
    return placed_in(mandate, whole, titled, placed)


def adopter(symbol: str | None) -> str | None:
    """The organ that adopts what stands under a symbol; None where the symbol does not say."""
    return next((name for name, pattern in ADOPTERS if pattern.search(symbol or "")), None)


def heading(placed: Placed, language: str) -> Node | None:
    """The line above a provision that names its addressees."""
    directed = lexis(language).pattern("directed")
    for node in reversed(placed.within):
        if node.kind is Kind.DIRECTED:
            return node
        if node.kind is Kind.HEADING and directed.match(Text(node.text, language).plain):
            return node
    return None


def composed(placed: Placed, addresses: dict[int, str], *, alone: bool) -> Whole:
    """The text of a provision, chapeaus first: "Requests the Secretariat to: (a) prepare"."""
    above = [] if alone else list(chapeaus(placed))
    text, pieces, item = "", [], 0
    for node in (*above, placed.node):
        if text:
            text += " "
            item = len(text)
            text += f"{node.label.strip()} " if node.label else ""
        pieces.append(
            Piece(start=len(text), end=len(text) + len(node.text), address=addresses[id(node)])
        )
        text += node.text
    return Whole(text=text, pieces=tuple(pieces), item=item)


def chapeaus(placed: Placed) -> Iterator[Node]:
    """The nodes whose words govern an item, outermost first: its paragraph or decision and no
    more, for a paragraph that quotes a decision says nothing of its items."""
    if placed.node.kind is not Kind.ITEM:
        return
    inner = [number for number, node in enumerate(placed.within) if node.kind is not Kind.ITEM]
    for node in placed.within[inner[-1] if inner else 0 :]:
        if node.kind in GOVERN and node.text.strip():
            yield node


def placed_in(mandate: Mandate, whole: Whole, titled: str, placed: Placed) -> Mandate:
    """The same mandate with every span in the node where its words are printed."""
    return replace(
        mandate,
        address=placed.address,
        label_path=placed.label_path,
        verb_at=place_of(mandate.verb_at, whole, titled) if mandate.verb_at else None,
        addressees=moved(mandate.addressees, whole, titled),
        conditions=moved(mandate.conditions, whole, titled),
        due=moved(mandate.due, whole, titled),
        report_to=moved(mandate.report_to, whole, titled),
        collaborators=moved(mandate.collaborators, whole, titled),
        outputs=moved(mandate.outputs, whole, titled),
    )


def moved(parts: tuple[S, ...], whole: Whole, titled: str) -> tuple[S, ...]:
    """Parts with the places they have in their nodes."""
    return tuple(replace(part, at=place_of(part.at, whole, titled)) for part in parts)


def place_of(span: Span, whole: Whole, titled: str) -> Span:
    """A place in the composed text as a place in its node."""
    if span.eid:
        return Span(eid=titled, start=span.start, end=span.end)
    pieces = [piece for piece in whole.pieces if piece.start <= span.start]
    piece = pieces[-1] if pieces else whole.pieces[0]
    start = max(0, span.start - piece.start)
    return Span(eid=piece.address, start=start, end=min(span.end, piece.end) - piece.start)


def provisions(document: Document) -> list[dict[str, object]]:
    """The provisions as `whimbrel read --to json` shows them."""
    texts = {placed.address: placed.node.text for placed in walk(document)}
    return [
        {
            "label_path": list(mandate.label_path),
            "text": texts[mandate.address or ""],
            "addressees": list(dict.fromkeys(each.who.value for each in mandate.addressees)),
            "force": mandate.force.value,
            "verb": mandate.verb,
            "conditions": list(dict.fromkeys(each.words for each in mandate.conditions)),
            "due": mandate.due_code,
            "report_to": mandate.report_to_name,
        }
        for mandate in extract(document)
    ]
