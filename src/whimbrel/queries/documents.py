"""Documents and what is read in them, for those who may see them."""

from collections.abc import Mapping
from dataclasses import dataclass

from whimbrel.queries.access import Answer, Standing, may
from whimbrel.register.models import Document, Person, Reading, Version


class Hidden(Exception):
    """A record that this person may not see, or that is not there: which of the two is not told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A document in a list."""

    symbol: str
    title: str
    dated: str | None
    versions: int
    waiting: int
    """Readings of its newest version that nobody has judged."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A reading with what was said of it."""

    kind: str
    place: int
    words: str
    address: str
    sure: bool
    state: str
    by: str | None
    change: int
    row: Mapping[str, object]


def role_of(by: str | None) -> str | None:
    """The role of a person; None for somebody who has not signed in."""
    person = Person.objects.filter(email=by or "", is_active=True).first()
    return person.role if person else None


def seen(by: str | None, document: Document) -> Answer:
    """Whether a person may see a document."""
    standing = Standing.PUBLISHED if document.public else Standing.OFFICE
    return may(role_of(by), "read", standing)


def documents(by: str | None) -> tuple[Listed, ...]:
    """Every document that a person may see, the newest first."""
    return tuple(
        Listed(
            symbol=one.symbol,
            title=one.title,
            dated=one.dated.isoformat() if one.dated else None,
            versions=one.versions.count(),
            waiting=waiting(one),
        )
        for one in Document.objects.all()
        if seen(by, one)
    )


def waiting(document: Document) -> int:
    """How many readings of its newest version wait to be judged."""
    newest = document.versions.order_by("-number").first()
    return newest.readings.filter(state=Reading.State.PROPOSED).count() if newest else 0


def version_of(by: str | None, symbol: str) -> Version:
    """The newest version of a document. Hidden where there is none for this person."""
    document = Document.objects.filter(symbol=symbol).first()
    version = document.versions.order_by("-number").first() if document else None
    if document is None or version is None or not seen(by, document):
        raise Hidden(f"there is no {symbol} that you may see")
    return version


def readings(by: str | None, symbol: str, *, kind: str | None = None) -> tuple[Judged, ...]:
    """What was read in a document, in the order of its export."""
    listed = version_of(by, symbol).readings.select_related("by")
    return tuple(
        Judged(
            kind=one.kind,
            place=one.place,
            words=one.words,
            address=one.eid,
            sure=one.sure,
            state=one.state,
            by=one.by.name if one.by else None,
            change=one.change,
            row=one.corrected or one.row,
        )
        for one in (listed.filter(kind=kind) if kind else listed)
    )


def rows(by: str | None, symbol: str) -> dict[str, object]:
    """What `extract` gives of the file, as people have judged it since: what was rejected is left
    out, what was corrected is as it was corrected."""
    version = version_of(by, symbol)
    found: dict[str, object] = dict(version.rows)
    for one in version.readings.exclude(state=Reading.State.REJECTED):
        listed = found[one.kind]
        if isinstance(listed, list):
            listed.append(one.corrected or one.row)
    return found
