"""JSON that Whimbrel wrote -> Document. Addresses, verbs, citations and provisions are derived and
left aside."""

import json
from collections.abc import Iterator
from typing import Any

from whimbrel.document import Document, Kind, Node, Run
from whimbrel.document.flat import masthead_of, nest
from whimbrel.document.runs import tidy
from whimbrel.reading.limits import Clock
from whimbrel.reading.written_checks import known_version

TOP = ("symbol", "title", "meeting", "date", "language")


def document_of(text: str, clock: Clock | None = None) -> Document:
    """The Document. ValueError, KeyError or TypeError where the form is not kept."""
    data = json.loads(text)
    known_version(data["whimbrel"]["version"])
    rest = dict(data["whimbrel"]["masthead"])
    lines = rest.pop("lines", [])
    summary: list[tuple[int, Node]] = []
    body: list[tuple[int, Node]] = []
    notes: list[Node] = []
    for number, entry in enumerate(data["nodes"]):
        if clock and number % 500 == 0:
            clock.check(f"node {number + 1}")
        node = node_of(entry)
        if node.kind is Kind.NOTE:
            notes.append(node)
        elif entry.get("part") == "summary":
            summary.append((entry["depth"], node))
        else:
            body.append((entry["depth"], node))
    fields = {name: data[name] for name in TOP}
    return Document(
        masthead=masthead_of(fields | rest, lines),
        summary=nest(summary),
        nodes=nest(body),
        notes=tuple(notes),
    )


def node_of(entry: dict[str, Any]) -> Node:
    """One node, without its children."""
    kind = Kind(entry["kind"])
    words = entry["caption"] if kind is Kind.TABLE else entry["text"]
    rows = tuple(tuple(row) for row in entry.get("rows", ()))
    label = entry.get("label")
    if not isinstance(label, str | None):
        raise ValueError(f"the label {label!r} is no string")
    return Node(
        kind=kind,
        label=label,
        runs=tidy(runs_of(words, entry.get("marks", []))),
        rows=rows,
    )


def runs_of(text: str, marks: list[list[Any]]) -> Iterator[Run]:
    """The words in their dress. The marks stand in the order of the words; those of one run have
    the same ends."""
    at = 0
    dress: dict[str, Any] = {}
    for number, (start, end, name, *value) in enumerate(marks):
        if start < at or end < start or end > len(text):
            raise ValueError(f"mark {[start, end, name]} lies outside the words or out of order")
        if start > at:
            yield Run(text=text[at:start])
            at = start
        if name == "note":
            yield Run(note=value[0])
            continue
        dress[name] = value[0] if value else True
        following = marks[number + 1] if number + 1 < len(marks) else None
        if following is None or following[:2] != [start, end]:
            yield Run(text=text[start:end], **dress)
            dress, at = {}, end
    yield Run(text=text[at:])
