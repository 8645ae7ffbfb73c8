"""Decisions of a document: quoted ones with their provisions, draft ones, and what is
recommended."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from whimbrel.citations import Citation
from whimbrel.document import Document, Kind, Placed, walk
from whimbrel.document.walk import clean
from whimbrel.engagements.likeness import shared, stems
from whimbrel.engagements.passage import Passage, locus

SAME = 0.6
"""Likeness from which a draft says what a quoted provision says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision:
    """The smallest unit of a quoted decision."""

    id: str
    """`14.8`, `14.9 b)`."""
    decision: str
    item: str | None
    text: str
    chapeau: str | None
    """The words of the decision over an item."""
    directed: str | None
    """The line that names the addressees."""
    address: str
    locus: str

    @property
    def whole(self) -> str:
        """Its words with those of its chapeau before them, as a mandate is read."""
        return self.text if self.chapeau is None else f"{self.chapeau} {self.item} {self.text}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A decision that the document proposes."""

    ref: str
    occurrence: int
    duplicate: bool
    heading: str | None
    directed: str | None
    text: str
    address: str
    renews: str | None
    """The provision whose words it has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One recommended action."""

    label: str | None
    locus: str
    action: str
    quote: str
    objects: tuple[str, ...]


def quoted(document: Document) -> tuple[Provision, ...]:
    """The provisions of quoted decisions, in reading order. A decision with items is its items."""
    found = []
    for placed in walk(document):
        if not placed.quoted or placed.node.kind not in (Kind.DECISION, Kind.ITEM):
            continue
        if any(child.kind is Kind.ITEM for child in placed.node.children):
            continue
        found.append(provision(placed))
    return tuple(found)


def provision(placed: Placed) -> Provision:
    """One decision or item as a provision."""
    around = (*placed.within, placed.node)
    decision = next((node for node in around if node.kind is Kind.DECISION), placed.node)
    items = [clean(node.label) for node in around if node.kind is Kind.ITEM]
    item = " ".join(items) or None
    number = clean(decision.label)
    return Provision(
        id=f"{number} {item}" if item else number,
        decision=number,
        item=item,
        text=placed.node.text,
        chapeau=decision.text if item else None,
        directed=directed(placed),
        address=placed.address,
        locus=locus(placed),
    )


def directed(placed: Placed) -> str | None:
    """The line over a decision that names its addressees."""
    return next((node.text for node in placed.within if node.kind is Kind.DIRECTED), None)


def drafts(document: Document, provisions: Iterable[Provision]) -> tuple[Draft, ...]:
    """The decisions that are proposed, with those of the quoted ones that they renew."""
    known = [(one.id, stems(one.text)) for one in provisions]
    placed = [
        one
        for one in walk(document)
        if one.node.kind is Kind.DECISION
        and not one.quoted
        and not one.address.startswith("summary")
    ]
    numbers = Counter(clean(one.node.label) for one in placed)
    seen: Counter[str] = Counter()
    found = []
    for one in placed:
        ref = clean(one.node.label)
        seen[ref] += 1
        headings = [node.text for node in one.within if node.kind is Kind.HEADING]
        found.append(
            Draft(
                ref=ref,
                occurrence=seen[ref],
                duplicate=numbers[ref] > 1,
                heading=headings[-1] if headings else None,
                directed=directed(one),
                text=whole_text(one),
                address=one.address,
                renews=renewed(whole_text(one), known),
            )
        )
    return tuple(found)


def whole_text(placed: Placed) -> str:
    """A decision with its items."""
    lines = [placed.node.text]
    lines += [
        f"{clean(child.label)} {child.text}"
        for child in placed.node.children
        if child.kind is Kind.ITEM
    ]
    return " ".join(lines)


def renewed(text: str, known: list[tuple[str, frozenset[str]]]) -> str | None:
    """The quoted provision that a draft says again."""
    own = stems(text)
    shares = ((shared(words, own), number) for number, words in known)
    best, number = max(shares, default=(0.0, ""))
    return number if best >= SAME else None


ACTIONS = (
    ("adopt", r"adopt|approve|adoptar|aprobar|adopter|approuver"),
    ("delete", r"delete|repeal|supprimer|abroger|suprimir|eliminar|derogar"),
    ("renew", r"renew|retain|extend|renouveler|maintenir|renovar|mantener|prorrogar"),
    ("note", r"(?:take )?note|prendre (?:acte|note)|tomar nota"),
    ("consider", r"consider|review|examine[rz]?|examinar|considerar"),
    ("endorse", r"endorse|respaldar|hacer suy[ao]s?|entériner|approuver"),
)
RECOMMENDED = re.compile(
    r"\b(?:is|are)\s+(?:recommended|invited|requested)\s+to\b|\best\s+(?:invitée|priée)\s+à\b|recommand\w+\s+(?:à|que)|se\s+(?:recomienda|invita)|recomend\w+\s+(?:a|que)",
    re.IGNORECASE,
)


def actions(passages: Iterable[Passage], drafts_known: tuple[Draft, ...]) -> tuple[Action, ...]:
    """What the governing body is recommended to do."""
    found: list[Action] = []
    chapeau: str | None = None
    for passage in passages:
        if passage.placed.quoted or passage.kind not in (Kind.PARAGRAPH, Kind.ITEM):
            continue
        if passage.kind is Kind.PARAGRAPH:
            chapeau = passage.locus if RECOMMENDED.search(passage.text) and passage.told else None
            if chapeau is None or passage.text.rstrip().endswith(":"):
                continue
        elif chapeau is None or passage.locus != chapeau:
            continue
        words = (
            passage.text
            if passage.kind is Kind.ITEM
            else RECOMMENDED.split(passage.text, maxsplit=1)[1]
        )
        for name, verb in ACTIONS:
            if re.match(rf"\W*(?:to\s+|de\s+|d['’])?(?:{verb})\b", words, re.IGNORECASE):
                found.append(action(name, passage, drafts_known))
                break
    return tuple(found)


def action(name: str, passage: Passage, drafts_known: tuple[Draft, ...]) -> Action:
    """One action with its objects: a range of decisions spelled out, "the draft Decisions"
    named."""
    objects = [
        short(one) for one in passage.citations if one.target and not one.target.startswith("#")
    ]
    annexed = any((one.target or "").startswith("#annex") for one in passage.citations)
    if not objects and (
        annexed or re.search(r"draft|projet|proyecto", passage.text, re.IGNORECASE)
    ):
        objects = [named(one) for one in drafts_known]
    label = clean(passage.placed.node.label) if passage.kind is Kind.ITEM else None
    return Action(
        label=label,
        locus=passage.locus,
        action=name,
        quote=passage.text,
        objects=tuple(dict.fromkeys(objects)),
    )


def named(one: Draft) -> str:
    """A draft by its number, told apart where the number is given twice."""
    ordinals = ("first", "second", "third", "fourth", "fifth")
    if not one.duplicate:
        return one.ref
    at = ordinals[one.occurrence - 1] if one.occurrence <= len(ordinals) else str(one.occurrence)
    return f"{one.ref} ({at})"


def short(one: Citation) -> str:
    """`CMS/Decision/14.8` -> `14.8`."""
    return re.sub(r"^.*/(?:Decision|Resolution)/", "", one.target or "")
