"""A piece: one paragraph of a paper that is being written, with the records it rests on.

A paper is a tuple of pieces in reading order. Each has a name that stays the same when the paper is
composed again, so that an officer's edit, a remark in a returned file and what the record changed
since are all found at the same piece. Numbers are given when the paper is laid out.
"""

from dataclasses import dataclass
from enum import StrEnum

from whimbrel.document import Node


class Where(StrEnum):
    """The part of a paper in which a piece stands."""

    SUMMARY = "summary"
    BODY = "body"
    ANNEX = "annex"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One heading, paragraph, table or decision, without its running number."""

    key: str
    """Unique in a paper and stable: `implementation/14.10 d)`, `engagement/9f2c41`."""
    node: Node
    """As printed. A paragraph that is to be numbered has the label `#`; items, decisions and quoted
    decisions are its children."""
    where: Where = Where.BODY
    level: int = 0
    """Of a heading: 1 for a main heading. 0 for everything else, which stands under the heading
    before it."""
    records: tuple[str, ...] = ()
    """The records and addresses that show it: `14.10 d)`, `engagement/9f2c41`,
    `UNEP/CMS/COP15/Doc.18.1#para_40`."""
    gap: str = ""
    """A note to the drafter: what the record does not say. Never printed."""
    language: str = ""
    """The language of an officer's narrative where it is not that of the paper."""
