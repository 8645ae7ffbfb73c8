"""Lines -> Document: masthead, headings, numbered paragraphs, lists, annexes, decisions and
footnotes."""

import re
from collections.abc import Sequence
from dataclasses import replace

from whimbrel.document import Document, Kind, Masthead, Node, Run
from whimbrel.document.normal import note_keys, renamed, with_runs
from whimbrel.document.runs import tidy
from whimbrel.facts.layout import any_of, language_of
from whimbrel.reading.block import pattern
from whimbrel.reading.classify import classify
from whimbrel.reading.dates import first_date
from whimbrel.reading.labels import readings, typed
from whimbrel.reading.line import Line, Lines
from whimbrel.reading.masthead import front, same
from whimbrel.reading.nest import nest
from whimbrel.reading.outline import outline
from whimbrel.reading.superscripts import with_notes

SAMPLE = 400
"""Lines that tell the language of a document."""
TAIL = 80
"""Characters at the end of a line in which a page number is looked for."""
LEADERS = re.compile(r"(?:\.\s?){5,}\s*\d{0,4}$|…{2,}\s*\d{0,4}$")
CONTENTS = re.compile(rf"^{any_of('contents')}\W*$", re.IGNORECASE)
ALONE = re.compile(
    r"^(?:\((?:[a-z]{1,2}|[ivx]{1,5}|\d{1,2})\)|(?:[a-z]|[ivx]{1,5})\)|\d{1,3}\.|[•●▪◦‣■□➢])$"
)
"""A label with no words behind it: some converters put the number of a paragraph into a block of
its own."""
DECISION = re.compile(r"^\d{1,3}\.(?:\d{1,3}|[A-Z]{2,3})(?:\s\(Rev\.[^()]{2,9}\))?$")


def structured(found: Lines) -> Document:
    """The Document that lines make, in normal form."""
    found = with_notes(found)
    lines = with_labels(
        [spelled(line) for line in without_contents(found.lines) if line.rows or line.text.strip()]
    )
    start = front(lines, found.headers)
    symbol = start.masthead.symbol
    # Some papers print their symbol again above each annex.
    printed = [
        line for line in lines[start.body :] if symbol is None or line.text.strip() != symbol
    ]
    body = without_repeated_title(printed, start.masthead.title)
    nodes = nest(outline(classify(body)))
    masthead = completed(start.masthead, lines, body)
    summary = tuple(
        Node(kind=Kind.PARAGRAPH, runs=line.runs) for line in start.summary if line.runs
    )
    notes = tuple(
        Node(kind=Kind.NOTE, label=key.partition("~")[0], runs=tidy(runs))
        for key, runs in found.notes.items()
    )
    document = Document(masthead=masthead, summary=summary, nodes=nodes, notes=notes)
    return with_keys(document, list(found.notes))


def with_keys(document: Document, called: Sequence[str]) -> Document:
    """The document, its footnotes called by their addresses and no longer by what the file calls
    them."""
    keys = note_keys(document)
    if keys == list(called):
        return document
    names = dict(zip(called, keys, strict=True))
    return with_runs(document, lambda runs: tuple(renamed(run, names) for run in runs))


def without_contents(lines: Sequence[Line]) -> list[Line]:
    """The lines without a table of contents whose entries lead to their page by dots."""
    tails = [line.text[-TAIL:] for line in lines]
    entries = [
        (".." in tail or ". ." in tail or "…" in tail) and bool(LEADERS.search(tail))
        for tail in tails
    ]
    if sum(entries) < 3:
        return list(lines)
    first = entries.index(True)
    above = first > 0 and CONTENTS.match(lines[first - 1].text.strip())
    return [
        line for at, line in enumerate(lines) if not entries[at] and not (above and at == first - 1)
    ]


def spelled(line: Line) -> Line:
    """The line, its automatic label among its words where that counts nothing: `Annex I`, `Article
    2`, `Option`."""
    if line.label is None or readings(line.label):
        return line
    named = pattern("annex").match(line.label) or pattern("article").match(line.label)
    label = line.label.rstrip(":. ") + ":" if named else line.label
    return replace(line, label=None, runs=tidy((Run(text=f"{label} "), *line.runs)))


def with_labels(lines: Sequence[Line]) -> list[Line]:
    """The lines, a label that stands alone given to the words after it."""
    out: list[Line] = []
    held: Line | None = None
    for line in lines:
        if held is not None and line.label is None and not line.rows and typed(line.text) is None:
            line = replace(
                line,
                label=held.text.strip(),
                depth=line.depth if held.depth is None else held.depth,
            )
        elif held is not None:
            out.append(held)
        held = line if is_label(line) else None
        if held is None:
            out.append(line)
    return [*out, held] if held is not None else out


def is_label(line: Line) -> bool:
    """True for nothing but a label: that of an item or paragraph, or in bold that of a decision."""
    if line.label is not None or line.heading:
        return False
    text = line.text.strip()
    return bool(ALONE.match(text) or (line.bold and DECISION.match(text)))


def without_repeated_title(body: Sequence[Line], title: str | None) -> list[Line]:
    """The body without its title printed once more above it."""
    at = 0
    while at < len(body) and title and same(body[at].text, title):
        at += 1
    return list(body[at:])


def completed(masthead: Masthead, lines: Sequence[Line], body: Sequence[Line]) -> Masthead:
    """What the masthead leaves open and the text tells: its language; meeting and date from the
    closing lines."""
    language = language_of(" ".join(line.text for line in lines[:SAMPLE]))
    tail = [line.text for line in body]
    closing = [text for text in tail if len(text) < 120 and pattern("closing").match(text)]
    meeting, date = masthead.meeting, masthead.date
    if closing:
        found = pattern("closing").match(closing[0])
        told = re.match(r"^.*?(?:\d{1,2}(?:er)?\s(?:de\s)?[^\W\d]+\s(?:de\s)?\d{4})?$", closing[0])
        meeting = (
            meeting if meeting and "plen" in meeting else (found.group() if found else meeting)
        )
        date = date or (first_date(closing[0]) if told else None)
    if date is None:
        near = [
            *closing,
            *(text for at, text in enumerate(tail) if at and tail[at - 1] in closing),
            *tail[:2],
        ]
        date = next((day for text in near if (day := first_date(text))), None)
    return replace(masthead, language=language, meeting=meeting, date=date)
