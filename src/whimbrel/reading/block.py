"""Block: a line with its kind and its label taken off, and what tells kinds of lines apart."""

import re
from dataclasses import dataclass, field
from functools import cache

from whimbrel.document import Kind, Run
from whimbrel.document.runs import cut, tidy
from whimbrel.facts.layout import any_of
from whimbrel.reading.labels import BULLET, Reading, readings, typed
from whimbrel.reading.line import Line

HEADING_LENGTH = 250


ENDS = ".;:,!?…"
"""Marks after which words are whole."""
STOPS = ".;:,"
"""Marks that no heading ends with."""
CLOSERS = "\"”»’')*] \t\r\n"
"""What may stand behind the last mark."""
CLOSED = re.compile(r"^\d.{5,60}\b(?:19|20)\d\d$|^[(\[].*[)\]]$")
"""A line that is whole without a full stop: a date, words in brackets."""


@dataclass(slots=True, kw_only=True)
class Block:
    """A line with its kind and its label taken off."""

    kind: Kind
    line: Line
    runs: tuple[Run, ...]
    label: str | None = None
    readings: tuple[Reading, ...] = ()
    level: int | None = None
    """Of a heading, where the file says it."""

    text: str = field(init=False, compare=False, repr=False)
    """The words without marks."""

    def __post_init__(self) -> None:
        """Put the words together once: they are asked for many times."""
        self.text = text_of(self.line, self.runs)


def text_of(line: Line, runs: tuple[Run, ...]) -> str:
    """The words of what is left of a line, its label taken off."""
    return line.text if runs is line.runs else "".join([run.text for run in runs])


def ends_with(text: str, marks: str) -> bool:
    """True where the last mark of a text is one of these, quotes and brackets behind it passed
    by."""
    words = text.rstrip(CLOSERS)
    return bool(words) and words[-1] in marks


@cache
def pattern(name: str) -> re.Pattern[str]:
    """The patterns built of layout words, compiled when first needed."""
    templates = {
        # What every line begins with that says what it is.
        "named": r"^(?:{directed}|(?:CoP|SC|PC|AC)\d|{annex}|{article}|{instrument})",
        "directed": r"^{directed}\b",
        # ANNEX   Annexe II   Anexo 3: Criterios
        "annex": r"^(?P<series>(?:CoP|COP|SC|PC|AC)\d+ (?:Doc|Com|Inf)\. ?[\w.]+ )?"
        r"{annex}(?:\s+(?:[IVX]{{1,5}}|[A-Z]|\d{{1,2}}))?(?:\s*[:.–—-])?"
        r"(?:\s(?:to|à|al?) [^.;]{{5,60}}$|$|\s+(?=[A-ZÀ-Ü«“\"(]))",
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
    # CITES prints the symbol of the paper above each of its annexes.
    label = text[len(found["series"] or "") if found else 0 : end].strip().rstrip(":.–—- ")
    return Block(kind=Kind.ANNEX, line=line, label=label or None, runs=cut(line.runs, end))


def heading_like(text: str) -> bool:
    """True for words that could be a heading: short, begun with a capital, no end of a sentence."""
    if not text or len(text) > HEADING_LENGTH or ends_with(text, ENDS):
        return text.endswith("?") and len(text) < 120
    if CLOSED.match(text):
        return False
    first = text.lstrip("“\"«‘'(")[:1]
    return first.isupper() or first.isdigit()
