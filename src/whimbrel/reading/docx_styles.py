"""The styles of a Word file: what a paragraph style says about numbers, headings, bold and
italics."""

import re
from dataclasses import dataclass

from lxml import etree

from whimbrel.reading.docx_numbering import VAL, W, number

NUMBERS, NUM_ID, LEVEL = f"{W}numPr", f"{W}numId", f"{W}ilvl"
MARKS = {name: f"{W}{name}" for name in ("b", "i", "vanish")}
OFF = ("0", "false", "off", "none")
HEADING = re.compile(r"(?i)^(?:heading|titre|título|titulo|überschrift)\s*([1-9])$")
CONTENTS = re.compile(r"(?i)^(?:toc|table of figures|contents)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """A style with all that it inherits."""

    num_id: str | None = None
    level: int | None = None
    """List level that the style states itself."""
    heading: int | None = None
    """1 to 9; 0 for a title."""
    bold: bool = False
    italic: bool = False
    hidden: bool = False
    contents: bool = False
    """An entry of a table of contents."""


PLAIN = Style()


class Styles:
    """Styles by id."""

    def __init__(self, root: etree._Element | None) -> None:
        self.elements: dict[str, etree._Element] = {}
        self.known: dict[str, Style] = {}
        self.default = ""
        self.lists: dict[str, str] = {}
        for element in root.iterchildren(f"{W}style") if root is not None else ():
            key, kind = element.get(f"{W}styleId") or "", element.get(f"{W}type")
            self.elements[key] = element
            if kind == "paragraph" and element.get(f"{W}default") in ("1", "true", "on"):
                self.default = key
            num = element.find(f"{W}pPr/{W}numPr/{W}numId") if kind == "numbering" else None
            if num is not None:
                self.lists[key] = num.get(VAL) or ""

    def get(self, key: str | None) -> Style:
        """The style of an id, or the default paragraph style."""
        key = key or self.default
        if key not in self.known:
            self.known[key] = self.resolve(key, 0)
        return self.known[key]

    def resolve(self, key: str, depth: int) -> Style:
        """A style over those that it is based on; a ring of styles ends after twenty."""
        element = self.elements.get(key)
        if element is None or depth > 20:
            return PLAIN
        based, name = element.find(f"{W}basedOn"), element.find(f"{W}name")
        base = self.resolve(based.get(VAL) or "", depth + 1) if based is not None else PLAIN
        words = (name.get(VAL) or "") if name is not None else ""
        num_id, level = list_of(element.find(f"{W}pPr/{NUMBERS}"))
        outline = element.find(f"{W}pPr/{W}outlineLvl")
        marks = element.find(f"{W}rPr")
        return Style(
            num_id=num_id if num_id is not None else base.num_id,
            level=level if level is not None else (None if num_id is not None else base.level),
            heading=heading_of(words, outline, base),
            bold=toggled(marks, "b", base.bold),
            italic=toggled(marks, "i", base.italic),
            hidden=toggled(marks, "vanish", base.hidden),
            contents=bool(CONTENTS.match(words)),
        )


def table_styles(part: bytes) -> bytes:
    """A styles part without its styles of tables: nine tenths of a usual part, and nothing of it is
    read."""
    first, *styles = part.split(b"<w:style ")
    kept = [first]
    for style in styles:
        if style.startswith(b'w:type="table"'):
            kept.append(style.partition(b"</w:style>")[2])
        else:
            kept += [b"<w:style ", style]
    return b"".join(kept)


def heading_of(name: str, outline: etree._Element | None, base: Style) -> int | None:
    """Heading level of a style by its name or its outline level."""
    found = HEADING.match(name)
    if found:
        return int(found.group(1))
    if name.casefold() in ("title", "titre", "título"):
        return 0
    return base.heading if outline is None else heading_level(outline.get(VAL))


def heading_level(outline: str | None) -> int | None:
    """The level of a heading by its outline level, which counts from 0; None for body text (9)."""
    level = number(outline, 9)
    return level + 1 if level < 9 else None


def list_of(numbers: etree._Element | None) -> tuple[str | None, int | None]:
    """(numId, level) that a w:numPr states; None for what it does not."""
    if numbers is None:
        return None, None
    said = {child.tag: child.get(VAL) for child in numbers[:]}
    return said.get(NUM_ID), (min(number(said[LEVEL]), 8) if LEVEL in said else None)


def toggled(marks: etree._Element | None, name: str, inherited: bool) -> bool:
    """A mark such as bold: on, off, or as inherited."""
    element = marks.find(MARKS[name]) if marks is not None else None
    return inherited if element is None else element.get(VAL) not in OFF
