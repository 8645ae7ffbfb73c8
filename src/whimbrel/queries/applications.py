"""Applications for the office: the list of them, narrowed and as it stood on a day."""

import datetime
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery

from whimbrel.queries import cases
from whimbrel.queries.listed import Listed, whole
from whimbrel.queries.papers import inside
from whimbrel.queries.scope import Reader, reader
from whimbrel.register.models import Case, CaseEvent, CaseQuestion

MINE = "me"


@dataclass(frozen=True, slots=True, kw_only=True)
class Applied:
    """An application in a list."""

    key: str
    name: str
    body: str
    """Key of the body on record; empty: nobody has said which it is."""
    scheme: str
    host: str
    meeting: str
    """Short name; empty: for a standing."""
    country: str
    kind: str
    """What kind of applicant it says it is."""
    sent: str
    """The day; empty: it is still written."""
    state: str
    """What the last step made of it, on the day that is asked for."""
    officer: str
    questions: int
    """Questions without an answer."""
    overdue: int
    """Of these, those whose day is past."""
    public: bool
    change: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """How the list of applications is narrowed; an empty field narrows nothing."""

    meeting: str = ""
    state: str = ""
    scheme: str = ""
    officer: str = ""
    """`me`: those that I examine, and those that nobody does yet."""
    questions: str = ""
    """`open`, or `overdue`."""
    on: str = ""
    """The list as it stood at the end of a day."""
    q: str = ""


def visible(who: Reader) -> QuerySet[Case]:
    """The applications that a reader of the office may see: sent ones of every scheme. A case that
    is restricted is seen by those who examine. Others see their own, on pages of their own."""
    if not inside(who):
        return Case.objects.none()
    listed = Case.objects.exclude(sent_at=None)
    return listed if who.reach("examine") is not None else listed.filter(restricted=False)


def applications(
    by: str | None, asks: Filter | None = None, *, page: int | None = None,
    today: datetime.date | None = None,
) -> Listed[Applied]:  # fmt: skip
    """Applications, those sent last first, for who sees the whole record. ValueError: `on` is no
    date."""
    asks, who = asks or Filter(), reader(by)
    day = datetime.date.fromisoformat(asks.on) if asks.on else None
    today = today or datetime.date.today()
    rows = listed(narrowed(visible(who), asks, who, today), day, today)
    return whole((one for one in rows if asks.state in ("", one.state)), page)


def narrowed(
    rows: QuerySet[Case], asks: Filter, who: Reader, today: datetime.date
) -> QuerySet[Case]:
    """The same without those that were not asked for; the state is computed, see `applications`."""
    if asks.meeting:
        rows = rows.filter(meeting__short=asks.meeting)
    if asks.scheme:
        rows = rows.filter(scheme=asks.scheme)
    if asks.officer:
        mine = Q(officer__email=who.email) | Q(officer=None)
        rows = rows.filter(mine if asks.officer == MINE else Q(officer__email=asks.officer))
    if asks.questions:
        open_ = CaseQuestion.objects.filter(case=OuterRef("pk"), answered_at=None)
        late = open_.filter(until__lt=today)
        rows = rows.filter(Exists(late if asks.questions == "overdue" else open_))
    if asks.q:
        rows = rows.filter(Q(name__icontains=asks.q) | Q(key__icontains=asks.q))
    return rows


def listed(
    rows: QuerySet[Case], day: datetime.date | None, today: datetime.date
) -> tuple[Applied, ...]:
    """Applications as rows of a list, on a day where one is given."""
    unanswered = Q(questions__answered_at=None, questions__isnull=False)
    rows = rows.select_related("meeting", "body", "officer").annotate(
        open=Count("questions", filter=unanswered, distinct=True),
        late=Count("questions", filter=unanswered & Q(questions__until__lt=today), distinct=True),
    )
    if day is not None:
        before = CaseEvent.objects.filter(case=OuterRef("pk"), on__lte=day, step="send")
        rows = rows.annotate(begun=Subquery(before.values("on")[:1])).exclude(begun=None)
    return tuple(applied(one, day) for one in rows.order_by("-sent_at", "key"))


def applied(one: Case, day: datetime.date | None = None) -> Applied:
    """An application as a row; its state is that of a day where one is given."""
    sent = one.sent_at.date().isoformat() if one.sent_at else ""
    return Applied(
        key=one.key, name=one.name, body=one.body.key if one.body else "", scheme=one.scheme,
        host=one.host, meeting=one.meeting.short if one.meeting else "", country=one.country,
        kind=str(one.values.get("org_type") or ""), sent=sent,
        state=one.state if day is None else cases.state(one, day),
        officer=one.officer.name if one.officer else "", questions=getattr(one, "open", 0),
        overdue=getattr(one, "late", 0), public=one.public, change=one.change,
    )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What the filters of the list offer."""

    meetings: tuple[str, ...]
    states: tuple[str, ...]
    schemes: tuple[str, ...]


def choices(by: str | None) -> Choices:
    """The meetings, states and schemes of the applications that a person may see."""
    rows = visible(reader(by)).order_by()
    return Choices(
        meetings=distinct(rows, "meeting__short"), states=distinct(rows, "state"),
        schemes=distinct(rows, "scheme"),
    )  # fmt: skip


def distinct(rows: QuerySet[Case], field: str) -> tuple[str, ...]:
    """The values of a field, each once."""
    listed = rows.exclude(**{field: None}).values_list(field, flat=True).distinct()
    return tuple(sorted(filter(None, listed)))
