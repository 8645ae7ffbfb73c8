"""Lines -> blocks: what each line is, told by its label, its words and what its format says of it.

Nothing is nested yet: `outline` finds the level of each heading, `nest` builds the tree.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from whimbrel.document import Kind, Run
from whimbrel.reading.block import (
    CLOSED,
    ENDS,
    HEADING_LENGTH,
    STOPS,
    Block,
    annex_block,
    article_block,
    ends_with,
    heading_like,
    is_annex,
    is_article,
    is_instrument,
    labelled,
    pattern,
    text_of,
)
from whimbrel.reading.labels import DECIMAL, MULTI, UPPER, Reading, readings
from whimbrel.reading.line import Line
from whimbrel.reading.preambles import is_formula, recitals

ADDRESSED = 400
"""Characters of an addressee line, at the most."""


APART = (Kind.HEADING, Kind.ANNEX, Kind.TABLE, Kind.DIRECTED)
"""Kinds after which nothing goes on."""
UNTOLD = (Kind.ITEM, Kind.TABLE)
"""Kinds that say nothing of what comes next."""


def classify(lines: Sequence[Line]) -> list[Block]:
    """Every line of the body as a block."""
    state = State()
    found: list[Block] = []
    above = recitals(lines)
    for at, line in enumerate(lines):
        following = lines[at + 1] if at + 1 < len(lines) else None
        block = (
            Block(kind=Kind.PREAMBLE, line=line, runs=line.runs)
            if at in above
            else state.block(line, following)
        )
        state.note(block)
        found.append(block)
    return found


@dataclass(slots=True)
class State:
    """What the lines before say about the next one."""

    preamble: bool = False
    """An enacting formula stands open: paragraphs without a number are preambular."""
    resolution: bool = False
    """An enacting formula was read: a section may have a preamble of its own."""
    headed: bool = False
    """A heading stands open and nothing numbered under it."""
    directed: bool = False
    """An addressee line stands open: a dotted number is a decision's."""
    decisive: bool = False
    """A heading, annex title or paragraph announced decisions."""
    last: int = 0
    """The number of the last numbered paragraph."""
    ended: bool = True
    """The line before ended a sentence or was a heading."""

    def block(self, line: Line, following: Line | None) -> Block:
        """One line as a block."""
        if line.rows:
            return Block(kind=Kind.TABLE, line=line, runs=())
        # Only a short line without an automatic number can be one of these.
        if line.label is None and len(line.text) < ADDRESSED:
            named = self.named(line, line.text)
            if named is not None:
                return named
        label, runs = labelled(line)
        if label is None:
            return self.unlabelled(line, runs, following)
        return self.with_label(line, label, runs, following)

    @staticmethod
    def named(line: Line, text: str) -> Block | None:
        """A line that says what it is: an annex, an addressee line, the name of an instrument or an
        article."""
        if not pattern("named").match(text):
            return None
        if is_annex(line, text):
            return annex_block(line, text)
        if pattern("directed").match(text) and not line.heading:
            return Block(kind=Kind.DIRECTED, line=line, runs=line.runs)
        if is_instrument(line, text):
            return Block(kind=Kind.HEADING, line=line, label=text.rstrip(":"), runs=(), level=1)
        return article_block(line, text) if is_article(line, text) else None

    def numbers_section(
        self, found: tuple[Reading, ...], text: str, following: Line | None
    ) -> bool:
        """True for `2. Findings` before `2.1 ...`, or out of the count of the paragraphs around it,
        which go on."""
        if (
            following is None
            or found[0].counts != DECIMAL
            or found[0].marks not in ("%.", "%")
            or not heading_like(text)
        ):
            return False
        value, label = found[0].value, labelled(following)[0] or ""
        if re.match(rf"{value}\.1\b", label):
            return True
        after = readings(label)
        goes_on = (
            bool(after) and after[0].style == found[0].style and after[0].value == self.last + 1
        )
        return goes_on and 0 < self.last != value - 1

    def with_label(
        self, line: Line, label: str, runs: tuple[Run, ...], following: Line | None
    ) -> Block:
        """A line that opens with a number, a letter or a bullet."""
        found = readings(label)
        text = text_of(line, runs)
        if not found:
            return Block(kind=Kind.PARAGRAPH, line=line, runs=line.runs)
        counts = found[0].counts
        if counts == MULTI and self.is_decision(label, text):
            return Block(kind=Kind.DECISION, line=line, label=label, runs=runs, readings=found)
        titled = line.bold and len(text) < HEADING_LENGTH and not ends_with(text, STOPS)
        if line.heading or (titled and not label.endswith(")")):
            return Block(
                kind=Kind.HEADING,
                line=line,
                label=label,
                runs=runs,
                readings=found,
                level=line.heading or None,
            )
        if (counts.startswith(UPPER) and heading_like(text)) or self.numbers_section(
            found, text, following
        ):
            return Block(kind=Kind.HEADING, line=line, label=label, runs=runs, readings=found)
        if (counts == DECIMAL and found[0].marks in ("%.", "%")) or counts == MULTI:
            return Block(kind=Kind.PARAGRAPH, line=line, label=label, runs=runs, readings=found)
        return Block(kind=Kind.ITEM, line=line, label=label, runs=runs, readings=found)

    def is_decision(self, label: str, text: str) -> bool:
        """True where a dotted number is that of a decision and not of a paragraph."""
        if re.search(r"\.[A-Z]{2,3}$", label.rstrip(".")) or pattern("directed").match(text):
            return True
        return self.directed or self.decisive

    def unlabelled(self, line: Line, runs: tuple[Run, ...], following: Line | None) -> Block:
        """A line without number or letter."""
        text = text_of(line, runs)
        if line.heading is not None and line.heading >= 1:
            return Block(kind=Kind.HEADING, line=line, runs=runs, level=line.heading)
        if is_formula(text, following):
            return Block(kind=Kind.PREAMBLE, line=line, runs=runs)
        if line.heading == 0 or (
            line.bold and len(text) < HEADING_LENGTH and not ends_with(text, STOPS)
        ):
            return Block(kind=Kind.HEADING, line=line, runs=runs)
        if self.preamble and titles_section(text, following):
            return Block(kind=Kind.HEADING, line=line, runs=runs)
        if self.preamble or (
            self.resolution and self.headed and len(text) > 40 and text.rstrip().endswith(",")
        ):
            return Block(kind=Kind.PREAMBLE, line=line, runs=runs)
        if line.mark:
            return Block(kind=Kind.ITEM, line=line, label="•", runs=runs, readings=readings("•"))
        if (
            self.ended
            and heading_like(text)
            and not pattern("closing").match(text)
            and line_goes_on(following)
        ):
            return Block(kind=Kind.HEADING, line=line, runs=runs)
        return Block(kind=Kind.PARAGRAPH, line=line, runs=runs)

    def note(self, block: Block) -> None:
        """Remember what a block means for the next."""
        kind, text = block.kind, block.text
        self.ended = kind in APART or ends_with(text, ENDS) or bool(CLOSED.match(text))
        if kind in UNTOLD:
            return
        if kind is Kind.PARAGRAPH:
            self.note_paragraph(block)
        elif kind is Kind.PREAMBLE:
            self.preamble = self.preamble or is_formula(text, None)
            self.resolution = self.resolution or self.preamble
        elif kind is Kind.DIRECTED:
            self.directed = True
        elif kind is Kind.DECISION:
            self.preamble = self.headed = False
            self.directed = self.directed or bool(pattern("directed").match(text))
        else:
            self.note_title(block)

    def note_paragraph(self, block: Block) -> None:
        """Remember a paragraph: its number, and whether it announces decisions."""
        self.preamble = self.headed = False
        if block.readings:
            self.last = block.readings[0].value
        if block.label:
            self.directed = False
            self.decisive = block.text.rstrip().endswith(":") and announces(block.text)

    def note_title(self, block: Block) -> None:
        """Remember a heading or the title of an annex."""
        self.directed = False
        if block.kind is Kind.ANNEX:
            self.last, self.preamble, self.headed = 0, False, False
            self.decisive = announces(block.text)
            return
        self.headed = True
        # A heading named and not counted (`Article 2`, `Decision 4/CP.1`) begins a text of its own.
        self.preamble = self.preamble and not (block.label and not block.readings)
        self.decisive = announces(block.text) or (self.decisive and block.level != 1)


def announces(text: str) -> bool:
    """True for words that speak of decisions."""
    return bool(pattern("decisions").search(text))


def titles_section(text: str, following: Line | None) -> bool:
    """True for the first section title after a preamble, whose paragraphs all end with a mark: `I`,
    `Policy`."""
    if following is None or len(text) > HEADING_LENGTH or ends_with(text, STOPS):
        return False
    after = labelled(following)[0]
    short = len(following.text) < HEADING_LENGTH
    return heading_like(text) and (after is not None or (short and heading_like(following.text)))


def line_goes_on(following: Line | None) -> bool:
    """A heading has something under it."""
    return following is not None
