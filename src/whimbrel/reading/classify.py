"""Lines -> blocks: what each line is, told by its label, its words and what its format says of it.

Nothing is nested yet: `outline` finds the level of each heading, `nest` builds the tree.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from whimbrel.document import Kind, Run
from whimbrel.document.runs import cut, tidy
from whimbrel.facts.layout import any_of
from whimbrel.reading.labels import BULLET, DECIMAL, MULTI, UPPER, Reading, readings, typed
from whimbrel.reading.line import Line
from whimbrel.reading.preambles import is_formula, recitals

HEADING_LENGTH = 250
ENDED = re.compile(r"[.;:,!?…][\"”»’')*\]\s]*$")
CLOSED = re.compile(r"^\d.{5,60}\b(?:19|20)\d\d$|^[(\[].*[)\]]$")
"""A line that is whole without a full stop: a date, words in brackets."""
SENTENCE_END = re.compile(r"[.;,:][\"”»’')*\]\s]*$")


@dataclass(frozen=True, kw_only=True)
class Block:
    """A line with its kind and its label taken off."""

    kind: Kind
    line: Line
    runs: tuple[Run, ...]
    label: str | None = None
    readings: tuple[Reading, ...] = ()
    level: int | None = None
    """Of a heading, where the file says it."""

    @cached_property
    def text(self) -> str:
        """The words."""
        return "".join(run.text for run in self.runs)


@cache
def pattern(name: str) -> re.Pattern[str]:
    """The patterns built of layout words, compiled when first needed."""
    templates = {
        "directed": r"^{directed}\b",
        # ANNEX   Annexe II   Anexo 3: Criterios
        "annex": r"^{annex}(?:\s+(?:[IVX]{{1,5}}|[A-Z]|\d{{1,2}}))?(?:\s*[:.–—-])?"
        r"(?:$|\s+(?=[A-ZÀ-Ü«“\"(]))",
        # Article 2   Article premier   Artículo 3. Objetivos
        "article": r"^{article}\s+"
        r"(?:\d{{1,3}}(?:\s?(?:bis|ter))?|[IVXL]{{1,6}}|premier|première|primero|1er)"
        r"(?:\.?$|[.:]?\s*[.:–—-]\s+(?=[A-ZÀ-Ü«“\"]))",
        "closing": r"^\d{{1,5}}(?:st|nd|rd|th|e|er|re|ª|a|\.ª)?\s(?:\([^)]+\)\s)?{closing}\b",
        # Decision 13/CP.24   Resolution 14.4 (Rev.COP15)   Draft decision -/CP.20
        "instrument": r"^{instrument}\s+(?:No\.?\s?)?(?=\S*\d|[-–—]/)"
        r"[A-Z\d./–—-]+(?:/[A-Z\d.–—-]+)*(?:\s\([^)]{{3,20}}\))?:?$",
        "decisions": r"\b(?:{draft_decisions}|decisions?|décisions?|decisión|decisiones)\b",
    }
    words = {
        name: any_of(name)
        for name in ("directed", "annex", "article", "closing", "draft_decisions", "instrument")
    }
    return re.compile(templates[name].format(**words), re.IGNORECASE)


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
        text = line.text
        if is_annex(line, text):
            return annex_block(line, text)
        if (
            line.label is None
            and pattern("directed").match(text)
            and len(text) < 400
            and not line.heading
        ):
            return Block(kind=Kind.DIRECTED, line=line, runs=line.runs)
        if is_instrument(line, text):
            return Block(kind=Kind.HEADING, line=line, label=text.rstrip(":"), runs=(), level=1)
        if is_article(line, text):
            return article_block(line, text)
        label, runs = labelled(line)
        if label is None:
            return self.unlabelled(line, runs, following)
        return self.with_label(line, label, runs, following)

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
        text = "".join(run.text for run in runs)
        if not found:
            return Block(kind=Kind.PARAGRAPH, line=line, runs=line.runs)
        counts = found[0].counts
        if counts == MULTI and self.is_decision(label, text):
            return Block(kind=Kind.DECISION, line=line, label=label, runs=runs, readings=found)
        titled = line.bold and len(text) < HEADING_LENGTH and not SENTENCE_END.search(text)
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
        text = "".join(run.text for run in runs)
        if line.heading is not None and line.heading >= 1:
            return Block(kind=Kind.HEADING, line=line, runs=runs, level=line.heading)
        if is_formula(text, following):
            return Block(kind=Kind.PREAMBLE, line=line, runs=runs)
        if line.heading == 0 or (
            line.bold and len(text) < HEADING_LENGTH and not SENTENCE_END.search(text)
        ):
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
        text = block.text
        if block.kind is Kind.PARAGRAPH and block.readings:
            self.last = block.readings[0].value
        elif block.kind is Kind.ANNEX:
            self.last = 0
        if block.kind is Kind.PREAMBLE:
            self.preamble = self.preamble or is_formula(text, None)
            self.resolution = self.resolution or self.preamble
        elif block.kind in (Kind.PARAGRAPH, Kind.ANNEX, Kind.DECISION):
            self.preamble = self.headed = False
        elif block.kind is Kind.HEADING:
            self.headed = True
            # A heading named and not counted (`Article 2`, `Decision 4/CP.1`) begins a text of its
            # own.
            self.preamble = self.preamble and not (block.label and not block.readings)
        if block.kind is Kind.DIRECTED or (
            block.kind is Kind.DECISION and pattern("directed").match(text)
        ):
            self.directed = True
        elif block.kind in (Kind.PARAGRAPH, Kind.HEADING, Kind.ANNEX) and (
            block.label or block.kind is not Kind.PARAGRAPH
        ):
            self.directed = False
        if block.kind in (Kind.HEADING, Kind.ANNEX) or (
            block.kind is Kind.PARAGRAPH and block.label
        ):
            opens = block.kind is not Kind.PARAGRAPH or text.rstrip().endswith(":")
            announced = opens and bool(pattern("decisions").search(text))
            self.decisive = announced or (
                self.decisive and block.kind is Kind.HEADING and block.level != 1
            )
        apart = block.kind in (Kind.HEADING, Kind.ANNEX, Kind.TABLE, Kind.DIRECTED)
        self.ended = apart or bool(ENDED.search(text)) or bool(CLOSED.search(text))


def is_instrument(line: Line, text: str) -> bool:
    """True for a line that only names what follows: `Decision 13/CP.24`, `Resolution 14.4
    (Rev.COP15)`."""
    if (
        line.label is not None
        or len(text) > 80
        or not text[:1].isupper()
        or (line.heading or 0) > 1
    ):
        return False
    return bool(pattern("instrument").match(text))


def labelled(line: Line) -> tuple[str | None, tuple[Run, ...]]:
    """The label of a line, automatic or typed, and the words after it."""
    if line.label is not None:
        return line.label, line.runs
    found = typed(line.text)
    if found is None and line.heading:
        bare = re.match(r"\d{1,2}\s+(?=[A-ZÀ-Ü])", line.text)
        found = (bare.group().strip(), bare.end()) if bare else None
    if found is None:
        return bracketed(line)
    label, length = found
    return label, cut(line.runs, length)


def bracketed(line: Line) -> tuple[str | None, tuple[Run, ...]]:
    """A label behind the bracket that marks text not agreed, `[3. Urges ...]`: the bracket stays
    with the words."""
    found = typed(line.text[1:]) if line.text.startswith("[") else None
    if found is None or not readings(found[0]) or readings(found[0])[0].counts == BULLET:
        return None, line.runs
    label, length = found
    return label, tidy((Run(text="["), *cut(line.runs, length + 1)))


def is_article(line: Line, text: str) -> bool:
    """True for the line that opens an article: `Article 2`, `Article premier`, `Artículo 3.
    Ámbito`."""
    if line.label is not None or len(text) > HEADING_LENGTH or not text[:1].isupper():
        return False
    found = pattern("article").match(text)
    return found is not None and (found.end() == len(text) or heading_like(text))


def article_block(line: Line, text: str) -> Block:
    """The opening of an article: its word and number as label, what follows as title."""
    found = pattern("article").match(text)
    end = found.end() if found else len(text)
    return Block(
        kind=Kind.HEADING,
        line=line,
        label=text[:end].rstrip(":.–—- "),
        runs=cut(line.runs, end),
        level=line.heading or 1,
    )


def is_annex(line: Line, text: str) -> bool:
    """True for the line that opens an annex: `ANNEX II`, `Annexe`, `Anexo I: ...`."""
    if line.label is not None or len(text) > HEADING_LENGTH:
        return False
    found = pattern("annex").match(text)
    if not found or not text[:1].isupper():
        return False
    alone = found.end() == len(text)
    return alone or (
        heading_like(text) and (bool(line.heading) or line.bold or found.group().strip().isupper())
    )


def annex_block(line: Line, text: str) -> Block:
    """The opening of an annex: its word and number as label, what follows as title."""
    found = pattern("annex").match(text)
    end = found.end() if found else len(text)
    label = text[:end].strip().rstrip(":.–—- ")
    return Block(kind=Kind.ANNEX, line=line, label=label or None, runs=cut(line.runs, end))


def heading_like(text: str) -> bool:
    """True for words that could be a heading: short, begun with a capital, no end of a sentence."""
    if not text or len(text) > HEADING_LENGTH or ENDED.search(text):
        return text.endswith("?") and len(text) < 120
    if CLOSED.match(text):
        return False
    first = text.lstrip("“\"«‘'(")[:1]
    return first.isupper() or first.isdigit()


def line_goes_on(following: Line | None) -> bool:
    """A heading has something under it."""
    return following is not None
