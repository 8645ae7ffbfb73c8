"""Provisions: what was asked of whom, and what the record holds of each."""

import datetime
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import Count, F, Q

from whimbrel.queries import kept as record
from whimbrel.queries.glance import asked_once
from whimbrel.queries.kept import LARGE, of, place
from whimbrel.queries.narrowing import spoken
from whimbrel.queries.once import once
from whimbrel.queries.papers import inside
from whimbrel.queries.provisions import Asked, path_of, rows, slug
from whimbrel.queries.scope import Reader, audience, reader, seen
from whimbrel.register.models import Instrument, Provision, Status, Version
from whimbrel.register.names import SHORT


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A place in a document that shows something."""

    symbol: str
    eid: str

    @property
    def address(self) -> str:
        """`UNEP/CMS/COP15/Doc.18.1#para_30`."""
        return f"{self.symbol}#{self.eid}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An engagement beside a provision."""

    key: str
    title: str
    state: str
    since: str
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Needs:
    """A condition, and how far its money has come."""

    number: int
    """Its place among the conditions of the provision, from 1."""
    words: str
    kind: str
    funding: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """An output that is asked for."""

    number: int
    what: str
    done: bool | None
    """None: nobody has said."""
    shown: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Became:
    """What a document says became of a provision, or a colleague."""

    symbol: str
    """Of the document; empty where a colleague says it."""
    status: str
    reason: str
    stated: bool
    disposition: str
    quotes: tuple[str, ...]
    evidence: tuple[str, ...] = ()
    covered: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    """Which aspects the work of another body covers, and which are left."""
    by: str = ""
    """The colleague who says it, and when."""
    at: str = ""
    places: tuple[str, ...] = ()
    """The address of each quote."""

    @property
    def shown(self) -> tuple[tuple[str, str], ...]:
        """(address, quoted words)."""
        return tuple(zip(self.places, self.quotes, strict=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words that a provision had."""

    text: str
    paraphrase: bool
    since: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """Everything about one provision."""

    asked: Asked
    title: str
    """Of its instrument."""
    chapeau: str
    """The words of the decision over an item, which hold for it too."""
    force: str
    report_to: str
    line: str
    collaborators: tuple[str, ...]
    conditions: tuple[Needs, ...]
    outputs: tuple[Owed, ...]
    paraphrase: bool
    since: str
    until: str
    source: Shown | None
    statuses: tuple[Became, ...]
    wordings: tuple[Words, ...]
    engagements: tuple[Told, ...]
    others: tuple[tuple[str, str], ...]
    """(path, instrument) of what other treaties have under the same number."""
    public: bool
    change: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Adopted:
    """A decision or resolution with its provisions."""

    kind: str
    number: str
    path: str
    title: str
    meeting: str
    since: str
    until: str
    provisions: tuple[Asked, ...]
    statuses: tuple[Became, ...]
    """What documents say of it as a whole."""


def found(who: Reader, path: str) -> Provision | None:
    """The provision of an address or a name; None where there is none to be seen."""
    return asked_once(("provision", who, path), lambda: looked_up(who, path))


def looked_up(who: Reader, path: str) -> Provision | None:
    """The same, from the record."""
    number, _, item = path.rpartition("/")
    names = {path, f"{number} {item})", f"{unslugged(number)} {item})", unslugged(path)}
    names |= {f"{number} {item}", f"{unslugged(number)} {item}"} if number else set()
    # What two treaties number alike is told apart by the key before it: `CMS/Decision/14.10/a`.
    key, _, last = number.rpartition("/")
    keyed = {f"{last} {item})", f"{last} {item}", f"{unslugged(last)} {item})"}
    which = Q(name__in=names)
    if key:
        which |= Q(instrument__key__in=(number, f"{key}/{unslugged(last)}"), name__in=keyed)
        which |= Q(instrument__key=path, name=F("instrument__number"))
    listed = seen(Provision.objects.filter(which), who)
    needed = listed.select_related("instrument", "version__document").defer(*of(LARGE))
    return needed.first()


def unslugged(number: str) -> str:
    """`11.10-Rev.COP14` is the number `11.10 (Rev.COP14)`."""
    head, dash, tail = number.partition("-")
    return f"{head} ({tail})" if dash else number


def provision(by: str | None, path: str) -> Whole | None:
    """Everything about a provision; None where there is none that this person may see."""
    who = reader(by)
    one = found(who, path)
    if one is None:
        return None
    version = one.version if one.version and told_in(one.version, who) else None
    source = Shown(symbol=version.document.symbol, eid=one.eid) if version else None
    alike = seen(Provision.objects.filter(name=one.name), who)
    asked = rows([one.pk], who)[0]
    return Whole(
        asked=asked,
        title=one.instrument.title,
        # Where a reader sees older words, those over it may be of the same paper that they do not.
        chapeau=one.chapeau if asked.text == one.text else "",
        force=one.force,
        report_to=one.report_to,
        line=one.line,
        collaborators=tuple(one.collaborators),
        conditions=tuple(
            Needs(number=number, words=words, kind=kind, funding=funding)
            for number, (_, words, kind, funding) in enumerate(record.conditions([one.pk]), 1)
        ),
        outputs=tuple(
            Owed(number=number, what=each.words or each.kind, done=each.done, shown=each.shown)
            for number, each in enumerate(record.outputs([one.pk], who)[one.pk], 1)
        ),
        paraphrase=asked.paraphrase,
        since=day(one.since or one.instrument.since),
        until=day(one.until or one.instrument.until),
        source=source,
        statuses=became(record.statuses_of([one.pk], who)),
        wordings=tuple(
            Words(
                text=each.text, paraphrase=each.paraphrase, since=day(each.since),
                source=f"{each.version.document.symbol}#{each.eid}" if each.version else "",
            )
            for each in one.wordings.select_related("version__document").defer(*of(LARGE))
            if each.version is None or told_in(each.version, who)
        ),
        engagements=tuple(
            Told(
                key=each.key[:SHORT], title=each.title, state=each.state, since=each.since,
                evidence=tuple(shown.address for shown in each.evidence.all()),
            )
            for each in record.engagements(record.linked([one.pk], who), who)
        ),
        others=tuple(
            (f"{each.instrument.key}{path_of(each).removeprefix(slug(each.instrument.number))}",
             each.instrument.key)
            for each in alike.exclude(pk=one.pk).select_related("instrument")
        ),
        public=one.public,
        change=one.change,
    )  # fmt: skip


def told_in(version: Version, who: Reader) -> bool:
    """Whether a reader may see a version of a document."""
    return version.public or inside(who)


def became(heard: Iterable[Status]) -> tuple[Became, ...]:
    """What became of something: as a colleague says, then as documents do, the newest first."""
    return tuple(
        Became(
            symbol=each.version.document.symbol if each.version else "", status=each.status,
            reason=each.reason, stated=each.stated, disposition=each.disposition,
            quotes=tuple(str(quote.get("quote", "")) for quote in each.quotes),
            evidence=tuple(each.evidence), covered=tuple(each.covered), left=tuple(each.left),
            by=each.by.name if each.by else "", at=each.at.date().isoformat() if each.at else "",
            places=places(each),
        )
        for each in sorted(heard, key=newness, reverse=True)
    )  # fmt: skip


def newness(one: Status) -> tuple[bool, str, datetime.date, int]:
    """What is newer comes later: what colleagues say, by its moment, after what documents say; a
    document without a date before all that have one."""
    moment = one.at.isoformat() if one.at else ""
    if one.version is None:
        return one.at is not None, moment, datetime.date.min, 0
    return (
        one.at is not None, moment, one.version.document.dated or datetime.date.min,
        one.version.number,
    )  # fmt: skip


def places(one: Status) -> tuple[str, ...]:
    """The address of each quote of a statement."""
    symbol = one.version.document.symbol if one.version else ""
    return tuple(f"{symbol}#{place(quote.get('locus', ''))}" for quote in one.quotes)


def quoted(by: str | None, numbers: Collection[str]) -> dict[str, tuple[tuple[str, str], ...]]:
    """Address of a provision -> (address, words) of all that documents which this person may see
    say of what became of it. `numbers`: the names of provisions."""
    listed = spoken(reader(by)).filter(provision__name__in=numbers, version__isnull=False)
    listed = listed.select_related("version__document", "provision__instrument")
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for one in listed.defer(*of(LARGE)).order_by("-version__document__dated", "pk"):
        if one.provision is not None:
            words = (str(each.get("quote", "")) for each in one.quotes)
            told = tuple(pair for pair in zip(places(one), words, strict=True) if pair[1])
            path = path_of(one.provision)
            found[path] = (*found.get(path, ()), *told)
    return found


def day(date: datetime.date | None) -> str:
    """A day as it is kept; empty where there is none."""
    return date.isoformat() if date else ""


def instrument(by: str | None, path: str) -> Adopted | None:
    """A decision or resolution with its provisions; None where none is to be seen."""
    who = reader(by)
    one = Instrument.objects.filter(number__in={path, unslugged(path)}).first()
    if one is None:
        return None
    listed = seen(Provision.objects.filter(instrument=one), who).order_by("name")
    held = rows(list(listed.values_list("pk", flat=True)), who)
    if not held and who.reach("read") != "all":
        return None
    return Adopted(
        kind=one.kind,
        number=one.number,
        path=slug(one.number),
        title=one.title,
        meeting=one.meeting.short if one.meeting else "",
        since=day(one.since),
        until=day(one.until),
        provisions=held,
        statuses=became(record.statuses(Q(provision=None, about__endswith=one.number), who)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """The instruments of one meeting, in the tree of decisions."""

    meeting: str
    instruments: tuple[tuple[str, str, str, int], ...]
    """(kind, number, title, provisions on record)."""


def tree(by: str | None) -> tuple[Branch, ...]:
    """Instruments by the meeting that adopted them, the newest meeting first."""
    who = reader(by)
    return once(("tree", audience(who)), lambda: grown(who))


def grown(who: Reader) -> tuple[Branch, ...]:
    """The tree as it is on record."""
    holders = seen(Provision.objects.all(), who).order_by().values_list("instrument")
    counted = dict(holders.annotate(Count("pk")).values_list("instrument", "pk__count"))
    branches: dict[str, list[tuple[str, str, str, int]]] = {}
    listed = Instrument.objects.select_related("meeting").order_by(
        F("meeting__starts").desc(nulls_last=True), "kind", "number"
    )
    for one in listed:
        if one.pk in counted or who.reach("read") == "all":
            row = (one.kind, one.number, one.title, counted.get(one.pk, 0))
            branches.setdefault(one.meeting.short if one.meeting else "", []).append(row)
    return tuple(
        Branch(meeting=meeting, instruments=tuple(rows)) for meeting, rows in branches.items()
    )
