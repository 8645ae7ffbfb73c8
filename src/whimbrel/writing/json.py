"""JSON: one object, one node a line, so that two readings can be compared line by line.

The five fields of the masthead that everybody asks for stand on top; what else is needed to read
the file back (marks, depth, the rest of the masthead) stands beside them under names of its own.
Verbs, citations and provisions are found by others and handed in; the reader leaves them aside.
"""

import json
from collections.abc import Iterator, Mapping, Sequence

from whimbrel.document import Document, Kind, Placed, Run, walk
from whimbrel.document.cited import Cited
from whimbrel.document.flat import masthead_fields, size
from whimbrel.document.form import VERSION

TOP = ("symbol", "title", "meeting", "date", "language")
Mark = list[int | str]


def json_of(
    document: Document,
    *,
    citations: Mapping[str, Sequence[Cited]] | None = None,
    verbs: Mapping[str, str] | None = None,
    provisions: Sequence[Mapping[str, object]] = (),
) -> str:
    """The JSON of a document. The keys of `citations` and `verbs` are addresses."""
    fields = masthead_fields(document.masthead)
    rest: dict[str, object] = {name: value for name, value in fields.items() if name not in TOP}
    if document.masthead.lines:
        rest["lines"] = document.masthead.lines
    lines = [f'"whimbrel": {dumps({"version": VERSION, "masthead": rest})}']
    lines += [f'"{name}": {dumps(fields.get(name))}' for name in TOP]
    nodes = [dumps(node) for node in entries(document, citations or {}, verbs or {})]
    lines += [listed("nodes", nodes), listed("provisions", [dumps(each) for each in provisions])]
    return "{" + ",\n ".join(lines) + "}\n"


def dumps(value: object) -> str:
    """JSON in one line, letters as letters."""
    return json.dumps(value, ensure_ascii=False)


def listed(name: str, entries: list[str]) -> str:
    """A list, one entry a line."""
    return f'"{name}": [' + ("\n  " + ",\n  ".join(entries) if entries else "") + "]"


def entries(
    document: Document, citations: Mapping[str, Sequence[Cited]], verbs: Mapping[str, str]
) -> Iterator[dict[str, object]]:
    """One entry a node, in reading order."""
    summary = size(document.summary)
    for number, placed in enumerate(walk(document)):
        cited = [
            {"surface": each.surface, "target": each.target}
            for each in citations.get(placed.address, ())
        ]
        yield entry(placed, summary=number < summary) | {
            "verb": verbs.get(placed.address),
            "citations": cited,
        }


def entry(placed: Placed, *, summary: bool) -> dict[str, object]:
    """What a node itself says."""
    node = placed.node
    out: dict[str, object] = {
        "address": placed.address,
        "kind": node.kind,
        "label_path": placed.label_path,
        "text": node.text,
        "depth": placed.depth,
    }
    if node.label is not None:
        out["label"] = node.label
    if summary:
        out["part"] = "summary"
    if marks := list(marks_of(node.runs)):
        out["marks"] = marks
    if node.kind is Kind.TABLE:
        out |= {
            "text": "\n".join(" | ".join(row) for row in node.rows),
            "caption": node.text,
            "rows": node.rows,
        }
    return out


def marks_of(runs: Sequence[Run]) -> Iterator[Mark]:
    """[start, end, "italic" | "bold"] and [start, end, "href" | "note", value], in the order of the
    runs."""
    at = 0
    for run in runs:
        end = at + len(run.text)
        if run.italic:
            yield [at, end, "italic"]
        if run.bold:
            yield [at, end, "bold"]
        if run.href is not None:
            yield [at, end, "href", run.href]
        if run.note is not None:
            yield [at, at, "note", run.note]
        at = end
