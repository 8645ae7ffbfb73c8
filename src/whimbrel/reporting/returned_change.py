"""A change that comes back in a Word file: what is proposed, at which place of the paper that was
sent, by whom and when."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from whimbrel.reading.passages import Reply


class Proposal(StrEnum):
    """What is proposed."""

    INSERTED = "inserted"
    DELETED = "deleted"
    REPLACED = "replaced"
    MOVED = "moved"
    COMMENT = "comment"
    """Something said in the margin; accepting it changes no word."""
    NEW_PARAGRAPH = "new paragraph"
    REMOVED_PARAGRAPH = "removed paragraph"
    SPLIT = "split"
    """One paragraph becomes two."""
    JOINED = "joined"
    """The next paragraph runs on in this one."""
    NEW_ROW = "new row"
    REMOVED_ROW = "removed row"
    NEW_NOTE = "new note"
    """A new footnote: its words are offered, its call is set by hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Landing:
    """Where something new or moved stands."""

    address: str
    """The paragraph after which it stands."""
    ahead: bool = False
    """It stands before that paragraph, which is the first."""
    offset: int | None = None
    """Of words moved into a paragraph: the characters of that paragraph, as sent, before them."""
    position: int = 0
    """Its place among all changes in the order of reading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change or comment, which an officer accepts or refuses by itself."""

    key: str
    """The same whenever the same copy is matched with the same paper."""
    kind: Proposal
    address: str
    """The paragraph that is changed, or after which something new stands. Empty for what stands in
    no paragraph of the paper, such as its masthead."""
    position: int
    """Its place among all changes in the order of reading; a move counts twice, so there are
    gaps."""
    before: str = ""
    """The words as sent."""
    after: str = ""
    """The words as proposed; of a comment, what it says; of a row, its cells parted by tabs."""
    start: int = 0
    end: int = 0
    """The characters of the paragraph, as sent, that are replaced. A footnote's call counts one."""
    cell: tuple[int, int] | None = None
    """Row and column, from 0, where the address is that of a table. Of a new row: the one that it
    stands after, -1 for the first."""
    to: Landing | None = None
    """Of a move, where to; of a new paragraph, where it stands."""
    author: str | None = None
    """None where nobody is named."""
    at: datetime.datetime | None = None
    tracked: bool = True
    """False where the words differ from those sent and no revision mark says so: then nobody is
    named either."""
    sure: bool = True
    """True where the bookmark was still there or the words are the same; False where the place was
    found by likeness."""
    resolved: bool = False
    """Of a comment: its author or another reviewer has settled it."""
    replies: tuple[Reply, ...] = ()
    """Of a comment: what was answered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matching:
    """What came back, matched with what was sent."""

    changes: tuple[Change, ...] = ()
    """In the order of reading."""
    paragraphs: int = 0
    """How many paragraphs, cells and footnotes were sent."""
    bookmarked: int = 0
    """How many of them were found by their bookmark."""
    alike: int = 0
    """How many more were found by their words."""
    formatting: int = 0
    """Tracked changes of form alone, which are not offered."""
    remarks: tuple[str, ...] = ()
    """What could not be offered, a sentence each."""


class AnotherDocument(Exception):
    """A file that came back and is not the paper that was sent. Its message says what was
    compared."""

    def __init__(self, file: str, sent: str, share: float, found: int, paragraphs: int) -> None:
        super().__init__(file, sent, share, found, paragraphs)
        self.file, self.sent, self.share = file, sent, share
        self.found, self.paragraphs = found, paragraphs

    def __str__(self) -> str:
        return (
            f"{self.file}: it is another document than the one sent ({self.sent}). Of "
            f"{self.paragraphs} paragraphs sent, {self.found} were found in it by bookmark or "
            f"words, and they hold {self.share:.0%} of the words. Nothing was changed. Choose the "
            "paper that this file is a copy of, or ask the sender for the right file"
        )
