"""The masthead: where it ends, and what its lines say (symbol, date, meeting, venue, agenda item,
title, author)."""

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from whimbrel.document import Masthead
from whimbrel.document.runs import squeeze
from whimbrel.facts.layout import any_of, layouts
from whimbrel.reading.classify import (
    ENDED,
    heading_like,
    is_annex,
    is_article,
    is_instrument,
    labelled,
    pattern,
)
from whimbrel.reading.dates import first_date, span_of_days
from whimbrel.reading.labels import UPPER, readings
from whimbrel.reading.line import Line
from whimbrel.reading.preambles import is_formula, recitals

LONGEST = 60
WIDEST = 1000
"""Characters of a masthead line, at the most."""
SYMBOL = re.compile(
    r"""
    ^\*?\s*(?P<symbol>
      # A/RES/78/155   UNEP/CMS/COP15/Doc.18.1
      [A-Z][A-Za-z]{0,9} (?: / [A-Z0-9][\w.()-]* )* / [\w.()-]*\d[\w.()-]*
      (?: / (?: Rev|Add|Corr|Inf|L|Doc ) \.? \s? [\d.]* )*
      (?: \s? \( (?:19|20) \d\d \) )?                                       # S/RES/2567 (2021)
      # UNEP/CMS/Resolution 12.9 (Rev.COP14)
      | [A-Z]{2,10} (?: / [A-Z][\w-]* )* \s \d{1,2}\.\d{1,3} (?: \s? \(Rev\.[^)]{1,12}\) )?
      # CoP19 Doc. 12   Ramsar COP14 Doc.9
      | (?: CITES \s | Ramsar \s )? (?: CoP|COP|SC|PC|AC ) \s? \d{1,3} \s
        (?: Doc|Inf|Com|Prop ) \. \s? \d[\w.-]* (?: \s \(Rev\.[^)]{1,8}\) )?
      # Conf. 12.8 (Rev. CoP18)
      | (?: Resolution \s )? Conf\. \s? \d{1,2}\.\d{1,3} (?: \s \(Rev\.[^)]{1,8}\) )?
    )\*{0,2}$
    """,
    re.VERBOSE,
)
NUMBERED_TITLE = re.compile(
    r"^(?:[A-Z]-)?\d{1,4}/\d{1,4}(?:\s?[A-Z](?:\s?(?:and|et|y|to|-)\s?[A-Z])?)?\.\s*(?P<title>\S.*)$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """A document's front: the masthead, the lines of its summary, and where its body begins."""

    masthead: Masthead
    summary: tuple[Line, ...]
    body: int


@cache
def words(name: str) -> re.Pattern[str]:
    """A line that opens with one of the layout words."""
    return re.compile(rf"^\(?\s*{any_of(name)}", re.IGNORECASE)


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


def flat(line: Line) -> list[str]:
    """The cells of a masthead table as lines; a cell may hold several."""
    return [part for row in line.rows for cell in row for part in cell.split("\n")]


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
    preamble = min(recitals(lines), default=len(lines))
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
            or bool(ENDED.search(text))
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


def said(printed: Sequence[str], top: Sequence[Line]) -> Masthead:
    """What the printed lines say."""
    days = next((span for text in printed if (span := span_of_days(text))), None)
    meeting = next((text for text in printed if is_meeting(text)), None)
    return Masthead(
        symbol=symbol_of(printed),
        title=title_of(printed, top),
        meeting=meeting,
        date=dated(printed),
        original=original_of(printed),
        venue=venue_of(printed),
        starts=days[0] if days else None,
        ends=days[1] if days else None,
        agenda_item=agenda_of(printed),
        author=author_of(printed),
        lines=tuple(printed),
    )


def symbol_of(printed: Sequence[str]) -> str | None:
    """The first symbol among printed lines."""
    symbol = next(
        (found["symbol"] for text in pieces(printed) if (found := SYMBOL.match(text))), None
    )
    return re.sub(r"\s+\(", " (", symbol) if symbol else None


def pieces(printed: Sequence[str]) -> list[str]:
    """The lines, and their parts where a table or a converter put several on one line."""
    return [
        part.strip()
        for text in printed
        for part in (text, *text.split("|"), *re.split(r"\s{2,}", text))
    ]


def dated(printed: Sequence[str]) -> datetime.date | None:
    """The date of issue: a line that is a date, or the date after `Distr.`; else the date of
    adoption."""
    alone = [
        text
        for text in printed
        if re.fullmatch(r"\W*[\w\sºª.,°]{6,40}\W*", text) and re.search(r"\d{4}\W*$", text)
    ]
    told = [text for text in printed if words("distribution").match(text)]
    for text in (*told, *alone, *printed):
        if span_of_days(text) and text not in told:
            continue
        found = first_date(text)
        if found:
            return found
    return None


def original_of(printed: Sequence[str]) -> str | None:
    """The language of the original."""
    for text in printed:
        found = re.search(rf"{any_of('original')}\s*([^\W\d]+)", text, re.IGNORECASE)
        if found:
            return found.group(1)
    return None


def is_meeting(text: str) -> bool:
    """A line that names the meeting."""
    ordinal = (
        r"(?:\d{1,3}\s?(?:st|nd|rd|th|e|er|ère|re|ª|a)\b"
        r"|[^\W\d]+(?:th|first|second|third|ième|ième|ésima|ésimo)\b|cop\s?\d+)"
    )
    return (
        len(text) < 160
        and bool(re.search(rf"{ordinal}.*\b{any_of('meeting')}", text, re.IGNORECASE))
        and not first_date(text)
    )


def venue_of(printed: Sequence[str]) -> str | None:
    """The place of the meeting: what stands before its days on one line."""
    for text in printed:
        span = re.match(r"^(?P<place>[^\d]{3,80}?)[,\s]+(?:du\s|del\s|from\s)?\d{1,2}\b", text)
        if span and span_of_days(text) and "," in text:
            return span["place"].strip(" ,–-")
    return None


def agenda_of(printed: Sequence[str]) -> str | None:
    """The number of the agenda item."""
    for text in printed:
        found = re.match(
            rf"^{any_of('agenda')}\s*:?\s*(?P<item>\d[\w.]*(?:\s?\([a-z]+\))*)", text, re.IGNORECASE
        )
        if found:
            return found["item"].rstrip(".")
    return None


def author_of(printed: Sequence[str]) -> str | None:
    """Who prepared the document."""
    for text in printed:
        found = re.match(
            rf"^\(?\s*{any_of('prepared')}\s+(?P<who>[^()]+?)\)?$", text, re.IGNORECASE
        )
        if found:
            return re.sub(
                r"^(?:the|le|la|les|el|los|las)\s+", "", found["who"].strip(), flags=re.IGNORECASE
            )
    return None


def title_of(printed: Sequence[str], top: Sequence[Line]) -> str | None:
    """The title: numbered (`78/155. ...`), marked as one, in capitals, or the last line that
    nothing else explains."""
    for text in printed:
        found = NUMBERED_TITLE.match(text)
        if found:
            return found["title"]
    for line in top:
        if line.heading is not None and line.text and not explained(squeeze(line.text)):
            return squeeze(line.text)
    named = [at for at, text in enumerate(printed) if pattern("instrument").match(text)]
    after = printed[named[0] + 1] if named and named[0] + 1 < len(printed) else ""
    if heading_like(after) and not explained(after):
        return after
    shown = [
        squeeze(text)
        for line in top
        for text in (*flat(line), line.text)
        if line.bold or (text.isupper() and len(text) > 8)
    ]
    titles_ = [text for text in shown if text and not explained(text)]
    if titles_ or named:
        return titles_[-1] if titles_ else printed[named[0]]
    long = [
        text
        for text in printed
        if len(text) > TITLED
        and not (SYMBOL.match(text) or any(words(kind).match(text) for kind in PARTS))
    ]
    return max(long, key=len, default=None)


PARTS = ("agenda", "original", "prepared", "distribution", "adopted")
TITLED = 25
"""Characters that a title has at the least, where nothing else shows which line it is."""


def explained(text: str) -> bool:
    """True for a masthead line that is something else than a title."""
    return bool(
        SYMBOL.match(text)
        or first_date(text)
        or is_meeting(text)
        or any(words(kind).match(text) for kind in PARTS)
    )


__all__ = ["Front", "front", "layouts"]
