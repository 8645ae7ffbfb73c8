"""A Word file that Whimbrel wrote -> the Document, exactly; edited by hand, what it says now.

Words are only ever read where they are printed. What the file holds besides (the masthead in full,
hints in bookmarks) counts as long as the printed words bear it out.
"""

from dataclasses import dataclass, field, replace

from lxml import etree

from whimbrel.document import Document, Kind, Node, Run, walk
from whimbrel.document.flat import nest
from whimbrel.document.form import VERSION
from whimbrel.document.normal import normal, note_keys, with_runs
from whimbrel.document.outline import Look, Outline, Shape
from whimbrel.document.runs import squeeze, tidy
from whimbrel.document.word import (
    CAPTION,
    COVER,
    FIELD,
    FIGURE,
    FIGURE_TABLE,
    LEFT_OUT,
    MARK,
    NOTE,
    NOTE_PLACE,
    SUMMARY,
    UNMARKED,
    Hint,
    hint_of,
    styled,
)
from whimbrel.reading.docx import BODY, CELL, HOLDERS, ROW, TABLE, P
from whimbrel.reading.docx_numbering import VAL, Numbering, W
from whimbrel.reading.docx_package import Package
from whimbrel.reading.limits import Clock
from whimbrel.reading.written_docx_looks import name_of, properties, table_style, within
from whimbrel.reading.written_docx_masthead import masthead
from whimbrel.reading.written_docx_words import ANCHOR, BOOKMARK, Piece, Said, Words

FEW = 3
"""Paragraphs of other styles that are nothing to worry about."""
PROPERTY = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}property"
COVERS = frozenset(name.casefold() for name in COVER)
OUT = frozenset(name.casefold() for name in LEFT_OUT)


def version_of(package: Package) -> int | None:
    """The version of the form, where the file says that Whimbrel wrote it."""
    part = package.beside("", "custom-properties")
    root = package.xml(part) if part else None
    for one in root.iter(PROPERTY) if root is not None else ():
        value = "".join(str(text) for text in one.itertext()).strip()
        if one.get("name") == MARK and value.isdigit():
            return int(value[:9])
    return None


def document_of(package: Package, clock: Clock, *, original: bool = False) -> Document:
    """The Document in normal form. ValueError where the file is no longer what Whimbrel writes."""
    version = version_of(package)
    if version is None or not 1 <= version <= VERSION:
        raise ValueError(f"its version is {version}, this Whimbrel reads up to version {VERSION}")
    main = package.main()
    root = package.xml(main)
    body = root.find(BODY) if root is not None else None
    if body is None:
        raise ValueError("it has no body")
    paper = Paper.over(package, main, clock, original)
    paper.blocks(body)
    paper.settle()
    return paper.document()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A node that was read, how deep it stands, and its bookmarks."""

    depth: int
    node: Node
    bookmarks: tuple[str, ...]


@dataclass(slots=True)
class Paper:
    """One file while it is read."""

    package: Package
    main: str
    clock: Clock
    words: Words
    numbering: Numbering
    summary: list[Entry] = field(default_factory=list)
    body: list[Entry] = field(default_factory=list)
    outline: Outline = field(default_factory=Outline)
    here: list[Entry] = field(init=False)
    cover: list[str] = field(default_factory=list)
    fields: dict[str, str] = field(default_factory=dict)
    calls: dict[str, str | None] = field(default_factory=dict)
    """Footnotes in the order in which they are called -> their label."""
    uncalled: list[tuple[int, Node]] = field(default_factory=list)
    caption: Said | None = None
    held: Said | None = None
    """A paragraph whose end is deleted: it runs on into the next."""
    pending: list[str] = field(default_factory=list)
    """Bookmarks between paragraphs: they belong to the next one."""
    figure: bool = False
    """The table that comes next shows the numbers of a figure."""
    count: int = 0
    automatic: int = 0
    strange: int = 0

    def __post_init__(self) -> None:
        """The body comes first; a summary is met on the way."""
        self.here = self.body

    @classmethod
    def over(cls, package: Package, main: str, clock: Clock, original: bool) -> "Paper":
        """A paper with the styles and lists of a package."""
        styles = package.beside(main, "styles")
        root = package.xml(styles) if styles else None
        names = {}
        for one in root.iterchildren(f"{W}style") if root is not None else ():
            name = one.find(f"{W}name")
            if name is not None:
                names[one.get(f"{W}styleId") or ""] = (name.get(VAL) or "").casefold()
        lists = package.beside(main, "numbering")
        return cls(
            package=package,
            main=main,
            clock=clock,
            words=Words(styles=names, links=package.relations(main), original=original),
            numbering=Numbering(package.xml(lists) if lists else None),
        )

    def blocks(self, holder: etree._Element) -> None:
        """Paragraphs and tables, in order."""
        for child in holder:
            if child.tag == P:
                self.paragraph(child)
            elif child.tag == TABLE:
                self.table(child)
            elif child.tag == BOOKMARK:
                self.pending.append(child.get(f"{W}name") or "")
            elif child.tag in HOLDERS and child.tag not in self.words.gone:
                self.blocks(child)

    def paragraph(self, element: etree._Element) -> None:
        """One paragraph, by its style."""
        self.count += 1
        if self.count % 200 == 0:
            self.clock.check(f"paragraph {self.count}")
        name, num_id, level, gone = properties(element, self.words)
        said = self.words.read(element)
        said.bookmarks, self.pending = self.pending + said.bookmarks, []
        if self.held is not None:
            said.pieces = self.held.pieces + said.pieces
            said.bookmarks = self.held.bookmarks + said.bookmarks
            self.held = None
        if gone:
            self.held = said
            return
        self.noted(said)
        self.figure = name == FIGURE.casefold()
        if name in COVERS and not self.body and not self.summary:
            self.printed(name, said)
        elif name == NOTE.casefold():
            self.uncalled.append((place_of(said), note(said)))
        elif name == CAPTION:
            self.settle()
            self.caption = said
        elif name not in OUT:
            self.settle()
            self.node(name, num_id, level, said)

    def settle(self) -> None:
        """Words above a table that is not there any more are a paragraph."""
        if self.caption is not None:
            said, self.caption = self.caption, None
            self.enter(Kind.PARAGRAPH, Look(shape=Shape.BLOCK), said, said.label())

    def printed(self, name: str, said: Said) -> None:
        """A line of the first page."""
        text = said.text()
        if not text:
            return
        self.cover.append(text)
        for piece in said.pieces:
            if piece.style.startswith(FIELD.casefold()):
                shown = piece.style.removeprefix(FIELD.casefold())
                self.fields[shown] = self.fields.get(shown, "") + piece.text
        if name == "title":
            self.fields["title"] = text

    def node(self, name: str, num_id: str | None, level: int, said: Said) -> None:
        """A paragraph of the body."""
        found = styled(name_of(name))
        counted = None if num_id is None else self.numbering.next(num_id, level)
        label = said.label() or counted
        ours = any(mark.startswith(("wb_", "_wb")) for mark in said.bookmarks)
        if not (label or said.text() or ours or any(piece.note for piece in said.pieces)):
            return
        if found is None:
            self.strange += 1
            found = Kind.PARAGRAPH, Look(shape=Shape.BLOCK)
        kind, look = found
        if kind is Kind.ITEM and counted is not None:
            look = replace(look, level=level)
        self.enter(kind, look, said, label)

    def enter(
        self,
        kind: Kind,
        look: Look,
        said: Said,
        label: str | None,
        rows: tuple[tuple[str, ...], ...] = (),
    ) -> None:
        """Add a node where its look, or a hint, puts it."""
        hint = next((found for mark in said.bookmarks if (found := hint_of(mark))), Hint(number=0))
        guess = self.outline.depth(look, kind)
        depth = guess if hint.depth is None else hint.depth
        # Something above it may have been taken out since the hint was written.
        depth = min(depth, len(self.outline.open))
        self.outline.enter(kind, depth)
        if kind is Kind.DECISION and label is None and not hint.bare and self.here:
            above = self.here[-1]
            if above.node.kind is Kind.DIRECTED and above.depth == depth - 1:
                label = above.node.label
        node = Node(kind=kind, label=label, runs=tidy(tuple(said.runs())), rows=rows)
        self.here.append(Entry(depth=depth, node=node, bookmarks=tuple(said.bookmarks)))

    def table(self, element: etree._Element) -> None:
        """A table of the paper; the box of the summary, the letterhead, or the numbers of a
        figure."""
        paragraphs = list(element.iter(P))
        names = [properties(one, self.words)[0] for one in paragraphs]
        if SUMMARY.casefold() in names[:1]:
            self.settle()
            outline, self.outline, self.here = self.outline, Outline(), self.summary
            for cell in element.iterchildren(ROW):
                for one in cell.iterchildren(CELL):
                    self.blocks(one)
            self.settle()
            self.outline, self.here = outline, self.body
        elif names and COVERS.issuperset(name for name in names if name != "cop gap"):
            for one in paragraphs:
                self.paragraph(one)
        elif self.figure or table_style(element, self.words) == FIGURE_TABLE.casefold():
            self.figure = False
        else:
            self.rows(element)

    def rows(self, element: etree._Element) -> None:
        """A table of the paper, with the words above it."""
        said, self.caption = self.caption or Said(), None
        rows: list[tuple[str, ...]] = []
        for row in within(element, ROW, self.words.gone):
            if row.find(f"{W}trPr/{self.words.gone[0]}") is not None:
                continue
            cells = []
            for cell in within(row, CELL, self.words.gone):
                parts = [self.words.read(one) for one in cell.iter(P)]
                said.bookmarks += [mark for part in parts for mark in part.bookmarks]
                cells.append(squeeze(" ".join(part.text() for part in parts)))
            rows.append(tuple(cells))
        self.enter(Kind.TABLE, Look(shape=Shape.TABLE), said, said.label(), tuple(rows))

    def noted(self, said: Said) -> None:
        """Give each footnote that is called the label that is printed for it."""
        for piece in said.pieces:
            if piece.note is None or piece.note in self.calls:
                continue
            if piece.mark is None:
                self.automatic += 1
                self.calls[piece.note] = str(self.automatic)
            elif piece.style == UNMARKED.casefold():
                self.calls[piece.note] = None
            else:
                self.calls[piece.note] = piece.mark or None

    def document(self) -> Document:
        """What was read, put together. ValueError where hardly a paragraph has a style of ours."""
        read = len(self.summary) + len(self.body)
        if self.strange > FEW and self.strange * 2 > read:
            raise ValueError(
                f"{self.strange} of its {read} paragraphs have styles that Whimbrel does not write"
            )
        notes, ids = self.notes()
        entries = (filled(self.summary), filled(self.body))
        document = Document(
            masthead=masthead(self.package, self.main, self.cover, self.fields),
            summary=nest((entry.depth, entry.node) for entry in entries[0]),
            nodes=nest((entry.depth, entry.node) for entry in entries[1]),
            notes=notes,
        )
        keys = dict(zip(ids, note_keys(document), strict=True))
        addresses = [placed.address for placed in walk(document)]
        places = {
            mark: address
            for entry, address in zip((*entries[0], *entries[1]), addresses, strict=False)
            for mark in entry.bookmarks
        }
        return normal(
            with_runs(document, lambda runs: tuple(led(run, keys, places) for run in runs))
        )

    def notes(self) -> tuple[tuple[Node, ...], list[str]]:
        """The footnotes in their order, and the id of each in the file."""
        part = self.package.beside(self.main, "footnotes")
        root = self.package.xml(part) if part else None
        elements = {one.get(f"{W}id") or "": one for one in (root if root is not None else ())}
        words = replace(self.words, links=self.package.relations(part) if part else {})
        found: list[tuple[int, str, Node]] = []
        for key, label in self.calls.items():
            paragraphs = elements[key].iter(P) if key in elements else ()
            said = Said()
            for one in paragraphs:
                more = words.read(one)
                said.pieces += [*more.pieces, Piece(text=" ")]
                said.bookmarks += more.bookmarks
            pieces = [piece for piece in said.pieces if piece.style != "footnote reference"]
            runs = tidy(tuple(Said(pieces=pieces).runs()))
            node = Node(kind=Kind.NOTE, label=label, runs=runs)
            found.append((place_of(said), key, node))
        found += [(place, "", node) for place, node in self.uncalled]
        if all(place >= 0 for place, _, _ in found):
            # Where nobody added one by hand, they stand as they stood.
            found.sort(key=lambda one: one[0])
        return tuple(node for _, _, node in found), [key for _, key, _ in found]


def place_of(said: Said) -> int:
    """Where among the footnotes one stood when the file was written; -1 for one added since."""
    found = (NOTE_PLACE.fullmatch(mark) for mark in said.bookmarks)
    return next((int(one["number"]) for one in found if one), -1)


def note(said: Said) -> Node:
    """A footnote that is printed as a paragraph."""
    return Node(kind=Kind.NOTE, label=said.label(), runs=tidy(tuple(said.runs())))


def filled(entries: list[Entry]) -> list[Entry]:
    """The entries without those that somebody emptied, unless something stands under them."""
    out = []
    for at, entry in enumerate(entries):
        node = entry.node
        parent = at + 1 < len(entries) and entries[at + 1].depth > entry.depth
        if parent or node.label or node.runs or node.rows:
            out.append(entry)
    return out


def led(run: Run, keys: dict[str, str], places: dict[str, str]) -> Run:
    """A run whose footnote is called by its key, and whose link leads to an address."""
    if run.note is not None:
        return Run(note=keys.get(run.note, run.note))
    if run.href is None or not run.href.startswith(ANCHOR):
        return run
    name = run.href.removeprefix(ANCHOR)
    return replace(run, href=f"#{places.get(name, name)}")
