"""A list, cut into pages: what every list of the record gives back."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.db.models import Model, QuerySet

from whimbrel.queries.once import counted, once, worded

T = TypeVar("T")
M = TypeVar("M", bound=Model)
SIZE = 50
"""Rows on a page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed(Generic[T]):
    """Some rows of a list, and how many there are in all."""

    rows: tuple[T, ...]
    total: int
    page: int = 1
    size: int = SIZE

    @property
    def pages(self) -> int:
        """How many pages the list has; an empty one has one."""
        return max(1, -(-self.total // self.size))


def cut(listed: QuerySet[M], make: Callable[[M], T], page: int | None) -> Listed[T]:
    """One page of a list, from 1; all of it where `page` is None. A page past the end is empty."""
    if page is None:
        rows = tuple(make(one) for one in listed)
        return Listed(rows=rows, total=len(rows), size=max(1, len(rows)))
    start = (max(1, page) - 1) * SIZE
    rows = tuple(make(one) for one in listed[start : start + SIZE])
    return Listed(rows=rows, total=counted(listed), page=max(1, page))


Rows = Callable[[Sequence[int]], tuple[T, ...]]
"""What makes rows of the keys of records, in that order."""
AT_ONCE = 500
"""Rows that are made at once where a list is wanted whole."""


def page_of(listed: QuerySet[M], rows: Rows[T], page: int | None) -> Listed[T]:
    """The same of a long list, by its keys."""
    if page is None:
        keys = tuple(listed.values_list("pk", flat=True))
        starts = range(0, len(keys), AT_ONCE)
        every = tuple(one for start in starts for one in rows(keys[start : start + AT_ONCE]))
        return Listed(rows=every, total=len(every), size=max(1, len(every)))
    start = (max(1, page) - 1) * SIZE
    shown = rows(keys_of(listed, start, SIZE))
    return Listed(rows=shown, total=counted(listed), page=max(1, page))


def keys_of(listed: QuerySet[M], start: int, count: int) -> tuple[int, ...]:
    """The keys of so many records of a list. They are asked first and alone: an index answers that,
    where whole rows with all that hangs on them would be sorted just to be skipped."""
    return once(
        ("keys", worded(listed), start, count),
        lambda: tuple(listed.values_list("pk", flat=True)[start : start + count]),
    )


def whole(rows: Iterable[T], page: int | None) -> Listed[T]:
    """The same of rows that are already made."""
    every = tuple(rows)
    if page is None:
        return Listed(rows=every, total=len(every), size=max(1, len(every)))
    start = (max(1, page) - 1) * SIZE
    return Listed(rows=every[start : start + SIZE], total=len(every), page=max(1, page))
