"""HTML that Whimbrel wrote -> Document. Only what carries `data-` attributes is read; the rest of
the page is dress."""

import re
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from whimbrel.document import Document, Kind, Node, Run
from whimbrel.document.flat import masthead_of
from whimbrel.document.form import DEEPEST
from whimbrel.document.runs import tidy
from whimbrel.reading.limits import Clock
from whimbrel.reading.written_checks import known_version

VERSION = re.compile(r"Whimbrel (\d+)")


def document_of(text: str, clock: Clock | None = None) -> Document:
    """The Document. ValueError where the page does not keep to the written form."""
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )
    root = etree.fromstring(text.encode(), parser)
    generator = VERSION.fullmatch(root.xpath("string(head/meta[@name='generator']/@content)"))
    known_version(int(generator[1]) if generator else None)
    fields: dict[str, object] = {"language": root.get("lang")}
    lines = []
    for element in root.iterfind("body/article/header//*[@data-field]"):
        field = element.get("data-field", "")
        if field == "line":
            lines.append(text_of(element))
        else:
            fields[field] = text_of(element)
    parts = {}
    for part in root.iterfind("body/article/section[@data-part]"):
        if clock:
            clock.check(f"part {part.get('data-part')}")
        parts[part.get("data-part", "")] = tuple(nodes(part, 0))
    return Document(
        masthead=masthead_of(fields, lines),
        summary=parts.get("summary", ()),
        nodes=parts.get("body", ()),
        notes=parts.get("notes", ()),
    )


def text_of(element: etree._Element) -> str:
    """All text in an element."""
    return "".join(element.itertext())


def nodes(element: etree._Element, depth: int) -> Iterator[Node]:
    """The nodes that stand in an element."""
    if depth > DEEPEST:
        raise ValueError(f"nodes stand inside nodes more than {DEEPEST} deep")
    for child in element:
        kind = child.get("data-kind")
        if kind is not None:
            yield node(child, Kind(kind), depth)
        elif child.get("data-words") is None and child.tag != "table":
            raise ValueError(f"an element does not say what it is: {text_of(child)[:60]!r}")


def node(element: etree._Element, kind: Kind, depth: int) -> Node:
    """A node with its children."""
    holder = element.find("table") if kind is Kind.TABLE else element
    words = None if holder is None else holder.find("*[@data-words]")
    label = runs = rows = None
    if words is not None:
        label = words.find("span[@class='label']")
        runs = words.find("span[@data-runs]")
    if kind is Kind.TABLE:
        rows = tuple(
            tuple(text_of(cell) for cell in row.iterfind("td"))
            for row in element.iterfind("table//tr")
        )
    return Node(
        kind=kind,
        label=None if label is None else text_of(label),
        runs=() if runs is None else tidy(inline(runs, Run())),
        children=tuple(nodes(element, depth + 1)),
        rows=rows or (),
    )


def inline(element: etree._Element, dress: Run) -> Iterator[Run]:
    """The runs of mixed content in the dress of what is around it."""
    yield replace(dress, text=element.text or "")
    for child in element:
        note = child.find("a[@data-note]") if child.tag == "sup" else None
        if note is not None:
            yield Run(note=note.get("data-note"))
        else:
            yield from inline(child, dressed(dress, child))
        yield replace(dress, text=child.tail or "")


def dressed(dress: Run, element: etree._Element) -> Run:
    """The dress inside an element. A citation that was found is no link of the document."""
    if element.tag == "i":
        return replace(dress, italic=True)
    if element.tag == "b":
        return replace(dress, bold=True)
    if element.tag == "a" and element.get("data-cited") is None:
        return replace(dress, href=element.get("href", element.get("data-href")))
    if element.tag == "a":
        return dress
    raise ValueError(f"<{element.tag!r}> has no place among words")
