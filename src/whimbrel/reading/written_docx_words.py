"""The words of a paragraph of a Word file that Whimbrel wrote: what is typed as a number, what is
said, which footnotes are called, which bookmarks stand here."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from lxml import etree

from whimbrel.document import Run
from whimbrel.document.runs import squeeze
from whimbrel.document.word import NOWHERE, NUMBER, followed
from whimbrel.reading.docx_inline import (
    BOLD,
    DELETED,
    DELETED_TEXT,
    DRAWN,
    FIELD,
    HOLDERS,
    INSERTED,
    INSTRUCTION,
    ITALIC,
    LINK,
    LITERAL,
    PPR,
    R_ID,
    RPR,
    RSTYLE,
    R,
    T,
)
from whimbrel.reading.docx_numbering import VAL, W
from whimbrel.reading.docx_styles import OFF

BOOKMARK, REFERENCE, SIMPLE = f"{W}bookmarkStart", f"{W}footnoteReference", f"{W}fldSimple"
ANCHOR = "\0"
"""Before the name of a bookmark that a link leads to, until its address is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Words as they come, in one dress and one style."""

    text: str = ""
    italic: bool = False
    bold: bool = False
    href: str | None = None
    style: str = ""
    """The character style, in small letters."""
    note: str | None = None
    """The id of the footnote called here."""
    mark: str | None = None
    """The mark that is typed for it; None where Word counts."""


@dataclass(slots=True)
class Said:
    """One paragraph: its pieces and the bookmarks that begin in it."""

    pieces: list[Piece] = field(default_factory=list)
    bookmarks: list[str] = field(default_factory=list)

    def label(self) -> str | None:
        """What is typed as a number at the start."""
        return squeeze("".join(piece.text for piece in self.pieces[: self.numbered()])) or None

    def numbered(self) -> int:
        """How many pieces belong to the typed number."""
        for at, piece in enumerate(self.pieces):
            if piece.style != NUMBER.casefold():
                return at
        return len(self.pieces)

    def runs(self) -> Iterator[Run]:
        """The words behind the number, not yet tidy."""
        for piece in self.pieces[self.numbered() :]:
            if piece.note is not None:
                yield Run(note=piece.note)
            else:
                yield Run(text=piece.text, italic=piece.italic, bold=piece.bold, href=piece.href)

    def text(self) -> str:
        """All words, squeezed."""
        return squeeze("".join(piece.text for piece in self.pieces))


@dataclass(slots=True)
class Words:
    """Reads paragraphs one after the other."""

    styles: Mapping[str, str]
    """Names of styles in small letters, by id."""
    links: Mapping[str, tuple[str, str, bool]]
    original: bool
    gone: tuple[str, ...] = field(init=False)
    fields: list[str | None] = field(default_factory=list)
    """Open fields: the instruction, None once the result has begun."""
    anchors: dict[str, str] = field(default_factory=dict)
    """The bookmark around the call of a footnote -> the footnote."""
    around: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        """What the view leaves out."""
        self.gone = INSERTED if self.original else DELETED

    def read(self, paragraph: etree._Element) -> Said:
        """One paragraph."""
        said = Said()
        self.fields = []
        self.walk(paragraph, None, said)
        return said

    def walk(self, holder: etree._Element, href: str | None, said: Said) -> None:
        """Everything inline in a holder."""
        for child in holder:
            tag = child.tag
            if tag == R:
                self.run(child, href, said)
            elif tag == BOOKMARK:
                name = child.get(f"{W}name") or ""
                said.bookmarks.append(name)
                if name.startswith("_Ref"):
                    self.around.append(name)
            elif tag == LINK:
                self.walk(child, self.target(child) or href, said)
            elif tag == SIMPLE and self.again(child.get(f"{W}instr") or "", said):
                continue
            elif tag in HOLDERS or (tag in (*INSERTED, *DELETED) and tag not in self.gone):
                self.walk(child, href, said)

    def target(self, link: etree._Element) -> str | None:
        """Where a link leads. What stands in its tip counts only as long as it says the same."""
        relation = self.links.get(link.get(R_ID) or "")
        anchor, tip = link.get(f"{W}anchor"), link.get(f"{W}tooltip")
        if relation is not None:
            same = tip is not None and followed(tip) == relation[1]
            return tip if same else relation[1] + (f"#{anchor}" if anchor else "")
        if anchor == NOWHERE:
            return tip
        return ANCHOR + anchor if anchor else None

    def again(self, instruction: str, said: Said) -> bool:
        """True for a field that calls a footnote once more; the call is added."""
        parts = instruction.split()
        if len(parts) < 2 or parts[0].upper() != "NOTEREF" or parts[1] not in self.anchors:
            return False
        said.pieces.append(Piece(note=self.anchors[parts[1]]))
        return True

    def run(self, element: etree._Element, href: str | None, said: Said) -> None:
        """One w:r."""
        dress = Piece(href=href)
        text = ""
        called: str | None = None
        custom = False
        for child in element:
            tag = child.tag
            if tag == RPR:
                dress = self.dressed(child, href)
            elif tag == T or (tag == DELETED_TEXT and self.original):
                text += child.text or ""
            elif tag in LITERAL:
                text += LITERAL[tag]
            elif tag == REFERENCE:
                called = child.get(f"{W}id") or ""
                custom = child.get(f"{W}customMarkFollows") in ("1", "true", "on")
            elif tag == FIELD:
                self.field(child.get(f"{W}fldCharType") or "", said)
            elif tag == INSTRUCTION and self.fields and self.fields[-1] is not None:
                self.fields[-1] += child.text or ""
            elif tag in DRAWN or tag == PPR:
                continue
        if called is not None:
            for name in self.around:
                self.anchors.setdefault(name, called)
            self.around = []
            mark = squeeze(text) if custom else None
            said.pieces.append(replace(dress, note=called, mark=mark))
        elif text and not any(one is not None for one in self.fields):
            said.pieces.append(replace(dress, text=text))

    def dressed(self, marks: etree._Element, href: str | None) -> Piece:
        """The dress that a run is given by hand."""
        style = marks.find(RSTYLE)
        name = self.styles.get(style.get(VAL) or "", "") if style is not None else ""
        italic, bold = marks.find(ITALIC), marks.find(BOLD)
        return Piece(
            italic=italic is not None and italic.get(VAL) not in OFF,
            bold=bold is not None and bold.get(VAL) not in OFF,
            href=href,
            style=name,
        )

    def field(self, kind: str, said: Said) -> None:
        """A field begins, gives its result, or ends. The result of a second call is not words."""
        if kind == "begin":
            self.fields.append("")
        elif kind == "separate" and self.fields:
            instruction = self.fields[-1] or ""
            if not self.again(instruction, said):
                self.fields[-1] = None
        elif kind == "end" and self.fields:
            self.fields.pop()
