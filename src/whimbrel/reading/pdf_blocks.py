"""Printed rows -> blocks: which rows make one paragraph, on a page and across pages."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from whimbrel.facts.layout import preamble_opening
from whimbrel.reading.pdf_layout import (
    KNOWN,
    NEAR,
    Block,
    Layout,
    ends_sentence,
    hangs,
    starts_small,
    words_start,
)
from whimbrel.reading.pdf_rows import Row, grade

LOOSE, TIGHT = 1.25, 1.1
"""Distances of rows, in usual distances, that part paragraphs and that do not."""
CENTRED = 1.5
"""Points by which a centred row may miss the middle."""
LEADER = re.compile(r"(?:\.{5,}|(?:\. ){5,}|…{2,})\s*\d*$")
"""The end of an entry in a table of contents."""
LISTED = re.compile(r"; [A-Z]")


def blocks_of(rows: Sequence[Row]) -> tuple[list[Block], Layout]:
    """Rows of a whole document in reading order -> its blocks."""
    layout = Layout(rows)
    columns = [list(group) for _, group in groupby(rows, key=lambda row: (row.page, row.column))]
    layout.learn(block for column in columns for block in within_page(column, layout))
    parts = [list(within_page(column, layout)) for column in columns]
    out: list[Block] = []
    for blocks in parts:
        if out and blocks and across(out[-1], blocks[0], layout):
            out[-1] = Block(rows=out[-1].rows + blocks[0].rows)
            blocks = blocks[1:]
        out.extend(blocks)
    return out, layout


def within_page(rows: Sequence[Row], layout: Layout) -> Iterator[Block]:
    """The blocks of one column of one page."""
    current: list[Row] = []
    for row in rows:
        if current and parted(current, row, layout):
            yield Block(rows=tuple(current))
            current = []
        current.append(row)
    if current:
        yield Block(rows=tuple(current))


def parted(current: Sequence[Row], row: Row, layout: Layout) -> bool:
    """True where a row begins a block of its own."""
    by_form = parted_by_form(current, row, layout)
    if by_form is not None:
        return by_form
    by_edge = parted_by_edge(current, row, layout)
    return parted_by_words(current, row, layout) if by_edge is None else by_edge


def parted_by_form(current: Sequence[Row], row: Row, layout: Layout) -> bool | None:
    """What size, distance, weight and alignment of a row tell; None where they leave it open."""
    last = current[-1]
    if last.table or row.table or ends_entry(last.text):
        return True
    if abs(grade(last.size) - grade(row.size)) > 0.5:
        return True
    if not 0.4 < layout.distance(last, row) < LOOSE or last.tabular or row.tabular:
        return True
    if last.bold != row.bold:
        going_on = goes_on_small(row) and layout.distance(last, row) < TIGHT
        return not going_on or layout.short(last, row)
    if abs(row.x0 - last.x0) < 0.5:
        return None
    if same_middle(current, row, layout):
        return False
    return True if elsewhere(last, row, layout) or ranged_right(last, row, layout) else None


def parted_by_edge(current: Sequence[Row], row: Row, layout: Layout) -> bool | None:
    """What the left edge and the label of a row tell; None where they leave it open."""
    last, first = current[-1], current[0]
    said = last.said
    short, ended = layout.short(last, row), ends_sentence(said)
    if hangs(row) or (row.labelled and (short or ended) and label_place(current, row)):
        return True
    if len(current) > 1:
        return True if abs(row.x0 - last.x0) > NEAR else None
    if layout.begins(first, row):
        paused = (ended or said.endswith(",")) and not goes_on_small(row)
        return paused or opens(row) or layout.short(last, row, slack=1.0)
    if row.x0 > max(first.x0, words_start(first) or 0) + NEAR:
        return short or ended or (layout.known_at(row.x0) >= KNOWN and row.text[:1].isupper())
    return None


def parted_by_words(current: Sequence[Row], row: Row, layout: Layout) -> bool:
    """What the end of a row and the first words of the next tell."""
    last = current[-1]
    said, short = last.said, layout.short(last, row)
    ended = ends_sentence(said)
    fresh = opens(row) or row.labelled or not (last.mixed or row.mixed)
    paused = (ended or said.endswith(",")) and fresh
    if layout.distance(last, row) > TIGHT and (short or paused):
        return True
    capital = row.text[:1].isupper()
    if capital and said.endswith((";", "; and", "; or")):
        return not any(LISTED.search(one.text) for one in current)
    return layout.short(last, row, slack=0.4) and (ended or capital or row.labelled)


def goes_on_small(row: Row) -> bool:
    """Does a row go on in lower case, and not with a label such as `a)`?"""
    return starts_small(row.text) and not row.labelled


def ends_entry(text: str) -> bool:
    """Does a row end an entry in a table of contents?"""
    return (".." in text or ". ." in text or "…" in text) and bool(LEADER.search(text))


def label_place(current: Sequence[Row], row: Row) -> bool:
    """Could a label stand here? Not at the edge where the words of the paragraph go on."""
    if len(current) > 1 and abs(row.x0 - current[-1].x0) < NEAR:
        return abs(row.x0 - current[0].x0) < NEAR
    words = words_start(current[0])
    return words is None or abs(row.x0 - words) > NEAR or len(row.pieces) > 1


def same_middle(current: Sequence[Row], row: Row, layout: Layout) -> bool:
    """True for rows that are centred, one under the other."""
    if row.labelled:
        return False
    rows = (*current, row)
    middles = [(one.x0 + one.x1) / 2 for one in rows]
    edges = [one.x0 for one in rows]
    if max(middles) - min(middles) > CENTRED or max(edges) - min(edges) < NEAR:
        return False
    # A title may be as wide as its column; then only the middle of the column tells.
    middle = (layout.left(row) + layout.right(row)) / 2
    return min(edges) > layout.left(row) + 3 * NEAR or abs(middles[0] - middle) < CENTRED


def ranged_right(last: Row, row: Row, layout: Layout) -> bool:
    """True for two rows of a masthead that share their right edge and begin far from the left."""
    if last.labelled or abs(last.x1 - row.x1) > NEAR or abs(last.x0 - row.x0) < 0.5:
        return False
    return min(last.x0, row.x0) > layout.left(row) + 0.3 * (layout.right(row) - layout.left(row))


def elsewhere(last: Row, row: Row, layout: Layout) -> bool:
    """True for a row to the right of all words of the last one, or far to the left of them."""
    width = layout.right(row) - layout.left(row)
    return row.x0 > last.x1 or row.x1 < last.x0 - 0.2 * width


def across(block: Block, after: Block, layout: Layout) -> bool:
    """True where a block goes on in the first block of the next page or column."""
    last, row = block.last, after.first
    if last.table or row.table:
        return bool(last.table and row.table) and len(last.table[0]) == len(row.table[0])
    if abs(grade(last.size) - grade(row.size)) > 0.5 or last.bold != row.bold:
        return False
    if last.tabular or row.tabular:
        return False
    at_label = row.labelled
    if starts_small(row.text) and not at_label:
        return True
    said = last.said
    ended = ends_sentence(said)
    if layout.short(last, row, slack=0.0 if ended else 0.5):
        return False
    shift = column_shift(last, row, layout)
    expected = layout.goes_on_at(block)
    goes_on = expected is not None and abs(row.x0 - shift - expected) < NEAR
    if at_label:
        return goes_on and not ended and not layout.label_edges[round(row.x0 - shift)]
    if not goes_on:
        return not ended and not opens(row) and not said.endswith(",")
    if said.endswith(",") and opens(row) and abs(row.x0 - shift - block.first.x0) < NEAR:
        return False
    if not ended:
        return True
    return block.labelled or not opens_here(row, shift, layout)


def column_shift(last: Row, row: Row, layout: Layout) -> float:
    """How far the column of a row stands from the column of the one before."""
    return layout.left(row) - layout.left(last)


def opens(row: Row) -> bool:
    """Does a row open as preambular paragraphs do: in italics, or with the words they open with?"""
    if row.pieces[0].italic:
        return not all(piece.italic for piece in row.pieces)
    return row.text[:1].isupper() and bool(preamble_opening().match(row.text))


def opens_here(row: Row, shift: float, layout: Layout) -> bool:
    """Do blocks of this document begin at the left edge of this row?"""
    near = range(round(row.x0 - shift) - 2, round(row.x0 - shift) + 3)
    return opens(row) or sum(layout.starts[x] for x in near) > 0.2 * sum(layout.starts.values())
