"""What the properties of paragraphs and tables say in a Word file that Whimbrel wrote."""

from collections.abc import Iterator

from lxml import etree

from whimbrel.reading.docx import HOLDERS, PSTYLE
from whimbrel.reading.docx_inline import PPR, RPR
from whimbrel.reading.docx_numbering import VAL, W
from whimbrel.reading.docx_styles import NUMBERS, list_of
from whimbrel.reading.written_docx_words import Words


def properties(element: etree._Element, words: Words) -> tuple[str, str | None, int, bool]:
    """(style in small letters, list, level in it, its end is not in the view) of a paragraph."""
    found = element.find(PPR)
    if found is None:
        return "", None, 0, False
    if words.original:
        before = found.find(f"{W}pPrChange/{PPR}")
        found = found if before is None else before
    style, marks = found.find(PSTYLE), found.find(RPR)
    num_id, level = list_of(found.find(NUMBERS))
    gone = marks is not None and any(mark.tag in words.gone for mark in marks)
    name = words.styles.get(style.get(VAL) or "", "") if style is not None else ""
    return name, None if num_id in ("0", "") else num_id, level or 0, gone


def name_of(small: str) -> str:
    """`cop quoted item 2` -> `COP Quoted Item 2`."""
    return small if small.startswith("heading") else small.title().replace("Cop ", "COP ", 1)


def table_style(element: etree._Element, words: Words) -> str:
    """The style of a table, in small letters."""
    style = element.find(f"{W}tblPr/{W}tblStyle")
    return words.styles.get(style.get(VAL) or "", "") if style is not None else ""


def within(holder: etree._Element, tag: str, gone: tuple[str, ...]) -> Iterator[etree._Element]:
    """Rows of a table or cells of a row."""
    for child in holder:
        if child.tag == tag:
            yield child
        elif child.tag in HOLDERS and child.tag not in gone:
            yield from within(child, tag, gone)
