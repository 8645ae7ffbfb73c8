"""Word files: lxml straight over the parts, to lines with their automatic numbers."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from whimbrel.document import Run
from whimbrel.document.runs import cut, squeeze, tidy
from whimbrel.reading.docx_inline import DELETED, INSERTED, PPR, RPR, Inline, Notes
from whimbrel.reading.docx_numbering import VAL, Numbering, W, number
from whimbrel.reading.docx_package import Package
from whimbrel.reading.docx_styles import NUMBERS, PLAIN, Style, Styles, list_of, table_styles
from whimbrel.reading.limits import Clock, Limits
from whimbrel.reading.line import Line, Lines
from whimbrel.reading.masthead_fields import flat, symbol_of

TOP = 40
"""Lines among which the symbol of a document stands, if its pages do not print it above."""
Properties = dict[str, etree._Element]
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
    held: list[Run] = field(default_factory=list)
    """Words of a paragraph whose mark is deleted: they belong to the next one."""
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

    def blocks(self, holder: etree._Element) -> Iterator[Line]:
        """Paragraphs and tables of a holder, in order."""
        for child in holder:
            tag = child.tag
            if tag == P:
                yield from self.paragraph(child)
            elif tag == TABLE:
                yield from self.table(child)
            elif tag in HOLDERS:
                if tag not in self.inline.gone:
                    yield from self.blocks(child)
            elif tag == f"{W}altChunk":
                self.remarks.append("a chunk of another format (altChunk) was noted and ignored")
        if self.held:
            # The last paragraph of a cell or of the body has no next one to run on into.
            runs, self.held = tidy(self.held), []
            if runs:
                yield Line(runs=runs, place=f"paragraph {self.count}")

    def paragraph(self, element: etree._Element) -> Iterator[Line]:
        """A paragraph and the text boxes anchored in it."""
        self.count += 1
        if self.count % 200 == 0:
            self.clock.check(f"paragraph {self.count}")
        properties = self.properties(element)
        style = self.style_of(properties)
        runs = self.inline.runs(element, style)
        boxes, self.inline.boxes = self.inline.boxes, []
        if self.mark_is_gone(properties):
            self.held += runs
        else:
            line = self.line(self.held + runs, properties, style)
            self.held = []
            if line is not None:
                yield line
        for box in boxes:
            held, self.held = self.held, []
            yield from self.blocks(box)
            self.held = held

    def properties(self, element: etree._Element) -> Properties:
        """Paragraph properties by tag, those before the tracked change where the original is asked
        for."""
        found = element.find(PPR)
        if found is None:
            return {}
        before = found.find(f"{W}pPrChange/{PPR}") if self.inline.original else None
        return {child.tag: child for child in (found if before is None else before)}  # type: ignore[misc]

    def style_of(self, properties: Properties) -> Style:
        """The paragraph's style."""
        named = properties.get(PSTYLE)
        return self.styles.get(named.get(VAL) if named is not None else None)

    def mark_is_gone(self, properties: Properties) -> bool:
        """True where the end of the paragraph is a tracked deletion: it runs on into the next."""
        marks = properties.get(RPR)
        if marks is None:
            return False
        tags = INSERTED if self.inline.original else DELETED
        return any(marks.find(tag) is not None for tag in tags)

    def line(self, raw: list[Run], properties: Properties, style: Style) -> Line | None:
        """A paragraph as a line; None where nothing is printed."""
        runs = tidy(tuple(raw))
        label, depth = self.label(properties, style)
        if not runs:
            return None
        if style.contents:
            self.contents += 1
            return None
        worded = [run for run in runs if run.text.strip()]
        bold = style.bold or (bool(worded) and all(run.bold for run in worded))
        heading = self.heading(properties, style)
        return Line(
            runs=runs,
            label=label,
            depth=depth,
            heading=heading,
            bold=bold,
            place=f"paragraph {self.count}",
        )

    def label(self, properties: Properties, style: Style) -> tuple[str | None, int | None]:
        """(label, level) of the automatic number, counted on; a list in the paragraph wins over one
        in its style."""
        num_id, level = list_of(properties.get(NUMBERS))
        if num_id is None:
            num_id = style.num_id
            if num_id is not None and level is None:
                level = (
                    style.level if style.level is not None else self.tied_level(num_id, properties)
                )
        if num_id in (None, "0", ""):
            return None, None
        # Word counts an empty numbered paragraph too, and prints its number: the next one is cited
        # by what is printed.
        at = level or 0
        label = self.numbering.next(num_id or "", at)
        return label, (at if label is not None else None)

    def tied_level(self, num_id: str, properties: Properties) -> int:
        """The list level that the paragraph's style is tied to in numbering.xml."""
        named = properties.get(PSTYLE)
        key = named.get(VAL) if named is not None else self.styles.default
        return self.numbering.level_for_style(num_id, key or "")

    @staticmethod
    def heading(properties: Properties, style: Style) -> int | None:
        """Heading level from the paragraph's own outline level, else from its style."""
        outline = properties.get(OUTLINE)
        if outline is None:
            return style.heading
        level = number(outline.get(VAL), 9)
        return level + 1 if level < 9 else None

    def table(self, element: etree._Element) -> Iterator[Line]:
        """A table; a table of one cell is a box around paragraphs and is read as those."""
        rows = [
            row
            for row in self.within(element, ROW)
            if row.find(f"{W}trPr/{self.inline.gone[0]}") is None
        ]
        cells = [list(self.within(row, CELL)) for row in rows]
        if len(cells) == 1 and len(cells[0]) == 1:
            yield from self.blocks(cells[0][0])
            return
        texts = [[self.cell(cell) for cell in row] for row in cells]
        width = max((len(row) for row in texts), default=0)
        grid = tuple(tuple(row + [""] * (width - len(row))) for row in texts)
        if any(any(row) for row in grid):
            yield Line(rows=grid, place=f"table after paragraph {self.count}")

    def within(self, holder: etree._Element, tag: str) -> Iterator[etree._Element]:
        """Rows of a table or cells of a row, content controls looked through."""
        for child in holder:
            if child.tag == tag:
                yield child
            elif child.tag in HOLDERS and child.tag not in self.inline.gone:
                yield from self.within(child, tag)

    def cell(self, element: etree._Element) -> str:
        """The words of a cell, numbers included; a line a paragraph."""
        parts = []
        for line in self.blocks(element):
            parts.append(squeeze(f"{line.label or ''} {line.text}"))
            parts += [cell for row in line.rows for cell in row]
        return "\n".join(part for part in parts if part)

    def notes(self) -> dict[str, tuple[Run, ...]]:
        """The words of every footnote that is called, by key."""
        found = {}
        for key, (kind, note_id) in list(self.inline.notes.called.items()):
            self.inline.links = self.note_links[kind]
            raw: list[Run] = []
            for paragraph in self.inline.notes.elements[kind, note_id].iter(P):
                raw += [*self.inline.runs(paragraph, PLAIN), Run(text=" ")]
            found[key] = without_marker(tidy(raw), key)
        return found


def without_marker(runs: tuple[Run, ...], key: str) -> tuple[Run, ...]:
    """A footnote without its own marker, where that is typed (`* See ...`)."""
    marker = key.partition("~")[0]
    if marker.isalnum() or not "".join(run.text for run in runs).startswith(marker):
        return runs
    return cut(runs, len(marker))
