"""Documents and what is read in them, for those who may see them."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import QuerySet

from whimbrel.queries.access import Answer, Standing, may
from whimbrel.queries.people import can, role_of
from whimbrel.register.models import Document, Reading, Version


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A paragraph as a page shows it."""

    address: str
    kind: str
    label: str
    level: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A document as a page shows it: its words, and what was read in them."""

    symbol: str
    title: str
    public: bool
    dated: str | None
    language: str
    number: int
    remarks: tuple[str, ...]
    paragraphs: tuple[Printed, ...]
    readings: tuple[Judged, ...]

    @property
    def waiting(self) -> int:
        """Readings that nobody has judged."""
        return sum(one.state == "proposed" for one in self.readings)

    @property
    def sure(self) -> int:
        """Those among them that may be taken together."""
        return sum(one.state == "proposed" and one.sure for one in self.readings)


def paper(by: str | None, symbol: str) -> Paper:
    """A document with its paragraphs and readings. Hidden where there is none for this person."""
    version = version_of(by, symbol)
    return Paper(
        symbol=version.document.symbol,
        title=version.document.title,
        public=version.document.public,
        dated=version.document.dated.isoformat() if version.document.dated else None,
        language=version.language,
        number=version.number,
        remarks=tuple(version.remarks),
        paragraphs=tuple(
            Printed(address=one.eid, kind=one.kind, label=one.label, level=one.level, text=one.text)
            for one in version.paragraphs.all()
        ),
        readings=readings(by, symbol),
    )


def version_of(by: str | None, symbol: str) -> Version:
    """The newest version of a document. Hidden where there is none for this person."""
    document = Document.objects.filter(symbol=symbol).first()
    version = document.versions.order_by("-number").first() if document else None
    if document is None or version is None or not seen(by, document):
        raise Hidden(f"there is no {symbol} that you may see")
    return version


def shown(by: str | None, version: Version) -> QuerySet[Reading]:
    """The readings of a version that a person may see: the public sees only what was accepted, and
    never by whom."""
    if can(by, "read"):
        return version.readings.all()
    return version.readings.filter(state__in=(Reading.State.ACCEPTED, Reading.State.CORRECTED))


def readings(by: str | None, symbol: str, *, kind: str | None = None) -> tuple[Judged, ...]:
    """What was read in a document, in the order of its export."""
    listed = shown(by, version_of(by, symbol)).select_related("by")
    within = can(by, "read")
    return tuple(
        Judged(
            kind=one.kind,
            place=one.place,
            words=one.words,
            address=one.eid,
            sure=one.sure,
            state=one.state,
            by=one.by.name if one.by and within else None,
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
    for one in shown(by, version).exclude(state=Reading.State.REJECTED):
        listed = found[one.kind]
        if isinstance(listed, list):
            listed.append(one.corrected or one.row)
    return found
