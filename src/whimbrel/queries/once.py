"""What is worked out over whole tables, kept in this process until the next act.

Every act writes a line of the ledger, so the newest line is the version of the whole record: a
count or the values of a filter that were worked out after it hold until there is another. The hash
of the line, and not its number, is what is compared: no two houses share it.
"""

from collections.abc import Callable, Hashable
from threading import Lock
from typing import TypeVar, cast

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Model, QuerySet

from whimbrel.queries.glance import newest

T = TypeVar("T")
M = TypeVar("M", bound=Model)
MOST = 2000
"""Answers that are kept at once; at one more all are worked out anew."""


class Shelf:
    """The answers after one line of the ledger. Threads share it."""

    def __init__(self) -> None:
        self.lock, self.at, self.answers = Lock(), "", dict[Hashable, object]()

    def find(self, at: str, asked: Hashable) -> tuple[bool, object]:
        """(known, answer) after a line."""
        with self.lock:
            known = self.at == at and asked in self.answers
            return known, self.answers[asked] if known else None

    def keep(self, at: str, asked: Hashable, answer: object) -> None:
        """Keep an answer; those of another line are forgotten."""
        with self.lock:
            if self.at != at or len(self.answers) >= MOST:
                self.at, self.answers = at, {}
            self.answers[asked] = answer


SHELF = Shelf()


def once(asked: Hashable, make: Callable[[], T]) -> T:
    """What `make` gives, worked out once after each act. `asked` says what is asked for, and by
    whom where that matters."""
    if connection.in_atomic_block:
        # An act that is under way sees its own changes; nobody else may, and it may yet fail.
        return make()
    # The line is read first: what is worked out can be newer than it, and never older.
    at = newest()
    if at is None:
        return make()
    known, answer = SHELF.find(at, asked)
    if known:
        return cast(T, answer)
    made = make()
    SHELF.keep(at, asked, made)
    return made


def worded(listed: QuerySet[M]) -> Hashable:
    """A list as the question that it puts to the database: what its reader may see is part of it.
    None for a list that is known to be empty."""
    try:
        sql, values = listed.query.sql_with_params()
    except EmptyResultSet:
        return None
    return sql, tuple(map(str, values))


def counted(listed: QuerySet[M]) -> int:
    """How many rows a list has."""
    plain = listed.order_by()
    return once(("count", worded(plain)), plain.count)
