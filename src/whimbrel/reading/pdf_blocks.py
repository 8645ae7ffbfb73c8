"""Printed rows -> blocks: which rows make one paragraph, on a page and across pages."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from whimbrel.reading.pdf_layout import (
    NEAR,
    Block,
    Layout,
    ends_sentence,
    hangs,
    starts_small,
    words_of,
    words_start,
)
from whimbrel.reading.pdf_rows import SMALL, WIDE_GAP, Row, gap, grade

LOOSE, TIGHT = 1.25, 1.1
"""Distances of rows, in usual distances, that part paragraphs and that do not."""
CENTRED = 2.0
"""Points by which a centred row may miss the middle of its column."""
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
    last, first = current[-1], current[0]
    if last.table or row.table or LEADER.search(last.text):
        return True
    if abs(grade(last.size) - grade(row.size)) > 0.5:
        return True
    distance = (last.y - row.y) / layout.apart(row.size)
    if distance > LOOSE or distance < 0.4:
        return True
    if tabular(last) or tabular(row):
        return True
    if last.bold != row.bold:
        going_on = starts_small(row.text) and not row.labelled and distance < TIGHT
        return not going_on or layout.short(last, row)
    if same_middle(current, row, layout):
        return False
    if elsewhere(last, row, layout) or ranged_right(last, row, layout):
        return True
    said = words_of(last)
    short, ended = layout.short(last, row), ends_sentence(said)
    paused = ended or said.endswith(",")
    if row.labelled and (short or ended) and label_place(current, row):
        return True
    if hangs(row) and (short or paused):
        return True
    if len(current) > 1 and abs(row.x0 - last.x0) > NEAR:
        return True
    if len(current) == 1 and layout.begins(first, row):
        going_on = starts_small(row.text) and not row.labelled
        return (paused and not going_on) or layout.short(last, row, slack=1.0)
    if len(current) == 1 and row.x0 > max(first.x0, words_start(first) or 0) + NEAR:
        return short and ended
    if distance > TIGHT and (
        short or (paused and (opens(row) or row.labelled or not mixed(last, row)))
    ):
        return True
    if said.endswith((";", "; and", "; or")) and row.text[:1].isupper():
        return not any(LISTED.search(one.text) for one in current)
    return layout.short(last, row, slack=0.4) and (ended or row.text[:1].isupper() or row.labelled)


def label_place(current: Sequence[Row], row: Row) -> bool:
    """Could a label stand here? Not at the edge where the words of the paragraph go on."""
    if len(current) > 1 and abs(row.x0 - current[-1].x0) < NEAR:
        return abs(row.x0 - current[0].x0) < NEAR
    words = words_start(current[0])
    return words is None or abs(row.x0 - words) > NEAR or len(row.pieces) > 1


def tabular(row: Row) -> bool:
    """Does a row hold cells rather than words? Wide gaps, not counting the one after a label."""
    wide = [gap(one, two) > WIDE_GAP for one, two in pairwise(row.pieces)]
    if not any(wide):
        return False
    return any(wide[1:]) or (not row.labelled and len(row.pieces[0].text.strip()) > 6)


def same_middle(current: Sequence[Row], row: Row, layout: Layout) -> bool:
    """True for rows that are centred in their column, one under the other."""
    if row.labelled:
        return False
    middle = (layout.left(row) + layout.right(row)) / 2
    rows = (*current, row)
    edges = [one.x0 for one in rows]
    centred = all(abs((one.x0 + one.x1) / 2 - middle) < CENTRED for one in rows)
    return centred and max(edges) - min(edges) > NEAR


def ranged_right(last: Row, row: Row, layout: Layout) -> bool:
    """True for two rows of a masthead that share their right edge and begin far from the left."""
    far = layout.left(row) + 0.3 * (layout.right(row) - layout.left(row))
    return (
        min(last.x0, row.x0) > far and abs(last.x1 - row.x1) < NEAR and abs(last.x0 - row.x0) > 0.5
    )


def elsewhere(last: Row, row: Row, layout: Layout) -> bool:
    """True for a row to the right of all words of the last one, or far to the left of them."""
    width = layout.right(row) - layout.left(row)
    return row.x0 > last.x1 or row.x1 < last.x0 - 0.2 * width


def mixed(*rows: Row) -> bool:
    """Is there small or raised type in a row, which may push rows apart?"""
    return any(piece.size < row.size * SMALL for row in rows for piece in row.pieces)


def across(block: Block, after: Block, layout: Layout) -> bool:
    """True where a block goes on in the first block of the next page or column."""
    last, row = block.last, after.first
    if last.table or row.table:
        return bool(last.table and row.table) and len(last.table[0]) == len(row.table[0])
    if abs(grade(last.size) - grade(row.size)) > 0.5 or last.bold != row.bold:
        return False
    if tabular(last) or tabular(row):
        return False
    at_label = row.labelled
    if starts_small(row.text) and not at_label:
        return True
    said = words_of(last)
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
    if not ended:
        return True
    return block.labelled or not opens_here(row, shift, layout)


def column_shift(last: Row, row: Row, layout: Layout) -> float:
    """How far the column of a row stands from the column of the one before."""
    return layout.left(row) - layout.left(last)


def opens(row: Row) -> bool:
    """Does a row open with words in italics, as preambular paragraphs do?"""
    return row.pieces[0].italic and not all(piece.italic for piece in row.pieces)


def opens_here(row: Row, shift: float, layout: Layout) -> bool:
    """Do blocks of this document begin at the left edge of this row?"""
    near = range(round(row.x0 - shift) - 2, round(row.x0 - shift) + 3)
    return opens(row) or sum(layout.starts[x] for x in near) > 0.2 * sum(layout.starts.values())
