"""A list, cut into pages: what every list of the record gives back."""

from collections.abc import Callable, Iterable
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


def cut(
    listed: QuerySet[M], make: Callable[[M], T], page: int | None,
    ready: Callable[[QuerySet[M]], QuerySet[M]] | None = None,
) -> Listed[T]:  # fmt: skip
    """One page of a list, from 1; all of it where `page` is None. A page past the end is empty.
    `ready` brings along what a row needs; without it the list has that already."""
    if page is None:
        rows = tuple(make(one) for one in (ready(listed) if ready else listed))
        return Listed(rows=rows, total=len(rows), size=max(1, len(rows)))
    start = (max(1, page) - 1) * SIZE
    if ready:
        rows = some(listed, make, start, SIZE, ready)
    else:
        rows = tuple(make(one) for one in listed[start : start + SIZE])
    return Listed(rows=rows, total=counted(listed), page=max(1, page))


def some(
    listed: QuerySet[M], make: Callable[[M], T], start: int, count: int,
    ready: Callable[[QuerySet[M]], QuerySet[M]],
) -> tuple[T, ...]:  # fmt: skip
    """So many rows of a list. Which they are is asked first, by their keys alone: an index answers
    that, where whole rows with all that hangs on them would be sorted just to be skipped."""
    keys = once(
        ("keys", worded(listed), start, count),
        lambda: tuple(listed.values_list("pk", flat=True)[start : start + count]),
    )
    found = ready(listed.model._default_manager.filter(pk__in=keys).order_by()).in_bulk()
    return tuple(make(found[key]) for key in keys if key in found)


def whole(rows: Iterable[T], page: int | None) -> Listed[T]:
    """The same of rows that are already made."""
    every = tuple(rows)
    if page is None:
        return Listed(rows=every, total=len(every), size=max(1, len(every)))
    start = (max(1, page) - 1) * SIZE
    return Listed(rows=every[start : start + SIZE], total=len(every), page=max(1, page))
