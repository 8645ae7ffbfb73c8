"""What the lines of a masthead say: symbol, date, meeting, venue, agenda item, title, author."""

import datetime
import re
from collections.abc import Sequence
from functools import cache

from whimbrel.document import Masthead
from whimbrel.document.runs import squeeze
from whimbrel.facts.layout import any_of, preamble_opening
from whimbrel.reading.block import heading_like, pattern
from whimbrel.reading.dates import first_date, span_of_days
from whimbrel.reading.line import Line

SYMBOL = re.compile(
    r"""
    ^\*?\s*(?P<symbol>
      # A/RES/78/155   UNEP/CMS/COP15/Doc.18.1
      [A-Z][A-Za-z]{0,9} (?: / [A-Z0-9][\w.()-]* )* / [\w.()-]*\d[\w.()-]*
      (?: / (?: Rev|Add|Corr|Inf|L|Doc ) \.? \s? [\d.]* | / (?: Report|REPORT ) )*
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


@cache
def words(name: str) -> re.Pattern[str]:
    """A line that opens with one of the layout words."""
    return re.compile(rf"^\(?\s*{any_of(name)}", re.IGNORECASE)


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
        and not preamble_opening().match(text)
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


def flat(line: Line) -> list[str]:
    """The cells of a masthead table as lines; a cell may hold several."""
    return [part for row in line.rows for cell in row for part in cell.split("\n")]
