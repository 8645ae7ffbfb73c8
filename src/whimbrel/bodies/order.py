"""Mentions in the order of a text, asked by place: long lists of bodies stay quick."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from whimbrel.bodies.body import Mention


class Order:
    """Mentions that do not overlap."""

    __slots__ = ("_starts", "by_end", "by_start", "mentions")

    def __init__(self, mentions: Iterable[Mention]) -> None:
        """Take mentions in any order."""
        self.mentions: Sequence[Mention] = sorted(mentions, key=lambda one: one.start)
        self.by_start = {one.start: one for one in self.mentions}
        self.by_end = {one.end: one for one in self.mentions}
        self._starts = [one.start for one in self.mentions]

    def around(self, start: int, end: int) -> Mention | None:
        """The mention that a span lies in."""
        one = self.before(start + 1)
        return one if one and end <= one.end else None

    def before(self, place: int) -> Mention | None:
        """The last mention that begins before a place."""
        at = bisect_right(self._starts, place - 1)
        return self.mentions[at - 1] if at else None

    def between(self, start: int, end: int) -> Sequence[Mention]:
        """The mentions that begin behind `start` and before `end`."""
        since = bisect_right(self._starts, start)
        return self.mentions[since : bisect_right(self._starts, end - 1)]

    def meets(self, start: int, end: int) -> bool:
        """Whether a mention overlaps a span."""
        one = self.before(end)
        return one is not None and start < one.end
