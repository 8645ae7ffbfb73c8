"""Pieces of text -> printed rows."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from whimbrel.reading.labels import typed
from whimbrel.reading.pdf_page import Page, Piece

SMALL = 0.82
"""A piece this much smaller than its row may be raised or lowered: a footnote call, an ordinal."""
WIDE_GAP = 2.5
"""Sizes of type between two pieces that do not belong to one sentence."""
SPACE, HYPHEN, CLOSE = 0.13, 0.22, 0.6
"""Sizes of type between two words, and more where a hyphen or a comma only stands apart."""
CLOSING = ",.)]"


class Row(NamedTuple):
    """One printed row: pieces from left to right on one baseline."""

    page: int
    pieces: tuple[Piece, ...]
    column: int
    """1 for the left column of a page, 2 for the right; 0 for a row over the whole width."""
    x0: float
    x1: float
    y: float
    size: float
    text: str
    bold: bool
    """All its words are bold."""
    labelled: bool
    """It opens with a number, a letter or a bullet."""
    said: str
    """Its words without a footnote call at their end."""
    mixed: bool
    """There is small type in it, which may push rows apart."""
    tabular: bool
    """It holds cells rather than words."""

    @property
    def table(self) -> tuple[tuple[str, ...], ...]:
        """The cells of the table that stands here instead of words."""
        return self.pieces[0].table


def row_of(page: int, pieces: Sequence[Piece], column: int = 0) -> Row:
    """Pieces as one row; its baseline and size are those of most of its words."""
    ordered = spaced(sorted(pieces, key=lambda piece: piece.x0))
    main = main_piece(ordered)
    text = "".join(piece.text for piece in ordered).strip()
    mixed = any(piece.size < main.size * SMALL for piece in ordered)
    labelled = typed(text) is not None
    return Row(
        page=page,
        pieces=ordered,
        column=column,
        x0=ordered[0].x0,
        x1=max(piece.x1 for piece in ordered),
        y=main.y,
        size=main.size,
        text=text,
        bold=main.bold
        and all(piece.bold for piece in ordered if any(map(str.isalnum, piece.text))),
        labelled=labelled,
        said=without_call(ordered, main.size) if mixed else text,
        mixed=mixed,
        tabular=len(ordered) > 1 and is_tabular(ordered, labelled=labelled),
    )


def is_tabular(pieces: Sequence[Piece], *, labelled: bool) -> bool:
    """True for wide gaps between pieces, not counting the one after a label."""
    wide = [gap(one, two) > WIDE_GAP for one, two in pairwise(pieces)]
    if not any(wide):
        return False
    return any(wide[1:]) or (not labelled and len(pieces[0].text.strip()) > 6)


def without_call(pieces: Sequence[Piece], size: float) -> str:
    """The words of pieces without small type at their end."""
    end = len(pieces)
    while end > 1 and pieces[end - 1].size < size * SMALL:
        end -= 1
    return "".join(piece.text for piece in pieces[:end]).strip()


def main_piece(pieces: Sequence[Piece]) -> Piece:
    """The piece that stands for its row: the longest of the largest dress."""
    if len(pieces) == 1:
        return pieces[0]
    found, length = pieces[0], len(pieces[0].text)
    for piece in pieces[1:]:
        if piece.size * SMALL > found.size or (
            len(piece.text) > length and piece.size >= found.size * SMALL
        ):
            found, length = piece, len(piece.text)
    return found


def spaced(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Pieces with a space wherever the gap to the next is one."""
    out: list[Piece] = []
    for piece in pieces:
        if out:
            before, words = out[-1], out[-1].text.rstrip(" ")
            wide = gap(before, piece) > needed(words, piece.text[0])
            if wide or (piece.text[0] not in CLOSING and words != before.text):
                words += " "
            if words != before.text:
                out[-1] = before._replace(text=words)
        out.append(piece)
    return tuple(out)


def needed(before: str, after: str) -> float:
    """How wide a gap must be to part two words."""
    if after in CLOSING:
        return CLOSE
    return HYPHEN if before.endswith("-") and (before[-2:-1].isalnum() or before == "-") else SPACE


def gap(before: Piece, after: Piece) -> float:
    """White space between two pieces in sizes of type."""
    return (after.x0 - before.x1) / max(before.size, after.size, 1.0)


def fragments_of(page: Page) -> Iterable[list[Piece]]:
    """Runs of pieces that follow each other in the file on one baseline."""
    current: list[Piece] = []
    main: Piece | None = None
    for piece in page.pieces:
        if main and not continues(current[-1], main, piece):
            yield current
            current, main = [], None
        current.append(piece)
        main = main_piece((main, piece)) if main else piece
    if current:
        yield current


def continues(last: Piece, main: Piece, piece: Piece) -> bool:
    """True where a piece stands to the right of the last one, on the baseline and near."""
    if last.table or piece.table:
        return False
    if piece.x0 < last.x1 - 0.5 * main.size or gap(last, piece) > WIDE_GAP:
        return False
    return on_baseline(main, piece)


def on_baseline(one: Piece, two: Piece) -> bool:
    """Do two pieces stand on one row? Small type may be raised or lowered by half its size."""
    large = max(one.size, two.size, 1.0)
    apart = abs(one.y - two.y)
    if min(one.size, two.size) <= large * SMALL:
        return apart < large * 0.55
    return apart < large * 0.25


def merged(fragments: Iterable[list[Piece]]) -> list[list[Piece]]:
    """Fragments from the top of the page down, those on one baseline joined."""
    rows: list[list[Piece]] = []
    mains: list[Piece] = []
    known = [(main_piece(fragment), fragment) for fragment in fragments]
    for main, fragment in sorted(known, key=lambda part: (-part[0].y, part[1][0].x0)):
        near = range(len(rows) - 1, max(-1, len(rows) - 4), -1)
        home = next((at for at in near if beside(mains[at], rows[at], main, fragment)), None)
        if home is None:
            rows.append(list(fragment))
            mains.append(main)
        else:
            rows[home].extend(fragment)
            mains[home] = main_piece(rows[home])
    return rows


def beside(home: Piece, row: Sequence[Piece], main: Piece, fragment: Sequence[Piece]) -> bool:
    """True where a fragment shares the baseline of a row and covers none of it; `home` and `main`
    stand for them."""
    if not on_baseline(home, main) or row[0].table or fragment[0].table:
        return False
    left, right = fragment[0].x0, fragment[-1].x1
    slack = 0.5 * home.size
    return all(piece.x1 <= left + slack or piece.x0 >= right - slack for piece in row)


@lru_cache(maxsize=4096)
def grade(size: float) -> float:
    """A size of type to the next half point."""
    return round(size * 2) / 2
