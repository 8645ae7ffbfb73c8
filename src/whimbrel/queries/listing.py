"""The lists in force, read and indexed once in a process; and the names under which a body goes."""

import zlib
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from whimbrel.bodies import BodyKind
from whimbrel.register.models import Body, Listing, Switch
from whimbrel.screening import Asked, Kind, Screener, lists, screener
from whimbrel.screening.judgement import content_of

STALE = 7
"""Days: a list that is older is warned of at every screening."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Every name under which a body is screened, and the hash of them and of what is known beside
    them."""

    asked: tuple[Asked, ...]
    content: str


def is_on() -> bool:
    """Whether name screening was switched on: it is our own addition, and off until then."""
    newest = Switch.objects.first()
    return newest is not None and newest.on


def indexed(listing: Listing) -> Screener:
    """A list, ready to be asked; a process reads and indexes each version once."""
    return of_digest(listing.digest)


@lru_cache(maxsize=4)
def of_digest(digest: str) -> Screener:
    """The same by the hash of its file, which never means another content."""
    listing = Listing.objects.filter(digest=digest).first()
    if listing is None:
        return screener(())
    data = zlib.decompress(bytes(listing.file))
    return screener(lists.take(data, name=listing.file_name).listed)


def names_of(body: Body) -> Names:
    """The names of a body of today and of earlier, and its acronym."""
    # Those of many bodies are fetched at once where the caller asked so.
    listed = [one.name for one in sorted(body.names.all(), key=lambda one: one.pk)]
    every = list(dict.fromkeys(filter(None, (body.name, body.acronym, *listed))))
    countries = (body.country,) if body.country else ()
    kind = Kind.UNKNOWN if body.kind == BodyKind.OFFICER else Kind.BODY
    asked = tuple(Asked(name=name, kind=kind, countries=countries) for name in every)
    return Names(asked=asked, content=content_of(every, (*countries, kind)))


def age(listing: Listing, today: date) -> int:
    """Days since the day of a list; of one without a day of its own, since it was brought in."""
    return (today - (listing.dated or listing.at.date())).days


def is_stale(listing: Listing, today: date) -> bool:
    """Whether a list is so old that every screening warns of it."""
    return age(listing, today) > STALE
