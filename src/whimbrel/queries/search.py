"""Search over all that is on record, the newest first."""

import re
from collections import Counter
from dataclasses import dataclass

from django.db import connection
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from whimbrel.bodies.names import folded
from whimbrel.queries.listed import SIZE, Listed
from whimbrel.queries.once import once, worded
from whimbrel.queries.scope import audience, findable, reader
from whimbrel.register.models import Findable

WORD = re.compile(r"[^\W_]+")
"""A word as the index of SQLite parts them."""
FEW = 2000
"""Up to so many hits are sorted by date; where there are more, the newest rows are walked instead
until a page is full: either way a page takes some milliseconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """Something that was found."""

    kind: str
    name: str
    title: str
    around: str
    """The words about the first hit."""
    dated: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Asks:
    """A search with its facets; an empty field narrows nothing."""

    q: str = ""
    kind: str = ""
    language: str = ""
    since: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A page of hits, and how many of each kind there are among the first."""

    listed: Listed[Hit]
    kinds: tuple[tuple[str, int], ...]
    more: bool
    """There are more hits than were counted."""


def terms(q: str) -> tuple[str, ...]:
    """The words of a search, as they are compared; each has to be there."""
    return tuple(dict.fromkeys("".join(c if c.isalnum() else " " for c in folded(q)).split()))


ALL = 1_000_000_000
"""As many rows as there are."""


def matching(words: tuple[str, ...], most: int = ALL) -> RawSQL:
    """The rows that hold all the words, the last as the beginning of one; at most so many."""
    if connection.vendor == "sqlite":
        asked = " ".join(f'"{word}"' for word in words) + "*"
        return RawSQL(
            "SELECT rowid FROM register_words WHERE register_words MATCH %s LIMIT %s",
            (asked, most),
        )
    asked = " & ".join((*words[:-1], f"{words[-1]}:*"))
    return RawSQL(
        "SELECT id FROM register_findable "
        "WHERE to_tsvector('simple', folded) @@ to_tsquery('simple', %s) LIMIT %s",
        (asked, most),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What a search came upon: the keys of one page, and the counts."""

    keys: tuple[int, ...]
    kinds: tuple[tuple[str, int], ...]
    total: int
    more: bool


def search(by: str | None, asks: Asks, *, page: int | None = 1) -> Found:
    """What holds all the words of a search, the newest first; nothing for no words. All of it where
    `page` is None."""
    words = terms(asks.q)
    if not words:
        return Found(listed=Listed(rows=(), total=0), kinds=(), more=False)
    who = reader(by)
    listed = narrowed(findable(who), asks)
    if page is None:
        return every(listed, words)
    page = max(page, 1)
    # Where nothing narrows the search, the index itself stops after the rows that are counted.
    whole = audience(who) is None and asks == Asks(q=asks.q)
    looked = once(
        ("search", worded(listed), words, page), lambda: look_up(listed, words, page, whole)
    )
    rows = Findable.objects.filter(pk__in=looked.keys).order_by().in_bulk()
    made = tuple(hit(rows[key], words) for key in looked.keys if key in rows)
    found = Listed(rows=made, total=looked.total, page=page)
    return Found(listed=found, kinds=looked.kinds, more=looked.more)


def every(listed: QuerySet[Findable], words: tuple[str, ...]) -> Found:
    """Every row of a list that holds all the words."""
    hits = listed.filter(pk__in=matching(words)).order_by("-dated", "name", "pk")
    rows = tuple(hit(one, words) for one in hits.iterator())
    kinds = tuple(Counter(one.kind for one in rows).most_common())
    whole = Listed(rows=rows, total=len(rows), size=max(1, len(rows)))
    return Found(listed=whole, kinds=kinds, more=False)


def look_up(listed: QuerySet[Findable], words: tuple[str, ...], page: int, whole: bool) -> Looked:
    """Look for words in a list; `whole`: it is all that there is."""
    hits = listed.filter(pk__in=matching(words, FEW + 1 if whole else ALL))
    counted = list(hits.order_by()[: FEW + 1].values_list("pk", "kind"))
    more = len(counted) > FEW
    kinds = Counter(kind for _, kind in counted)
    start = (page - 1) * SIZE
    if more:
        keys = newest(listed, words, start + SIZE)[start:]
    else:
        few = Findable.objects.filter(pk__in=[pk for pk, _ in counted])
        ordered = few.order_by("-dated", "name", "pk").values_list("pk", flat=True)
        keys = list(ordered[start : start + SIZE])
    return Looked(
        keys=tuple(keys), kinds=tuple(kinds.most_common()), total=len(counted) - more, more=more
    )


def newest(listed: QuerySet[Findable], words: tuple[str, ...], count: int) -> list[int]:
    """The first rows by date that hold all the words: there are many, so few are looked at."""
    found: list[int] = []
    rows = listed.order_by("-dated", "name", "pk").values_list("pk", "folded")
    for pk, folded_text in rows.iterator(chunk_size=500):
        # The marks between words part them here as they do in the index.
        have = f" {' '.join(WORD.findall(folded_text))} "
        if all(f" {word} " in have for word in words[:-1]) and f" {words[-1]}" in have:
            found.append(pk)
            if len(found) == count:
                break
    return found


def narrowed(listed: QuerySet[Findable], asks: Asks) -> QuerySet[Findable]:
    """The list, narrowed by the facets."""
    if asks.kind:
        listed = listed.filter(kind=asks.kind)
    if asks.language:
        listed = listed.filter(language=asks.language)
    if asks.since:
        listed = listed.filter(dated__gte=asks.since)
    if asks.until:
        listed = listed.filter(dated__lte=f"{asks.until}-99").exclude(dated="")
    return listed


AROUND = 120
"""Characters of a text that are shown on each side of the first hit."""


def hit(one: Findable, words: tuple[str, ...]) -> Hit:
    """A row as a hit, with the words about the first that was looked for."""
    text = one.words
    low = folded(text)
    # Folding keeps the length of most texts; where it does not, the place is off by a few letters.
    places = [place for word in words if (place := low.find(word)) >= 0]
    start = max(0, min(places, default=0) - AROUND)
    around = text[start : start + 2 * AROUND]
    return Hit(
        kind=one.kind,
        name=one.name,
        title=one.title,
        around=("… " if start else "") + around + (" …" if start + 2 * AROUND < len(text) else ""),
        dated=one.dated,
    )
