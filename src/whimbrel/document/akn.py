"""A Document -> Akoma Ntoso 3.0, valid against the official schema, named as AKN4UN does.

Every node is an element with its address as eId: a heading is a `section`, a paragraph a
`paragraph`, an item a `point` in a `list`; what Akoma Ntoso has no element for is an `hcontainer`
with the name of its kind. The preamble stands in `preamble`, the lines of the first page in
`coverPage`, its fields in `preface`. Nothing is left out, so `akn_read` gives the same Document
back.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from whimbrel.document.akn_meta import cover_page, meta, preface
from whimbrel.document.akn_words import Words, attribute
from whimbrel.document.cited import Cited
from whimbrel.document.form import AKN_MARK
from whimbrel.document.tree import Document, Kind, Node
from whimbrel.document.walk import walk

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
ELEMENTS = {Kind.HEADING: "section", Kind.PARAGRAPH: "paragraph", Kind.ITEM: "point"}
TITLED = (Kind.HEADING, Kind.ANNEX)
"""Kinds whose words are a heading."""


def akn_of(
    document: Document,
    *,
    work_iri: str | None = None,
    name: str | None = None,
    citations: Mapping[str, Sequence[Cited]] | None = None,
) -> str:
    """The Akoma Ntoso of a document in normal form.

    `work_iri` is the IRI of the work (`/akn/un/statement/...`); without it one is made of the
    symbol. `name` is `resolution`, `decision` or `document`; without it the symbol tells. The keys
    of `citations` are addresses.
    """
    return "\n".join(Writer(document, citations or {}).whole(work_iri, name)) + "\n"


class Writer:
    """Writes one document, in the order in which `walk` hands out the addresses."""

    def __init__(self, document: Document, citations: Mapping[str, Sequence[Cited]]) -> None:
        self.document = document
        addresses = [placed.address for placed in walk(document)]
        self.addresses = iter(addresses)
        self.taken = set(addresses)
        self.citations = citations
        self.words = Words(document, self.fresh)

    def fresh(self, eid: str) -> str:
        """An eId that no node and no other part has."""
        while eid in self.taken:
            eid += "~"
        self.taken.add(eid)
        return eid

    def whole(self, work_iri: str | None, name: str | None) -> Iterator[str]:
        """The lines of the file. The body is written first: only then is known which footnotes it
        holds."""
        document = self.document
        body = [*self.body()]
        name = name or statement_name(document.masthead.symbol)
        yield '<?xml version="1.0" encoding="UTF-8"?>'
        yield f'<akomaNtoso xmlns="{NAMESPACE}" xmlns:whimbrel="{AKN_MARK}">'
        yield f'<statement name="{attribute(name)}">'
        yield from meta(
            document, work_iri=work_iri, name=name, source=self.fresh("whimbrel"), words=self.words
        )
        yield from cover_page(document.masthead)
        yield from preface(document.masthead)
        yield from body
        yield "</statement>"
        yield "</akomaNtoso>"

    def body(self) -> Iterator[str]:
        """Preamble and main body. The summary is read first, so with a summary all stands in the
        main body."""
        document = self.document
        lead = 0 if document.summary else preamble_length(document.nodes)
        if lead:
            yield "<preamble>"
            for node in document.nodes[:lead]:
                yield from self.recital(node)
            yield "</preamble>"
        yield "<mainBody>"
        if document.summary:
            yield f'<hcontainer name="summary" eId="{self.fresh("summary")}">'
            yield from self.among(document.summary, "summary")
            yield "</hcontainer>"
        yield from self.among(document.nodes[lead:], "body")
        if not document.summary and lead == len(document.nodes):
            yield "<p/>"
        yield "</mainBody>"

    def recital(self, node: Node) -> Iterator[str]:
        """A preambular paragraph, which Akoma Ntoso names by the phrase that opens it."""
        address = next(self.addresses)
        phrase = node.runs[0].text.strip(" ,;:") if node.runs and node.runs[0].italic else ""
        yield f'<container name="{attribute(phrase or "preamble")}" eId="{address}">'
        yield f"<p>{self.inline(node, address)}</p>"
        yield from self.block_list(node, address)
        yield "</container>"

    def block_list(self, node: Node, address: str) -> Iterator[str]:
        """The items of a preambular paragraph."""
        if not node.children:
            return
        yield f'<blockList eId="{self.fresh(address + "__list_1")}">'
        for item in node.children:
            eid = next(self.addresses)
            yield f'<item eId="{eid}">{num(item)}<p>{self.inline(item, eid)}</p>'
            yield from self.block_list(item, eid)
            yield "</item>"
        yield "</blockList>"

    def among(self, nodes: Sequence[Node], address: str, intro: str = "") -> Iterator[str]:
        """Nodes side by side; neighbouring items are one list. `intro` is written inside the first
        list."""
        number = 0
        for is_list, group in groupby(nodes, key=lambda node: node.kind is Kind.ITEM):
            if not is_list:
                for node in group:
                    yield from self.element(node)
                continue
            number += 1
            yield f'<list eId="{self.fresh(f"{address}__list_{number}")}">{intro}'
            intro = ""
            for node in group:
                yield from self.element(node)
            yield "</list>"

    def element(self, node: Node) -> Iterator[str]:
        """A node and all below it."""
        address = next(self.addresses)
        tag = ELEMENTS.get(node.kind, "hcontainer")
        name = "" if node.kind in ELEMENTS else f' name="{node.kind}"'
        yield f'<{tag}{name} eId="{address}">{num(node)}'
        if node.kind is Kind.TABLE:
            yield from self.table(node, address)
        elif node.kind in TITLED:
            if node.runs:
                eid = self.fresh(f"{address}__heading")
                yield f'<heading eId="{eid}">{self.inline(node, address)}</heading>'
            yield from self.among(node.children, address)
        else:
            yield from self.contents(node, address)
        yield f"</{tag}>"

    def contents(self, node: Node, address: str) -> Iterator[str]:
        """The words of a node and what stands under it. Words before a list are the list's
        introduction."""
        part = "intro" if node.children else "content"
        words = ""
        if node.runs:
            eid = self.fresh(f"{address}__{part}")
            words = f'<{part} eId="{eid}"><p>{self.inline(node, address)}</p></{part}>'
        if not node.children or node.children[0].kind is not Kind.ITEM:
            yield words
            words = ""
        yield from self.among(node.children, address, words)

    def table(self, node: Node, address: str) -> Iterator[str]:
        """A table inside the content of its container."""
        content, table = self.fresh(f"{address}__content"), self.fresh(f"{address}__table")
        caption = f"<caption>{self.inline(node, address)}</caption>" if node.runs else ""
        yield f'<content eId="{content}"><table eId="{table}">{caption}'
        for row in node.rows:
            cells = (f"<td><p>{self.words.text(cell)}</p></td>" for cell in row)
            yield f"<tr>{''.join(cells)}</tr>"
        yield "</table></content>"

    def inline(self, node: Node, address: str) -> str:
        """The words of a node, with citations as references."""
        return self.words.inline(node.runs, self.citations.get(address, ()))


def num(node: Node) -> str:
    """The printed label."""
    return "" if node.label is None else f"<num>{Words.text(node.label)}</num>"


def preamble_length(nodes: Sequence[Node]) -> int:
    """How many nodes at the start can stand in `preamble`: recitals with items or nothing under
    them."""
    for count, node in enumerate(nodes):
        if (
            node.kind is not Kind.PREAMBLE
            or node.label is not None
            or not all(map(only_items, node.children))
        ):
            return count
    return len(nodes)


def only_items(node: Node) -> bool:
    """True for an item under which there are only items."""
    return node.kind is Kind.ITEM and all(map(only_items, node.children))


def statement_name(symbol: str | None) -> str:
    """Resolution, decision or document, as the symbol says (`A/RES/78/155`, `UNEP/EA.5/Res.11`)."""
    parts = [part.partition(".")[0].casefold() for part in (symbol or "").split("/")]
    if "res" in parts:
        return "resolution"
    return "decision" if "dec" in parts else "document"
