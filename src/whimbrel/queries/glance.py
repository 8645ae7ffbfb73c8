"""A page is one glance at the record: who looks, and after which line of the ledger, is asked once.

Only what reads is a glance. An act asks for itself who does it, at its own moment.
"""

from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar, cast

from django.db import connection

from whimbrel.register.models import Body, Person, Tip

T = TypeVar("T")
FEW = 50
"""Records about which an answer is kept: as many as a page shows."""
SEEN: ContextVar[dict[Hashable, object] | None] = ContextVar("seen", default=None)


@contextmanager
def glance() -> Iterator[None]:
    """Within it what was asked once is not asked again."""
    token = SEEN.set({})
    try:
        yield
    finally:
        SEEN.reset(token)


def asked_once(asked: Hashable, ask: Callable[[], T]) -> T:
    """An answer of the database, asked once in a glance."""
    seen = SEEN.get()
    if seen is None or connection.in_atomic_block:
        return ask()
    if asked not in seen:
        seen[asked] = ask()
    return cast(T, seen[asked])


def asked_of(what: Hashable, of: Sequence[Hashable], ask: Callable[[], T]) -> T:
    """The same of some records; `what` is asked of them. Of more than a page shows it is not kept:
    a list that is wanted whole would stay in memory until its end."""
    return ask() if len(of) > FEW else asked_once((what, tuple(of)), ask)


def person_of(by: str | None) -> Person | None:
    """Who an address belongs to; None for nobody, or for somebody who has left."""
    if not by:
        return None
    # The question is put together only where it is asked: that alone takes as long as the answer.
    return asked_once(
        ("person", by), lambda: Person.objects.filter(email=by, is_active=True).first()
    )


def known(person: Person) -> None:
    """Keep who looks, where a door has just asked who signed in."""
    seen = SEEN.get()
    if seen is not None:
        seen.setdefault(("person", person.email), person)


def body_of(key: str) -> Body | None:
    """The body of a key with its names, the body that it is a unit of and the one that it was
    merged into; whether it may be seen is another question."""
    rows = Body.objects.select_related("parent", "merged_into").prefetch_related("names")
    return asked_once(("body", key), lambda: rows.filter(key=key).first())


def newest() -> str | None:
    """The hash of the newest line of the ledger; None where there is no house."""
    return asked_once(
        "newest line", lambda: Tip.objects.filter(id=1).values_list("hash", flat=True).first()
    )
