"""The marks of a written Word file, which its writer and its reader share: a style says what a
paragraph is, a hidden bookmark says what no style can.

Nothing here repeats words: what is printed is what is read.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import quote

from whimbrel.document.outline import Look, Shape, look_of
from whimbrel.document.tree import Kind
from whimbrel.document.walk import Placed

MARK = "Whimbrel"
"""The custom property that says who wrote the file; its value is the version of the form."""
MASTHEAD = "urn:whimbrel:docx"
"""The XML namespace of the part that holds the masthead as it was when the file was written."""
DEEPEST_LIST = 8
"""The deepest level of a list in Word, counted from 0."""

NUMBER = "COP Number"
"""The style of a number that is typed, and of the space behind it."""
UNMARKED = "COP Unmarked"
"""The style of the star that calls a footnote without a mark of its own."""
FIELD = "COP Field "
"""The style of words on the first page that show a field: `COP Field symbol`."""
COVER = (
    *("COP Letterhead", "COP Imprint", "COP Meeting", "Title", "COP Author"),
)  # fmt: skip
"""The paragraphs of the first page."""
AGAIN, SUMMARY, GAP = "COP Title Again", "COP Summary Heading", "COP Gap"
NOTE_HEADING = "COP Note Heading"
FIGURE, FIGURE_TITLE = "COP Figure", "COP Figure Title"
LEFT_OUT = (AGAIN, SUMMARY, FIGURE, FIGURE_TITLE, NOTE_HEADING)
"""Paragraphs besides the first page that show what is known otherwise."""
CAPTION, NOTE, CELL = "caption", "COP Note", "COP Cell"
TABLE, FIGURE_TABLE, SUMMARY_BOX, LETTERHEAD_TABLE = (
    *("COP Table", "COP Figure Table", "COP Summary Box", "COP Letterhead Table"),
)  # fmt: skip
QUOTABLE = (Kind.DIRECTED, Kind.DECISION, Kind.ITEM, Kind.PARAGRAPH)
NAMES = {
    Kind.PREAMBLE: "COP Preamble",
    Kind.PARAGRAPH: "COP Paragraph",
    Kind.DIRECTED: "COP Directed",
    Kind.DECISION: "COP Decision",
    Kind.ANNEX: "COP Annex",
    Kind.TABLE: CAPTION,
}
PLAIN = "COP Text"
"""A paragraph of the body without a number."""
STYLE = re.compile(
    r"""
    (?i: (?P<heading> heading )[ ](?P<level> [1-6] ) )
    | COP[ ](?P<quoted> Quoted[ ] )?
      (?P<kind> Preamble | Paragraph | Text | Directed | Decision[ ]Text | Decision | Annex | Item )
      (?: [ ](?P<depth> [1-9] ) )?
    """,
    re.VERBOSE,
)
HINT = re.compile(r"_wb(?P<number>\d+)(?:_d(?P<depth>\d+))?(?P<bare>_n)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    """What the style of a paragraph does not say."""

    number: int
    """Counted through the file, so that no two hints have one name."""
    depth: int | None = None
    """How many nodes stand around it, where that is not what the outline makes of it."""
    bare: bool = False
    """It has no number, though one stands above it."""

    def __str__(self) -> str:
        depth = "" if self.depth is None else f"_d{self.depth}"
        return f"_wb{self.number}{depth}{'_n' if self.bare else ''}"


def hint_of(bookmark: str) -> Hint | None:
    """The hint that the name of a bookmark gives."""
    found = HINT.fullmatch(bookmark)
    if found is None:
        return None
    depth = None if found["depth"] is None else int(found["depth"][:4])
    return Hint(number=int(found["number"][:9]), depth=depth, bare=bool(found["bare"]))


def look_in_word(placed: Placed) -> Look:
    """How a node is printed in a Word file: what `styled` tells of it again."""
    kind, look = placed.node.kind, look_of(placed)
    level = 1 if kind is Kind.ANNEX else min(look.level, DEEPEST_LIST)
    quoted = placed.quoted and kind in QUOTABLE
    return Look(shape=look.shape, level=level, labelled=look.labelled, quoted=quoted)


def style_name(kind: Kind, look: Look, *, numbered: bool) -> str:
    """The paragraph style of a node. `numbered`: its label is printed before it."""
    if kind is Kind.HEADING:
        return f"heading {look.level}"
    quoted = "Quoted " if look.quoted else ""
    if kind is Kind.ITEM:
        return f"COP {quoted}Item {look.level + 1}"
    name = NAMES[kind]
    if kind is Kind.PARAGRAPH and (look.quoted or not numbered):
        name = PLAIN
    if kind is Kind.DECISION and not numbered:
        name += " Text"
    return name.replace("COP ", f"COP {quoted}", 1)


KINDS = {
    "Preamble": Kind.PREAMBLE,
    "Paragraph": Kind.PARAGRAPH,
    "Text": Kind.PARAGRAPH,
    "Directed": Kind.DIRECTED,
    "Decision": Kind.DECISION,
    "Decision Text": Kind.DECISION,
    "Annex": Kind.ANNEX,
    "Item": Kind.ITEM,
}


def styled(name: str) -> tuple[Kind, Look] | None:
    """What a paragraph of a style is; None for a style that we do not write."""
    found = STYLE.fullmatch(name)
    if found is None:
        return None
    if found["heading"]:
        return Kind.HEADING, Look(shape=Shape.TITLE, level=int(found["level"]))
    kind = KINDS[found["kind"]]
    if kind is Kind.ANNEX:
        return kind, Look(shape=Shape.TITLE, level=1)
    shape = Shape.ITEM if kind is Kind.ITEM else Shape.BLOCK
    level = int(found["depth"] or 1) - 1 if kind is Kind.ITEM else 0
    return kind, Look(shape=shape, level=level, quoted=bool(found["quoted"]))


LIVE = re.compile(
    r"https?://[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?(?::\d{1,5})?(?:[/?#]\S*)?"
    r"|mailto:[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+"
)
"""Links that a Word file follows: web pages and mail. Nothing else could do good."""
KEPT = "/?#:@!$&'()*+,;=%-._~"
BROKEN_ESCAPE = re.compile("%(?![0-9A-Fa-f]{2})")
NOWHERE = "wb_nowhere"
"""The place that dead links lead to: there is none of that name."""
NOTE_PLACE = re.compile(r"_wbn(?P<number>\d{1,9})")
"""The bookmark that says where among the footnotes one stands."""


def followed(href: str) -> str | None:
    """The address of a link as it stands in the file; None for one that must not be followed."""
    if len(href) > 2_000 or not LIVE.fullmatch(href):
        return None
    out = quote(href, safe=KEPT)
    # A fragment within a fragment or a broken escape makes Word call the whole file damaged.
    return None if BROKEN_ESCAPE.search(out) or out.count("#") > 1 else out


def dead_anchor(place: str) -> bool:
    """True for a place that may stand in the file as it is: no bookmark of ours has such a name."""
    return bool(re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]{0,39}", place)) and not place.startswith(
        ("wb_", "_wb", "_Ref")
    )


def digest(lines: Sequence[str]) -> str:
    """What the printed lines of a first page are known by."""
    return sha256("\n".join(lines).encode()).hexdigest()
