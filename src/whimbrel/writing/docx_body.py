"""The body of a Word file: every node a paragraph or a table, with its bookmark and its hint."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lxml import etree

from whimbrel.document import Document, Kind, Node, Placed, Run, walk
from whimbrel.document.bookmark import bookmark
from whimbrel.document.outline import Outline
from whimbrel.document.word import (
    CAPTION,
    CELL,
    GAP,
    NOTE,
    NOTE_HEADING,
    NUMBER,
    SUMMARY,
    SUMMARY_BOX,
    TABLE,
    Hint,
    look_in_word,
    style_name,
)
from whimbrel.writing.columns import columns
from whimbrel.writing.docx_numbers import Numbers
from whimbrel.writing.docx_words import Words
from whimbrel.writing.docx_xml import MM, W, add, add_run, add_text, style_id
from whimbrel.writing.figure import Figure
from whimbrel.writing.house_style import HouseStyle

HANGING = (Kind.PARAGRAPH, Kind.ITEM, Kind.DECISION)
"""Kinds whose words hang beside their number."""


@dataclass(slots=True)
class Body:
    """Writes the nodes of one document, in the order in which `walk` places them."""

    document: Document
    style: HouseStyle
    words: Words
    numbers: Numbers
    figures: Mapping[str, Figure]
    draw: Callable[[etree._Element, Figure], None]
    names: set[str] = field(default_factory=set)
    count: int = 0
    places: Iterator[Placed] = field(init=False)

    def __post_init__(self) -> None:
        """Begin at the first node."""
        self.places = walk(self.document)

    def summary(self, holder: etree._Element, heading: str) -> None:
        """The summary in its box. `heading`: the word above it."""
        if not self.document.summary:
            return
        width = self.style.page.width - self.style.page.left - self.style.page.right
        cell = box(holder, SUMMARY_BOX, width)
        paragraph = named(cell, SUMMARY)
        add_run(paragraph, heading)
        self.nodes(cell, self.document.summary, Outline())
        if cell[-1].tag == f"{W}tbl":
            named(cell, GAP)
        named(holder, GAP)

    def body(self, holder: etree._Element) -> None:
        """The nodes of the body, and the footnotes that nothing calls."""
        self.nodes(holder, self.document.nodes, Outline())

    def nodes(
        self,
        holder: etree._Element,
        nodes: Sequence[Node],
        outline: Outline,
        above: Node | None = None,
    ) -> None:
        """Nodes and all below them."""
        for at, node in enumerate(nodes):
            self.node(holder, node, outline, above if at == 0 else None)
            self.nodes(holder, node.children, outline, node)

    def node(
        self, holder: etree._Element, node: Node, outline: Outline, above: Node | None
    ) -> None:
        """One node. `above`: the node that it is the first child of."""
        placed = next(self.places)
        look = look_in_word(placed)
        depth = outline.depth(look, node.kind)
        said = None if depth == placed.depth else placed.depth
        outline.enter(node.kind, placed.depth)
        numbered_above = (
            node.kind is Kind.DECISION
            and above is not None
            and above.kind is Kind.DIRECTED
            and above.label is not None
        )
        shown = node.label
        bare = False
        if numbered_above and above is not None:
            bare = node.label is None
            shown = None if node.label == above.label else node.label
        hint = self.hint(said, bare)
        if node.kind is Kind.TABLE:
            self.table(holder, placed, hint)
        else:
            paragraph = named(holder, style_name(node.kind, look, numbered=shown is not None))
            number = self.numbers.list_of(shown, node.kind, look.level, look.quoted)
            if number is not None:
                listed = add(paragraph[0], "numPr")
                add(listed, "ilvl", val=look.level)
                add(listed, "numId", val=number)
            self.marked(paragraph, placed.address, hint)
            self.line(paragraph, None if number is not None else shown, node)
        if placed.address in self.figures:
            self.draw(holder, self.figures[placed.address])

    def hint(self, depth: int | None, bare: bool) -> Hint | None:
        """A hint, where there is something to say."""
        if depth is None and not bare:
            return None
        self.count += 1
        return Hint(number=self.count, depth=depth, bare=bare)

    def marked(self, paragraph: etree._Element, address: str, hint: Hint | None) -> None:
        """The bookmark of an address, and the hint beside it. Word's bookmarks do not tell capitals
        apart."""
        for name in (bookmark(address), str(hint) if hint else None):
            if name is None or name.casefold() in self.names:
                continue
            self.names.add(name.casefold())
            number = len(self.names)
            add(paragraph, "bookmarkStart", id=number, name=name)
            add(paragraph, "bookmarkEnd", id=number)

    def line(self, paragraph: etree._Element, label: str | None, node: Node) -> None:
        """The typed label, if there is one, and the words."""
        if label is not None:
            run = add_run(paragraph, label, style=style_id(NUMBER))
            if node.kind is Kind.ANNEX:
                if node.runs:
                    add(run, "br")
            elif node.runs or node.kind is not Kind.HEADING:
                add(run, "tab") if node.kind in HANGING else add_text(run, " ")
        self.words.write(paragraph, node.runs)

    def table(self, holder: etree._Element, placed: Placed, hint: Hint | None) -> None:
        """A table, its caption above it."""
        node = placed.node
        captioned = node.label is not None or bool(node.runs)
        if captioned:
            paragraph = named(holder, CAPTION)
            self.marked(paragraph, placed.address, hint)
            self.line(paragraph, node.label, node)
        made = grid(holder, TABLE, node.rows, self.style)
        if not captioned:
            first = next(made.iter(f"{W}p"))
            self.marked(first, placed.address, hint)
            runs = [child for child in first if child.tag == f"{W}r"]
            first.extend(runs)  # The bookmark stands before the words.
        named(holder, GAP)

    def uncalled(self, holder: etree._Element, heading: str) -> None:
        """Footnotes that nothing calls: they stand at the end, so that they are printed."""
        calls = self.words.calls
        left = [key for key in calls.notes if key not in calls.marks]
        if left:
            add_run(named(holder, NOTE_HEADING), heading)
        for key in left:
            paragraph = named(holder, NOTE)
            note_hint(paragraph, calls.ids[key])
            note = calls.notes[key]
            if note.label is not None:
                add(add_run(paragraph, note.label, style=style_id(NUMBER)), "tab")
            self.words.write(paragraph, note.runs)


def named(holder: etree._Element, style: str) -> etree._Element:
    """A new paragraph of a style."""
    paragraph = add(holder, "p")
    add(add(paragraph, "pPr"), "pStyle", val=style_id(style))
    return paragraph


def note_hint(paragraph: etree._Element, number: int) -> None:
    """Where among the footnotes one stands."""
    add(paragraph, "bookmarkStart", id=2_000_000 + number, name=f"_wbn{number}")
    add(paragraph, "bookmarkEnd", id=2_000_000 + number)


def box(holder: etree._Element, style: str, width: float) -> etree._Element:
    """The one cell of a box around paragraphs."""
    made = framed(holder, style, [width])
    cell = add(add(made, "tr"), "tc")
    add(add(cell, "tcPr"), "tcW", w=width * MM, type="dxa")
    return cell


def framed(holder: etree._Element, style: str, widths: Sequence[float]) -> etree._Element:
    """A table without rows; widths of its columns in millimetres."""
    made = add(holder, "tbl")
    how = add(made, "tblPr")
    add(how, "tblStyle", val=style_id(style))
    add(how, "tblW", w=sum(widths) * MM, type="dxa")
    add(how, "tblLayout", type="fixed")
    add(how, "tblLook", val="0020", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noVBand=1)
    held = add(made, "tblGrid")
    for width in widths:
        add(held, "gridCol", w=width * MM)
    return made


def grid(
    holder: etree._Element, name: str, rows: Sequence[Sequence[str]], style: HouseStyle
) -> etree._Element:
    """A table; its first row is repeated on every page."""
    page = style.page
    widths = columns(rows, page.width - page.left - page.right, style.text.small)
    made = framed(holder, name, widths)
    for number, row in enumerate(rows):
        line = add(made, "tr")
        how = add(line, "trPr")
        add(how, "cantSplit")
        if number == 0 and len(rows) > 1:
            add(how, "tblHeader")
        for cell, wide in zip(row, widths, strict=True):
            one = add(line, "tc")
            add(add(one, "tcPr"), "tcW", w=wide * MM, type="dxa")
            add_run(named(one, CELL), cell)
    return made


def called_in_order(document: Document) -> list[Run]:
    """Every run that calls a footnote, in reading order."""
    return [run for placed in walk(document) for run in placed.node.runs if run.note is not None]
