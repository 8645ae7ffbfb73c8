"""A Document -> a Word file in COP house style, which is read back without loss.

Numbers, headings, tables, footnotes and links are Word's own, so that the file can be worked on.
python-docx makes the package; what it has no words for (lists, footnotes) is written as XML.
"""

import io
import zipfile
from collections.abc import Mapping
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.shared import Mm
from lxml import etree

from whimbrel.document import Document, walk
from whimbrel.document.normal import normal, note_keys
from whimbrel.document.runs import squeeze
from whimbrel.document.word import (
    AGAIN,
    FIELD,
    FIGURE,
    FIGURE_TABLE,
    FIGURE_TITLE,
    GAP,
    LETTERHEAD_TABLE,
)
from whimbrel.writing import docx_parts
from whimbrel.writing.cover import CoverLine, Place, cover, tied
from whimbrel.writing.docx_body import Body, called_in_order, framed, grid, named
from whimbrel.writing.docx_numbers import Numbers
from whimbrel.writing.docx_styles import styles_part
from whimbrel.writing.docx_words import Calls, Words, automatic_marks
from whimbrel.writing.docx_xml import MM, POINT, add, add_field, add_run, part_of, root, style_id
from whimbrel.writing.figure import Figure
from whimbrel.writing.house_style import (
    CoverWords,
    HouseStyle,
    cover_words,
    house_style,
    turned_for,
)

PARAGRAPHS = {
    Place.LETTERHEAD: "COP Letterhead",
    Place.IMPRINT: "COP Imprint",
    Place.MEETING: "COP Meeting",
    Place.TITLE: "Title",
    Place.AUTHOR: "COP Author",
}
UNUSED = ("thumbnail", "customXml", "stylesWithEffects", "webSettings", "fontTable")
"""What the template of python-docx brings and nobody needs."""
WORDS_IN_PROPERTY = 255
"""Characters that a property of a file may have."""
DAY_ZERO = (1980, 1, 1, 0, 0, 0)
"""The date of every part: one document gives one file, whenever it is written."""


def docx_of(
    document: Document, *, style: str = "cms", figures: Mapping[str, Figure] | None = None
) -> bytes:
    """The Word file of a document; `figures`: by the address of the node that they stand below.

    `read` gives `normal(document)` back. ValueError for a house style that does not exist,
    and for a figure at no address of the document.
    """
    document = normal(document)
    figures = figures or {}
    known = {placed.address for placed in walk(document)}
    if strangers := sorted(set(figures) - known):
        raise ValueError(
            f"there is a figure for {strangers[0]!r}, which is no address of the paper"
        )
    return File(document, turned_for(document, house_style(style)), figures).bytes()


class File:
    """Writes one file."""

    def __init__(
        self, document: Document, style: HouseStyle, figures: Mapping[str, Figure]
    ) -> None:
        self.document, self.style, self.figures = document, style, figures
        self.said: CoverWords = cover_words(document.masthead.language)
        self.file: Any = docx.Document()
        self.cover = cover(document.masthead, style)
        notes = dict(zip(note_keys(document), document.notes, strict=True))
        self.words = Words(
            relate=self.relate,
            places=frozenset(placed.address for placed in walk(document)),
            calls=Calls(
                notes=notes,
                ids={key: number for number, key in enumerate(notes, start=1)},
                marks=automatic_marks(called_in_order(document), notes),
            ),
            tie=self.tie,
        )
        self.drawn = 0

    def tie(self, text: str) -> str:
        """Words with spaces that hold."""
        return tied(text, self.said)

    def relate(self, href: str) -> str:
        """The relation of a link that is followed."""
        part = self.file.part
        return str(part.relate_to(href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))

    def bytes(self) -> bytes:
        """The whole file."""
        part = self.file.part
        for owner in (part.package, part):
            unused = [key for key, each in owner.rels.items() if each.reltype.endswith(UNUSED)]
            for key in unused:
                owner.rels.pop(key)
        numbers = Numbers(self.style)
        content = root("body")
        body = Body(
            document=self.document,
            style=self.style,
            words=self.words,
            numbers=numbers,
            figures=self.figures,
            draw=self.draw,
        )
        self.first_page(content)
        body.summary(content, self.tie(self.said.summary))
        title = self.document.masthead.title
        if title and self.cover and self.style.title_again:
            add_run(named(content, AGAIN), self.tie(title))
        body.body(content)
        body.uncalled(content, self.said.notes)
        target = self.file.element.body
        end = target[-1]
        for element in list(content):
            end.addprevious(element)
        self.page()
        refill(self.file.styles.element, styles_part(self.style, self.said.tag))
        refill(part.numbering_part.element, numbers.part())
        refill(self.file.settings.element, docx_parts.settings(self.said.tag))
        self.parts()
        self.properties()
        return settled(self.file)

    def first_page(self, holder: etree._Element) -> None:
        """Letterhead, meeting, title, author."""
        if not self.cover:
            return
        width = self.style.page.width - self.style.page.left - self.style.page.right
        table = framed(holder, LETTERHEAD_TABLE, [width / 2, width / 2])
        row = add(table, "tr")
        for place in (Place.LETTERHEAD, Place.IMPRINT):
            cell = add(row, "tc")
            add(add(cell, "tcPr"), "tcW", w=width / 2 * MM, type="dxa")
            lines = [line for line in self.cover if line.place is place]
            for line in lines:
                self.line(cell, line)
            if not lines:
                named(cell, GAP)
        add(named(holder, GAP)[0], "spacing", after=10 * POINT)
        for line in self.cover:
            if line.place not in (Place.LETTERHEAD, Place.IMPRINT):
                self.line(holder, line)

    def line(self, holder: etree._Element, line: CoverLine) -> None:
        """One line of the first page."""
        paragraph = named(holder, PARAGRAPHS[line.place])
        for piece in line.pieces:
            style = style_id(FIELD + piece.field) if piece.field else None
            add_run(paragraph, self.tie(piece.text), style=style)

    def draw(self, holder: etree._Element, figure: Figure) -> None:
        """A figure: its title, the picture with its words, and the numbers below."""
        self.drawn += 1
        title = self.said.figure.format(number=self.drawn, title=figure.title)
        add_run(named(holder, FIGURE_TITLE), self.tie(title))
        part = self.file.part
        page = self.style.page
        scale = min(1.0, (page.width - page.left - page.right) / figure.width)
        inline = part.new_pic_inline(
            io.BytesIO(figure.png), width=Mm(figure.width * scale), height=Mm(figure.height * scale)
        )
        inline.docPr.set("descr", figure.alt)
        inline.docPr.set("title", figure.title)
        inline.docPr.set("id", str(self.drawn))
        inline.docPr.set("name", f"Figure {self.drawn}")
        add(add(named(holder, FIGURE), "r"), "drawing").append(inline)
        grid(holder, FIGURE_TABLE, figure.table, self.style)
        named(holder, GAP)

    def page(self) -> None:
        """Size and margins, the symbol above and the number below."""
        page, section = self.style.page, self.file.sections[0]
        section.page_width, section.page_height = Mm(page.width), Mm(page.height)
        wide = page.width > page.height
        section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
        section.top_margin, section.bottom_margin = Mm(page.top), Mm(page.bottom)
        section.left_margin, section.right_margin = Mm(page.left), Mm(page.right)
        section.header_distance = section.footer_distance = Mm(page.edge)
        section.different_first_page_header_footer = bool(self.cover)
        above = section.header._element
        above[:] = []
        add_run(named(above, "header"), self.document.masthead.symbol or "")
        below = section.footer._element
        below[:] = []
        paragraph = named(below, "footer")
        before, _, rest = self.said.page.partition("{page}")
        between, _, after = rest.partition("{pages}")
        add_run(paragraph, before)
        add_field(paragraph, "PAGE", "2")
        add_run(paragraph, between)
        add_field(paragraph, "NUMPAGES", "2")
        if after:
            add_run(paragraph, after)

    def parts(self) -> None:
        """The parts that python-docx has no words for."""
        part, package = self.file.part, self.file.part.package
        words = CONTENT_TYPE.WML_FOOTNOTES
        notes = Part(PackURI("/word/footnotes.xml"), words, b"", package)
        relations = notes.relate_to

        def relate(href: str) -> str:
            return str(relations(href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))

        self.words.relate = relate
        notes._blob = part_of(docx_parts.footnotes(self.words))
        part.relate_to(notes, RELATIONSHIP_TYPE.FOOTNOTES)
        said = docx_parts.who_wrote(self.style.name)
        custom = Part(PackURI("/docProps/custom.xml"), CUSTOM, said, package)
        package.relate_to(custom, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)
        printed = [squeeze("".join(piece.text for piece in line.pieces)) for line in self.cover]
        held = docx_parts.masthead_part(self.document.masthead, printed)
        store = Part(PackURI("/customXml/item1.xml"), CONTENT_TYPE.XML, held, package)
        part.relate_to(store, RELATIONSHIP_TYPE.CUSTOM_XML)
        name = PackURI("/customXml/itemProps1.xml")
        props = Part(name, CONTENT_TYPE.OFC_CUSTOM_XML_PROPERTIES, docx_parts.store_part(), package)
        store.relate_to(props, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)

    def properties(self) -> None:
        """Title, author and language, as screen readers and libraries ask for them."""
        head, properties = self.document.masthead, self.file.core_properties
        properties._element[:] = []
        properties.title = (head.title or head.symbol or self.said.untitled)[:WORDS_IN_PROPERTY]
        properties.author = (head.author or "Whimbrel")[:WORDS_IN_PROPERTY]
        if head.language:
            properties.language = head.language
        if head.symbol:
            properties.identifier = head.symbol[:WORDS_IN_PROPERTY]
        if head.meeting:
            properties.subject = head.meeting[:WORDS_IN_PROPERTY]


CUSTOM = "application/vnd.openxmlformats-officedocument.custom-properties+xml"


def refill(part: etree._Element, made: etree._Element) -> None:
    """Give a part of the template our content."""
    part[:] = list(made)


def settled(file: Any) -> bytes:
    """The file, its parts in one order and with one date."""
    written = io.BytesIO()
    file.save(written)
    out = io.BytesIO()
    with zipfile.ZipFile(written) as package, zipfile.ZipFile(out, "w") as again:
        for info in package.infolist():
            entry = zipfile.ZipInfo(info.filename, DAY_ZERO)
            entry.compress_type = zipfile.ZIP_DEFLATED
            again.writestr(entry, package.read(info), compresslevel=6)
    return out.getvalue()
