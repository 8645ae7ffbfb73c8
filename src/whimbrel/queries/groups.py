"""Groups, campaigns and initiatives: work that goes on beside single engagements."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet

from whimbrel.engagements.recurring import days_of
from whimbrel.queries.listed import Listed, whole
from whimbrel.queries.papers import inside
from whimbrel.queries.provisions import path_of
from whimbrel.queries.scope import Reader, reader, seen
from whimbrel.register.models import Body, Campaign, Group, Initiative, Membership, Provision


@dataclass(frozen=True, slots=True, kw_only=True)
class Sat:
    """One sitting of a group."""

    title: str
    since: str
    until: str
    place: str
    topics: str
    conclusions: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sits:
    """A group: what it was asked, who is in it, and whether it ever met."""

    key: str
    name: str
    acronym: str
    provisions: tuple[tuple[str, str], ...]
    """(path, name) of what mandates it."""
    composition: str
    members: tuple[tuple[str, str, str], ...]
    """(key, name, role)."""
    state: str
    """`met`, `never convened` or `not known`."""
    why: str
    sittings: tuple[Sat, ...]
    public: bool
    change: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Comes:
    """A campaign with its days in a year."""

    key: str
    name: str
    year: int
    days: tuple[str, ...]
    next: str
    """The first of its days from today on; empty where no rule is known."""
    theme: str
    themes: tuple[tuple[int, str], ...]
    partners: tuple[tuple[str, str], ...]
    address: str
    public: bool
    change: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Grows:
    """An initiative in development."""

    key: str
    name: str
    state: str
    focus: tuple[str, ...]
    instruments: tuple[str, ...]
    fora: tuple[str, ...]
    partners: tuple[tuple[str, str], ...]
    address: str
    public: bool
    change: int


def sits(one: Group) -> Sits:
    """A group as a row."""
    sittings = tuple(
        Sat(
            title=each.title, since=each.since, until=each.until, place=each.place,
            topics=each.topics, conclusions=each.conclusions, address=each.address,
        )
        for each in one.sittings.all()
    )  # fmt: skip
    never = "never convened" if one.never_convened else "not known"
    return Sits(
        key=one.body.key,
        name=one.body.name,
        acronym=one.body.acronym,
        provisions=tuple((path_of(each), each.name) for each in one.provisions.all()),
        composition=one.composition,
        members=tuple(
            (each.member.key, each.member.name, each.role) for each in one.body.memberships.all()
        ),
        state="met" if sittings else never,
        why=one.why,
        sittings=sittings,
        public=one.public,
        change=one.change,
    )


def groups(by: str | None, *, state: str = "", page: int | None = None) -> Listed[Sits]:
    """Groups that a person may see."""
    rows = (sits(one) for one in ready(Group.objects.all(), reader(by)))
    return whole((one for one in rows if state in ("", one.state)), page)


def group(by: str | None, key: str) -> Sits | None:
    """A group; None where there is none that this person may see."""
    one = ready(Group.objects.filter(body__key=key), reader(by)).first()
    return sits(one) if one else None


def ready(listed: QuerySet[Group], who: Reader) -> QuerySet[Group]:
    """Those groups that a reader may see, with all that a row needs: also of what mandates them and
    who is in them, only what they may see."""
    asked = seen(Provision.objects.select_related("instrument"), who)
    members = Membership.objects.select_related("member")
    if not inside(who):
        members = members.filter(member__in=seen(Body.objects.order_by(), who))
    return (
        seen(listed, who)
        .select_related("body")
        .prefetch_related(
            "sittings", Prefetch("provisions", asked), Prefetch("body__memberships", members)
        )
    )


def next_day(rule: Sequence[Mapping[str, int]], today: datetime.date) -> str:
    """The first day of a rule from today on: this year, or the next."""
    days = (*days_of(rule, today.year), *days_of(rule, today.year + 1))
    return next((day.isoformat() for day in days if day >= today), "")


def comes(one: Campaign, year: int) -> Comes:
    """A campaign as a row."""
    themes = tuple((each.year, each.theme) for each in one.themes.all())
    return Comes(
        key=one.key,
        name=one.name,
        year=year,
        days=tuple(day.isoformat() for day in days_of(one.rule, year)),
        next=next_day(one.rule, datetime.date.today()),
        theme=dict(themes).get(year, ""),
        themes=themes,
        partners=tuple((each.key, str(each)) for each in one.partners.all()),
        address=one.address,
        public=one.public,
        change=one.change,
    )


def campaigns(by: str | None, *, year: int, page: int | None = None) -> Listed[Comes]:
    """Campaigns that a person may see, with their days in a year."""
    listed = seen(Campaign.objects.all(), reader(by)).prefetch_related("themes", "partners")
    return whole((comes(one, year) for one in listed), page)


def campaign(by: str | None, key: str, *, year: int) -> Comes | None:
    """A campaign; None where there is none that this person may see."""
    one = seen(Campaign.objects.filter(key=key), reader(by)).first()
    return comes(one, year) if one else None


def grows(one: Initiative) -> Grows:
    """An initiative as a row."""
    return Grows(
        key=one.key,
        name=one.name,
        state=one.state,
        focus=tuple(one.focus),
        instruments=tuple(one.instruments),
        fora=tuple(one.fora),
        partners=tuple((each.key, str(each)) for each in one.partners.all()),
        address=one.address,
        public=one.public,
        change=one.change,
    )


def initiatives(by: str | None, *, page: int | None = None) -> Listed[Grows]:
    """Initiatives that a person may see."""
    listed = seen(Initiative.objects.all(), reader(by)).prefetch_related("partners")
    return whole((grows(one) for one in listed), page)


def initiative(by: str | None, key: str) -> Grows | None:
    """An initiative; None where there is none that this person may see."""
    one = seen(Initiative.objects.filter(key=key), reader(by)).first()
    return grows(one) if one else None
