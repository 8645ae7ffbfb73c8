"""How a mandate stands on a day: in force, due, unfunded, silent; each answer with its reason.

Decisions lapse at the COP after the one that adopted them unless renewed; resolutions do not. What
the record does not tell is None, and the reason says what is missing.
"""

import datetime
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from whimbrel.mandates.kept import Funding, Kept, Limit, Nature, Session
from whimbrel.mandates.reasons import Code, Reason

SETTLED = frozenset({"implemented", "superseded", "not-applicable"})
"""What a mandate became when nothing more is due of it."""
DAY = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Yes, no or not known, and why."""

    so: bool | None
    because: Reason


def found(so: bool | None, code: Code, **values: object) -> Found:
    """An answer and its reason."""
    told = {name: str(value) for name, value in values.items()}
    return Found(so=so, because=Reason.of(code, **told))


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
    because: tuple[tuple[str, Reason], ...] = ()
    """(question, reason) for each of the four."""

    @property
    def overdue(self) -> bool | None:
        """True where the deadline has gone by; None where it is not known whether it has."""
        if self.due is not True:
            return self.due
        return None if self.deadline is None else self.deadline < self.at

    def why(self, question: str) -> Reason:
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
        return found(False, Code.DELETED, day=kept.deleted)
    if kept.until is not None and at > kept.until:
        return found(False, Code.UNTIL, until=kept.until)
    if since is not None and at < since:
        return found(False, Code.NOT_YET, day=since)
    if since is None:
        return found(None, Code.NO_START)
    if kept.until is not None:
        return found(True, Code.SINCE_UNTIL, day=since, until=kept.until)
    if kept.nature is Nature.RESOLUTION:
        return found(True, Code.RESOLUTION_STAYS, day=since)
    if kept.nature is Nature.OTHER:
        return found(True, Code.SINCE, day=since)
    return lapsing(kept, at, known, since)


def lapsing(
    kept: Kept, at: datetime.date, known: dict[str, Session], since: datetime.date
) -> Found:
    """Whether a decision still binds, which it does until the end of the next COP."""
    after = following(kept.adopted, known)
    if after is None:
        return found(None, Code.MEETING_UNKNOWN)
    last = known[after].ends if after in known else None
    if last is None:
        return found(None, Code.LAPSES_UNDATED, meeting=after)
    if at <= last:
        return found(True, Code.LAPSES, day=since, meeting=after)
    if kept.renewed_by:
        return found(False, Code.RENEWED, meeting=after, names=", ".join(kept.renewed_by))
    if not known[after].results:
        return found(None, Code.RESULTS_UNKNOWN, meeting=after)
    return found(False, Code.LAPSED, meeting=after)


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
        return found(False, Code.NO_TIME), None
    if alive is False:
        return found(False, Code.NOT_IN_FORCE), None
    last = last_said(kept, at)
    if last in SETTLED:
        return found(False, Code.SETTLED, status=last), None
    told = [deadline(code, kept, at, known) for code in kept.due]
    days = sorted(day for day, _ in told if day)
    series = (parted(kept.adopted) or ("COP",))[0]
    coming_one = coming(series, at, known)
    horizon = coming_one.ends if coming_one else None
    if days and (days[0] < at or (horizon and days[0] <= horizon)):
        code = Code.WAS_DUE if days[0] < at else Code.IS_DUE
        return found(True, code, day=days[0], times="; ".join(kept.due)), days[0]
    if days and horizon and len(days) == len(told):
        return found(False, Code.DUE_LATER, day=days[0]), days[0]
    why = next((why for _, why in told if why), Reason(code=Code.NO_NEXT))
    return Found(so=None, because=why), days[0] if days else None


def deadline(
    code: str, kept: Kept, at: datetime.date, known: dict[str, Session]
) -> tuple[datetime.date | None, Reason | None]:
    """The day that a code means, or why it cannot be told."""
    if code in known or parted(code):
        session = known.get(code)
        day = session.ends if session else None
        return day, None if day else Reason.of(Code.UNDATED, meeting=code)
    match = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", code)
    if match:
        day = last_day(match)
        return day, None if day else Reason.of(Code.UNREADABLE_TIME, time=code)
    kind, _, what = code.partition(":")
    series = what if what.isupper() else (parted(kept.adopted) or ("COP",))[0]
    if kind == "next":
        short = following(kept.adopted, known)
        day = known[short].ends if short in known else None
        if day:
            return day, None
        if kept.adopted is None:
            return None, Reason(code=Code.MEETING_UNKNOWN)
        return None, Reason.of(Code.UNDATED_AFTER, meeting=kept.adopted)
    if kind == "each":
        one = coming(series, at, known)
        if one:
            return one.ends, None
        return None, Reason.of(Code.NONE_COMING, series=series)
    if kind == "annual":
        return datetime.date(at.year, 12, 31), None
    return None, Reason.of(Code.UNREADABLE_TIME, time=code)


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
        return found(False, Code.NO_MONEY_NEEDED)
    wanting = [one for one in money if one.funding not in (Funding.RECEIVED, Funding.UNKNOWN)]
    if wanting:
        return found(True, Code.MONEY, words=wanting[0].words, funding=wanting[0].funding)
    unknown = [one for one in money if one.funding is Funding.UNKNOWN]
    if unknown:
        return found(None, Code.MONEY_UNKNOWN, words=unknown[0].words)
    return found(False, Code.MONEY, words=money[0].words, funding=Funding.RECEIVED)


def silent(kept: Kept, at: datetime.date, alive: bool | None) -> Found:
    """Whether nobody has said what became of it. `not-reported` says that nobody did."""
    said = [
        one
        for one in kept.statuses
        if one.status != "not-reported" and (one.at is None or one.at <= at)
    ]
    if said:
        newest = max(said, key=lambda one: one.at or datetime.date.min)
        code = Code.SAID_TO_BE_IN if newest.address else Code.SAID_TO_BE
        values = {"status": newest.status, "address": newest.address}
        return found(False, code, **{name: value for name, value in values.items() if value})
    if alive is None:
        return found(None, Code.FORCE_UNKNOWN)
    if not alive:
        return found(False, Code.NOT_IN_FORCE)
    return found(True, Code.UNANSWERED)


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
