"""Elements of Word's XML, made in one line each."""

from collections.abc import Mapping

from lxml import etree

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{WORD}}}"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
R_ID = f"{{{REL}}}id"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
MM, POINT, HALF_POINT = 1440 / 25.4, 20, 2
"""Twentieths of a point in a millimetre and in a point; halves of a point in a point."""

Attributes = str | int | float


def root(tag: str) -> etree._Element:
    """The root of a part."""
    return etree.Element(f"{W}{tag}", nsmap={"w": WORD, "r": REL})


def add(holder: etree._Element, tag: str, **attributes: Attributes) -> etree._Element:
    """A new element at the end of another; its attributes are Word's."""
    made = etree.SubElement(holder, W + tag)
    for name, value in attributes.items():
        made.set(W + name, str(round(value)) if isinstance(value, float) else str(value))
    return made


def add_text(holder: etree._Element, text: str) -> None:
    """Words of a run."""
    made = etree.SubElement(holder, f"{W}t")
    made.text = text
    if text != text.strip():
        made.set(XML_SPACE, "preserve")


def add_run(
    holder: etree._Element,
    text: str = "",
    *,
    style: str | None = None,
    italic: bool = False,
    bold: bool = False,
) -> etree._Element:
    """A run of words in one dress."""
    made = etree.SubElement(holder, f"{W}r")
    if style or italic or bold:
        dress = add(made, "rPr")
        if style:
            add(dress, "rStyle", val=style)
        if bold:
            add(dress, "b")
        if italic:
            add(dress, "i")
    if text:
        add_text(made, text)
    return made


def add_field(holder: etree._Element, instruction: str, shown: str, **dress: str) -> None:
    """A field that a word processor brings up to date: `PAGE`."""
    field = add(holder, "fldSimple", instr=f" {instruction} ")
    add_run(field, shown, **dress)  # type: ignore[arg-type]


def style_id(name: str) -> str:
    """The id of a style: its name without spaces, as Word makes it."""
    return "".join(part[:1].upper() + part[1:] for part in name.split())


def part_of(element: etree._Element) -> bytes:
    """The bytes of a part."""
    return etree.tostring(element, xml_declaration=True, encoding="UTF-8", standalone=True)


def simple(tag: str, attributes: Mapping[str, str], namespace: str) -> etree._Element:
    """The root of a part that is not Word's own."""
    made = etree.Element(f"{{{namespace}}}{tag}", nsmap={None: namespace})
    for name, value in attributes.items():
        made.set(name, value)
    return made
