"""Search over all that is on record, the newest first."""

from collections import Counter
from dataclasses import dataclass

from django.db import connection
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from whimbrel.bodies.names import folded
from whimbrel.queries.listed import SIZE, Listed
from whimbrel.queries.scope import findable, reader
from whimbrel.register.models import Findable

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


def matching(words: tuple[str, ...]) -> RawSQL:
    """The rows that hold all the words, the last as the beginning of one."""
    if connection.vendor == "sqlite":
        asked = " ".join(f'"{word}"' for word in words) + "*"
        return RawSQL("SELECT rowid FROM register_words WHERE register_words MATCH %s", (asked,))
    asked = " & ".join((*words[:-1], f"{words[-1]}:*"))
    return RawSQL(
        "SELECT id FROM register_findable "
        "WHERE to_tsvector('simple', folded) @@ to_tsquery('simple', %s)",
        (asked,),
    )


def search(by: str | None, asks: Asks, *, page: int = 1) -> Found:
    """What holds all the words of a search, the newest first; nothing for no words."""
    words = terms(asks.q)
    if not words:
        return Found(listed=Listed(rows=(), total=0), kinds=(), more=False)
    hits = narrowed(findable(reader(by)), asks).filter(pk__in=matching(words))
    counted = list(hits.order_by()[: FEW + 1].values_list("pk", "kind"))
    more = len(counted) > FEW
    kinds = Counter(kind for _, kind in counted)
    start = (max(page, 1) - 1) * SIZE
    if more:
        rows = newest(narrowed(findable(reader(by)), asks), words, start + SIZE)[start:]
    else:
        few = Findable.objects.filter(pk__in=[pk for pk, _ in counted])
        rows = list(few.order_by("-dated", "name")[start : start + SIZE])
    made = tuple(hit(one, words) for one in rows)
    listed = Listed(rows=made, total=len(counted) - more, page=max(page, 1))
    return Found(listed=listed, kinds=tuple(kinds.most_common()), more=more)


def newest(listed: QuerySet[Findable], words: tuple[str, ...], count: int) -> list[Findable]:
    """The first rows by date that hold all the words: there are many, so few are looked at."""
    found: list[Findable] = []
    for one in listed.order_by("-dated", "name").iterator(chunk_size=500):
        have = set(one.folded.split())
        if all(word in have for word in words[:-1]) and words[-1] in one.folded:
            found.append(one)
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
