"""Who reports to a meeting of the COP, who is late, what rules demand it, and the sum of what was
reported."""

import datetime
from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Count, QuerySet

from whimbrel.admission.contribution import summed
from whimbrel.queries import cases
from whimbrel.queries.beside_criteria import iso
from whimbrel.queries.contributions import late as is_late
from whimbrel.queries.contributions import (
    line,
    of_the_cop,
    owned,
    provision_of,
    reported,
    state_of,
    visible,
)
from whimbrel.queries.listed import Listed, whole
from whimbrel.queries.matter import before
from whimbrel.queries.matter import named as named_matter
from whimbrel.queries.observers import named
from whimbrel.queries.owing import owed as demanded
from whimbrel.queries.papers import inside
from whimbrel.queries.scope import Reader, reader
from whimbrel.queries.whose import standing
from whimbrel.register.models import Body, BodyStatus, Contribution, Meeting
from whimbrel.register.names import SHORT
from whimbrel.reporting import matter as paper


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """A duty of a status, as the rules have it."""

    scheme: str
    words: str
    source: str
    known: str
    day: str
    """The last day; empty: it comes on request, or how often is not known."""
    overdue: bool
    failing: str
    """What may become of the status now, by the rule; people decide it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A body that reports to a meeting, or is asked to."""

    key: str
    """Of its report; empty: there is none, or it is still written."""
    name: str
    body: str
    meeting: str
    opens: str
    short: bool
    state: str
    """`due`, `begun`, `given back`, `received`, `taken up`."""
    late: bool
    sent: str
    lines: int
    owed: tuple[Owed, ...]
    """Only for the office: what the rules of its status demand."""
    public: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """How the list of reports is narrowed; an empty field narrows nothing."""

    meeting: str = ""
    state: str = ""
    """`late`, or a state of a row."""
    q: str = ""


def contributions(
    by: str | None, asks: Filter | None = None, *, page: int | None = None,
    today: datetime.date | None = None,
) -> Listed[Row]:  # fmt: skip
    """Reports on contributions, by meeting and body. The office sees those that are due too; others
    see their own, and what is public."""
    asks, who, day = asks or Filter(), reader(by), today or datetime.date.today()
    rows = of_office(who, day) if inside(who) else of_others(who, day)
    return whole((one for one in rows if wanted(one, asks)), page)


def wanted(one: Row, asks: Filter) -> bool:
    """Whether a row was asked for."""
    state = asks.state in ("", one.state) or (asks.state == "late" and one.late)
    words = f"{one.name} {one.key}".casefold()
    return state and asks.meeting in ("", one.meeting) and asks.q.casefold() in words


def holders() -> list[Meeting]:
    """The meetings of the COP, the newest first."""
    return list(of_the_cop().order_by("-starts"))


def of_office(who: Reader, today: datetime.date) -> list[Row]:
    """For each meeting the bodies that reported, and those that are asked to: of the meeting to
    come, and of the last one."""
    every = holders()
    coming = [one for one in every if one.starts and one.starts > today][-1:]
    past = [one for one in every if one.starts and one.starts <= today][:1]
    brought: dict[int, dict[int, Contribution]] = defaultdict(dict)
    for one in with_lines(Contribution.objects.filter(meeting__in=every)):
        brought[one.meeting_id][one.body_id] = one
    made: list[Row] = []
    for holder in every:
        rows = brought[holder.pk]
        asked = asked_for(holder, today) if holder in (*coming, *past) else {}
        made += [
            row(holder, one.body, rows.get(one.body_id), today, owed(one, today))
            for one in asked.values()
        ]
        made += [row(holder, one.body, one, today) for key, one in rows.items() if key not in asked]
    by_name = sorted(made, key=lambda one: one.name.casefold())
    return sorted(by_name, key=lambda one: one.opens, reverse=True)


def of_others(who: Reader, today: datetime.date) -> list[Row]:
    """One's own reports, and those that are public."""
    rows = with_lines(visible(who)).order_by("-meeting__starts", "key")
    mine = set(owned(who.email).values_list("pk", flat=True)) if who.email else set()
    return [row(one.meeting, one.body, one, today, own=one.pk in mine) for one in rows]


def with_lines(rows: QuerySet[Contribution]) -> QuerySet[Contribution]:
    """Reports with their bodies and meetings, and how many lines each has."""
    return rows.select_related("body", "meeting").annotate(count_of_lines=Count("lines"))


def asked_for(holder: Meeting, today: datetime.date) -> dict[int, BodyStatus]:
    """The bodies that are asked to report to a meeting: those that hold a status, and those that
    held one since the meeting before it opened."""
    last = before(holder)
    since = last.starts if last is not None and last.starts else datetime.date.min
    day = min(filter(None, (today, holder.starts)))
    return {
        key: one for key, one in standing(day).items() if one.until is None or one.until >= since
    }


def row(
    holder: Meeting, body: Body, one: Contribution | None, today: datetime.date,
    told: tuple[Owed, ...] = (), *, own: bool = False,
) -> Row:  # fmt: skip
    """A body and its report to a meeting."""
    shown = one is not None and (own or one.sent_at is not None)
    opened = holder.starts is not None and today >= holder.starts
    return Row(
        key=one.key if one is not None and shown else "", name=named(body), body=body.key,
        meeting=holder.short, opens=iso(holder.starts), short=one is not None and one.short,
        state=state_of(one) if one is not None else "due",
        late=is_late(one, today) if one is not None else opened,
        sent=iso(one.sent_at.date()) if one is not None and one.sent_at else "",
        lines=lines_of(one) if one is not None and shown else 0, owed=told,
        public=one is not None and one.public,
    )  # fmt: skip


def lines_of(one: Contribution) -> int:
    """How many lines a report has, as `with_lines` counted them."""
    return int(getattr(one, "count_of_lines", 0))


def owed(one: BodyStatus, today: datetime.date) -> tuple[Owed, ...]:
    """What the rules of a status demand again and again. Nothing where they demand nothing: then a
    report is asked for, and owed by nobody."""
    rules = cases.scheme_of(one.case)
    if rules is None:
        return ()
    return tuple(
        Owed(
            scheme=cases.told(rules.title), words=cases.told(each.duty.text),
            source=each.duty.source, known=str(each.duty.status), day=iso(each.day),
            overdue=each.overdue, failing=each.failing,
        )
        for each in demanded(one.case, one.status, today)
    )  # fmt: skip


def given_to(who: Reader, holder: Meeting) -> paper.Contributions:
    """The reports to a meeting that were taken into the record, summed, as a paper tells them."""
    rows = visible(who).filter(meeting=holder).exclude(accepted_at=None)
    listed = list(rows.select_related("body", "meeting").order_by("key"))
    entries: list[paper.Entry] = []
    told = []
    for one in listed:
        body, lines = named_matter(one.body), []
        for each in one.lines.select_related("engagement").order_by("number"):
            asked = provision_of(each.provision)
            # The same provision is counted as one, however reports write it.
            if asked is not None:
                each.provision = asked.name
            lines.append(each)
            key = each.engagement.key[:SHORT] if each.engagement else ""
            entries.append(paper.Entry(report=one.key, body=body, line=line(each), engagement=key))
        told.append(reported(one, tuple(lines)))
    today = datetime.datetime.now(tz=datetime.UTC).date()
    asked_ = {*asked_for(holder, today), *(one.body_id for one in listed)}
    return paper.Contributions(sum=summed(told, asked=len(asked_)), entries=tuple(entries))


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A contribution in the paper for a meeting, and where it is reported."""

    number: int
    """In the list of the paper, and in its table."""
    report: str
    line: int
    name: str
    what: str
    engagement: str


def sources(by: str | None, short: str) -> tuple[Source, ...]:
    """Where the numbers of the paper for a meeting come from, in its order; nothing for who does
    not see the paper."""
    who = reader(by)
    holder = Meeting.objects.filter(short=short).first() if inside(who) else None
    listed = given_to(who, holder).entries if holder is not None else ()
    return tuple(
        Source(
            number=number, report=one.report, line=one.line.number,
            name=one.body.name.anyhow("en"), what=one.line.what, engagement=one.engagement,
        )
        for number, one in enumerate(listed, start=1)
    )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What the filters of the list offer."""

    meetings: tuple[str, ...]
    states: tuple[str, ...] = ("due", "late", "begun", "given back", "received", "taken up")


def choices(by: str | None) -> Choices:
    """The meetings of the COP on record; of who sees some records those of their reports."""
    who = reader(by)
    if inside(who):
        return Choices(meetings=tuple(one.short for one in holders()))
    held = visible(who).values_list("meeting__short", flat=True)
    return Choices(meetings=tuple(sorted(set(held))), states=())
