"""The applications for a meeting: the lists that went to the Parties, who can go on the next one,
and who is admitted."""

import datetime
from dataclasses import dataclass

from whimbrel.procedures.criterion import Effect, holds
from whimbrel.queries import cases, moves
from whimbrel.queries.applications import Applied, applied, visible
from whimbrel.queries.beside_criteria import iso
from whimbrel.queries.papers import inside
from whimbrel.queries.scope import Reader, reader
from whimbrel.register.models import BodyStatus, Case, Circulation, Meeting


@dataclass(frozen=True, slots=True, kw_only=True)
class Circulated:
    """A list of applicants that went to the Parties."""

    key: str
    on: str
    closes: str
    present: int | None
    parties: int | None
    applications: tuple[Applied, ...]
    change: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Stands:
    """An application for the meeting, with what is counted of it."""

    applied: Applied
    objections: int
    barred: tuple[str, ...]
    """Why it cannot go on a list now; empty: it can."""
    status: str
    """What it holds; empty: nothing."""
    since: str
    until: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathering:
    """The applications for one meeting."""

    meeting: str
    title: str
    starts: str
    lists: tuple[Circulated, ...]
    applications: tuple[Stands, ...]


def gathering(
    by: str | None, short: str, *, today: datetime.date | None = None
) -> Gathering | None:
    """The applications for a meeting, for who sees the whole record; None where there is no such
    meeting to be seen."""
    who = reader(by)
    holder = Meeting.objects.filter(short=short).first() if inside(who) else None
    if holder is None:
        return None
    day, rows = today or datetime.date.today(), of_meeting(who, holder)
    return Gathering(
        meeting=holder.short, title=holder.title, starts=iso(holder.starts),
        lists=tuple(circulated(one, who) for one in holder.circulations.order_by("on", "id")),
        applications=tuple(stands(one, day) for one in rows),
    )  # fmt: skip


def of_meeting(who: Reader, holder: Meeting) -> list[Case]:
    """The applications for a meeting that a reader may see, by name."""
    rows = visible(who).filter(meeting=holder).select_related("meeting", "body", "officer")
    return list(rows.order_by("name", "key"))


def stands(one: Case, day: datetime.date) -> Stands:
    """One application."""
    last = one.statuses.order_by("since", "id").last()
    return Stands(
        applied=applied(one), objections=one.objections.filter(withdrawn_on=None).count(),
        barred=moves.bars(one, "circulate", day), status=last.status if last else "",
        since=iso(last.since) if last else "", until=iso(last.until) if last else "",
    )  # fmt: skip


def circulated(one: Circulation, who: Reader) -> Circulated:
    """A list that went out."""
    held = visible(who).filter(circulations=one).select_related("meeting", "body", "officer")
    return Circulated(
        key=one.key, on=one.on.isoformat(), closes=iso(one.closes_on), present=one.parties_present,
        parties=one.parties_all, change=one.change,
        applications=tuple(applied(each) for each in held.order_by("name", "key")),
    )  # fmt: skip


def meetings(by: str | None) -> tuple[str, ...]:
    """The meetings for which there are applications, the newest first."""
    rows = visible(reader(by)).exclude(meeting=None)
    listed = Meeting.objects.filter(cases__in=rows).distinct().order_by("-starts", "short")
    return tuple(one.short for one in listed)


def admitted(who: Reader, holder: Meeting) -> list[BodyStatus]:
    """The last status of each application for a meeting, of those that still hold it."""
    last: dict[int, BodyStatus] = {}
    listed = BodyStatus.objects.filter(case__in=of_meeting(who, holder)).select_related(
        "body", "case"
    )
    for one in listed.order_by("since", "id"):
        last[one.case_id] = one
    held = [one for one in last.values() if one.status not in cases.ENDED]
    return sorted(held, key=lambda one: one.body.name.casefold())


def approval(row: Case) -> str:
    """What the State of an applicant answered; empty where its procedure asks for none."""
    rules = cases.scheme_of(row)
    listed = rules.criteria if rules is not None else ()
    waits = [one for one in listed if one.effect is Effect.WAIT]
    values = cases.applicant(row).values()
    concerned = any(one.concerns is None or holds(one.concerns, values) for one in waits)
    return (cases.approval(row) or str(row.values.get("state_approval") or "none")) * concerned
