"""Reports: the list of them, and one as it stands now: composed from the record, with what officers
wrote in it, and what the record changed since."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any

from django.db.models import Prefetch, Q, QuerySet

from whimbrel.document import Document
from whimbrel.mandates.kept import Nature
from whimbrel.queries import headings
from whimbrel.queries import matter as gathered
from whimbrel.queries.contributed import given_to
from whimbrel.queries.listed import Listed, page_of
from whimbrel.queries.narrowing import spoken
from whimbrel.queries.papers import inside
from whimbrel.queries.scope import Reader, reader, seen
from whimbrel.reading.written_json import document_of
from whimbrel.register.models import (
    Body,
    Draft,
    Engagement,
    Issued,
    Passage,
    Position,
    Provision,
    Report,
    Status,
)
from whimbrel.register.models import Document as Paper
from whimbrel.reporting.compose import compose
from whimbrel.reporting.edits import Change, Edit, applied
from whimbrel.reporting.inserted import AFTER, inserted
from whimbrel.reporting.layout import Laid, laid_out
from whimbrel.reporting.matter import Deed, Matter, Narrative, Promise
from whimbrel.reporting.parts import INSIDE, quotes
from whimbrel.reporting.piece import Piece
from whimbrel.reporting.text import Text

NARRATIVE = "narrative/"
"""What an officer adds stands at a place of this name; everything else stands instead of what the
record gives."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """A report in a list."""

    key: str
    meeting: str
    item: str
    language: str
    symbol: str
    title: str
    about: tuple[str, ...]
    state: str
    issued: tuple[str, ...]
    """The names under which it went out: `first`, `Rev.1`."""
    public: bool
    change: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A report as it stands now."""

    reported: Reported
    matter: Matter
    pieces: tuple[Piece, ...]
    laid: Laid
    changes: tuple[Change, ...]
    """What became of each edit, and what the record changed since."""
    passages: dict[str, Passage]
    """By the names of pieces: what officers wrote."""
    gaps: tuple[Piece, ...]
    """The notes to the drafter."""


def reports(by: str | None, *, meeting: str = "", page: int | None = 1) -> Listed[Reported]:
    """Reports, those to the newest meeting first."""
    who = reader(by)
    listed = seen(Report.objects.all(), who).order_by("-meeting__starts", "item", "language")
    if not inside(who):
        listed = listed.filter(issued__isnull=False).distinct()
    if meeting:
        listed = listed.filter(meeting__short=meeting)
    return page_of(listed, rows, page)


def rows(keys: Sequence[int]) -> tuple[Reported, ...]:
    """Reports as rows, by their keys and in that order."""
    listed = Report.objects.filter(pk__in=keys).select_related("meeting")
    # Their names alone: what went out is a whole paper each time.
    issued = Prefetch("issued", Issued.objects.only("report", "name"))
    found = {one.pk: row(one) for one in listed.prefetch_related(issued)}
    return tuple(found[key] for key in keys if key in found)


def row(one: Report) -> Reported:
    """A report as a row."""
    return Reported(
        key=one.key, meeting=one.meeting.short, item=one.item, language=one.language,
        symbol=one.symbol, title=one.title, about=tuple(one.about), state=one.state,
        issued=tuple(str(each) for each in one.issued.all()) if one.pk else (), public=one.public,
        change=one.change,
    )  # fmt: skip


def digest(words: str) -> str:
    """A short digest of the words of a paragraph."""
    return sha256(words.encode()).hexdigest()[:16]


def found(who: Reader, key: str) -> Report | None:
    """The report of a key; None where there is none to be seen."""
    return seen(Report.objects.filter(key=key), who).select_related("meeting").first()


def report(by: str | None, key: str) -> Written | None:
    """A report as it stands now; None where there is none to be seen. Outside the office it is what
    went out last."""
    who = reader(by)
    one = found(who, key)
    if one is None or not inside(who):
        return None
    return written(one, who)


def written(one: Report, who: Reader) -> Written:
    """A report, composed from what its reader may see and with what officers wrote. One that nobody
    began, and that the database does not hold, is what the record gives."""
    matter = matter_of(one, who)
    kept = {each.key: each for each in one.passages.select_related("by")} if one.pk else {}
    edits = {
        key: Edit(words=each.words, base=each.base, by=each.by.name, at=each.at)
        for key, each in kept.items()
        if not key.startswith(NARRATIVE)
    }
    put, added, whole = inserted(compose(matter), edits)
    pieces, changes = applied(put, whole)
    return Written(
        reported=row(one), matter=matter, pieces=pieces, laid=laid_out(pieces, matter),
        changes=(*changes, *added),
        passages=kept, gaps=tuple(each for each in pieces if each.gap),
    )  # fmt: skip


def given_at(one: Report, who: Reader, place: str) -> str | None:
    """What the record gives at a place of a report, whatever officers wrote there; no words where
    they only add some: a narrative, or what stands after a piece. None for a place that the report
    does not have, or that has the words of a governing body."""
    if place.startswith(NARRATIVE):
        return "" if place != NARRATIVE else None
    pieces = {each.key: each.node for each in compose(matter_of(one, who))}
    if place.startswith(AFTER):
        return "" if place.removeprefix(AFTER) in pieces else None
    key, *inside = place.split(INSIDE)
    node = pieces.get(key)
    for at in inside:
        known = node.children if node else ()
        child = known[int(at) - 1] if at.isdecimal() and 0 < int(at) <= len(known) else None
        if node is None or child is None or quotes(node, child):
            return None
        node = child
    return node.text if node else None


def issued(by: str | None, key: str, name: str | None = None) -> Document | None:
    """A report as it went out, under a name or the last time; None where it did not, or may not be
    seen. Outside the office it is what went out last, and nothing before it."""
    who = reader(by)
    one = found(who, key)
    if one and not inside(who) and name not in (None, getattr(went_out(one), "name", None)):
        return None
    sent = went_out(one, name) if one else None
    return document_of(sent.tree) if sent else None


def went_out(one: Report, name: str | None = None) -> Issued | None:
    """What went out under a name, or last."""
    listed = one.issued.order_by("-pk")
    return (listed if name is None else listed.filter(name=name)).first()


def matter_of(one: Report, who: Reader) -> Matter:
    """The matter of a report."""
    last = gathered.before(one.meeting)
    since, until = period(one)
    at = one.until or one.meeting.starts or datetime.datetime.now(tz=datetime.UTC).date()
    asked = provisions(one, who)
    promised = gathered.promises(asked, who, at)
    done = at_home(gathered.deeds(engagements(one, asked, who), one.symbol), promised)
    return Matter(
        language=one.language, meeting=gathered.gathering(one.meeting),
        title=Text(said=((one.language, one.title),)), symbol=one.symbol, item=one.item,
        date=datetime.datetime.now(tz=datetime.UTC).date(), original=one.original,
        house=house(who), promises=promised, deeds=done,
        themes=headings.themes(done), accords=gathered.accords(who, since, until),
        views=gathered.views(positions(one, who)),
        campaigns=gathered.campaigns(who, since, until),
        drafts=gathered.drafts(drafts(one, asked, who)), targets=gathered.targets(asked),
        narratives=narratives(one), last=gathered.gathering(last) if last else None,
        contributions=given_to(who, one.meeting),
    )  # fmt: skip


def at_home(done: tuple[Deed, ...], promised: tuple[Promise, ...]) -> tuple[Deed, ...]:
    """What answers none of the provisions stands under the resolution that is reported on, where
    there is one and one only: resolutions on cooperation ask for all of it."""
    names = {one.name for one in promised}
    asks = [one for one in promised if one.instrument.nature is Nature.RESOLUTION]
    if len({one.instrument.number for one in asks}) != 1:
        return done
    return tuple(
        one if names & set(one.provisions) else replace(one, provisions=(asks[0].name,))
        for one in done
    )


def house(who: Reader) -> Text:
    """The convention, as its papers name it."""
    own = Body.objects.filter(ours=True, parent=None).order_by("pk").first()
    return gathered.named(own).name if own else Text()


def period(one: Report) -> tuple[str, str]:
    """(first day, last day) of what it tells: as given, else from the end of the meeting before to
    the beginning of this one."""
    last = gathered.before(one.meeting)
    since = one.since or (last.ends if last else None)
    until = one.until or one.meeting.starts
    return since.isoformat() if since else "", until.isoformat() if until else ""


def provisions(one: Report, who: Reader) -> QuerySet[Provision]:
    """What it reports on: the provisions of the instruments it names; else those due at its
    meeting, those that the meeting before adopted, and those of which a paper on record under its
    own item tells. A decision is reported on with all its parts."""
    listed = seen(Provision.objects.all(), who)
    if one.about:
        return listed.filter(instrument__number__in=one.about)
    last = gathered.before(one.meeting)
    asked = Q(due__contains=one.meeting.short) | Q(report_to=one.meeting.short)
    asked |= Q(pk__in=told_of(one, who))
    if last:
        asked |= Q(instrument__meeting=last)
    own = listed.filter(asked)
    whole = own.filter(instrument__kind="decision").values("instrument")
    return listed.filter(Q(pk__in=own.values("pk")) | Q(instrument__in=whole))


def told_of(one: Report, who: Reader) -> QuerySet[Status, Any]:
    """The keys of the provisions of which papers of the same meeting and item tell what became."""
    papers = Paper.objects.filter(meeting=one.meeting, agenda_item=one.item)
    told = spoken(who).filter(version__document__in=papers, provision__isnull=False)
    return told.values("provision")


def engagements(one: Report, asked: QuerySet[Provision], who: Reader) -> QuerySet[Engagement]:
    """What was done: for those provisions; and of the period everything, where it reports on a
    resolution or on nothing in particular."""
    since, until = period(one)
    answers = Q(provisions__in=asked.values("pk"))
    broad = not one.about or asked.filter(instrument__kind="resolution").exists()
    # Of a period that nobody knows, nothing is known to be of it.
    which = answers | gathered.within(since, until) if broad and (since or until) else answers
    keys = Engagement.objects.filter(which).values("pk")
    return seen(Engagement.objects.all(), who).filter(pk__in=keys)


def positions(one: Report, who: Reader) -> QuerySet[Position]:
    """What was said in papers of the same meeting and item."""
    return seen(Position.objects.all(), who).filter(
        version__document__meeting=one.meeting, version__document__agenda_item=one.item
    )


def drafts(one: Report, asked: QuerySet[Provision], who: Reader) -> QuerySet[Draft]:
    """The drafts that it proposes: those of its own paper, or of a paper on record under its own
    item, those that go on from what it reports on, and those that stand in no paper yet."""
    listed = seen(Draft.objects.filter(meeting=one.meeting), who)
    listed = listed.filter(state__in=(Draft.State.PROPOSED, Draft.State.IN_SESSION))
    own = Q(address="") | Q(predecessors__old__in=asked.values("pk"))
    papers = Paper.objects.filter(meeting=one.meeting, agenda_item=one.item)
    for symbol in {one.symbol, *papers.values_list("symbol", flat=True)} - {""}:
        own |= Q(address__startswith=f"{symbol}#")
    return listed.filter(own).distinct().order_by("placeholder", "key")


def narratives(one: Report) -> tuple[Narrative, ...]:
    """What officers added."""
    if not one.pk:
        return ()
    return tuple(
        Narrative(
            place=each.key.removeprefix(NARRATIVE), language=each.language,
            paragraphs=tuple(filter(None, map(str.strip, each.words.split("\n\n")))),
            by=each.by.name,
        )
        for each in one.passages.filter(key__startswith=NARRATIVE).select_related("by")
    )  # fmt: skip
