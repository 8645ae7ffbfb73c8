"""Columns of a table: how wide each is, by what stands in it."""

from collections.abc import Sequence

LETTER = 0.7 * 25.4 / 72
"""Width of a generous bold letter in millimetres, for each point of its size."""
EDGES = 5.0
"""Millimetres that the edges of a cell take."""
LONGEST_WORD, WHOLE, MUCH = 24, 90, 400


def columns(rows: Sequence[Sequence[str]], width: float, size: float) -> list[float]:
    """Widths in millimetres that add up to `width`: each column has room for its longest word, if
    there is room at all; what is left goes where the most is said. `size`: of the letters, in
    points."""
    letter = size * LETTER
    least, wanted, share = [], [], []
    for cells in zip(*rows, strict=True):
        word = max((len(word) for cell in cells for word in cell.split()), default=1)
        whole = max((len(cell) for cell in cells), default=1)
        least.append(EDGES + min(word, LONGEST_WORD) * letter)
        wanted.append(max(1.0, min(whole, WHOLE) * letter + EDGES - least[-1]))
        share.append((min(word, LONGEST_WORD) * min(whole, MUCH)) ** 0.5)
    left = width - sum(least)
    if left < 0:
        edges = min(EDGES, width / len(share) / 2)
        room = width - edges * len(share)
        return [edges + room * one / sum(share) for one in share]
    return [one + left * more / sum(wanted) for one, more in zip(least, wanted, strict=True)]
