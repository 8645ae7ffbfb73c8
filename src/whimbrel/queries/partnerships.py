"""Partnerships as a list: by state, by policy, what is late and what runs out; and what everybody
may see of those that are public."""

import datetime
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from whimbrel.queries.agreements import SOON
from whimbrel.queries.listed import Listed, cut
from whimbrel.queries.papers import inside
from whimbrel.queries.scope import Reader, reader, seen
from whimbrel.register.models import Partnership, PartnershipDue

MINE = "me"
OVER = ("closed", "terminated", "refused", "withdrawn")
"""States in which nothing is late any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Partnered:
    """A partnership in a list. Outside the office only its title, partner, form, period and summary
    are told."""

    key: str
    title: str
    body: str
    """Key of the partner; empty: nobody is selected yet."""
    partner: str
    """Its name."""
    provision: str
    """Name of the provision from which the need comes."""
    pack: str
    category: str
    modality: str
    instrument: str
    direction: str
    value: str
    currency: str
    state: str
    since: str
    until: str
    days: int | None
    """Days left on the day; below nought where it has ended; None: nothing is signed, or no end is
    known."""
    vetting: str
    """`in date`, `runs out soon`, `run out`, `none yet`, `not known`."""
    vetted_until: str
    red: int
    """Red flags that are up."""
    late: int
    """What is due and was not done by its day."""
    officer: str
    summary: str
    public: bool
    change: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """How the list of partnerships is narrowed; an empty field narrows nothing."""

    state: str = ""
    pack: str = ""
    category: str = ""
    pressing: str = ""
    """`late`: something is overdue; `ending`: it ends soon or has ended; `vetting`: its due
    diligence runs out or has; `red`: a red flag is up."""
    officer: str = ""
    """`me`: those that I look after."""
    partner: str = ""
    """Key of a body."""
    provision: str = ""
    q: str = ""


def partnerships(
    by: str | None, asks: Filter | None = None, *, page: int | None = None,
    today: datetime.date | None = None,
) -> Listed[Partnered]:  # fmt: skip
    """Partnerships that a person may see, those begun last first."""
    asks, who = asks or Filter(), reader(by)
    today = today or datetime.date.today()
    rows = narrowed(seen(Partnership.objects.all(), who), asks, who, today)
    return cut(counted(rows, today), lambda one: partnered(one, today, who), page)


def narrowed(
    rows: QuerySet[Partnership], asks: Filter, who: Reader, today: datetime.date
) -> QuerySet[Partnership]:
    """The same without those that were not asked for."""
    for field in ("state", "pack", "category"):
        if getattr(asks, field):
            rows = rows.filter(**{field: getattr(asks, field)})
    if asks.partner:
        rows = rows.filter(body__key=asks.partner)
    if asks.provision:
        rows = rows.filter(provision__name=asks.provision)
    if asks.officer:
        rows = rows.filter(officer__email=who.email if asks.officer == MINE else asks.officer)
    if asks.pressing and inside(who):
        rows = rows.filter(pressing(asks.pressing, today)).exclude(state__in=OVER)
    if asks.q:
        words = Q(title__icontains=asks.q) | Q(key__icontains=asks.q)
        rows = rows.filter(words | Q(body__name__icontains=asks.q))
    return rows


def pressing(what: str, today: datetime.date) -> Q:
    """What is late or runs out, by its name; nothing where that is none."""
    soon = today + datetime.timedelta(days=SOON)
    late = PartnershipDue.objects.filter(partnership=OuterRef("pk"), done_on=None, due_on__lt=today)
    return {
        "late": Q(Exists(late)),
        "ending": Q(agreement__isnull=False, until__lte=soon),
        "vetting": Q(vetted_until__lte=soon),
        "red": Q(flags__kind="red", flags__lifted_on=None),
    }.get(what, Q(pk__in=()))


def counted(rows: QuerySet[Partnership], today: datetime.date) -> QuerySet[Partnership]:
    """The same with what is late and what is flagged."""
    late = Q(dues__done_on=None, dues__due_on__lt=today)
    red = Q(flags__kind="red", flags__lifted_on=None)
    listed = rows.select_related("body", "provision", "officer", "agreement")
    return listed.annotate(
        late=Count("dues", filter=late, distinct=True),
        red=Count("flags", filter=red, distinct=True),
    ).order_by("-begun_at", "key")


def vetting(one: Partnership, today: datetime.date) -> str:
    """How the due diligence of a partnership stands on a day."""
    if one.vetted_on is None:
        return "none yet"
    if one.vetted_until is None:
        return "not known"
    if one.vetted_until < today:
        return "run out"
    left = (one.vetted_until - today).days
    return "runs out soon" if left <= SOON else "in date"


def partnered(one: Partnership, today: datetime.date, who: Reader) -> Partnered:
    """A partnership as a row for a reader."""
    ours = inside(who)
    over = one.state in OVER
    left = (one.until - today).days if one.until and one.agreement_id and not over else None
    return Partnered(
        key=one.key, title=one.title, body=one.body.key if one.body else "",
        partner=one.body.name if one.body else "",
        provision=one.provision.name if one.provision and ours else "",
        pack=one.pack if ours else "", category=one.category if ours else "",
        modality=one.modality, instrument=one.instrument,
        direction=one.direction if ours else "",
        value=str(one.value) if one.value is not None and ours else "",
        currency=one.currency if ours else "",
        state=one.state, since=iso(one.since), until=iso(one.until), days=left,
        vetting=vetting(one, today) if ours else "",
        vetted_until=iso(one.vetted_until) if ours else "",
        red=getattr(one, "red", 0) if ours else 0, late=getattr(one, "late", 0) if ours else 0,
        officer=one.officer.name if one.officer and ours else "", summary=one.summary,
        public=one.public, change=one.change,
    )  # fmt: skip


def iso(day: datetime.date | None) -> str:
    """A day as it is written; empty for none."""
    return day.isoformat() if day is not None else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What the filters of the list offer."""

    states: tuple[str, ...]
    packs: tuple[str, ...]
    categories: tuple[str, ...]


def choices(by: str | None) -> Choices:
    """The states, policies and categories of the partnerships that a person may see."""
    rows = seen(Partnership.objects.all(), reader(by)).order_by()
    return Choices(
        states=distinct(rows, "state"), packs=distinct(rows, "pack"),
        categories=distinct(rows, "category"),
    )  # fmt: skip


def distinct(rows: QuerySet[Partnership], field: str) -> tuple[str, ...]:
    """The values of a field, each once."""
    listed = rows.values_list(field, flat=True).distinct()
    return tuple(sorted(filter(None, listed)))


def waiting(by: str, count: int, *, today: datetime.date | None = None) -> tuple[Partnered, ...]:
    """The partnerships in which something is late, runs out or is flagged red, those that a person
    looks after first; none for those outside the office."""
    who, today = reader(by), today or datetime.date.today()
    if not inside(who):
        return ()
    which = Q(pk__in=())
    for name in ("late", "ending", "vetting", "red"):
        which |= Q(pk__in=Partnership.objects.filter(pressing(name, today)).values("pk"))
    rows = counted(Partnership.objects.filter(which).exclude(state__in=OVER), today)
    listed = sorted(rows, key=lambda one: one.officer is None or one.officer.email != who.email)
    return tuple(partnered(one, today, who) for one in listed[:count])
