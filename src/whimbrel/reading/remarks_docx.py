"""The passages of a Word file: one walk over its parts that forgets no state, no hand and no
bookmark."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from whimbrel.document.runs import words
from whimbrel.reading.docx import BODY, CELL, PSTYLE, ROW, TABLE, P
from whimbrel.reading.docx_inline import (
    BOX,
    DELETED_TEXT,
    DRAWN,
    FALLBACK,
    FIELD,
    HIDDEN,
    HOLDERS,
    LINK,
    LITERAL,
    PPR,
    REFERENCES,
    RPR,
    SYM,
    R,
    T,
    symbol,
)
from whimbrel.reading.docx_numbering import VAL, W
from whimbrel.reading.docx_package import Package
from whimbrel.reading.docx_styles import OFF, Styles, table_styles
from whimbrel.reading.limits import Clock, Limits
from whimbrel.reading.passages import (
    CALL,
    END,
    NOBODY,
    Cell,
    Hand,
    Passage,
    Returned,
    State,
    Stretch,
)
from whimbrel.reading.passages import ROW as UNTOUCHED
from whimbrel.reading.remarks_comments import Ends, comments, hand
from whimbrel.reading.remarks_words import Item, Sign, settled

CHANGES = {
    f"{W}ins": State.INSERTED,
    f"{W}moveTo": State.INSERTED,
    f"{W}del": State.DELETED,
    f"{W}moveFrom": State.DELETED,
}
NAMES = {f"{W}moveFromRangeStart": f"{W}moveFrom", f"{W}moveToRangeStart": f"{W}moveTo"}
ENDS = {f"{W}moveFromRangeEnd": f"{W}moveFrom", f"{W}moveToRangeEnd": f"{W}moveTo"}
SIGNS = {
    f"{W}bookmarkStart": (Sign.BOOKMARK, f"{W}name"),
    f"{W}commentRangeStart": (Sign.OPENS, f"{W}id"),
    f"{W}commentRangeEnd": (Sign.CLOSES, f"{W}id"),
}
COMMENTED = f"{W}commentReference"
FORM = frozenset(
    f"{W}{name}Change" for name in ("rPr", "pPr", "sectPr", "tblPr", "tblPrEx", "trPr", "tcPr")
)
AROUND = HOLDERS | {LINK}


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """The tracked change that words stand in; `twice` where they were inserted and deleted
    again."""

    state: State = State.KEPT
    hand: Hand = NOBODY
    move: str | None = None
    twice: bool = False

    def within(self, outer: "Change") -> "Change":
        """This change inside another one."""
        if outer.state is State.KEPT or outer.state is self.state:
            return self
        return replace(self, twice=True)


NONE = Change()


def returned(data: bytes, *, name: str, limits: Limits, clock: Clock) -> Returned:
    """What came back in a Word file."""
    package = Package(data, name=name, limits=limits)
    main = package.main()
    root = package.xml(main)
    body = root.find(BODY) if root is not None else None
    if root is None or body is None:
        return Returned(name=name, remarks=("the Word file has no body",))
    part = package.beside(main, "styles")
    walker = Walker(
        styles=Styles(package.xml(part, without=table_styles) if part else None), clock=clock
    )
    walker.blocks(body, NONE)
    walker.rest()
    for kind in ("footnote", "endnote"):
        part = package.beside(main, f"{kind}s")
        walker.notes(kind, package.xml(part) if part else None)
    return Returned(
        name=name,
        passages=tuple(walker.passages),
        comments=comments(package, main, walker.passages, walker.ends),
        formatting=sum(1 for _ in root.iter(*FORM)),
        remarks=(*package.unfetched(main), *walker.remarks),
    )


@dataclass(slots=True)
class Walker:
    """One Word file while it is walked."""

    styles: Styles
    clock: Clock
    passages: list[Passage] = field(default_factory=list)
    ends: Ends = field(default_factory=Ends)
    remarks: list[str] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    """What the passage that is being read holds so far."""
    moves: dict[str, str | None] = field(default_factory=dict)
    """The move that is open, by `w:moveFrom` or `w:moveTo`."""
    called: list[tuple[str, str]] = field(default_factory=list)
    """(kind, id) of the notes, in the order of their calls."""
    fields: list[bool] = field(default_factory=list)
    """Open fields: True once the result has begun."""
    boxes: list[tuple[etree._Element, Change]] = field(default_factory=list)
    whole: bool = False
    """Inside a cell or a note: its paragraphs are one passage."""
    parted: Change | None = None
    """Inside one: the end of the paragraph before, a space once another one follows."""
    tables: int = 0
    count: int = 0

    def blocks(self, holder: etree._Element, around: Change) -> None:
        """Paragraphs and tables of a holder, in order."""
        for child in holder:
            tag = child.tag
            if tag == P:
                self.paragraph(child, around)
            elif tag == TABLE:
                self.table(child, around)
            elif tag in CHANGES:
                self.blocks(child, self.change(child, around))
            elif tag in AROUND:
                self.blocks(child, around)
            else:
                self.sign(child)

    def paragraph(self, element: etree._Element, around: Change) -> None:
        """Add a paragraph, and end the passage unless its end is an inserted one."""
        self.count += 1
        if self.count % 200 == 0:
            self.clock.check(f"paragraph {self.count}")
        properties = element.find(PPR)
        style = properties.find(PSTYLE) if properties is not None else None
        if style is not None and self.styles.get(style.get(VAL)).contents:
            return
        if self.whole and self.parted is not None:
            self.add(" ", self.parted)
            self.parted = None
        self.inline(element, around)
        self.end(self.mark(properties, around))
        boxes, self.boxes = self.boxes, []
        for box, change in boxes:
            self.blocks(box, change)

    def mark(self, properties: etree._Element | None, around: Change) -> Change:
        """The change of the end of a paragraph."""
        found = around
        marks = properties.find(RPR) if properties is not None else None
        for child in marks if marks is not None else ():
            if child.tag in CHANGES:
                found = self.change(child, found)
        return found

    def end(self, mark: Change) -> None:
        """A paragraph ends."""
        if mark.twice:
            return
        if self.whole:
            self.parted = mark
        elif mark.state is State.INSERTED:
            self.add("\n", mark)
        else:
            self.flush(Stretch(text="\n", state=mark.state, hand=mark.hand, move=mark.move))

    def flush(
        self,
        end: Stretch = END,
        *,
        cell: Cell | None = None,
        row: Stretch = UNTOUCHED,
        note: str | None = None,
    ) -> None:
        """The items so far are a passage."""
        items, self.items, self.parted = self.items, [], None
        stretches, anchors, comments = settled(items)
        at = len(self.passages)
        for sign, key, offset in comments:
            self.ends.meet(sign, key, at, offset)
        self.passages.append(
            Passage(stretches=stretches, end=end, anchors=anchors, cell=cell, row=row, note=note)
        )

    def rest(self) -> None:
        """What is left of a paragraph whose end was inserted, where no other follows."""
        if self.items:
            self.flush()

    def table(self, element: etree._Element, around: Change) -> None:
        """Add the cells of a table, a passage each; a table of one cell is a box around
        paragraphs."""
        rows = [(row, list(within(row, CELL))) for row in within(element, ROW)]
        if self.whole or (len(rows) == 1 and len(rows[0][1]) == 1):
            for _, cells in rows:
                for cell in cells:
                    self.blocks(cell, around)
            return
        self.rest()
        table, self.tables = self.tables, self.tables + 1
        self.whole = True
        for at, (row, cells) in enumerate(rows):
            change = around
            for mark in row.iterfind(f"{W}trPr/*"):
                if mark.tag in CHANGES:
                    change = self.change(mark, around)
            stretch = Stretch(text="", state=change.state, hand=change.hand)
            for column, cell in enumerate(cells):
                self.blocks(cell, around)
                self.flush(cell=Cell(table=table, row=at, column=column), row=stretch)
        self.whole = False

    def notes(self, kind: str, root: etree._Element | None) -> None:
        """Add the notes of a kind, in the order of their calls."""
        elements = {
            each.get(f"{W}id") or "": each
            for each in (root if root is not None else ())
            if each.get(f"{W}type") in (None, "normal")
        }
        self.whole = True
        ordered = dict.fromkeys(key for found, key in self.called if found == kind)
        for number, key in enumerate(ordered, 1):
            if key in elements:
                self.blocks(elements[key], NONE)
            self.flush(note=f"{kind} {number}")
        self.whole = False

    def change(self, element: etree._Element, around: Change) -> Change:
        """The change that an element opens."""
        tag = str(element.tag)
        for sign in element.iterchildren(*NAMES):
            self.sign(sign)  # LibreOffice opens a move inside what it moves.
        own = Change(state=CHANGES[tag], hand=hand(element), move=self.moves.get(tag))
        return own.within(around)

    def sign(self, element: etree._Element) -> None:
        """A bookmark, the ends of a comment, the ends of a move; anything else is passed by."""
        tag = element.tag
        if tag in SIGNS:
            sign, name = SIGNS[tag]
            self.items.append(Item(sign=sign, text=element.get(name) or ""))
        elif tag in NAMES:
            self.moves[NAMES[tag]] = element.get(f"{W}name") or None
        elif tag in ENDS:
            self.moves[ENDS[tag]] = None

    def inline(self, holder: etree._Element, around: Change) -> None:
        """Everything inside a paragraph, in order."""
        for child in holder:
            tag = child.tag
            if tag == R:
                self.run(child, around)
            elif tag in CHANGES:
                self.inline(child, self.change(child, around))
            elif tag in AROUND:
                self.inline(child, around)
            elif tag in DRAWN:
                self.drawn(child, around)
            else:
                self.sign(child)

    def run(self, element: etree._Element, change: Change) -> None:
        """One w:r."""
        hidden = element.find(f"{RPR}/{HIDDEN}")
        if hidden is not None and hidden.get(VAL) not in OFF:
            return
        for child in element:
            tag = child.tag
            if tag in (T, DELETED_TEXT):
                self.add(child.text or "", change)
            elif tag in LITERAL:
                self.add(LITERAL[tag], change)
            elif tag == SYM:
                self.add(symbol(child), change)
            elif tag in REFERENCES:
                self.called.append((REFERENCES[tag], child.get(f"{W}id") or ""))
                self.add(CALL, change)
                if child.get(f"{W}customMarkFollows") in ("1", "true", "on"):
                    return
            elif tag == COMMENTED:
                self.items.append(Item(sign=Sign.NAMED, text=child.get(f"{W}id") or ""))
            elif tag == FIELD:
                self.field_mark(child.get(f"{W}fldCharType"))
            elif tag in DRAWN:
                self.drawn(child, change)

    def add(self, text: str, change: Change) -> None:
        """Add words, unless they are the instruction of a field or were inserted and deleted
        again."""
        if not text or not all(self.fields):
            return
        if change.twice:
            if text.strip():
                who = change.hand.author or "somebody"
                self.remarks.append(f"“{text.strip()}” was inserted, and deleted again by {who}")
            return
        clean = text if text == "\n" else words(text)
        self.items.append(Item(text=clean, state=change.state, hand=change.hand, move=change.move))

    def field_mark(self, kind: str | None) -> None:
        """A field begins, gives its result, or ends."""
        if kind == "begin":
            self.fields.append(False)
        elif kind == "separate" and self.fields:
            self.fields[-1] = True
        elif kind == "end" and self.fields:
            self.fields.pop()

    def drawn(self, element: etree._Element, change: Change) -> None:
        """The text boxes of a drawing come after the paragraph that they hang on."""
        self.boxes += [
            (box, change)
            for box in element.iter(BOX)
            if not any(up.tag == FALLBACK for up in box.iterancestors())
        ]


def within(holder: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Rows of a table or cells of a row, whatever is around them."""
    for child in holder:
        if child.tag == tag:
            yield child
        elif child.tag in AROUND or child.tag in CHANGES:
            yield from within(child, tag)
