"""Word files: lxml straight over the parts, to lines with their automatic numbers."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from whimbrel.document import Run
from whimbrel.document.runs import cut, squeeze
from whimbrel.reading.docx_inline import PPR, RPR, SPACE, Inline, Notes, Piece, dressed
from whimbrel.reading.docx_numbering import VAL, Numbering, W
from whimbrel.reading.docx_package import Package
from whimbrel.reading.docx_styles import (
    NUMBERS,
    PLAIN,
    Style,
    Styles,
    heading_level,
    list_of,
    table_styles,
)
from whimbrel.reading.limits import Clock, Limits
from whimbrel.reading.line import Line, Lines
from whimbrel.reading.masthead_fields import flat, symbol_of

TOP = 40
"""Lines among which the symbol of a document stands, if its pages do not print it above."""
PSTYLE, OUTLINE = f"{W}pStyle", f"{W}outlineLvl"
P, TABLE, ROW, CELL, BODY = f"{W}p", f"{W}tbl", f"{W}tr", f"{W}tc", f"{W}body"
HOLDERS = frozenset(
    (
        f"{W}sdt",
        f"{W}sdtContent",
        f"{W}customXml",
        f"{W}ins",
        f"{W}moveTo",
        f"{W}del",
        f"{W}moveFrom",
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What a paragraph is by its properties and its style."""

    style: Style
    num_id: str | None
    """The list that numbers it."""
    at: int
    """Its level in that list."""
    heading: int | None
    runs_on: bool
    """Its end is a tracked deletion: it runs on into the next."""


Stated = tuple[str | None, str | None, int | None, str | None, bool]
"""What a w:pPr says: style, list, level in it, outline level, and whether its mark is gone."""
NOTHING: Stated = (None, None, None, None, False)


def read_docx(
    data: bytes, *, name: str, limits: Limits, clock: Clock, original: bool = False
) -> Lines:
    """The lines of a Word file. Tracked changes are taken as accepted, or left out with
    `original`."""
    package = Package(data, name=name, limits=limits)
    main = package.main()
    root = package.xml(main)
    body = root.find(BODY) if root is not None else None
    if body is None:
        return Lines(remarks=("the Word file has no body",))
    return Reader.over(package, main, clock, original).read(body)


@dataclass(slots=True)
class Reader:
    """One Word file while it is read."""

    package: Package
    main: str
    styles: Styles
    numbering: Numbering
    inline: Inline
    clock: Clock
    note_links: dict[str, dict[str, tuple[str, str, bool]]]
    remarks: list[str] = field(default_factory=list)
    held: list[Piece] = field(default_factory=list)
    """Words of a paragraph whose mark is deleted: they belong to the next one."""
    looks: dict[Stated, Look] = field(default_factory=dict)
    count: int = 0
    contents: int = 0

    @classmethod
    def over(cls, package: Package, main: str, clock: Clock, original: bool) -> "Reader":
        """A reader with the styles, numbers and notes of a package."""
        styles_part, numbers_part = (
            package.beside(main, "styles"),
            package.beside(main, "numbering"),
        )
        styles = Styles(package.xml(styles_part, without=table_styles) if styles_part else None)
        numbering = Numbering(package.xml(numbers_part) if numbers_part else None, styles.lists)
        elements, links = {}, {}
        for kind in ("footnote", "endnote"):
            part = package.beside(main, f"{kind}s")
            root = package.xml(part) if part else None
            links[kind] = package.relations(part) if part else {}
            for element in root if root is not None else ():
                if element.get(f"{W}type") in (None, "normal"):
                    elements[kind, element.get(f"{W}id") or ""] = element
        inline = Inline(
            styles=styles,
            links=package.relations(main),
            notes=Notes(elements=elements),
            original=original,
        )
        remarks = list(package.unfetched(main))
        return cls(
            package=package,
            main=main,
            styles=styles,
            numbering=numbering,
            inline=inline,
            clock=clock,
            note_links=links,
            remarks=remarks,
        )

    def read(self, body: etree._Element) -> Lines:
        """The whole body, then its footnotes."""
        lines = tuple(self.blocks(body))
        notes = self.notes()
        if self.inline.pictures:
            self.remarks.append(f"{self.inline.pictures} picture(s) left out")
        if self.inline.struck:
            self.remarks.append(
                f"{self.inline.struck} passage(s) crossed out by hand are read as words"
            )
        if self.contents:
            self.remarks.append(f"a table of contents of {self.contents} line(s) left out")
        remarks = tuple(self.remarks)
        top = [text for line in lines[:TOP] for text in (line.text, *flat(line))]
        headers = () if symbol_of(top) else self.headers()
        return Lines(lines=lines, notes=notes, headers=headers, remarks=remarks)

    def headers(self) -> tuple[str, ...]:
        """The printed lines of the page headers."""
        self.inline.fields = []
        roots = [self.package.xml(part) for part in self.package.all_beside(self.main, "header")]
        lines = [line for root in roots if root is not None for line in self.blocks(root)]
        return tuple(
            dict.fromkeys(text for line in lines for text in (line.text, *flat(line)) if text)
        )

    def blocks(self, holder: etree._Element) -> list[Line]:
        """Paragraphs and tables of a holder, in order."""
        out: list[Line] = []
        self.gather(holder, out)
        if self.held:
            # The last paragraph of a cell or of the body has no next one to run on into.
            runs, self.held = dressed(self.held), []
            if runs:
                out.append(Line(runs=runs))
        return out

    def gather(self, holder: etree._Element, out: list[Line]) -> None:
        """Add what a holder holds, content controls and tracked changes looked through."""
        for child in holder:
            tag = child.tag
            if tag == P:
                self.paragraph(child, out)
            elif tag == TABLE:
                self.table(child, out)
            elif tag in HOLDERS:
                if tag not in self.inline.gone:
                    self.gather(child, out)
            elif tag == f"{W}altChunk":
                self.remarks.append("a chunk of another format (altChunk) was noted and ignored")

    def paragraph(self, element: etree._Element, out: list[Line]) -> None:
        """Add a paragraph and the text boxes anchored in it."""
        self.count += 1
        if self.count % 200 == 0:
            self.clock.check(f"paragraph {self.count}")
        look = self.look(element)
        pieces = self.inline.pieces(element, look.style)
        if self.held:
            pieces, self.held = self.held + pieces, []
        if look.runs_on:
            self.held = pieces
        elif (line := self.line(pieces, look)) is not None:
            out.append(line)
        if self.inline.boxes:
            self.boxes(out)

    def boxes(self, out: list[Line]) -> None:
        """Add the text boxes met in a paragraph."""
        found, self.inline.boxes = self.inline.boxes, []
        held, self.held = self.held, []
        for box in found:
            out += self.blocks(box)
        self.held = held

    def look(self, element: etree._Element) -> Look:
        """What a paragraph's properties say, over its style; read once for all that say the
        same."""
        first = element[0] if len(element) else None
        found = first if first is None or first.tag == PPR else element.find(PPR)
        if found is not None and self.inline.original:
            before = found.find(f"{W}pPrChange/{PPR}")
            found = found if before is None else before
        said = stated(found, self.inline.gone) if found is not None else NOTHING
        known = self.looks.get(said)
        if known is None:
            known = self.looks[said] = self.looked(*said)
        return known

    def looked(
        self, named: str | None, num_id: str | None, at: int | None, outline: str | None, gone: bool
    ) -> Look:
        """The same where it is met first. A list in the paragraph wins over one in its style."""
        style = self.styles.get(named)
        if num_id is None and style.num_id is not None:
            num_id = style.num_id
            at = style.level if at is None else at
            if at is None:
                at = self.numbering.level_for_style(num_id, named or self.styles.default)
        return Look(
            style=style,
            num_id=None if num_id in ("0", "") else num_id,
            at=at or 0,
            heading=style.heading if outline is None else heading_level(outline),
            runs_on=gone,
        )

    def line(self, pieces: list[Piece], look: Look) -> Line | None:
        """A paragraph as a line; None where nothing is printed."""
        runs = dressed(pieces)
        # Word counts an empty numbered paragraph too, and prints its number: the next one is cited
        # by what is printed.
        label = None if look.num_id is None else self.numbering.next(look.num_id, look.at)
        if not runs:
            return None
        if look.style.contents:
            self.contents += 1
            return None
        return Line(
            runs=runs,
            label=label,
            depth=None if label is None else look.at,
            heading=look.heading,
            bold=look.style.bold or all_bold(runs),
        )

    def table(self, element: etree._Element, out: list[Line]) -> None:
        """Add a table; a table of one cell is a box around paragraphs and is read as those."""
        gone = f"{W}trPr/{self.inline.gone[0]}"
        rows = [row for row in self.within(element, ROW) if row.find(gone) is None]
        cells = [list(self.within(row, CELL)) for row in rows]
        if len(cells) == 1 and len(cells[0]) == 1:
            out += self.blocks(cells[0][0])
            return
        texts = [[self.cell(cell) for cell in row] for row in cells]
        width = max((len(row) for row in texts), default=0)
        grid = tuple(tuple(row + [""] * (width - len(row))) for row in texts)
        if any(any(row) for row in grid):
            out.append(Line(rows=grid))

    def within(self, holder: etree._Element, tag: str) -> Iterator[etree._Element]:
        """Rows of a table or cells of a row, content controls looked through."""
        for child in holder:
            if child.tag == tag:
                yield child
            elif child.tag in HOLDERS and child.tag not in self.inline.gone:
                yield from self.within(child, tag)

    def cell(self, element: etree._Element) -> str:
        """The words of a cell, numbers included; a line a paragraph."""
        parts: list[str] = []
        for line in self.blocks(element):
            if line.rows:
                parts += [cell for row in line.rows for cell in row if cell]
            else:
                parts.append(squeeze(f"{line.label} {line.text}") if line.label else line.text)
        return "\n".join(filter(None, parts))

    def notes(self) -> dict[str, tuple[Run, ...]]:
        """The words of every footnote that is called, by key."""
        found = {}
        for key, (kind, note_id) in list(self.inline.notes.called.items()):
            self.inline.links = self.note_links[kind]
            pieces: list[Piece] = []
            for paragraph in self.inline.notes.elements[kind, note_id].iter(P):
                pieces += [*self.inline.pieces(paragraph, PLAIN), SPACE]
            found[key] = without_marker(dressed(pieces), key)
        return found


def stated(properties: etree._Element, gone_by: tuple[str, str]) -> Stated:
    """What a w:pPr says. `gone_by`: what marks a paragraph end that is not in the view asked
    for."""
    named = num_id = level = outline = None
    gone = False
    for child in properties[:]:  # a slice is walked twice as fast
        tag = child.tag
        if tag == PSTYLE:
            named = child.get(VAL)
        elif tag == NUMBERS:
            num_id, level = list_of(child)
        elif tag == OUTLINE:
            outline = child.get(VAL)
        elif tag == RPR:
            gone = any(mark.tag in gone_by for mark in child)
    return named, num_id, level, outline, gone


def all_bold(runs: tuple[Run, ...]) -> bool:
    """True where there are words and all of them are bold."""
    for run in runs:
        if not run.bold and run.text and not run.text.isspace():
            return False
    return any(run.bold and run.text for run in runs)


def without_marker(runs: tuple[Run, ...], key: str) -> tuple[Run, ...]:
    """A footnote without its own marker, where that is typed (`* See ...`)."""
    marker = key.partition("~")[0]
    if marker.isalnum() or not "".join(run.text for run in runs).startswith(marker):
        return runs
    return cut(runs, len(marker))
