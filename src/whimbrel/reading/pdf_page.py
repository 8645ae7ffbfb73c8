"""A PDF page as it is printed: pieces of text with their places, and thin strokes."""

from dataclasses import dataclass
from typing import NamedTuple


class Piece(NamedTuple):
    """Words in one dress on one line of type. `x0` and `y` are the start of the baseline."""

    # A page has hundreds: a dataclass takes three times as long to make.
    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    italic: bool
    href: str | None = None
    table: tuple[tuple[str, ...], ...] = ()
    """The cells of a ruled table that stood here; then there are no words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A thin vertical stroke, such as a line between two columns of a table."""

    x: float
    y0: float
    y1: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A thin horizontal stroke, such as the one above footnotes."""

    x0: float
    x1: float
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What a page shows, in the order of the file."""

    number: int
    pieces: tuple[Piece, ...] = ()
    rules: tuple[Rule, ...] = ()
    bars: tuple[Bar, ...] = ()
    turned: int = 0
    """How many pieces were left out because they run across the reading direction of the page."""
    letters: int = 0
    """How many characters the page has, readable or not."""


def angle(a: float, b: float) -> int:
    """How far text with this matrix is turned: 0, 90, 180 or 270 degrees; -1 for aslant."""
    if abs(b) < abs(a) * 0.02:
        return 0 if a >= 0 else 180
    if abs(a) < abs(b) * 0.02:
        return 90 if b > 0 else 270
    return -1


def most_common(angles: list[int]) -> int:
    """The angle that most pieces have; 0 for an empty page."""
    return max(set(angles), key=angles.count) if angles else 0


def turned(x: float, y: float, angle: int) -> tuple[float, float]:
    """A place on a page turned by `angle`, as it stands when the page is held upright."""
    if angle == 90:
        return y, -x
    if angle == 180:
        return -x, -y
    if angle == 270:
        return -y, x
    return x, y
