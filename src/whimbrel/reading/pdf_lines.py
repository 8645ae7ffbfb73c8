"""Blocks of rows -> lines: words joined across rows, footnote calls, and the rank of headings."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from whimbrel.document import Run
from whimbrel.document.runs import tidy
from whimbrel.reading.clean import Words, joint
from whimbrel.reading.line import Line
from whimbrel.reading.pdf_layout import NEAR, Block, Layout
from whimbrel.reading.pdf_notes import CALLS, SPLIT, UNIT, Notes, raised
from whimbrel.reading.pdf_page import Piece
from whimbrel.reading.pdf_rows import SMALL, WIDE_GAP, Row, gap, grade, row_of

Dress = tuple[bool, bool, str | None]
DEEPEST = 9
LONGEST_HEADING = 4
"""Rows of the longest heading."""


PLAIN: Dress = (False, False, None)


class Spans:
    """Words being joined: pieces in one dress are gathered before they become a run."""

    def __init__(self) -> None:
        self.runs: list[Run] = []
        self.dress: Dress = PLAIN
        self.text: list[str] = []

    def add(self, text: str, dress: Dress) -> None:
        """More words. A space between two dresses goes to the plain one."""
        if dress != self.dress and self.text:
            last = self.text[-1]
            if dress == PLAIN and last.endswith(" "):
                self.text[-1], text = last.rstrip(" "), f" {text}"
            self.flush()
        self.dress = dress
        self.text.append(text)

    def call(self, key: str) -> None:
        """A footnote is called here. The space that seems to stand before a raised call is none."""
        if self.text:
            self.text[-1] = self.text[-1].rstrip(" ")
        self.flush()
        self.runs.append(Run(note=key))

    def end_row(self, drop: int, between: str) -> None:
        """A row ends: drop a hyphen that only cut a word, put what stands between two rows."""
        if not self.text:
            self.add(between, PLAIN)
            return
        last = self.text[-1].rstrip(" ")
        self.text[-1] = last[: len(last) - drop] + between

    def flush(self) -> None:
        """The words so far become a run."""
        italic, bold, href = self.dress
        text = "".join(self.text)
        if text:
            self.runs.append(Run(text=text, italic=italic, bold=bold, href=href))
        self.text = []

    def done(self) -> tuple[Run, ...]:
        """All of it as runs in normal form."""
        self.flush()
        return tidy(self.runs)


@dataclass(frozen=True, slots=True)
class Joiner:
    """Makes runs of rows."""

    words: Words
    notes: Notes

    def runs(self, rows: Sequence[Row]) -> tuple[Run, ...]:
        """The words of several rows as runs in normal form."""
        spans = Spans()
        for at, row in enumerate(rows):
            if at:
                spans.end_row(*joint(rows[at - 1].text, row.text, self.words))
            self.add_row(spans, row)
        return spans.done()

    def add_row(self, spans: Spans, row: Row) -> None:
        """The words and footnote calls of one row."""
        for at, piece in enumerate(row.pieces):
            keys = self.calls(row, at)
            if keys is None:
                spans.add(piece.text, (piece.italic, piece.bold, piece.href))
                continue
            for key in keys:
                spans.call(key)
            if piece.text.endswith(" "):
                spans.add(" ", PLAIN)

    def calls(self, row: Row, at: int) -> list[str] | None:
        """Keys of the notes that a raised piece calls; None where it is words."""
        piece, before = row.pieces[at], row.pieces[at - 1]
        if not at or piece.size > row.size * SMALL or not raised(piece, row):
            return None
        words = piece.text.strip().strip("()[]")
        if not CALLS.fullmatch(words) or UNIT.search(before.text.strip()):
            return None
        keys = [self.notes.called(marker, row.page) for marker in SPLIT.split(words)]
        if any(keys):
            return [key for key in keys if key]
        # A raised number without a footnote is no part of the word before it.
        return [] if words[0].isdigit() else None


def lines_of(blocks: Sequence[Block], layout: Layout, joiner: Joiner) -> Iterator[Line]:
    """Every block as a line; rows of cells that are no table as one line a cell."""
    headings = headings_of(blocks, layout)
    edges = indents(blocks)
    for block in blocks:
        if block.first.table:
            yield Line(rows=table_of(block), place=f"page {block.first.page}")
            continue
        for part in cells(block):
            runs = joiner.runs(part.rows)
            if not any(run.text for run in runs):
                continue
            bold = all(run.bold for run in runs if run.text.strip())
            yield Line(
                runs=runs,
                bold=bold,
                heading=headings.rank(part, layout, bold),
                depth=edges.get(round(part.first.x0)),
                place=f"page {part.first.page}",
            )


def table_of(block: Block) -> tuple[tuple[str, ...], ...]:
    """The cells of a table over all its pages; a head that is repeated on each stands once."""
    head = block.first.table[:1]
    rows = list(block.first.table)
    for row in block.rows[1:]:
        rows.extend(row.table[1:] if row.table[:1] == head else row.table)
    return tuple(rows)


def cells(block: Block) -> Iterator[Block]:
    """A row of cells as one block a cell; every other block as it is."""
    row = block.first
    if len(block.rows) > 1 or not row.tabular:
        yield block
        return
    current: list[Piece] = []
    for piece in row.pieces:
        if current and gap(current[-1], piece) > WIDE_GAP and len(current[0].text.strip()) > 3:
            yield Block(rows=(row_of(row.page, current, row.column),))
            current = []
        current.append(piece)
    yield Block(rows=(row_of(row.page, current, row.column),))


@dataclass(frozen=True, slots=True, kw_only=True)
class Headings:
    """How the headings of a document are set, the highest first."""

    sizes: tuple[float, ...]
    """Sizes of type above that of the body."""
    titled: bool
    """The largest size is that of the title on the first page."""
    edges: tuple[float, ...]
    """Left edges at which large headings stand."""

    def rank(self, block: Block, layout: Layout, bold: bool) -> int | None:
        """0 for the title, then 1, 2 and so on; None for what is no heading by its size.

        Bold words in the size of the body come after all larger ones, where there are such and
        they stand at the same edge: a bold line further in is part of the text.
        """
        size = grade(block.first.size)
        if len(block.rows) > LONGEST_HEADING:
            return None
        if size in self.sizes:
            rank = self.sizes.index(size) + (not self.titled)
            return min(rank, DEEPEST) if block.first.page == 1 else min(max(rank, 1), DEEPEST)
        at_edge = any(abs(block.first.x0 - edge) < NEAR for edge in self.edges)
        if bold and at_edge and len(self.sizes) > 1 and abs(size - layout.body) <= 0.5:
            return min(len(self.sizes) + (not self.titled), DEEPEST)
        return None


def headings_of(blocks: Sequence[Block], layout: Layout) -> Headings:
    """The sizes of type that rank the headings of a document."""
    large = [
        block
        for block in blocks
        if not block.first.table
        and grade(block.first.size) > layout.body + 0.5
        and len(block.rows) <= LONGEST_HEADING
    ]
    sizes = sorted({grade(block.first.size) for block in large}, reverse=True)
    first = [block for block in large if block.first.page == 1]
    titled = any(grade(block.first.size) == sizes[0] for block in first)
    edges = {round(block.first.x0): block.first.x0 for block in large if block not in first}
    return Headings(sizes=tuple(sizes), titled=titled, edges=tuple(edges.values()))


def indents(blocks: Sequence[Block]) -> dict[int, int]:
    """Rank of every left edge at which blocks begin: 0 is the outermost."""
    edges = sorted({round(block.first.x0) for block in blocks})
    out: dict[int, int] = {}
    depth = 0
    for before, at in pairwise([edges[0] if edges else 0, *edges]):
        depth += at - before > NEAR
        out[at] = depth
    return out
