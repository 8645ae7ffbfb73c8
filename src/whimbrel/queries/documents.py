"""Documents and what is read in them, for those who may see them."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from whimbrel.queries.listed import Listed, cut
from whimbrel.queries.papers import versions
from whimbrel.queries.people import can
from whimbrel.queries.said import said as _
from whimbrel.queries.scope import reader, seen
from whimbrel.register.models import Document, Reading, Version


class Hidden(Exception):
    """A record that this person may not see, or that is not there: which of the two is not told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paperwork:
    """A document in a list."""

    symbol: str
    title: str
    meeting: str
    dated: str
    language: str
    versions: int
    waiting: int
    """Readings of its newest version that nobody has judged."""
    public: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """How the list of documents is narrowed; an empty field narrows nothing."""

    meeting: str = ""
    language: str = ""
    waiting: str = ""
    """`yes`: with readings to judge."""
    q: str = ""


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


def documents(
    by: str | None, asks: Filter | None = None, *, page: int | None = None
) -> Listed[Paperwork]:
    """Documents that a person may see, the newest first."""
    asks, who = asks or Filter(), reader(by)
    theirs = versions(who).filter(document=OuterRef("pk")).order_by()
    newest = theirs.order_by("-number")
    open_ = Reading.objects.filter(version=OuterRef("newest"), state=Reading.State.PROPOSED)
    listed = seen(Document.objects.select_related("meeting"), who).annotate(
        count=Coalesce(Subquery(theirs.values("document").annotate(n=Count("*")).values("n")), 0),
        newest=Subquery(newest.values("pk")[:1]),
        language=Subquery(newest.values("language")[:1]),
        open=Coalesce(
            Subquery(open_.order_by().values("version").annotate(n=Count("*")).values("n")), 0
        ),
    )
    if asks.meeting:
        listed = listed.filter(meeting__short=asks.meeting)
    if asks.language:
        listed = listed.alias(spoken=F("language")).filter(spoken=asks.language)
    if asks.waiting:
        listed = listed.alias(left=F("open")).filter(left__gt=0)
    if asks.q:
        listed = listed.filter(Q(symbol__icontains=asks.q) | Q(title__icontains=asks.q))
    ordered = listed.order_by(F("dated").desc(nulls_last=True), "symbol")
    return cut(ordered, paperwork, page)


def paperwork(one: Document) -> Paperwork:
    """A document as a row; its list counted its versions and readings."""
    return Paperwork(
        symbol=one.symbol,
        title=one.title,
        meeting=one.meeting.short if one.meeting else "",
        dated=one.dated.isoformat() if one.dated else "",
        language=getattr(one, "language", None) or "",
        versions=getattr(one, "count", 0),
        waiting=getattr(one, "open", 0),
        public=one.public,
    )


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
    meeting: str
    original: str
    public: bool
    dated: str | None
    language: str
    number: int
    others: tuple[tuple[int, str, str], ...]
    """(number, language, file name) of its other versions."""
    changed: tuple[tuple[str, str, str], ...]
    """(address, before, after) of each paragraph that the version before had otherwise."""
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


def revised(symbol: str) -> bool:
    """Whether a public document has a newer version that is not public."""
    newest = Version.objects.filter(document__symbol=symbol).order_by("-number").first()
    return newest is not None and newest.document.public and not newest.public


def paper(by: str | None, symbol: str) -> Paper:
    """A document with its paragraphs and readings. Hidden where there is none for this person."""
    version = version_of(by, symbol)
    others = versions(reader(by)).filter(document=version.document)
    return Paper(
        symbol=version.document.symbol,
        title=version.document.title,
        meeting=version.document.meeting.short if version.document.meeting else "",
        original=version.document.original,
        public=version.document.public,
        dated=version.document.dated.isoformat() if version.document.dated else None,
        language=version.language,
        number=version.number,
        others=tuple(
            (one.number, one.language, one.file_name)
            for one in others.only("number", "language", "file_name", "document")
            if one.pk != version.pk
        ),
        changed=changed(version)
        if version.before_id in others.values_list("pk", flat=True)
        else (),
        remarks=tuple(version.remarks),
        paragraphs=tuple(
            Printed(address=one.eid, kind=one.kind, label=one.label, level=one.level, text=one.text)
            for one in version.paragraphs.all()
        ),
        readings=readings(by, symbol),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """How much of a document is left to judge."""

    symbol: str
    waiting: int
    """Readings that nobody has judged."""
    sure: int
    """Those among them that may be taken together."""


def left(by: str | None, symbol: str) -> Left:
    """What is left to judge of a document. Hidden where there is none for this person."""
    open_ = shown(by, version_of(by, symbol)).filter(state=Reading.State.PROPOSED)
    return Left(symbol=symbol, waiting=open_.count(), sure=open_.filter(sure=True).count())


def changed(version: Version) -> tuple[tuple[str, str, str], ...]:
    """What a revision says otherwise than its predecessor, paragraph by paragraph."""
    if version.before is None:
        return ()
    old = {one.eid: one.text for one in version.before.paragraphs.all()}
    new = {one.eid: one.text for one in version.paragraphs.all()}
    return tuple(
        (eid, old.get(eid, ""), new.get(eid, ""))
        for eid in dict.fromkeys((*new, *old))
        if old.get(eid) != new.get(eid)
    )


def version_of(by: str | None, symbol: str) -> Version:
    """The newest version of a document that a person may see. Hidden where there is none: a
    revision of a public document is the office's until it is published too."""
    who = reader(by)
    document = seen(Document.objects.filter(symbol=symbol), who).first()
    version = versions(who).filter(document=document).order_by("-number").first()
    if version is None:
        raise Hidden(_("there is no %(name)s that you may see") % {"name": symbol})
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
