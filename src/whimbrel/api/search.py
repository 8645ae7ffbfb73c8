"""Search."""

from dataclasses import dataclass

from ninja import Router

from whimbrel.api.reads import reads
from whimbrel.queries import search as kept

router = Router()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hits:
    """A page of hits, and how many of each kind there are among the first."""

    rows: tuple[kept.Hit, ...]
    total: int
    page: int
    pages: int
    kinds: tuple[tuple[str, int], ...]
    more: bool
    """There are more hits than were counted."""


def search(by: str | None, asks: kept.Asks, *, page: int = 1) -> Hits:
    """What holds all the words of a search, the newest first; nothing for no words."""
    found = kept.search(by, asks, page=page)
    return Hits(
        rows=found.listed.rows, total=found.listed.total, page=found.listed.page,
        pages=found.listed.pages, kinds=found.kinds, more=found.more,
    )  # fmt: skip


reads(router, "/search", search, of=kept.search)
