"""The words inside a Word paragraph: runs, links, fields, tracked changes and footnote calls."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter

from lxml import etree

from whimbrel.document import Run
from whimbrel.document.runs import address, tidy, words
from whimbrel.reading.docx_numbering import VAL, W, roman
from whimbrel.reading.docx_styles import OFF, Style, Styles

R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
T, TAB, BR, R, LINK = f"{W}t", f"{W}tab", f"{W}br", f"{W}r", f"{W}hyperlink"
RPR, PPR = f"{W}rPr", f"{W}pPr"
BOX, RSTYLE, SYM, FIELD, INSTRUCTION, DELETED_TEXT = (
    f"{W}txbxContent",
    f"{W}rStyle",
    f"{W}sym",
    f"{W}fldChar",
    f"{W}instrText",
    f"{W}delText",
)
ITALIC, BOLD, HIDDEN, STRUCK = f"{W}i", f"{W}b", f"{W}vanish", f"{W}strike"
MARKS = frozenset((ITALIC, BOLD, HIDDEN, STRUCK))
REFERENCES = {f"{W}{kind}Reference": kind for kind in ("footnote", "endnote")}
LITERAL = {
    TAB: "\t",
    BR: " ",
    f"{W}cr": " ",
    f"{W}ptab": "\t",
    f"{W}noBreakHyphen": "-",
    f"{W}softHyphen": "",
}
DELETED, INSERTED = (f"{W}del", f"{W}moveFrom"), (f"{W}ins", f"{W}moveTo")
HOLDERS = frozenset(
    (
        f"{W}sdt",
        f"{W}sdtContent",
        f"{W}smartTag",
        f"{W}customXml",
        f"{W}fldSimple",
        f"{W}dir",
        f"{W}bdo",
    )
)
DRAWN = frozenset(
    (
        f"{W}drawing",
        f"{W}pict",
        f"{W}object",
        "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent",
    )
)

Piece = tuple[str, bool, bool, str | None, str | None]
"""Words as they come: text, italic, bold, link, footnote called."""
SPACE: Piece = (" ", False, False, None, None)


@dataclass(slots=True)
class Notes:
    """Footnotes in the order in which they are called: printed marker by key, and the element that
    holds the words."""

    elements: dict[tuple[str, str], etree._Element]
    """(kind, id) -> the note's element."""
    called: dict[str, tuple[str, str]] = field(default_factory=dict)
    """key -> (kind, id), in order."""
    numbers: dict[str, int] = field(default_factory=dict)

    def call(self, kind: str, note_id: str, custom: str | None) -> str | None:
        """The key of the note called; None where the file has no such note."""
        if (kind, note_id) not in self.elements:
            return None
        if custom is None:
            self.numbers[kind] = self.numbers.get(kind, 0) + 1
            marker = str(self.numbers[kind]) if kind == "footnote" else roman(self.numbers[kind])
        else:
            marker = custom.strip() or "*"
        key, again = marker, 1
        while key in self.called:
            again += 1
            key = f"{marker}~{again}"
        self.called[key] = (kind, note_id)
        return key


@dataclass(slots=True)
class Inline:
    """Reads the words of one paragraph after another; a field may run on from paragraph to
    paragraph."""

    styles: Styles
    links: dict[str, tuple[str, str, bool]]
    notes: Notes
    original: bool = False
    """Show the text as it was before the tracked changes."""
    boxes: list[etree._Element] = field(default_factory=list)
    """Text boxes met in the paragraph: blocks of their own."""
    pictures: int = 0
    struck: int = 0
    """Runs crossed out by hand: many papers show so what a draft is to lose."""
    fields: list[list[str | bool | None]] = field(default_factory=list)
    """Open fields: [instruction, result has begun]."""
    gone: tuple[str, str] = field(init=False)
    """Elements whose words are not in the view asked for."""

    def __post_init__(self) -> None:
        """What the view leaves out."""
        self.gone = INSERTED if self.original else DELETED

    def pieces(self, paragraph: etree._Element, style: Style) -> list[Piece]:
        """The words of a paragraph as they come."""
        out: list[Piece] = []
        self.walk(paragraph, style, None, out)
        return out

    def walk(
        self, holder: etree._Element, style: Style, href: str | None, out: list[Piece]
    ) -> None:
        """Everything inline in a holder, in order."""
        for child in holder[:]:  # a slice is walked twice as fast
            tag = child.tag
            if tag == R:
                self.run(child, style, href, out)
            elif tag == PPR:
                continue
            elif tag == LINK:
                self.walk(child, style, self.target(child) or href, out)
            elif tag in HOLDERS or tag in DELETED or tag in INSERTED:
                if tag not in self.gone:
                    self.walk(child, style, href, out)
            elif tag in DRAWN:
                self.drawn(child)

    def target(self, link: etree._Element) -> str | None:
        """Where a hyperlink leads."""
        relation = self.links.get(link.get(R_ID) or "")
        anchor = link.get(f"{W}anchor")
        if relation:
            return address(relation[1] + (f"#{anchor}" if anchor else ""))
        return address(f"#{anchor}") if anchor else None

    def run(
        self, element: etree._Element, style: Style, href: str | None, out: list[Piece]
    ) -> None:
        """One w:r."""
        if style.hidden and element.find(RPR) is None:
            return
        italic = bold = False
        text = ""
        custom: tuple[str, str] | None = None
        for child in element[:]:
            tag = child.tag
            if tag == T or (tag == DELETED_TEXT and self.original):
                text += child.text or ""
            elif tag == RPR:
                italic, bold, hidden = self.dress(child, style)
                if hidden:
                    return
            elif tag in LITERAL:
                text += LITERAL[tag]
            elif tag == SYM:
                text += symbol(child)
            elif tag in REFERENCES:
                kind, note_id = REFERENCES[tag], child.get(f"{W}id") or ""
                if child.get(f"{W}customMarkFollows") in ("1", "true", "on"):
                    text, custom = self.put(text, italic, bold, href, out), (kind, note_id)
                    continue
                text = self.put(text, italic, bold, href, out)
                self.put_call(self.notes.call(kind, note_id, None), out)
            elif tag == FIELD:
                text = self.put(text, italic, bold, href, out)
                self.field_mark(child.get(f"{W}fldCharType"))
            elif tag == INSTRUCTION and self.fields:
                self.fields[-1][0] = f"{self.fields[-1][0] or ''}{child.text or ''}"
            elif tag in DRAWN:
                self.drawn(child)
        if custom:
            self.put_call(self.notes.call(*custom, text), out)
        elif self.fields:
            self.put(text, italic, bold, href, out)
        elif text:
            out.append((text, italic, bold, href, None))

    def dress(self, marks: etree._Element, style: Style) -> tuple[bool, bool, bool]:
        """(italic, bold, hidden) of a run, as far as they differ from its paragraph's style."""
        base = style
        said: dict[str, bool] = {}
        for mark in marks[:]:
            tag = mark.tag
            if tag == RSTYLE:
                base = self.styles.get(mark.get(VAL))
            elif tag in MARKS:
                said[tag] = mark.get(VAL) not in OFF
        if said.get(STRUCK):
            self.struck += 1
        italic, bold = said.get(ITALIC, base.italic), said.get(BOLD, base.bold)
        hidden = said.get(HIDDEN, base.hidden or style.hidden)
        return italic and not style.italic, bold and not style.bold, hidden

    def put(self, text: str, italic: bool, bold: bool, href: str | None, out: list[Piece]) -> str:
        """Add words, unless they are the instruction of a field. Returns what is left: nothing."""
        if not text:
            return ""
        if self.fields:
            if any(not begun for _, begun in self.fields):
                return ""
            href = href or self.field_link()
        out.append((text, italic, bold, href, None))
        return ""

    @staticmethod
    def put_call(key: str | None, out: list[Piece]) -> None:
        """Add a footnote call."""
        if key is not None:
            out.append(("", False, False, None, key))

    def field_mark(self, kind: str | None) -> None:
        """A field begins, gives its result, or ends."""
        if kind == "begin":
            self.fields.append([None, False])
        elif kind == "separate" and self.fields:
            self.fields[-1][1] = True
        elif kind == "end" and self.fields:
            self.fields.pop()

    def field_link(self) -> str | None:
        """Where the words of a HYPERLINK field lead."""
        for instruction, _ in reversed(self.fields):
            parts = str(instruction or "").split('"')
            if parts[0].strip().upper().startswith("HYPERLINK") and len(parts) > 1:
                return address(("#" if "\\l" in parts[0] else "") + parts[1])
        return None

    def drawn(self, element: etree._Element) -> None:
        """A drawing: its text boxes are blocks of their own, its pictures are counted."""
        found = [
            box
            for box in element.iter(BOX)
            if not any(up.tag == FALLBACK for up in box.iterancestors())
        ]
        self.boxes += found
        self.pictures += not found


def dressed(pieces: Sequence[Piece]) -> tuple[Run, ...]:
    """Pieces as runs in normal form."""
    if len(pieces) == 1 and pieces[0][4] is None:
        text, italic, bold, href, _ = pieces[0]
        text = words(text).strip(" ")
        return (Run(text=text, italic=italic, bold=bold, href=href),) if text else ()
    return tidy(joined(pieces))


def joined(pieces: Sequence[Piece]) -> Iterator[Run]:
    """Pieces as runs, neighbours in one dress made one: Word cuts a sentence wherever somebody
    edited it."""
    for (italic, bold, href, note), alike in groupby(pieces, key=itemgetter(1, 2, 3, 4)):
        if note is not None:
            yield Run(note=note)
        else:
            text = "".join([piece[0] for piece in alike])
            yield Run(text=text, italic=italic, bold=bold, href=href)


def symbol(element: etree._Element) -> str:
    """A w:sym: a character of a symbol font; bullets and check marks become what they look like."""
    try:
        code = int(element.get(f"{W}char") or "", 16)
    except ValueError:
        return ""
    return "•" if 0xE000 <= code < 0xF900 else chr(code) if 0 < code < 0xD800 else ""
