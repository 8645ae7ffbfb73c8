"""The references of a whole document, node by node."""

import re
from dataclasses import replace

from whimbrel.citations.citation import Citation, How, Kind
from whimbrel.citations.find import find
from whimbrel.citations.fold import fold
from whimbrel.citations.inside import placed_in
from whimbrel.citations.linked import with_links
from whimbrel.citations.names import folded, names
from whimbrel.citations.resolve import Context
from whimbrel.document import Document, Masthead, Node, Run, walk
from whimbrel.document import Kind as NodeKind

SERIES = re.compile(r"[Ii]bid\.?,?\s+vol")


def in_document(document: Document) -> dict[str, tuple[Citation, ...]]:
    """The references of each node that has any, by address; places are those of `words_of` it."""
    body, language = body_of(document.masthead), document.masthead.language
    out: dict[str, tuple[Citation, ...]] = {}
    before: tuple[Citation, ...] = ()
    for placed in walk(document):
        found = find(words_of(placed.node), body=body, language=language)
        found = titled(with_links(found, placed.node.runs), placed.node.runs)
        if placed.node.kind is NodeKind.NOTE:
            found = before = with_earlier(found, before, placed.node.text)
        if found:
            out[placed.address] = found
    return placed_in(document, out)


def body_of(head: Masthead) -> str | None:
    """What gives bare numbers their meaning: the symbol, or the body that the first page names."""
    if head.symbol and Context.of(head.symbol).organ:
        return head.symbol
    words = "\n".join((head.meeting or "", head.author or "", *head.lines))
    named = names(None).every.search(fold(words).text)
    organs = names(None).known.get(folded(named["name"]), ()) if named else ()
    return organs[0].key if organs else head.symbol


def words_of(node: Node) -> str:
    """The words in which the references of a node are found; a table has them in its cells."""
    if not node.rows:
        return node.text
    return "\n".join(" | ".join(row) for row in node.rows)


def with_earlier(
    found: tuple[Citation, ...], before: tuple[Citation, ...], text: str
) -> tuple[Citation, ...]:
    """The references of a footnote, "ibid." read as the last of the footnote before.

    "Ibid., Supplement No. 53 (A/68/53)" and "Ibid., vol. 2716" name a volume of the series.
    """
    out = []
    for one in found:
        if one.how is not How.UNRESOLVED or not one.surface.casefold().startswith("ibid"):
            out.append(one)
        elif len(found) == 1 and not SERIES.match(text, one.start):
            last = next((each for each in reversed(before) if each.kind is not Kind.INTERNAL), None)
            if last and last.target:
                kind = last.kind
                out.append(replace(one, kind=kind, target=last.target, how=How.EARLIER))
            else:
                out.append(one)
    return tuple(out)


def titled(found: tuple[Citation, ...], runs: tuple[Run, ...]) -> tuple[Citation, ...]:
    """Citations with the title in italics that is printed behind them."""
    if not any(run.italic for run in runs):
        return found
    starts: dict[int, str] = {}
    at = 0
    for run in runs:
        if run.italic and run.text.strip():
            starts[at] = run.text
        at += len(run.text)
    text = "".join(run.text for run in runs)
    return tuple(
        one if one.title else replace(one, title=title_at(one.end, text, starts)) for one in found
    )


def title_at(end: int, text: str, starts: dict[int, str]) -> str | None:
    """The italics that begin at `end`, one space or a bracket aside."""
    for at in (end, end + 1, end + 2):
        if at in starts and not text[end:at].strip(" ()"):
            return starts[at].strip(" .,;:()") or None
    return None
