"""Words of Akoma Ntoso from others -> runs; footnotes are collected on the way."""

import re
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from whimbrel.document import Kind, Node, Run
from whimbrel.document.akn_read import name as local
from whimbrel.document.runs import squeeze, tidy

LEFT_OUT = ("img", "decoration", "remark", "placeholder")
LINKS = ("a", "ref")


class Words:
    """Reads the words of one file and keeps its footnotes, each called by its number."""

    def __init__(self) -> None:
        self.notes: list[Node] = []
        self.numbers: dict[str, int] = {}
        """Numbers of footnotes by eId, for `noteRef`."""

    def runs(
        self, element: etree._Element | None, without: tuple[str, ...] = ()
    ) -> tuple[Run, ...]:
        """The runs of an element, leaving some children out."""
        return () if element is None else tidy(self.inline(element, Run(), without))

    def inline(
        self, element: etree._Element, dress: Run, without: tuple[str, ...] = ()
    ) -> Iterator[Run]:
        """The runs of mixed content in the dress of what is around it."""
        yield replace(dress, text=element.text or "")
        for child in element:
            name = local(child)
            if name in ("authorialNote", "note"):
                yield self.note(child)
            elif name == "noteRef":
                number = self.numbers.get(child.get("href", "").removeprefix("#"))
                yield Run() if number is None else Run(note=str(number))
            elif name in ("eol", "br", "p", "docDate", "outcome"):
                # Parted by the layout: `p` after `p`, a date that follows a title without a space.
                yield Run(text=" ")
                yield from self.inline(child, dressed(dress, child))
                yield Run(text=" " if name in ("eol", "br", "p") else "")
            elif name not in LEFT_OUT and name not in without:
                yield from self.inline(child, dressed(dress, child))
            yield replace(dress, text=child.tail or "")

    def note(self, element: etree._Element) -> Run:
        """Keeps a footnote; its call."""
        number = len(self.notes)
        # The place is taken before the words are read: footnotes stand in the order of calls.
        self.notes.append(Node(kind=Kind.NOTE))
        self.numbers[element.get("eId") or element.get("id") or ""] = number
        marker = squeeze(element.get("marker", "")) or None
        self.notes[number] = Node(kind=Kind.NOTE, label=marker, runs=self.runs(element))
        return Run(note=str(number))


def dressed(dress: Run, element: etree._Element) -> Run:
    """The dress inside an element."""
    name = local(element)
    classes = re.split(r"\W+", element.get("class", "").casefold())
    if name in ("i", "em") or "italic" in classes:
        dress = replace(dress, italic=True)
    if name in ("b", "strong") or "bold" in classes:
        dress = replace(dress, bold=True)
    href = element.get("href") if name in LINKS else None
    return replace(dress, href=href) if href else dress
