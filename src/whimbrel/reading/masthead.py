"""The front of a document: where its masthead ends, its summary, and where its body begins."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from whimbrel.document import Masthead
from whimbrel.document.runs import squeeze
from whimbrel.facts.layout import any_of, layouts
from whimbrel.reading.block import (
    ENDS,
    ends_with,
    is_annex,
    is_article,
    is_instrument,
    labelled,
    pattern,
)
from whimbrel.reading.dates import first_date
from whimbrel.reading.labels import UPPER, readings
from whimbrel.reading.line import Line
from whimbrel.reading.masthead_fields import NUMBERED_TITLE, SYMBOL, flat, said, symbol_of, words
from whimbrel.reading.preambles import is_formula, recitals

LONGEST = 60
TOP = 300
"""Lines among which the first preamble ends, if it begins the body."""
WIDEST = 1000
"""Characters of a masthead line, at the most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """A document's front: the masthead, the lines of its summary, and where its body begins."""

    masthead: Masthead
    summary: tuple[Line, ...]
    body: int


def front(lines: Sequence[Line], headers: Sequence[str] = ()) -> Front:
    """The front of a document, read off its first lines; its symbol off the page headers if need
    be."""
    body = body_begins(lines)
    summary_at = next((at for at in range(body) if is_summary(lines[at].text)), None)
    top = lines[: summary_at if summary_at is not None else body]
    printed = [squeeze(text) for line in top for text in (*flat(line), line.text) if squeeze(text)]
    printed = [text for text in printed if len(text) <= WIDEST]
    masthead = said(printed, top)
    if masthead.symbol is None:
        masthead = replace(masthead, symbol=symbol_of(headers))
    summary: tuple[Line, ...] = ()
    if summary_at is not None:
        summary = summary_lines(lines[summary_at:body], masthead.title)
    return Front(masthead=masthead, summary=summary, body=body)


def is_summary(text: str) -> bool:
    """`Summary:` alone or before its words."""
    return bool(re.match(rf"^{any_of('summary')}\s*(?::|$)", text.strip(), re.IGNORECASE))


def summary_lines(lines: Sequence[Line], title: str | None) -> tuple[Line, ...]:
    """The paragraphs of the summary, the word itself and a repeated title left out."""
    found = []
    for line in lines:
        text = (
            re.sub(rf"^{any_of('summary')}\s*:?\s*", "", line.text, flags=re.IGNORECASE)
            if is_summary(line.text)
            else line.text
        )
        if not text.strip() or (title and same(text, title)):
            continue
        found.append(line if text == line.text else replace(line, runs=shortened(line, text)))
    return tuple(found)


def shortened(line: Line, text: str) -> tuple:  # type: ignore[type-arg]
    """The runs of a line without what stands before `text`."""
    from whimbrel.document.runs import cut

    return cut(line.runs, len(line.text) - len(text))


def same(text: str, title: str) -> bool:
    """True for the same words in whatever case."""
    return squeeze(text).casefold() == squeeze(title).casefold()


def body_begins(lines: Sequence[Line]) -> int:
    """Index of the first line of the body; a document without a masthead begins at 0."""
    limit = min(len(lines), LONGEST)
    summary = False
    preamble = min(recitals(lines[:TOP]), default=len(lines))
    several = sum(is_instrument(line, line.text) for line in lines) > 1
    for at in range(limit):
        line = lines[at]
        following = lines[at + 1] if at + 1 < len(lines) else None
        text = line.text
        if NUMBERED_TITLE.match(text):
            return at + 1
        summary = summary or is_summary(text)
        named = several and at > 0 and is_instrument(line, text) and following is not None
        if named and following and not words("adopted").match(following.text):
            return at
        if titles_paper(lines, at):
            continue
        if at == preamble or opens_body(line, following, at, summary):
            return at
    return 0 if not has_symbol(lines[:limit]) else after_title(lines[:limit])


def opens_body(line: Line, following: Line | None, at: int, summary: bool) -> bool:
    """True for the first line that is no masthead any more."""
    text = line.text
    if line.heading is not None and line.heading >= 1:
        return not titles(following)
    if is_formula(text, following) or is_article(line, text):
        return True
    label, runs = labelled(line)
    if label is not None and readings(label) and not NUMBERED_TITLE.match(text):
        words_ = "".join(run.text for run in runs)
        whole = (
            line.label is not None
            or is_main_heading(words_)
            or ends_with(text, ENDS)
            or readings(label)[0].counts.startswith(UPPER)
        )
        return (whole or len(text) > 25) and not first_date(text[:30])
    if (is_annex(line, text) and at > 2) or pattern("directed").match(text):
        return True
    if is_main_heading(text) and at > 0:
        return True
    return len(text) > 230 and not summary and text.rstrip().endswith((".", ":", ";"))


def titles_paper(lines: Sequence[Line], at: int) -> bool:
    """True for the one main heading of a paper, straight above its first section: that is its
    title."""
    line, following = lines[at], lines[at + 1] if at + 1 < len(lines) else None
    if (
        line.heading != 1
        or labelled(line)[0] is not None
        or following is None
        or following.heading is None
    ):
        return False
    if (
        is_main_heading(line.text)
        or is_annex(line, line.text)
        or is_annex(following, following.text)
    ):
        return False
    others = [other for number, other in enumerate(lines) if number != at and other.heading == 1]
    return all(is_annex(other, other.text) or labelled(other)[0] is not None for other in others)


def titles(following: Line | None) -> bool:
    """True before the line of the author or the summary: the heading above them is the paper's
    title."""
    return following is not None and (
        is_summary(following.text) or bool(words("prepared").match(following.text))
    )


def is_main_heading(text: str) -> bool:
    """A section title that opens the body of a paper."""
    return bool(re.fullmatch(any_of("main_headings"), text.strip().rstrip(":").casefold()))


def has_symbol(lines: Sequence[Line]) -> bool:
    """True where one of the lines is a symbol."""
    return any(SYMBOL.match(squeeze(text)) for line in lines for text in (*flat(line), line.text))


def after_title(lines: Sequence[Line]) -> int:
    """Where a paper without headings, numbers or formula begins: after its first lines without
    sentences."""
    for at, line in enumerate(lines):
        if len(line.text) > 120 and line.text.rstrip().endswith("."):
            return at
    return len(lines)


__all__ = ["Front", "front", "layouts"]
