"""Columns of a table: how wide each is, by what stands in it."""

import re
from collections.abc import Sequence

LETTER = 0.63 * 25.4 / 72
"""Width of a bold letter in millimetres, for each point of its size."""
EDGES = 4.2
"""Millimetres that the edges of a cell take."""
LONGEST_WORD, WHOLE = 15, 150
"""Letters of one word, and of one cell, beyond which a column asks for no more room."""
PIECES = re.compile(r"(?<=[/#_-])|(?<=–)(?!\d)|\s+")
"""Where a line may break: between words, and behind the marks inside symbols, but not inside
"189–275"."""


def columns(rows: Sequence[Sequence[str]], width: float, size: float) -> list[float]:
    """Widths in millimetres that add up to `width`: each column has room for its longest word;
    where there is not enough, the widest give way first. What is left goes where the most is said.
    `size`: of the letters, in points."""
    letter = size * LETTER
    least, wanted = [], []
    for cells in zip(*rows, strict=True):
        word = max((len(piece) for cell in cells for piece in PIECES.split(cell)), default=1)
        whole = max((len(cell) for cell in cells), default=1)
        least.append(EDGES + max(1, min(word, LONGEST_WORD)) * letter)
        wanted.append(max(1.0, min(whole, WHOLE) * letter + EDGES - least[-1]))
    left = width - sum(least)
    if left < 0:
        most = highest(least, width)
        return [min(one, most) for one in least]
    return [one + left * more / sum(wanted) for one, more in zip(least, wanted, strict=True)]


def highest(least: Sequence[float], width: float) -> float:
    """The width that no column may pass so that all of them fill the page."""
    rest, waiting = width, len(least)
    for one in sorted(least):
        if one * waiting >= rest:
            break
        rest, waiting = rest - one, waiting - 1
    return rest / waiting
