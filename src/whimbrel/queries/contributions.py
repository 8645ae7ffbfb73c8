"""Reports of bodies on what they contributed: one's own as it is written, those that the office has
to look at, who still owes one, and what everybody may read."""

import datetime
import re
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from whimbrel.admission import contribution as form
from whimbrel.queries import cases
from whimbrel.queries.beside_criteria import iso
from whimbrel.queries.observers import named
from whimbrel.queries.papers import inside
from whimbrel.queries.said import said as _
from whimbrel.queries.scope import Reader, reader, seen
from whimbrel.queries.whose import bodies_of
from whimbrel.register.models import (
    Contributed,
    Contribution,
    Engagement,
    Meeting,
    Person,
    Provision,
)
from whimbrel.register.names import SHORT

SERIES = "COP"
"""Bodies report to meetings of the Conference of the Parties."""
CITED = re.compile(
    r"^\s*(?:(?:CMS|UNEP/CMS)[\s/]*)?(?:decisions?|d[ée]cisi[oó]n(?:es)?|décisions?"
    r"|r[ée]solutions?|resoluci[oó]n(?:es)?)\s*[/:]?\s*",
    re.IGNORECASE,
)
"""What may stand before the number of a provision."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """A meeting to which bodies report."""

    short: str
    title: str
    opens: str
    late: bool
    """It has opened: what comes now is late, and is taken all the same."""


def meetings_for(today: datetime.date) -> tuple[Holder, ...]:
    """The meetings to which bodies report now: the next one of the COP, and the last one, for who
    is late."""
    listed = of_the_cop()
    coming = listed.filter(starts__gt=today).order_by("starts")[:1]
    past = listed.filter(starts__lte=today).order_by("-starts")[:1]
    return tuple(
        Holder(short=one.short, title=one.title, opens=iso(one.starts),
               late=one.starts is not None and one.starts <= today)
        for one in (*coming, *past)
    )  # fmt: skip


def of_the_cop() -> QuerySet[Meeting]:
    """The meetings of the COP whose opening is known; those of another body are none of ours."""
    listed = Meeting.objects.filter(short__regex=rf"^{SERIES}[0-9]+$").exclude(starts=None)
    return listed.filter(Q(body=None) | Q(body__ours=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class Lacks:
    """What is amiss in a report."""

    line: int
    field: str
    bars: bool
    words: str


def problems_of(row: Contribution) -> tuple[Lacks, ...]:
    """What is missing in a report, in words; first what keeps it from being sent."""
    return tuple(
        Lacks(line=one.line, field=one.field, bars=one.bars, words=worded(one))
        for one in form.problems(reported(row))
    )


def worded(one: form.Problem) -> str:
    """What is amiss, in a few words."""
    asked = next(each for each in form.questions() if each.key == one.field)
    if one.what != "missing":
        told = _("contribution %(line)s: %(field)s is none of those offered")
    elif one.line:
        told = _("contribution %(line)s: %(field)s is missing")
    elif one.field == "what":
        return str(_("it names no contribution"))
    else:
        told = _("%(field)s is missing")
    return str(told % {"line": one.line, "field": asked.label(cases.spoken())})


def reported(row: Contribution, lines: tuple[Contributed, ...] | None = None) -> form.Reported:
    """A report as it is checked and summed."""
    listed = row.lines.order_by("number") if lines is None else lines
    return form.Reported(
        key=row.key, body=row.body.key, short=row.short, summary=row.summary, consent=row.consent,
        constituency=row.body.constituency, lines=tuple(line(one) for one in listed),
    )  # fmt: skip


def line(one: Contributed) -> form.Line:
    """A contribution as it is checked and summed."""
    return form.Line(
        number=one.number, what=one.what, kind=one.kind, provision=one.provision,
        target=one.target, species=tuple(one.species), countries=tuple(one.countries),
        since=one.since, until=one.until, result=one.result, evidence=one.evidence,
    )  # fmt: skip


def provision_of(name: str) -> Provision | None:
    """The provision that a report names; None where the record has none of that name, or several:
    nobody guesses."""
    plain = " ".join(CITED.sub("", name).split())
    if not plain:
        return None
    listed = list(Provision.objects.filter(name__iexact=plain).order_by("pk")[:2])
    return listed[0] if len(listed) == 1 else None


def state_of(row: Contribution) -> str:
    """How far a report has come."""
    if row.accepted_at is not None:
        return "taken up"
    if row.sent_at is not None:
        return "received"
    return "given back" if row.returned_at is not None else "begun"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One contribution as pages show it."""

    number: int
    what: str
    kind: str
    provision: str
    linked: str
    """The provision of the record that it names; empty: the record has none of that name."""
    target: str
    species: tuple[str, ...]
    countries: tuple[str, ...]
    since: str
    until: str
    result: str
    evidence: str
    engagement: str
    """What it became in the record, by its name; empty: nothing yet, or not to be seen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """A report."""

    key: str
    body: str
    name: str
    constituency: str
    meeting: str
    opens: str
    short: bool
    language: str
    state: str
    late: bool
    """Sent on the day on which the meeting opened or after it; or not yet, and that day is past."""
    begun: str
    sent: str
    taken_up: str
    returned: str
    """What the office wants corrected; empty: nothing."""
    summary: str
    consent: str
    lines: tuple[Said, ...]
    lacks: tuple[Lacks, ...]
    unread: tuple[tuple[str, str, str], ...]
    """(where, words, why) of what could not be read in the form that came back last."""
    public: bool
    change: int


def owned(by: str | None) -> QuerySet[Contribution]:
    """The reports that are somebody's own: those of the bodies for which they speak."""
    person = Person.objects.filter(email=by, is_active=True).first() if by else None
    return Contribution.objects.filter(body__in=[one.pk for one in bodies_of(person)])


def visible(who: Reader) -> QuerySet[Contribution]:
    """The reports that a reader may see: for the office those that were sent; else one's own, and
    what is public."""
    if inside(who):
        return Contribution.objects.exclude(sent_at=None)
    mine = owned(who.email).values("pk") if who.email else Contribution.objects.none().values("pk")
    shown = Contribution.objects.filter(public=True)
    return shown | Contribution.objects.filter(pk__in=mine)


def contribution(
    by: str | None, key: str, *, today: datetime.date | None = None
) -> Whole | None:  # fmt: skip
    """A report that somebody may see; None where there is none."""
    who = reader(by)
    row = visible(who).filter(key=key).select_related("body", "meeting").first()
    return whole_of(row, who, today or datetime.date.today()) if row is not None else None


def mine(by: str | None, key: str, *, today: datetime.date | None = None) -> Whole | None:
    """A report of one's own, as it is written; None where there is none."""
    row = owned(by).filter(key=key).select_related("body", "meeting").first()
    return whole_of(row, reader(by), today or datetime.date.today()) if row is not None else None


def whole_of(row: Contribution, who: Reader, today: datetime.date) -> Whole:
    """The same of a row. What was wrong with it is told to the office and to its body only."""
    close = inside(who) or owned(who.email).filter(pk=row.pk).exists()
    lines = tuple(row.lines.select_related("engagement").order_by("number"))
    keys = [one.engagement_id for one in lines if one.engagement_id]
    known = set(seen(Engagement.objects.filter(pk__in=keys), who).values_list("pk", flat=True))
    return Whole(
        key=row.key, body=row.body.key, name=named(row.body), constituency=row.body.constituency,
        meeting=row.meeting.short, opens=iso(row.meeting.starts), short=row.short,
        language=row.language, state=state_of(row), late=late(row, today),
        begun=row.begun_at.date().isoformat() if close else "",
        sent=row.sent_at.date().isoformat() if row.sent_at else "",
        taken_up=row.accepted_at.date().isoformat() if row.accepted_at else "",
        returned=row.returned if close else "", summary=row.summary,
        consent=row.consent if close else "",
        lines=tuple(said(one, one.engagement_id in known) for one in lines),
        lacks=problems_of(row) if close else (),
        unread=tuple(
            (str(one["where"]), str(one["words"]), str(one["why"])) for one in row.unread
        ) if close else (),
        public=row.public, change=row.change,
    )  # fmt: skip


def late(row: Contribution, today: datetime.date) -> bool:
    """Whether a report came, or will come, once its meeting has opened."""
    day = row.sent_at.date() if row.sent_at else today
    return row.meeting.starts is not None and day >= row.meeting.starts


def said(one: Contributed, shown: bool) -> Said:
    """One contribution; the engagement that it became where it is to be seen."""
    asked = provision_of(one.provision)
    return Said(
        number=one.number, what=one.what, kind=one.kind, provision=one.provision,
        linked=asked.name if asked is not None else "", target=one.target,
        species=tuple(one.species), countries=tuple(one.countries), since=one.since,
        until=one.until, result=one.result, evidence=one.evidence,
        engagement=one.engagement.key[:SHORT] if one.engagement and shown else "",
    )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Mine:
    """A body for which somebody speaks, with its reports, and the meetings to which it can report
    now."""

    body: str
    name: str
    constituency: str
    reports: tuple[tuple[str, str, str], ...]
    """(key, meeting, state), the newest first."""
    open: tuple[Holder, ...]


def to_write(by: str | None, *, today: datetime.date | None = None) -> tuple[Mine, ...]:
    """The bodies for which somebody speaks, and what they can report."""
    person = Person.objects.filter(email=by, is_active=True).first() if by else None
    now, made = meetings_for(today or datetime.date.today()), []
    for body in bodies_of(person):
        rows = list(body.contributions.select_related("meeting").order_by("-begun_at"))
        held = {row.meeting.short for row in rows}
        made.append(
            Mine(
                body=body.key, name=named(body), constituency=body.constituency,
                reports=tuple((row.key, row.meeting.short, state_of(row)) for row in rows),
                open=tuple(one for one in now if one.short not in held),
            )
        )  # fmt: skip
    return tuple(made)
