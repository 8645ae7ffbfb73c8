"""Akoma Ntoso that Whimbrel wrote -> the same Document. What others wrote is read in
`reading.akoma`."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from lxml import etree

from whimbrel.document.akn import ELEMENTS, NAMESPACE
from whimbrel.document.akn_meta import LANGUAGES
from whimbrel.document.flat import masthead_of
from whimbrel.document.form import AKN_MARK, DEEPEST
from whimbrel.document.runs import tidy
from whimbrel.document.tree import Document, Kind, Masthead, Node, Run

KINDS = {tag: kind for kind, tag in ELEMENTS.items()}
CODES = {long: short for short, long in LANGUAGES.items()}
WORDS = ("heading", "content", "intro")
"""The elements that hold the words of a node."""


def written(root: etree._Element) -> etree._Element | None:
    """The element by which Whimbrel says that it wrote the file, if there is one."""
    return root.find(f".//{{{AKN_MARK}}}written")


def document_of(root: etree._Element) -> Document:
    """The Document. ValueError names what does not keep to the written form."""
    statement = needed(root, "statement")
    reader = Reader()
    main = needed(statement, "mainBody")
    summary: tuple[Node, ...] = ()
    nodes: list[Node] = [reader.recital(each) for each in children(statement.find(tag("preamble")))]
    for element in main:
        if name(element) == "hcontainer" and element.get("name") == "summary":
            summary = tuple(reader.among(element, 0))
        elif name(element) != "p":
            nodes += reader.hierarchy(element, 0)
    for note in statement.iterfind(f"{tag('meta')}/{tag('notes')}/{tag('note')}"):
        reader.note(note)
    return Document(
        masthead=masthead(statement), summary=summary, nodes=tuple(nodes), notes=notes(root, reader)
    )


def tag(local: str) -> str:
    """A name in the namespace of Akoma Ntoso."""
    return f"{{{NAMESPACE}}}{local}"


def name(element: etree._Element) -> str:
    """The local name of an element."""
    return str(element.tag).rpartition("}")[2]


def children(element: etree._Element | None) -> Iterable[etree._Element]:
    """What stands in an element that may be absent."""
    return () if element is None else element


def needed(element: etree._Element, local: str) -> etree._Element:
    """A child that must be there."""
    found = element.find(tag(local))
    if found is None:
        raise ValueError(f"<{name(element)}> holds no <{local}>")
    return found


def masthead(statement: etree._Element) -> Masthead:
    """The fields of the preface, the lines of the cover page, the language of the expression."""
    fields: dict[str, object] = {
        paragraph.get("class", ""): text_of(paragraph)
        for paragraph in children(statement.find(tag("preface")))
    }
    language = statement.find(f".//{tag('FRBRlanguage')}")
    code = "und" if language is None else language.get("language", "und")
    fields["language"] = None if code == "und" else CODES.get(code, code)
    return masthead_of(
        fields, [text_of(line) for line in children(statement.find(tag("coverPage")))]
    )


def text_of(element: etree._Element) -> str:
    """All text in an element."""
    return "".join(element.itertext())


def notes(root: etree._Element, reader: "Reader") -> tuple[Node, ...]:
    """The footnotes in the order of the document."""
    mark = written(root)
    order = None if mark is None else mark.get("notes")
    keys = [*reader.apart, *reader.placed] if order is None else order.split()
    found = reader.apart | reader.placed
    if sorted(keys) != sorted(found):
        raise ValueError("the list of its footnotes does not name the footnotes that are there")
    return tuple(found[key] for key in keys)


class Reader:
    """Reads one file; collects its footnotes."""

    def __init__(self) -> None:
        self.placed: dict[str, Node] = {}
        self.apart: dict[str, Node] = {}

    def recital(self, container: etree._Element) -> Node:
        """A preambular paragraph with its items."""
        return Node(
            kind=Kind.PREAMBLE, runs=self.words(container), children=tuple(self.items(container))
        )

    def items(self, element: etree._Element) -> Iterator[Node]:
        """The items of a block list."""
        for item in element.iterfind(f"{tag('blockList')}/{tag('item')}"):
            yield Node(
                kind=Kind.ITEM,
                label=label(item),
                runs=self.words(item),
                children=tuple(self.items(item)),
            )

    def among(self, element: etree._Element, depth: int) -> Iterator[Node]:
        """The nodes in an element; a list is no node, what is in it is."""
        if depth > DEEPEST:
            raise ValueError(f"nodes stand inside nodes more than {DEEPEST} deep")
        for child in element:
            if name(child) not in ("num", *WORDS):
                yield from self.hierarchy(child, depth)

    def hierarchy(self, element: etree._Element, depth: int) -> Iterator[Node]:
        """The node of an element, or the nodes of a list."""
        local = name(element)
        if local == "list":
            yield from self.among(element, depth)
            return
        kind = Kind(element.get("name", "")) if local == "hcontainer" else KINDS.get(local)
        if kind is None:
            raise ValueError(f"<{local}> has no place among paragraphs")
        if kind is Kind.TABLE:
            yield self.table(element)
            return
        runs = self.words(own_words(element))
        yield Node(
            kind=kind,
            label=label(element),
            runs=runs,
            children=tuple(self.among(element, depth + 1)),
        )

    def table(self, element: etree._Element) -> Node:
        """A table with its cells."""
        table = needed(needed(element, "content"), "table")
        rows = tuple(
            tuple(text_of(cell) for cell in row.iterfind(tag("td")))
            for row in table.iterfind(tag("tr"))
        )
        return Node(
            kind=Kind.TABLE,
            label=label(element),
            runs=self.runs(table.find(tag("caption"))),
            rows=rows,
        )

    def words(self, element: etree._Element | None) -> tuple[Run, ...]:
        """The runs of the paragraph in an element; a heading has its words in itself."""
        if element is None or name(element) == "heading":
            return self.runs(element)
        return self.runs(element.find(tag("p")))

    def runs(self, element: etree._Element | None) -> tuple[Run, ...]:
        """Mixed content as runs."""
        return () if element is None else tidy(self.inline(element, Run()))

    def inline(self, element: etree._Element, dress: Run) -> Iterator[Run]:
        """The runs of mixed content in the dress of what is around it."""
        yield replace(dress, text=element.text or "")
        for child in element:
            local = name(child)
            if local == "authorialNote":
                self.note(child)
                yield Run(note=key_of(child.get("eId", "")))
            elif local == "noteRef":
                yield Run(note=key_of(child.get("href", "").removeprefix("#")))
            else:
                yield from self.inline(child, dressed(dress, child))
            yield replace(dress, text=child.tail or "")

    def note(self, element: etree._Element) -> None:
        """Keeps a footnote."""
        notes = self.placed if name(element) == "authorialNote" else self.apart
        notes[key_of(element.get("eId", ""))] = Node(
            kind=Kind.NOTE, label=element.get("marker"), runs=self.runs(element.find(tag("p")))
        )


def own_words(element: etree._Element) -> etree._Element | None:
    """The element with the words of a node: its heading, content or introduction, or that of its
    first list."""
    for child in element:
        if name(child) in WORDS:
            return child
        if name(child) == "list":
            return child.find(tag("intro"))
    return None


def label(element: etree._Element) -> str | None:
    """The printed label."""
    found = element.find(tag("num"))
    return None if found is None else text_of(found)


def key_of(eid: str) -> str:
    """The key by which a footnote is called."""
    return eid.removeprefix("note_")


def dressed(dress: Run, element: etree._Element) -> Run:
    """The dress inside an element."""
    local = name(element)
    if local == "i":
        return replace(dress, italic=True)
    if local == "b":
        return replace(dress, bold=True)
    if local == "a":
        return replace(dress, href=element.get(f"{{{AKN_MARK}}}href") or element.get("href"))
    if local == "ref":
        return dress
    raise ValueError(f"<{local}> has no place among words")
