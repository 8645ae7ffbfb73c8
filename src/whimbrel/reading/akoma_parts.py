"""The parts of an Akoma Ntoso file from others, in reading order: preamble, body, annexes."""

from collections.abc import Iterator

from lxml import etree

from whimbrel.document import Kind, Node, Run
from whimbrel.document.akn_read import name as local
from whimbrel.document.runs import cut, squeeze
from whimbrel.reading.akoma_lists import Lists, bare, child, children, label_of
from whimbrel.reading.akoma_names import (
    HEADING_CLASS,
    HEADINGS,
    HOLDERS,
    PARAGRAPHS,
    PREAMBULAR,
    SECTION_LABEL,
    SECTIONS,
    STEP,
    TYPED_LABEL,
    rank_of,
)
from whimbrel.reading.akoma_outline import Block, End, Piece, Title
from whimbrel.reading.akoma_words import Words
from whimbrel.reading.limits import Clock


class Parts:
    """Reads one file; knows its footnotes, the rank of the section it is in, and the number that
    waits for its title."""

    def __init__(self, clock: Clock | None) -> None:
        self.clock = clock
        self.words = Words()
        self.lists = Lists(self.words)
        self.base = 0
        self.waiting: str | None = None
        self.numbered = False
        """A numbered paragraph was read in this section: loose items belong to it."""

    def pieces(self, element: etree._Element) -> Iterator[Piece]:
        """The pieces of an element that holds parts."""
        for each in element:
            if self.clock:
                self.clock.check(f"line {each.sourceline}")
            yield from self.part(each)
        if self.waiting and local(element) in ("mainBody", "body"):
            yield from self.title("", ())

    def part(self, each: etree._Element) -> Iterator[Piece]:
        """One part, by the name of its element."""
        name = local(each)
        if name == "attachment":
            yield from self.annex(each)
        elif name == "component":
            yield from self.component(each)
        elif name in HOLDERS:
            yield from self.pieces(each)
        elif name in ("preamble", "preface"):
            yield from self.preamble(each) if name == "preamble" else ()
        elif name == "conclusions":
            yield End(rank=0)
            yield from [
                Block(below=0, node=self.node(Kind.PARAGRAPH, p))
                for p in each.iter()
                if local(p) == "p"
            ]
        elif name in SECTIONS:
            yield from self.section(each)
        elif name in PARAGRAPHS:
            yield from self.paragraph(each)
        elif name == "crossHeading" and each.get("refersTo") == "#preamble":
            yield Block(below=0, node=self.node(Kind.PREAMBLE, each))
        elif name in HEADINGS:
            yield from self.title("", self.words.runs(each))
        elif name in ("list", "blockList", "point", "item"):
            yield from self.lists.blocks(each, below=1)
        elif name in ("container", "table", "tblock", "p", "block", "foreign", "blockContainer"):
            yield from self.block(each)

    def node(self, kind: Kind, element: etree._Element, label: str = "") -> Node:
        """A node with all words of an element."""
        return Node(kind=kind, label=label or None, runs=self.words.runs(element))

    def preamble(self, preamble: etree._Element) -> Iterator[Piece]:
        """Formula and recitals; the items of a recital hang under it."""
        for each in preamble:
            if local(each) not in PREAMBULAR:
                continue
            inner = [every for every in each if local(every) in ("recital", "citation")]
            if inner:
                yield from self.preamble(each)
                continue
            listed = child(each, "blockList")
            words = each if listed is None else child(listed, "listIntroduction")
            runs = self.words.runs(words, ("num", "blockList"))
            yield Block(
                below=0, node=Node(kind=Kind.PREAMBLE, label=label_of(each) or None, runs=runs)
            )
            if listed is not None:
                yield from self.lists.blocks(listed, below=1)

    def component(self, component: etree._Element) -> Iterator[Piece]:
        """One of several texts in a file, such as resolutions A and B of one number: a section with
        their letter."""
        self.numbered = False
        numbers = [
            squeeze("".join(each.itertext()))
            for each in component.iter()
            if local(each) == "docNumber"
        ]
        letters = [number for number in numbers if SECTION_LABEL.fullmatch(bare(number))]
        titles = [self.words.runs(each) for each in component.iter() if local(each) == "docTitle"]
        if letters:
            yield Title(
                rank=0,
                node=Node(kind=Kind.HEADING, label=letters[0], runs=titles[-1] if titles else ()),
            )
            self.base += STEP
            yield from self.pieces(component)
            self.base -= STEP
            yield End(rank=0)
            return
        yield from self.pieces(component)

    def annex(self, attachment: etree._Element) -> Iterator[Piece]:
        """An attachment. Its first heading, where it is a word or two ("Annex", "Annexe II"), is
        its label."""
        self.numbered = False
        base, self.base = self.base, self.base + STEP
        inner = list(self.pieces(attachment))
        self.base = base
        heads = [piece.node for piece in inner[:2] if isinstance(piece, Title)]
        short = bool(heads) and len(heads[0].text.split()) <= 2
        title = heads[short:][:1]
        if inner and not isinstance(inner[0], Title):
            heads, title = [], []
        del inner[: short + len(title)]
        label = heads[0].text if short else None
        yield Title(
            rank=base, node=Node(kind=Kind.ANNEX, label=label, runs=title[0].runs if title else ())
        )
        yield from inner
        yield End(rank=base)

    def section(self, section: etree._Element) -> Iterator[Piece]:
        """A section, article or the like: under its heading, or a paragraph where it has none."""
        if (
            not any(local(each) in HEADINGS for each in section)
            and child(section, "content", "intro") is not None
        ):
            yield from self.paragraph(section)
            return
        self.numbered = False
        base, label = self.base, label_of(section)
        self.base += STEP
        heads = [each for each in section if local(each) in ("heading", "subheading")]
        self.waiting = label or None
        for head in heads:
            yield from self.title("", self.words.runs(head), rank=base)
        if self.waiting:
            yield from self.title("", (), rank=base)
        for each in section:
            if local(each) not in ("num", "heading", "subheading"):
                yield from self.part(each)
        self.base = base
        yield End(rank=base)

    def title(
        self, label: str, runs: tuple[Run, ...], rank: int | None = None, style: str = ""
    ) -> Iterator[Piece]:
        """A heading. One that is only a number ("I", "A.") is the label of the next."""
        text = "".join(run.text for run in runs)
        if not label and self.waiting is None and SECTION_LABEL.fullmatch(bare(text)):
            self.waiting = text
            return
        label = label or self.waiting or ""
        self.waiting = None
        own = self.base + rank_of(bare(label), style) if rank is None else rank
        self.numbered = False
        yield Title(rank=own, node=Node(kind=Kind.HEADING, label=label or None, runs=runs))

    def paragraph(self, paragraph: etree._Element) -> Iterator[Piece]:
        """A paragraph, or what the United Nations mark as one: a heading, an item that stands
        alone."""
        label, style = label_of(paragraph), paragraph.get("class", "")
        for head in children(paragraph, "subheading", "heading"):
            yield from self.title(
                label if SECTION_LABEL.fullmatch(bare(label)) else "",
                self.words.runs(head),
                style=style,
            )
            label = "" if SECTION_LABEL.fullmatch(bare(label)) else label
        lists = children(paragraph, "list", "blockList")
        runs = self.words.runs(child(paragraph, "content", "intro"), ("blockList",))
        if lists and (intro := child(lists[0], "intro", "listIntroduction")) is not None:
            runs = (*runs, *([Run(text=" ")] if runs else []), *self.words.runs(intro))
        if runs or label:
            yield from self.worded(label, runs, style)
        for each in paragraph:
            if local(each) in ("list", "blockList", "point"):
                yield from self.lists.blocks(each, below=1)
            elif local(each) in SECTIONS or local(each) in PARAGRAPHS:
                yield from [below(piece) for piece in self.part(each)]
        for content in children(paragraph, "content"):
            for listed in children(content, "blockList"):
                yield from self.lists.blocks(listed, below=1)

    def worded(self, label: str, runs: tuple[Run, ...], style: str) -> Iterator[Piece]:
        """The node that label and words of a paragraph make."""
        text = "".join(run.text for run in runs)
        number = bare(label)
        if label and SECTION_LABEL.fullmatch(number) and not label.startswith("("):
            yield from self.title(label, runs, style=style)
        elif label and number.isdigit() and not label.startswith("("):
            self.numbered = True
            yield Block(below=0, node=Node(kind=Kind.PARAGRAPH, label=label, runs=runs))
        elif label:
            yield Block(below=int(self.numbered), node=Node(kind=Kind.ITEM, label=label, runs=runs))
        elif HEADING_CLASS.match(style) or (
            len(text) < 200 and all(run.bold for run in runs if run.text.strip())
        ):
            yield from self.title("", runs, style=style)
        elif typed := TYPED_LABEL.match(text):
            kind = Kind.ITEM if self.numbered or not typed[1][0].isdigit() else Kind.PARAGRAPH
            node = Node(kind=kind, label=typed[1], runs=cut(runs, typed.end()))
            yield Block(below=int(self.numbered), node=node)
        else:
            yield Block(below=0, node=Node(kind=Kind.PARAGRAPH, runs=runs))

    def block(self, element: etree._Element) -> Iterator[Piece]:
        """Tables, and words that stand in no paragraph."""
        tables = [each for each in element.iter() if local(each) == "table"]
        for table in tables:
            rows = [row for row in table.iter() if local(row) == "tr"]
            cells = tuple(
                tuple(
                    squeeze(" ".join(cell.itertext()))
                    for cell in row
                    if local(cell) in ("td", "th")
                )
                for row in rows
            )
            yield Block(
                below=0,
                node=Node(
                    kind=Kind.TABLE, runs=self.words.runs(child(table, "caption")), rows=cells
                ),
            )
        if not tables:
            yield Block(below=0, node=self.node(Kind.PARAGRAPH, element))


def below(piece: Piece) -> Piece:
    """A piece one step further in, for paragraphs inside paragraphs."""
    return Block(below=piece.below + 1, node=piece.node) if isinstance(piece, Block) else piece
