"""A COP document as a tree: what is printed, in the order it is printed, and nothing that can be
derived.

Addresses, label paths and heading levels follow from the shape of the tree (see `walk`), so they
are not stored.
"""

import datetime
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a node is, in the words of COP documents."""

    HEADING = "heading"
    """A heading; its children are all that stands under it."""
    PREAMBLE = "preamble"
    """A preambular paragraph, or the enacting formula ("The General Assembly,")."""
    PARAGRAPH = "paragraph"
    """A paragraph of the body, numbered or not; items and quoted decisions are its children."""
    ITEM = "item"
    """A lettered, numbered or bulleted item under a paragraph, a decision or another item."""
    DIRECTED = "directed"
    """The line that names the addressees ("Directed to the Secretariat"); the decisions under it
    are its children."""
    DECISION = "decision"
    """A numbered decision, draft or quoted: quoted when a paragraph holds it."""
    ANNEX = "annex"
    """An annex, appendix or attachment; its words are its title."""
    TABLE = "table"
    """A table; its words stand in `rows`."""
    NOTE = "note"
    """A footnote or endnote; it stands in `Document.notes` and is called by `Run.note`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Words in one dress. A run that calls a footnote has no words of its own."""

    text: str = ""
    italic: bool = False
    bold: bool = False
    href: str | None = None
    """Where a link leads; "#" and the like are kept as they stand."""
    note: str | None = None
    """The key of the footnote called here: its address without `note_`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One thing that is printed: a heading, a paragraph, an item, a decision, a table."""

    kind: Kind
    label: str | None = None
    """The number or letter as printed: `8.`, `(a)`, `14.9`, `•`. On a `DIRECTED` node: the number
    of the decision
    under it, where it is printed before the addressees ("14.9 Directed to ...")."""
    runs: tuple[Run, ...] = ()
    children: tuple["Node", ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    """The cells of a table, row by row."""

    @property
    def text(self) -> str:
        """The words, without label, marks and footnote calls."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Masthead:
    """What the first page says about the document. None where it does not say."""

    symbol: str | None = None
    title: str | None = None
    meeting: str | None = None
    """The meeting as printed: "15th MEETING OF THE CONFERENCE OF THE PARTIES"."""
    date: datetime.date | None = None
    language: str | None = None
    """The language of this text: `en`, `fr` or `es`."""
    original: str | None = None
    """The language of the original, as printed: "English"."""
    venue: str | None = None
    starts: datetime.date | None = None
    ends: datetime.date | None = None
    """First and last day of the meeting."""
    agenda_item: str | None = None
    author: str | None = None
    lines: tuple[str, ...] = ()
    """Every printed line of the masthead: the words that show the fields above."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document: its masthead, its summary, its body and its footnotes."""

    masthead: Masthead = Masthead()
    summary: tuple[Node, ...] = ()
    nodes: tuple[Node, ...] = ()
    notes: tuple[Node, ...] = ()
