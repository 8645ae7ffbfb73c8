"""The public register of observers: the bodies whose status was published, and nobody else."""

import datetime
from dataclasses import dataclass

from whimbrel.queries import cases
from whimbrel.queries.beside_criteria import iso
from whimbrel.queries.listed import Listed, whole
from whimbrel.register.models import Body, BodyStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Observer:
    """A body with a status."""

    name: str
    """In the language of the page where it is known in it."""
    acronym: str
    kind: str
    country: str
    status: str
    """`admitted`, `suspended`, `withdrawn`: the last one until the day asked for."""
    since: str
    until: str
    """The last day; empty: until it is decided otherwise."""
    meeting: str
    decided_by: str
    scheme: str
    """Under which rules, in words."""
    body: str
    """Key of the body, where it is public itself; else empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """How the register is narrowed; an empty field narrows nothing."""

    meeting: str = ""
    status: str = ""
    country: str = ""
    on: str = ""
    """As it stood on a day; today where it is empty."""
    q: str = ""


def observers(
    by: str | None, asks: Filter | None = None, *, page: int | None = None,
    today: datetime.date | None = None,
) -> Listed[Observer]:  # fmt: skip
    """The register, by name; everybody sees the same. ValueError: `on` is no date."""
    asks = asks or Filter()
    day = datetime.date.fromisoformat(asks.on) if asks.on else today or datetime.date.today()
    rows = [one for one in standing(day) if wanted(one, asks)]
    return whole(sorted(rows, key=lambda one: (one.name.casefold(), one.since)), page)


def standing(day: datetime.date) -> list[Observer]:
    """The last status that each published case had given until a day."""
    listed = BodyStatus.objects.filter(
        case__public=True, case__restricted=False, since__lte=day
    ).select_related("case__meeting", "body")
    last: dict[int, BodyStatus] = {}
    for one in listed.prefetch_related("body__names").order_by("since", "id"):
        last[one.case_id] = one
    return [observer(one, day) for one in last.values()]


def observer(one: BodyStatus, day: datetime.date) -> Observer:
    """A status as a row of the register. One whose last day is past is over."""
    over = one.until is not None and one.until < day and one.status not in cases.ENDED
    rules = cases.scheme_of(one.case)
    return Observer(
        name=named(one.body), acronym=one.body.acronym, kind=one.body.kind,
        country=one.body.country, status="over" if over else one.status,
        since=one.since.isoformat(), until=iso(one.until),
        meeting=one.case.meeting.short if one.case.meeting else "", decided_by=one.decided_by,
        scheme=cases.told(rules.title) if rules is not None else one.case.scheme,
        body=one.body.key if one.body.public else "",
    )  # fmt: skip


def named(body: Body) -> str:
    """The name of a body in the language of the page; its own where it has none in it. Of several
    the longest: others are acronyms."""
    language = cases.spoken()
    names = [one.name for one in body.names.all() if one.language == language and not one.until]
    return max(names, key=len, default=body.name)


def wanted(one: Observer, asks: Filter) -> bool:
    """Whether a row was asked for."""
    exact = ((asks.meeting, one.meeting), (asks.status, one.status), (asks.country, one.country))
    words = f"{one.name} {one.acronym}".casefold()
    return all(not asked or asked == value for asked, value in exact) and (
        asks.q.casefold() in words
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What the filters of the register offer."""

    meetings: tuple[str, ...]
    statuses: tuple[str, ...]
    countries: tuple[str, ...]


def choices(by: str | None) -> Choices:
    """The values that the published register has."""
    rows = standing(datetime.date.max)
    return Choices(
        meetings=tuple(sorted({one.meeting for one in rows} - {""})),
        statuses=tuple(sorted({one.status for one in standing(datetime.date.today())})),
        countries=tuple(sorted({one.country for one in rows} - {""})),
    )
