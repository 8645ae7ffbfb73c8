"""How a mandate stands on a day: in force, due, unfunded, silent; each answer with its reason.

Decisions lapse at the COP after the one that adopted them unless renewed; resolutions do not. What
the record does not tell is None, and the reason says what is missing.
"""

import datetime
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from whimbrel.mandates.kept import Funding, Kept, Limit, Nature, Session

SETTLED = frozenset({"implemented", "superseded", "not-applicable"})
"""What a mandate became when nothing more is due of it."""
DAY = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Yes, no or not known, and why."""

    so: bool | None
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How a mandate stands. None where the record does not tell."""

    name: str
    at: datetime.date
    in_force: bool | None
    due: bool | None
    """By the next meeting or before it, the time that is over included."""
    unfunded: bool | None
    """It depends on money that has not come."""
    silent: bool | None
    """It is in force and nobody has said what became of it."""
    deadline: datetime.date | None = None
    """The last day of the earliest thing due, where its date is known."""
    because: tuple[tuple[str, str], ...] = ()
    """(question, reason) for each of the four."""

    @property
    def overdue(self) -> bool | None:
        """True where the deadline has gone by; None where it is not known whether it has."""
        if self.due is not True:
            return self.due
        return None if self.deadline is None else self.deadline < self.at

    def why(self, question: str) -> str:
        """The reason for one of `in_force`, `due`, `unfunded`, `silent`."""
        return dict(self.because)[question]


def standing(kept: Kept, at: datetime.date, meetings: Iterable[Session]) -> Standing:
    """How a mandate stands on a day. `meetings`: those of its governing body, in any order."""
    known = {one.short: one for one in meetings}
    force = in_force(kept, at, known)
    when, deadline = due(kept, at, known, force.so)
    money, quiet = unfunded(kept), silent(kept, at, force.so)
    return Standing(
        name=kept.name,
        at=at,
        in_force=force.so,
        due=when.so,
        unfunded=money.so,
        silent=quiet.so,
        deadline=deadline,
        because=(
            ("in_force", force.because), ("due", when.because),
            ("unfunded", money.because), ("silent", quiet.because),
        ),
    )  # fmt: skip


def in_force(kept: Kept, at: datetime.date, known: dict[str, Session]) -> Found:
    """Whether it binds on the day."""
    since = kept.since or adoption(kept, known)
    if kept.deleted is not None and at > kept.deleted:
        return Found(so=False, because=f"deleted on {kept.deleted}")
    if kept.until is not None and at > kept.until:
        return Found(so=False, because=f"in force until {kept.until}")
    if since is not None and at < since:
        return Found(so=False, because=f"in force from {since}")
    if since is None:
        return Found(so=None, because="no document says from when it is in force")
    if kept.nature is Nature.RESOLUTION or kept.until is not None:
        until = f" until {kept.until}" if kept.until else ", and a resolution does not lapse"
        return Found(so=True, because=f"in force from {since}{until}")
    if kept.nature is Nature.OTHER:
        return Found(so=True, because=f"in force from {since}")
    return lapsing(kept, at, known, since)


def lapsing(
    kept: Kept, at: datetime.date, known: dict[str, Session], since: datetime.date
) -> Found:
    """Whether a decision still binds, which it does until the end of the next COP."""
    after = following(kept.adopted, known)
    if after is None:
        return Found(
            so=None, because="a decision lapses, and the meeting that adopted it is not known"
        )
    last = known[after].ends if after in known else None
    if last is None:
        return Found(
            so=None, because=f"it lapses at {after} unless renewed; no date of {after} is known"
        )
    if at <= last:
        return Found(so=True, because=f"in force from {since}; it lapses at {after} unless renewed")
    if kept.renewed_by:
        return Found(so=False, because=f"renewed at {after} as {', '.join(kept.renewed_by)}")
    return Found(so=False, because=f"lapsed at {after}, where nobody renewed it")


def adoption(kept: Kept, known: dict[str, Session]) -> datetime.date | None:
    """The last day of the meeting that adopted it."""
    return known[kept.adopted].ends if kept.adopted in known else None


def parted(short: str | None) -> tuple[str, int] | None:
    """`COP15` -> (`COP`, 15); None where it is no name of a meeting."""
    match = re.fullmatch(r"([^\W\d]\D*?)\s?(\d{1,3})", short or "")
    return (match[1], int(match[2])) if match else None


def following(short: str | None, known: dict[str, Session]) -> str | None:
    """The meeting after one of that series: `COP14` -> `COP15`."""
    parts = parted(short)
    if parts is None:
        return None
    series, number = parts
    later = [n for each in known if (p := parted(each)) and p[0] == series and (n := p[1]) > number]
    return f"{series}{min([number + 1, *later]) if later else number + 1}"


def coming(series: str, at: datetime.date, known: dict[str, Session]) -> Session | None:
    """The first meeting of a series that has not ended on the day."""
    dated = [
        (one.ends, one)
        for one in known.values()
        if one.ends and one.ends >= at and (parted(one.short) or ("",))[0] == series
    ]
    return min(dated, key=lambda pair: pair[0])[1] if dated else None


def due(
    kept: Kept, at: datetime.date, known: dict[str, Session], alive: bool | None
) -> tuple[Found, datetime.date | None]:
    """Whether something is due by the next meeting, and by which day."""
    if not kept.due:
        return Found(so=False, because="it names no time"), None
    if alive is False:
        return Found(so=False, because="it is not in force"), None
    last = last_said(kept, at)
    if last in SETTLED:
        return Found(so=False, because=f"it is said to be {last}"), None
    told = [deadline(code, kept, at, known) for code in kept.due]
    days = sorted(day for day, _ in told if day)
    series = (parted(kept.adopted) or ("COP",))[0]
    coming_one = coming(series, at, known)
    horizon = coming_one.ends if coming_one else None
    if days and (days[0] < at or (horizon and days[0] <= horizon)):
        late = "it was due" if days[0] < at else "it is due"
        return Found(so=True, because=f"{late} by {days[0]} ({'; '.join(kept.due)})"), days[0]
    if days and horizon and len(days) == len(told):
        return Found(so=False, because=f"it is due by {days[0]}, after the next meeting"), days[0]
    why = next((why for day, why in told if day is None), "no next meeting is known")
    return Found(so=None, because=why), days[0] if days else None


def deadline(
    code: str, kept: Kept, at: datetime.date, known: dict[str, Session]
) -> tuple[datetime.date | None, str]:
    """The day that a code means, or why it cannot be told."""
    if code in known or parted(code):
        session = known.get(code)
        day = session.ends if session else None
        return day, "" if day else f"no date of {code} is known"
    match = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", code)
    if match:
        return last_day(match), ""
    kind, _, what = code.partition(":")
    series = what if what.isupper() else (parted(kept.adopted) or ("COP",))[0]
    if kind == "next":
        short = following(kept.adopted, known)
        day = known[short].ends if short in known else None
        return day, "" if day else f"no date of the meeting after {kept.adopted} is known"
    if kind == "each":
        one = coming(series, at, known)
        return (one.ends, "") if one else (None, f"no coming meeting of {series} is known")
    if kind == "annual":
        return datetime.date(at.year, 12, 31), ""
    return None, f"when {code!r} is cannot be told"


def last_day(match: re.Match[str]) -> datetime.date | None:
    """The last day of a year, month or day as written; None for a day that does not exist."""
    year, month, day = int(match[1]), int(match[2] or 12), match[3]
    try:
        if day:
            return datetime.date(year, month, int(day))
        first = datetime.date(year + month // 12, month % 12 + 1, 1)
    except ValueError:
        return None
    return first - DAY


def last_said(kept: Kept, at: datetime.date) -> str | None:
    """The newest status on the day; one without a date counts as old."""
    said = [one for one in kept.statuses if one.at is None or one.at <= at]
    return max(said, key=lambda one: one.at or datetime.date.min).status if said else None


def unfunded(kept: Kept) -> Found:
    """Whether it depends on money that has not come."""
    money = [one for one in kept.conditions if one.of_money]
    if not money:
        return Found(so=False, because="it depends on no money of others")
    wanting = [one for one in money if one.funding not in (Funding.RECEIVED, Funding.UNKNOWN)]
    if wanting:
        return Found(so=True, because=f"{wanting[0].words}: {wanting[0].funding}")
    unknown = [one for one in money if one.funding is Funding.UNKNOWN]
    if unknown:
        return Found(so=None, because=f"{unknown[0].words}: nobody has said whether money came")
    return Found(so=False, because=f"{money[0].words}: received")


def silent(kept: Kept, at: datetime.date, alive: bool | None) -> Found:
    """Whether nobody has said what became of it. `not-reported` says that nobody did."""
    said = [
        one
        for one in kept.statuses
        if one.status != "not-reported" and (one.at is None or one.at <= at)
    ]
    if said:
        newest = max(said, key=lambda one: one.at or datetime.date.min)
        where = f" in {newest.address}" if newest.address else ""
        return Found(so=False, because=f"said to be {newest.status}{where}")
    if alive is None:
        return Found(so=None, because="whether it is in force is not known")
    if not alive:
        return Found(so=False, because="it is not in force")
    return Found(so=True, because="in force, and nobody has said what became of it")


def never_met(chain: Sequence[Kept]) -> tuple[Limit, ...]:
    """The money conditions of a mandate and of those it renews that were never met, newest first.

    A condition is known again by its kind: its words change from meeting to meeting.
    """
    met = {
        one.kind.removeprefix("subject-to-")
        for kept in chain
        for one in kept.conditions
        if one.funding is Funding.RECEIVED
    }
    found: dict[str, Limit] = {}
    for kept in reversed(chain):
        for one in kept.conditions:
            kind = one.kind.removeprefix("subject-to-")
            if one.of_money and kind not in met:
                found.setdefault(kind, one)
    return tuple(found.values())
