"""A made-up progress report in the style of the house, to show what the reader finds in it."""

from whimbrel.demo.specimen import compose

__all__ = ["compose"]
