"""Provisions: what was asked of whom, and what the record holds of each."""

import datetime
from dataclasses import dataclass

from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from whimbrel.queries.listed import Listed, cut
from whimbrel.queries.scope import Reader, reader, seen
from whimbrel.register.models import Condition, Facet, Instrument, Output, Provision, Status
from whimbrel.register.names import SHORT


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A provision in a list."""

    name: str
    path: str
    """Its address after `/decisions/`: `14.10/d`."""
    instrument: str
    meeting: str
    """Where it was adopted; empty where no document says."""
    text: str
    paraphrase: bool
    addressees: tuple[str, ...]
    due: str
    conditions: tuple[str, ...]
    funding: tuple[str, ...]
    """How far the money of each condition has come."""
    targets: tuple[str, ...]
    assigned: str
    status: str
    """What a document says became of it; empty where none says."""
    stated: bool
    engagements: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """How the list of provisions is narrowed; an empty field narrows nothing."""

    to: str = ""
    status: str = ""
    """A status, or `silent`: no document says what became of it."""
    condition: str = ""
    """A kind of condition; `any`; `unfunded`: money is needed and none has come."""
    due: str = ""
    target: str = ""
    meeting: str = ""
    instrument: str = ""
    assigned: str = ""
    """The address of a person; `nobody`."""
    on: str = ""
    """In force on this day."""
    q: str = ""


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
    """What a document says became of a provision."""

    symbol: str
    status: str
    reason: str
    stated: bool
    disposition: str
    quotes: tuple[str, ...]


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


def slug(number: str) -> str:
    """A number as an address has it: `11.10 (Rev.COP14)` is `11.10-Rev.COP14`."""
    return number.replace(" (", "-").rstrip(")") if "(" in number else number


def path_of(one: Provision) -> str:
    """The address of a provision after `/decisions/`."""
    number = one.instrument.number
    item = one.name.removeprefix(number).strip().rstrip(")")
    return f"{slug(number)}/{item}" if item else slug(number)


def asked(one: Provision) -> Asked:
    """A provision as a row; its list brought along what it needs."""
    conditions = list(one.conditions.all())
    return Asked(
        name=one.name,
        path=path_of(one),
        instrument=one.instrument.key,
        meeting=one.instrument.meeting.short if one.instrument.meeting else "",
        text=one.text,
        paraphrase=one.paraphrase,
        addressees=tuple(one.addressees),
        due=one.due,
        conditions=tuple(each.words for each in conditions),
        funding=tuple(each.funding for each in conditions),
        targets=tuple(one.targets),
        assigned=one.assigned.name if one.assigned else "",
        status=getattr(one, "last_status", None) or "",
        stated=bool(getattr(one, "last_stated", None)),
        engagements=len(one.engagements.all()),
    )


def ready(listed: QuerySet[Provision]) -> QuerySet[Provision]:
    """A list with all that a row needs: five questions to the database, however long it is."""
    last = Status.objects.filter(provision=OuterRef("pk")).order_by(
        F("version__document__dated").desc(nulls_last=True), "-version__number"
    )
    return (
        listed.select_related("instrument__meeting", "assigned")
        .prefetch_related("conditions", "engagements")
        .annotate(
            last_status=Coalesce(Subquery(last.values("status")[:1]), None),
            last_stated=Coalesce(Subquery(last.values("stated")[:1]), None),
        )
    )


MONEY = Q(kind__endswith="resources") | Q(kind__contains="contributions")
"""Kinds of condition that money meets."""
WITHIN = Q(kind="within-existing-resources")
"""No money is to be found for these: what is there has to do."""
OPEN = ("not known", "needed", "sought", "none")
"""States of money in which nothing has come yet."""


def conditioned(asked: str) -> QuerySet[Condition]:
    """The conditions of a kind; `any`; `unfunded`."""
    if asked == "unfunded":
        return Condition.objects.filter(MONEY & ~WITHIN, funding__in=OPEN)
    return Condition.objects.all() if asked == "any" else Condition.objects.filter(kind=asked)


def having(kind: str, value: str) -> QuerySet[Facet, int | None]:
    """The provisions that hold a value."""
    return Facet.objects.filter(kind=kind, value=value).values_list("provision", flat=True)


def narrowed(listed: QuerySet[Provision], asks: Filter) -> QuerySet[Provision]:
    """The list, narrowed."""
    if asks.to:
        listed = listed.filter(pk__in=having("addressee", asks.to))
    if asks.target:
        listed = listed.filter(pk__in=having("target", asks.target))
    if asks.due:
        listed = listed.filter(due=asks.due)
    if asks.meeting:
        listed = listed.filter(instrument__meeting__short=asks.meeting)
    if asks.instrument:
        listed = listed.filter(instrument__number=asks.instrument)
    if asks.q:
        listed = listed.filter(Q(text__icontains=asks.q) | Q(name__icontains=asks.q))
    if asks.assigned:
        nobody = asks.assigned == "nobody"
        listed = listed.filter(Q(assigned=None) if nobody else Q(assigned__email=asks.assigned))
    if asks.on:
        day = datetime.date.fromisoformat(asks.on)
        listed = listed.filter(Q(since=None) | Q(since__lte=day)).filter(
            Q(until=None) | Q(until__gte=day)
        )
    if asks.condition:
        listed = listed.filter(pk__in=conditioned(asks.condition).values("provision"))
    if asks.status == "silent":
        return listed.alias(word=F("last_status")).filter(Q(word=None) | Q(word="not-reported"))
    if asks.status:
        return listed.alias(word=F("last_status")).filter(word=asks.status)
    return listed


def provisions(
    by: str | None, asks: Filter | None = None, *, page: int | None = None
) -> Listed[Asked]:
    """Provisions that a person may see, by instrument and name. ValueError: `on` is no date."""
    listed = narrowed(ready(seen(Provision.objects.all(), reader(by))), asks or Filter())
    return cut(listed.order_by("instrument__key", "name"), asked, page)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What the list can be narrowed by."""

    to: tuple[str, ...]
    due: tuple[str, ...]
    status: tuple[str, ...]
    condition: tuple[str, ...]
    target: tuple[str, ...]
    meeting: tuple[str, ...]


def choices(by: str | None) -> Choices:
    """The values that a person can narrow the list of provisions by."""
    listed = seen(Provision.objects.all(), reader(by)).order_by()
    facets = Facet.objects.filter(provision__in=listed).order_by()

    def values(kind: str) -> list[str]:
        return sorted(facets.filter(kind=kind).values_list("value", flat=True).distinct())

    due = listed.values_list("due", flat=True).distinct()
    meetings = listed.values_list("instrument__meeting__short", flat=True).distinct()
    statuses = Status.objects.order_by().values_list("status", flat=True).distinct()
    kinds = Condition.objects.order_by().values_list("kind", flat=True).distinct()
    return Choices(
        to=tuple(values("addressee")),
        due=tuple(sorted(set(due) - {""})),
        status=("silent", *sorted(set(statuses))),
        condition=("any", "unfunded", *sorted(set(kinds))),
        target=tuple(values("target")),
        meeting=tuple(sorted(name for name in set(meetings) if name)),
    )


def found(who: Reader, path: str) -> Provision | None:
    """The provision of an address or a name; None where there is none to be seen."""
    number, _, item = path.rpartition("/")
    names = {path, f"{number} {item})", f"{unslugged(number)} {item})", unslugged(path)}
    names |= {f"{number} {item}", f"{unslugged(number)} {item}"} if number else set()
    return ready(seen(Provision.objects.filter(name__in=names), who)).first()


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
    version = one.version
    source = Shown(symbol=version.document.symbol, eid=one.eid) if version else None
    linked = seen(one.engagements.all(), who).prefetch_related("evidence")
    return Whole(
        asked=asked(one),
        title=one.instrument.title,
        force=one.force,
        report_to=one.report_to,
        line=one.line,
        collaborators=tuple(one.collaborators),
        conditions=tuple(
            Needs(number=number, words=each.words, kind=each.kind, funding=each.funding)
            for number, each in enumerate(one.conditions.order_by("id"), 1)
        ),
        outputs=tuple(
            Owed(number=number, what=each.words or each.kind, done=each.done, shown=each.shown)
            for number, each in enumerate(Output.objects.filter(provision=one).order_by("id"), 1)
        ),
        paraphrase=one.paraphrase,
        since=day(one.since or one.instrument.since),
        until=day(one.until or one.instrument.until),
        source=source,
        statuses=became(who, Q(provision=one)),
        wordings=tuple(
            Words(
                text=each.text, paraphrase=each.paraphrase, since=day(each.since),
                source=f"{each.version.document.symbol}#{each.eid}" if each.version else "",
            )
            for each in one.wordings.select_related("version__document")
        ),
        engagements=tuple(
            Told(
                key=each.key[:SHORT], title=each.title, state=each.state, since=each.since,
                evidence=tuple(shown.address for shown in each.evidence.all()),
            )
            for each in linked
        ),
        public=one.public,
        change=one.change,
    )  # fmt: skip


def became(who: Reader, which: Q) -> tuple[Became, ...]:
    """What documents that a reader may see say became of something, the newest first."""
    listed = Status.objects.filter(which).select_related("version__document")
    if who.role in ("public", "focal point", "partner"):
        listed = listed.filter(version__document__public=True)
    return tuple(
        Became(
            symbol=each.version.document.symbol, status=each.status, reason=each.reason,
            stated=each.stated, disposition=each.disposition,
            quotes=tuple(str(quote.get("quote", "")) for quote in each.quotes),
        )
        for each in listed.order_by("-version__document__dated", "-version__number")
    )  # fmt: skip


def day(date: datetime.date | None) -> str:
    """A day as it is kept; empty where there is none."""
    return date.isoformat() if date else ""


def instrument(by: str | None, path: str) -> Adopted | None:
    """A decision or resolution with its provisions; None where none is to be seen."""
    who = reader(by)
    one = Instrument.objects.filter(number__in={path, unslugged(path)}).first()
    if one is None:
        return None
    listed = ready(seen(Provision.objects.filter(instrument=one), who)).order_by("name")
    rows = tuple(asked(each) for each in listed)
    if not rows and who.reach("read") != "all":
        return None
    return Adopted(
        kind=one.kind,
        number=one.number,
        path=slug(one.number),
        title=one.title,
        meeting=one.meeting.short if one.meeting else "",
        since=day(one.since),
        until=day(one.until),
        provisions=rows,
        statuses=became(who, Q(provision=None, about__endswith=one.number)),
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
    counted: dict[int, int] = {}
    for pk in seen(Provision.objects.all(), who).order_by().values_list("instrument", flat=True):
        counted[pk] = counted.get(pk, 0) + 1
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
