"""Passages: a Word file that came back, with what was there, what is proposed, by whom, and what is
said in the margin.

`read` gives one view of a file, the changes accepted or left out. Here every word keeps its state,
so that each change can be accepted or refused on its own.
"""

import datetime
from dataclasses import dataclass
from enum import StrEnum

CALL = "\ufffc"
"""Stands in the words where a footnote is called."""


class State(StrEnum):
    """What a tracked change says of words or of the end of a paragraph."""

    KEPT = "kept"
    INSERTED = "inserted"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hand:
    """Who changed or remarked something, and when; None where the file does not say."""

    author: str | None = None
    at: datetime.datetime | None = None
    """As the file has it: Word and LibreOffice write the local time of the reviewer, often with a
    `Z` that does not mean UTC."""


NOBODY = Hand()
"""Nobody is named: the file does not say who, or nobody changed anything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Neighbouring words in one state, by one hand."""

    text: str
    """An inserted end of a paragraph is a line feed here."""
    state: State = State.KEPT
    hand: Hand = NOBODY
    move: str | None = None
    """The name of the move that these words are one end of."""


END = Stretch(text="\n")
"""The end of a paragraph that nobody touched."""
ROW = Stretch(text="")
"""A row of a table that nobody touched."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """Where in which table of the file words stand, all counted from 0."""

    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """A bookmark and where it begins: how many characters of the stretches stand before it."""

    name: str
    offset: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One paragraph as it was before the tracked changes, with all that was done to it.

    The words of a table cell, and those of a footnote, are one passage each.
    """

    stretches: tuple[Stretch, ...] = ()
    end: Stretch = END
    """The end of the paragraph: kept, or deleted, so that the next one runs on."""
    anchors: tuple[Anchor, ...] = ()
    cell: Cell | None = None
    row: Stretch = ROW
    """Whether the row of the table was kept, inserted or deleted, and by whom."""
    note: str | None = None
    """`footnote 2`: kind and number in the file, in the order of the calls."""

    @property
    def original(self) -> str:
        """The words before the tracked changes."""
        return "".join(each.text for each in self.stretches if each.state is not State.INSERTED)

    @property
    def accepted(self) -> str:
        """The words with all tracked changes accepted; a line feed where a paragraph ends in
        them."""
        return "".join(each.text for each in self.stretches if each.state is not State.DELETED)

    @property
    def marked(self) -> bool:
        """True where a tracked change stands in it."""
        states = {self.end.state, self.row.state, *(each.state for each in self.stretches)}
        return states != {State.KEPT}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """An answer to a comment."""

    words: str
    hand: Hand = NOBODY


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """A comment in the margin with its answers."""

    words: str
    """Its paragraphs, one a line."""
    hand: Hand = NOBODY
    initials: str | None = None
    passage: int | None = None
    """The index of the passage it hangs on; None where the file does not show it anywhere."""
    start: int = 0
    end: int = 0
    """The words it hangs on: characters of the stretches of that passage, as for `Anchor`. Where it
    hangs on several paragraphs, those of the first."""
    about: str = ""
    """All the words it hangs on."""
    resolved: bool = False
    replies: tuple[Reply, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """A Word file that came back: its passages in reading order, footnotes last."""

    name: str
    passages: tuple[Passage, ...] = ()
    comments: tuple[Comment, ...] = ()
    formatting: int = 0
    """Tracked changes of form alone: counted, and offered to nobody."""
    remarks: tuple[str, ...] = ()
    """What was left out or not understood, a sentence each."""
