"""Word's automatic numbers: which labels Word can count itself, and the lists that make it print
them.

A label that the count of a list would not print stays typed text. A list goes on as long as the
labels do; where they do not, a new one begins with its own first number.
"""

import re
from dataclasses import dataclass, field

from lxml import etree

from whimbrel.document import Kind
from whimbrel.document.word import DEEPEST_LIST
from whimbrel.writing.docx_xml import MM, add, root
from whimbrel.writing.house_style import HouseStyle

MOST = 9_999
"""Numbers above are no numbers of paragraphs."""
ROMANS = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """How the numbers of a list look: Word's name of the figures, and the text around them."""

    figures: str
    text: str
    runs_on: bool = False
    """It counts the paragraphs of the whole document."""
    quoted: bool = False
    """It stands further in, among words of another instrument."""


@dataclass(slots=True)
class Counts:
    """How far the lists of one format have counted, and which list counts at each level."""

    abstract: int
    last: list[int | None] = field(default_factory=lambda: [None] * (DEEPEST_LIST + 1))
    lists: list[int] = field(default_factory=lambda: [0] * (DEEPEST_LIST + 1))


class Numbers:
    """Gives each label its list; one object a file."""

    def __init__(self, style: HouseStyle) -> None:
        self.style = style
        self.counts: dict[Format, Counts] = {}
        self.starts: list[tuple[int, int, int | None]] = []
        """(abstract list, level, first number) of each list, the first one being list 1."""

    def list_of(
        self, label: str | None, kind: Kind, level: int, quoted: bool = False
    ) -> int | None:
        """The list that prints the label at this level; None where it must be typed."""
        if label is None or kind not in (Kind.PARAGRAPH, Kind.ITEM):
            return None
        if label in self.style.bullets:
            return self.bullet(label, level, quoted)
        runs_on = kind is Kind.PARAGRAPH
        found = [
            (Format(figures=figures, text=frame, runs_on=runs_on, quoted=quoted), number)
            for frame in self.style.automatic
            for figures, number in readings(framed(label, frame))
            if 0 < number <= MOST
        ]
        if not found:
            return None
        for form, number in found:
            counts = self.counts.get(form)
            if counts and counts.last[level] is not None and counts.last[level] == number - 1:
                return self.counted(form, number, level)
        # `i)` opens a list of its own as the first roman number, not as the ninth letter.
        form, number = min(found, key=lambda each: each[1])
        return self.counted(form, number, level)

    def bullet(self, sign: str, level: int, quoted: bool) -> int:
        """The list of a bullet."""
        counts = self.known(Format(figures="bullet", text=sign, quoted=quoted))
        if not counts.lists[level]:
            counts.lists[level] = self.opened(counts.abstract, level, None)
        return counts.lists[level]

    def counted(self, form: Format, number: int, level: int) -> int:
        """The list that goes on with this number, or a new one that begins with it."""
        counts = self.known(form)
        if counts.last[level] is None or counts.last[level] != number - 1:
            counts.lists[level] = self.opened(counts.abstract, level, number)
        counts.last[level] = number
        for below in range(level + 1, DEEPEST_LIST + 1):
            counts.last[below] = None
        return counts.lists[level]

    def known(self, form: Format) -> Counts:
        """The counts of a format."""
        return self.counts.setdefault(form, Counts(abstract=len(self.counts)))

    def opened(self, abstract: int, level: int, start: int | None) -> int:
        """A new list."""
        self.starts.append((abstract, level, start))
        return len(self.starts)

    def part(self) -> etree._Element:
        """numbering.xml: first what the lists look like, then the lists."""
        made = root("numbering")
        for form, counts in self.counts.items():
            abstract = add(made, "abstractNum", abstractNumId=counts.abstract)
            add(abstract, "multiLevelType", val="multilevel")
            for level in range(DEEPEST_LIST + 1):
                one = add(abstract, "lvl", ilvl=level)
                add(one, "start", val=1)
                add(one, "numFmt", val=form.figures)
                add(one, "suff", val="tab")
                add(one, "lvlText", val=form.text.replace("%1", f"%{level + 1}"))
                add(one, "lvlJc", val="left")
                left, hanging = indent_of(self.style, level, form)
                add(add(one, "pPr"), "ind", left=left * MM, hanging=hanging * MM)
        for number, (abstract_id, level, start) in enumerate(self.starts, start=1):
            one = add(made, "num", numId=number)
            add(one, "abstractNumId", val=abstract_id)
            if start is not None:
                add(add(one, "lvlOverride", ilvl=level), "startOverride", val=start)
        return made


def indent_of(style: HouseStyle, level: int, form: Format) -> tuple[float, float]:
    """How far the words of a list stand in, and how far back its numbers; millimetres."""
    if form.runs_on:
        return style.indents.number, style.indents.number
    return item_indent(style, level, form.quoted), style.indents.item


def item_indent(style: HouseStyle, level: int, quoted: bool) -> float:
    """How far the words of an item stand in."""
    inner = style.indents.quotation if quoted else 0
    return style.indents.number + inner + style.indents.item * (level + 1)


def framed(label: str, frame: str) -> str:
    """What a label has in the place of `%1`; empty where it does not fit."""
    before, _, after = frame.partition("%1")
    if not (label.startswith(before) and label.endswith(after)):
        return ""
    return label[len(before) : len(label) - len(after)]


def readings(inner: str) -> list[tuple[str, int]]:
    """The numbers that figures or letters stand for, with Word's name of such figures."""
    if re.fullmatch("[1-9][0-9]{0,3}", inner):
        return [("decimal", int(inner))]
    if not re.fullmatch("[a-z]{1,6}|[A-Z]{1,6}", inner):
        return []
    case, small = ("upper", inner.lower()) if inner.isupper() else ("lower", inner.lower())
    found = []
    if len(set(small)) == 1:
        found.append((f"{case}Letter", ord(small[0]) - 96 + 26 * (len(small) - 1)))
    value = roman_value(small)
    if value:
        found.append((f"{case}Roman", value))
    return found


def roman_value(text: str) -> int:
    """iv -> 4; 0 where it is no roman number as Word prints them."""
    value, rest = 0, text
    for amount, sign in ROMANS:
        while rest.startswith(sign):
            value, rest = value + amount, rest[len(sign) :]
    again, left = "", value
    for amount, sign in ROMANS:
        again, left = again + sign * (left // amount), left % amount
    return value if not rest and again == text else 0
