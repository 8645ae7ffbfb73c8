"""The styles of a Word file, from a house style: everything that can be told by a style is."""

from lxml import etree

from whimbrel.document.word import (
    AGAIN,
    CAPTION,
    CELL,
    DEEPEST_LIST,
    FIELD,
    FIGURE,
    FIGURE_TABLE,
    FIGURE_TITLE,
    GAP,
    LETTERHEAD_TABLE,
    NOTE,
    NOTE_HEADING,
    NUMBER,
    PLAIN,
    SUMMARY,
    SUMMARY_BOX,
    TABLE,
    UNMARKED,
)
from whimbrel.writing.docx_numbers import item_indent
from whimbrel.writing.docx_xml import HALF_POINT, MM, POINT, W, add, root, style_id
from whimbrel.writing.house_style import HouseStyle, Look

FIELDS = (
    *("symbol", "date", "original", "meeting", "venue", "days", "agenda_item", "title", "author"),
)  # fmt: skip
BORDER_COLOUR = "808080"


def styles_part(style: HouseStyle, tag: str) -> etree._Element:
    """styles.xml. `tag`: the language of the words, `fr-FR`."""
    return Styles(style, tag).made


class Styles:
    """Writes the styles, one after the other."""

    def __init__(self, style: HouseStyle, tag: str) -> None:
        self.style = style
        self.made = root("styles")
        self.defaults(tag)
        self.running_text()
        self.titles()
        self.body()
        self.first_page()
        self.characters()
        self.tables()

    def defaults(self, tag: str) -> None:
        """Font, size and language of everything."""
        text = self.style.text
        made = add(self.made, "docDefaults")
        run = add(add(made, "rPrDefault"), "rPr")
        fonts = dict.fromkeys(("ascii", "hAnsi", "cs", "eastAsia"), text.font)
        add(run, "rFonts", **fonts)
        add(run, "sz", val=text.size * HALF_POINT)
        add(run, "szCs", val=text.size * HALF_POINT)
        add(run, "lang", val=tag, eastAsia=tag, bidi="ar-SA")
        paragraph = add(add(made, "pPrDefault"), "pPr")
        add(paragraph, "spacing", after=text.after * POINT, line=text.line * 240, lineRule="auto")

    def paragraph(
        self,
        name: str,
        *,
        look: Look | None = None,
        size: float | None = None,
        left: float = 0,
        hanging: float = 0,
        before: float | None = None,
        after: float | None = None,
        align: str | None = None,
        keep: bool = False,
        capitals: bool = False,
        outline: int | None = None,
        new_page: bool = False,
        following: str | None = None,
        default: bool = False,
    ) -> etree._Element:
        """A paragraph style; indents in millimetres, space and size in points."""
        made = add(self.made, "style", type="paragraph", styleId=style_id(name))
        if default:
            made.set(f"{W}default", "1")
        add(made, "name", val=name)
        if not default:
            add(made, "basedOn", val="Normal")
        if following:
            add(made, "next", val=style_id(following))
        add(made, "qFormat")
        how = add(made, "pPr")
        if keep:
            add(how, "keepNext")
            add(how, "keepLines")
        if new_page:
            add(how, "pageBreakBefore")
        if left or hanging:
            add(add(how, "tabs"), "tab", val="left", pos=left * MM)
        before = look.before if look else before
        after = look.after if look else after
        if before is not None or after is not None:
            space = {"before": before, "after": after}
            told = {key: value * POINT for key, value in space.items() if value is not None}
            add(how, "spacing", **told)
        if left or hanging:
            add(how, "ind", left=left * MM, hanging=hanging * MM)
        align = look.align if look else align
        if align:
            add(how, "jc", val=align)
        if outline is not None:
            add(how, "outlineLvl", val=outline)
        dress = add(made, "rPr")
        if look and look.bold:
            add(dress, "b")
        if look and look.italic:
            add(dress, "i")
        if capitals:
            add(dress, "caps")
        if look or size:
            size = look.size if look else size or 0
            add(dress, "sz", val=size * HALF_POINT)
            add(dress, "szCs", val=size * HALF_POINT)
        return made

    def running_text(self) -> None:
        """What every Word file has: the normal paragraph, headers, footers, footnotes."""
        small = self.style.text.small
        self.paragraph("Normal", default=True)
        self.paragraph("header", size=small, after=0)
        self.paragraph("footer", size=small, after=0, align="center")
        self.paragraph("footnote text", size=small, after=3, left=4, hanging=4)
        self.paragraph(NOTE, size=small, after=3, left=4, hanging=4)
        self.paragraph(NOTE_HEADING, look=self.caption(), keep=True)
        self.paragraph(CELL, size=small, before=2, after=2)
        self.paragraph(GAP, size=4, after=6)

    def titles(self) -> None:
        """Headings, six deep, and annexes."""
        for level in range(1, 7):
            look = self.style.heading(level)
            name = f"heading {level}"
            self.paragraph(name, look=look, keep=True, outline=level - 1, following=PLAIN)
        annex = self.style.annex
        self.paragraph("COP Annex", look=annex, keep=True, outline=0, new_page=True)

    def body(self) -> None:
        """Paragraphs, items, decisions; each once more for words of another instrument."""
        indents, after = self.style.indents, self.style.text.after
        self.paragraph("COP Preamble")
        self.paragraph("COP Paragraph", left=indents.number, hanging=indents.number, align="both")
        self.paragraph(PLAIN, align="both")
        for quoted, inner in (("", 0.0), ("Quoted ", indents.number + indents.quotation)):
            directed = self.paragraph(
                f"COP {quoted}Directed", look=self.style.directed, keep=True, following=PLAIN
            )
            if inner:
                self.indent(directed, inner)
            number = indents.number + (5 if not quoted else 2)
            self.paragraph(
                f"COP {quoted}Decision", left=inner + number, hanging=number, align="both"
            )
            self.paragraph(f"COP {quoted}Decision Text", left=inner, align="both")
            if quoted:
                self.paragraph(f"COP {quoted}Text", left=inner, align="both")
            for level in range(DEEPEST_LIST + 1):
                left = item_indent(self.style, level, bool(quoted))
                name = f"COP {quoted}Item {level + 1}"
                self.paragraph(
                    name, left=left, hanging=indents.item, after=after * 0.75, align="both"
                )
        self.paragraph(CAPTION, look=self.caption(), keep=True)

    @staticmethod
    def indent(made: etree._Element, left: float) -> None:
        """Set a style in that has its own look."""
        spacing = made.find(f"{W}pPr/{W}spacing")
        assert spacing is not None
        element = etree.Element(f"{W}ind")
        element.set(f"{W}left", str(round(left * MM)))
        spacing.addnext(element)  # Word asks for its properties in order.

    def caption(self) -> Look:
        """The words above a table."""
        return Look(size=self.style.text.small + 1, bold=True, before=6, after=4)

    def first_page(self) -> None:
        """The letterhead, the title, and the box of the summary."""
        title = self.style.title
        size = self.style.text.size
        letterhead = Look(size=size + 3, bold=True, before=0, after=0)
        capitals = self.style.capital_titles
        self.paragraph("COP Letterhead", look=letterhead, capitals=capitals)
        self.paragraph("COP Imprint", after=2, align="right")
        self.paragraph("COP Meeting", after=2)
        self.paragraph("Title", look=title, keep=True, capitals=capitals)
        self.paragraph("COP Author", after=18, align=title.align)
        self.paragraph(AGAIN, look=title, keep=True, capitals=capitals, new_page=True)
        heading = Look(size=size, bold=True, before=4, after=6)
        self.paragraph(SUMMARY, look=heading, keep=True)
        self.paragraph(FIGURE, before=8, after=4, keep=True, align="center")
        self.paragraph(FIGURE_TITLE, look=self.caption(), keep=True)

    def characters(self) -> None:
        """Styles of words: numbers, links, calls of footnotes, fields of the first page."""
        self.character("Default Paragraph Font", default=True)
        self.character(NUMBER)
        self.character("footnote reference", raised=True)
        self.character(UNMARKED, raised=True)
        link = self.character("Hyperlink")
        add(link, "color", val="0B4F8A")
        add(link, "u", val="single")
        for field in FIELDS:
            self.character(FIELD + field)

    def character(
        self, name: str, *, raised: bool = False, default: bool = False
    ) -> etree._Element:
        """A character style; its properties."""
        made = add(self.made, "style", type="character", styleId=style_id(name))
        if default:
            made.set(f"{W}default", "1")
        add(made, "name", val=name)
        if not default:
            add(made, "basedOn", val=style_id("Default Paragraph Font"))
        dress = add(made, "rPr")
        if raised:
            add(dress, "vertAlign", val="superscript")
        return dress

    def tables(self) -> None:
        """Tables of the body and of figures with their lines, the box of the summary, the
        letterhead."""
        for name in (TABLE, FIGURE_TABLE):
            made = self.table(name, inside=True)
            first = add(made, "tblStylePr", type="firstRow")
            add(add(first, "rPr"), "b")
            add(add(first, "tcPr"), "shd", val="clear", color="auto", fill="E7EBEF")
        self.table(SUMMARY_BOX, inside=False)
        plain = add(self.made, "style", type="table", styleId=style_id(LETTERHEAD_TABLE))
        add(plain, "name", val=LETTERHEAD_TABLE)
        how = add(plain, "tblPr")
        add(add(how, "tblBorders"), "bottom", val="single", sz=8, space=0, color="000000")
        margins = add(how, "tblCellMar")
        for side in ("left", "right"):
            add(margins, side, w=0, type="dxa")

    def table(self, name: str, *, inside: bool) -> etree._Element:
        """A table style with lines around it, and inside it if wanted."""
        made = add(self.made, "style", type="table", styleId=style_id(name))
        add(made, "name", val=name)
        how = add(made, "tblPr")
        borders = add(how, "tblBorders")
        sides = ["top", "left", "bottom", "right", *(("insideH", "insideV") if inside else ())]
        for side in sides:
            add(borders, side, val="single", sz=4, space=0, color=BORDER_COLOUR)
        margins = add(how, "tblCellMar")
        for side in ("top", "left", "bottom", "right"):
            add(margins, side, w=(2 if side in ("left", "right") else 0.6) * MM, type="dxa")
        return made
