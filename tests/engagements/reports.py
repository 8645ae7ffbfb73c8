"""Short made-up reports, so that tests read like what they test."""

import datetime

from tests.builders import heading, node, paragraph
from whimbrel.document import Document, Kind, Masthead, Node
from whimbrel.engagements import Engagement, Extract, extract

SYMBOL = "UNEP/CMS/COP15/Doc.99"


def report(*texts: str, language: str = "en") -> Extract:
    """A report of numbered paragraphs."""
    return of(
        *(paragraph(text, label=f"{at}.") for at, text in enumerate(texts, 1)), language=language
    )


def of(*nodes: Node, language: str = "en") -> Extract:
    """A report of these nodes."""
    head = Masthead(
        symbol=SYMBOL,
        language=language,
        author="Secretariat",
        meeting="15th MEETING OF THE CONFERENCE OF THE PARTIES",
        date=datetime.date(2026, 1, 8),
    )
    return extract(Document(masthead=head, nodes=nodes))


def decision(number: str, directed: str, text: str, *items: str) -> Node:
    """A decision under the line that names its addressees."""
    lettered = tuple(
        node(Kind.ITEM, words, label=f"{letter})")
        for letter, words in zip("abcdef", items, strict=False)
    )
    inner = node(Kind.DECISION, text, *lettered, label=number)
    return node(Kind.DIRECTED, directed, inner, label=number)


def done(told: Extract) -> list[Engagement]:
    """The engagements that count."""
    return [one for one in told.engagements if not one.umbrella]


def partners(one: Engagement) -> set[str]:
    """The short names of the partners that are no class."""
    return {each.short for each in one.partners if not each.group}


__all__ = ["decision", "done", "heading", "node", "of", "paragraph", "partners", "report"]
