"""A figure: a drawing for pages, a picture for Word files, the words for those who see neither, and
the numbers behind it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A drawing with its numbers."""

    svg: str
    png: bytes
    title: str
    alt: str
    """What the drawing shows, in a sentence or two."""
    table: tuple[tuple[str, ...], ...]
    """The numbers, row by row; the first row names the columns."""
    width: float
    """Millimetres."""
    height: float
