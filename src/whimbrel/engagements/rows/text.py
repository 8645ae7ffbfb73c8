"""The text of a document as rows: metadata, headings, numbered paragraphs."""

import hashlib
import re
from collections.abc import Iterable, Iterator

from whimbrel.citations import Kind as CitationKind
from whimbrel.document import Document, Kind, Node, Placed, walk
from whimbrel.document.walk import clean, numbered
from whimbrel.engagements import Extract
from whimbrel.engagements.extract import meeting
from whimbrel.engagements.passage import Passage

Row = dict[str, object]
FEW = 7
"""Words of `first_words` and `last_words`."""


def locus_of(locus: str) -> int | str:
    """A paragraph number as a number; `front`, `summary`, `annex` as they are."""
    return int(locus) if locus.isdigit() else locus


def loci_of(loci: Iterable[str]) -> list[int | str]:
    """The same of several, each once, in order."""
    return list(dict.fromkeys(locus_of(locus) for locus in loci))


def metadata(told: Extract) -> Row:
    """What the first page and the summary say."""
    head, document = told.document.masthead, told.document
    summary = [one for one in told.passages if one.locus == "summary"]
    cited = [each for one in summary for each in one.citations]
    plan = next((one.target for one in cited if one.kind is CitationKind.STRATEGIC_PLAN), None)
    target = next((one.surface for one in cited if one.kind is CitationKind.STRATEGIC_TARGET), None)
    return {
        "symbol": head.symbol,
        "date": head.date.isoformat() if head.date else None,
        "original_language": head.original,
        "meeting_short": meeting(document),
        "venue": head.venue,
        "meeting_start": head.starts.isoformat() if head.starts else None,
        "meeting_end": head.ends.isoformat() if head.ends else None,
        "agenda_item": head.agenda_item,
        "title": head.title,
        "author": head.author,
        "language": head.language,
        "summary": " ".join(one.text for one in summary) or None,
        "strategic_plan": plan,
        "contributes_especially": target,
        "n_paragraphs": sum(1 for _ in body_paragraphs(document)),
        "n_draft_decisions": len(told.drafts),
    }


def body_paragraphs(document: Document) -> Iterator[Placed]:
    """The numbered paragraphs of the body."""
    for placed in walk(document):
        around = {node.kind for node in placed.within}
        if (
            placed.node.kind is Kind.PARAGRAPH
            and numbered(placed.node.label)
            and Kind.ANNEX not in around
        ):
            yield placed


def headings(told: Extract) -> list[Row]:
    """One row for each heading, with the paragraphs that stand under it."""
    rows: list[Row] = []
    for placed in walk(told.document):
        if placed.node.kind is not Kind.HEADING or placed.address.startswith("summary"):
            continue
        parent = placed.address.rpartition(".")[0] if placed.level > 1 else None
        inside = list(numbers(placed.node))
        rows.append(
            {
                "id": heading_id(placed.address),
                "level": placed.level,
                "text": placed.node.text,
                "parent": heading_id(parent) if parent else None,
                "first_paragraph": inside[0] if inside else None,
                "last_paragraph": inside[-1] if inside else None,
            }
        )
    return rows


def heading_id(address: str) -> str:
    """`sec_2.1` -> `h2.1`, `annex__sec_1` -> `annex.h1`."""
    return address.replace("__", ".").replace("sec_", "h")


def numbers(node: Node) -> Iterator[int | str]:
    """The numbers of the paragraphs under a heading."""
    for child in node.children:
        if child.kind is Kind.PARAGRAPH and numbered(child.label):
            yield locus_of(clean(child.label))
        elif child.kind is Kind.HEADING:
            yield from numbers(child)


def paragraphs(told: Extract) -> list[Row]:
    """One row for each numbered paragraph, its bullets and items with it."""
    rows: list[Row] = []
    for placed in body_paragraphs(told.document):
        node = placed.node
        whole = " ".join(filter(None, texts(node)))
        above = [one for one in placed.within if one.kind is Kind.HEADING]
        rows.append(
            {
                "number": locus_of(clean(node.label)),
                "address": placed.address,
                "heading": above[-1].text if above else None,
                "first_words": first(whole),
                "last_words": last(node.text),
                "last_words_with_children": last(whole),
                "children": list(children(node)),
                "words": len(whole.split()),
                "text": whole,
                "own_text": node.text,
                "sha1": hashlib.sha1(whole.encode(), usedforsecurity=False).hexdigest(),
            }
        )
    return rows


def texts(node: Node) -> Iterator[str]:
    """The words of a node and of all below it."""
    yield node.text
    for child in node.children:
        yield from texts(child)


def children(node: Node) -> Iterator[Row]:
    """The bullets, items and decisions right under a paragraph."""
    bullets = 0
    for child in node.children:
        label = clean(child.label)
        if not numbered(child.label):
            bullets += 1
            label = f"bullet {bullets}"
        words = " ".join(filter(None, texts(child)))
        yield {"label": label, "first_words": first(words), "last_words": last(words)}


def first(text: str) -> str:
    """The first words of a text."""
    return " ".join(text.split()[:FEW])


def last(text: str) -> str:
    """The last words of a text."""
    return " ".join(text.split()[-FEW:])


def heading(locus: str) -> bool:
    """True for the place of a heading, which is no paragraph."""
    return re.search(r"(?:^|__)sec_[\d.]+$", locus) is not None


def spoken(told: Extract) -> Iterable[Passage]:
    """Every passage that is a paragraph and no heading."""
    return (one for one in told.passages if one.kind not in (Kind.HEADING, Kind.ANNEX))


def add(row: Row, name: str, value: object) -> None:
    """Put a value into a list of a row once."""
    values = listed(row[name])
    if value not in values:
        row[name] = [*values, value]


def listed(value: object) -> list[object]:
    """A value that is a list, as one."""
    return list(value) if isinstance(value, list) else []
