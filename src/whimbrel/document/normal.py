"""The normal form of a Document: the one that every written form gives back exactly.

In normal form a text has single spaces only, no layout characters and no control characters; what
is absent is None and never empty; the calls of footnotes are the addresses of footnotes; the rows
of a table are equally long; no node is empty. `normal(normal(d)) == normal(d)`, and a document is
in normal form where `normal(d) == d`.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import fields, replace
from typing import Any

from whimbrel.document.runs import address, squeeze, tidy
from whimbrel.document.tree import Document, Kind, Masthead, Node, Run
from whimbrel.document.walk import walk

LANGUAGE = re.compile(r"[a-z]{2,3}")


def normal(document: Document) -> Document:
    """The same document in normal form."""
    keys = note_keys(document)
    notes = tuple(
        Node(kind=Kind.NOTE, label=text(node.label), runs=words(all_runs(node), frozenset()))
        for node in document.notes
    )
    known = frozenset(keys)
    settled = Document(
        masthead=masthead(document.masthead),
        summary=settle(document.summary, known),
        nodes=settle(document.nodes, known),
        notes=notes,
    )
    names = dict(zip(keys, note_keys(settled), strict=True))
    if all(old == new for old, new in names.items()):
        return settled
    return with_runs(settled, lambda runs: tuple(renamed(run, names) for run in runs))


def without_marks(document: Document) -> Document:
    """The same document without italics, bold and links: what the plain text view keeps."""
    return with_runs(document, lambda runs: tidy(Run(text=run.text, note=run.note) for run in runs))


def note_keys(document: Document) -> list[str]:
    """The keys by which footnotes are called, in the order of the footnotes."""
    if not document.notes:
        return []
    addresses = [placed.address for placed in walk(Document(notes=document.notes))]
    return [address.removeprefix("note_") for address in addresses]


def masthead(found: Masthead) -> Masthead:
    """A masthead with squeezed texts, None for empty ones."""
    texts: dict[str, Any] = {
        each.name: text(value)
        for each in fields(found)
        if isinstance(value := getattr(found, each.name), str)
    }
    language = texts.get("language")
    if language and not LANGUAGE.fullmatch(language):
        texts["language"] = None
    lines = tuple(line for line in map(text, found.lines) if line)
    return replace(found, **texts, lines=lines)


def text(found: str | None) -> str | None:
    """One line of clean text, or None."""
    return (squeeze(found) or None) if found else None


def words(runs: Iterable[Run], keys: frozenset[str]) -> tuple[Run, ...]:
    """Tidy runs that call only known footnotes."""
    return tidy(tuple(cleaned(run) for run in runs if run.note is None or run.note in keys))


def cleaned(run: Run) -> Run:
    """A run whose link has an address, or is no link."""
    if run.href is None or run.note is not None:
        return run
    href = address(run.href)
    return run if href == run.href else replace(run, href=href)


def renamed(run: Run, names: dict[str, str]) -> Run:
    """The run with the new key of the footnote it calls."""
    return run if run.note is None else Run(note=names[run.note])


def all_runs(node: Node) -> list[Run]:
    """The words of a footnote and of the paragraphs inside it, in one line."""
    runs = list(node.runs)
    for child in node.children:
        runs += [Run(text=" "), *all_runs(child)]
    return runs


def settle(nodes: Iterable[Node], keys: frozenset[str]) -> tuple[Node, ...]:
    """Nodes in normal form; empty ones are gone, what hangs under a table stands after it."""
    out: list[Node] = []
    for node in nodes:
        label, runs = text(node.label), words(node.runs, keys)
        rows, children = even(node.rows), settle(node.children, keys)
        if node.kind is Kind.TABLE and rows:
            out += [Node(kind=Kind.TABLE, label=label, runs=runs, rows=rows), *children]
            continue
        if rows:
            children = (Node(kind=Kind.TABLE, rows=rows), *children)
        if not (label or runs or children):
            continue
        kind = Kind.PARAGRAPH if node.kind in (Kind.TABLE, Kind.NOTE) else node.kind
        out.append(Node(kind=kind, label=label, runs=runs, children=children))
    return tuple(out)


def even(rows: Iterable[Iterable[str]]) -> tuple[tuple[str, ...], ...]:
    """Rows of squeezed cells, short ones filled up."""
    cells = [tuple(text(cell) or "" for cell in row) for row in rows]
    width = max(map(len, cells), default=0)
    return tuple(row + ("",) * (width - len(row)) for row in cells) if width else ()


def with_runs(document: Document, change: Callable[[tuple[Run, ...]], tuple[Run, ...]]) -> Document:
    """The document with the runs of every node changed."""

    def changed(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
        return tuple(
            replace(node, runs=change(node.runs), children=changed(node.children)) for node in nodes
        )

    return replace(
        document,
        summary=changed(document.summary),
        nodes=changed(document.nodes),
        notes=changed(document.notes),
    )
