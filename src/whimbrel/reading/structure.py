"""Lines -> Document: masthead, headings, numbered paragraphs, lists, annexes, decisions and footnotes."""

import re
from collections.abc import Sequence
from dataclasses import replace

from whimbrel.document import Document, Kind, Masthead, Node
from whimbrel.document.runs import squeeze, tidy
from whimbrel.facts.layout import language_of
from whimbrel.reading.classify import classify, pattern
from whimbrel.reading.dates import first_date
from whimbrel.reading.line import Line, Lines
from whimbrel.reading.masthead import front, same
from whimbrel.reading.nest import nest
from whimbrel.reading.outline import outline

CLOSING = 6


def structured(found: Lines) -> Document:
    """The Document that lines make."""
    lines = [line for line in found.lines if line.rows or line.text.strip()]
    start = front(lines)
    body = without_repeated_title(lines[start.body :], start.masthead.title)
    nodes = nest(outline(classify(body)))
    masthead = completed(start.masthead, lines, body)
    summary = tuple(Node(kind=Kind.PARAGRAPH, runs=line.runs) for line in start.summary if line.runs)
    notes = tuple(Node(kind=Kind.NOTE, label=key.partition("~")[0], runs=tidy(runs)) for key, runs in found.notes.items())
    return Document(masthead=masthead, summary=summary, nodes=nodes, notes=notes)


def without_repeated_title(body: Sequence[Line], title: str | None) -> list[Line]:
    """The body without its title printed once more above it."""
    at = 0
    while at < len(body) and title and same(body[at].text, title):
        at += 1
    return list(body[at:])


def completed(masthead: Masthead, lines: Sequence[Line], body: Sequence[Line]) -> Masthead:
    """What the masthead leaves open and the text tells: its language; meeting and date from the closing lines."""
    language = language_of(" ".join(line.text for line in lines))
    tail = [squeeze(line.text) for line in body]
    closing = [text for text in tail if len(text) < 120 and pattern("closing").match(text)]
    meeting, date = masthead.meeting, masthead.date
    if closing:
        found = pattern("closing").match(closing[0])
        told = re.match(r"^.*?(?:\d{1,2}(?:er)?\s(?:de\s)?[^\W\d]+\s(?:de\s)?\d{4})?$", closing[0])
        meeting = meeting if meeting and "plen" in meeting else (found.group() if found else meeting)
        date = date or (first_date(closing[0]) if told else None)
    if date is None:
        near = [*closing, *(text for at, text in enumerate(tail) if at and tail[at - 1] in closing), *tail[:2]]
        date = next((day for text in near if (day := first_date(text))), None)
    return replace(masthead, language=language, meeting=meeting, date=date)
