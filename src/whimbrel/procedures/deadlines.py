"""The last day for something. Edges are inclusive: the last day itself is in time."""

from dataclasses import dataclass
from datetime import date, timedelta

from whimbrel.facts.calendar import months
from whimbrel.procedures.case import Case
from whimbrel.procedures.known import Known, Text
from whimbrel.procedures.procedure import Deadline, Moment
from whimbrel.procedures.words import say


@dataclass(frozen=True, slots=True, kw_only=True)
class LastDay:
    """The last day of a deadline, or why there is none."""

    deadline: Deadline
    day: date | None
    why: Text | None = None
    """Why the day is not known; None where it is."""


def last_day(line: Deadline, case: Case, at: date) -> LastDay:
    """The last day of a deadline in a case, as it stands on a day."""
    if not counted(line):
        key = "deadline-unknown" if line.late else "any-time"
        return LastDay(deadline=line, day=None, why=say(key, line=line.id))
    if line.moment is Moment.STEP:
        return after_step(line, case, at)
    if case.opens is not None:
        return LastDay(deadline=line, day=before_opening(line, case.opens))
    if line.moment is Moment.CALENDAR:
        # No meeting: an application is for the next closing day.
        return LastDay(deadline=line, day=next_closing(line, at))
    return LastDay(deadline=line, day=None, why=say("opening-unknown"))


def after_step(line: Deadline, case: Case, at: date) -> LastDay:
    """Counted from the last time that a step was done."""
    done = case.as_of(at).last(line.after)
    if done is None:
        steps = {one.id: one.text for one in case.procedure.steps}
        step: object = steps.get(line.after, line.after)
        return LastDay(deadline=line, day=None, why=say("not-running", step=step))
    return LastDay(deadline=line, day=done.at + timedelta(days=line.days or 0))


def counted(line: Deadline) -> bool:
    """Whether there is anything to count."""
    return line.status is not Known.UNKNOWN and (line.days is not None or bool(line.dates))


def before_opening(line: Deadline, opens: date) -> date | None:
    """The last day for a meeting that opens on a day; None where it is not counted from that."""
    if not counted(line) or line.moment is Moment.STEP:
        return None
    if line.moment is Moment.OPENING:
        return None if line.days is None else opens - timedelta(days=line.days)
    closing = closing_days(line, opens.year - line.years_before)
    if line.years_before:
        return closing[-1]
    # A closing day after the opening is one of the next meeting.
    earlier = [one for one in closing if one <= opens]
    return earlier[-1] if earlier else closing_days(line, opens.year - 1)[-1]


def next_closing(line: Deadline, at: date) -> date:
    """The first closing day on or after a day."""
    listed = (*closing_days(line, at.year), *closing_days(line, at.year + 1))
    return next(one for one in listed if one >= at)


def closing_days(line: Deadline, year: int) -> tuple[date, ...]:
    """The closing days of a year, in their order."""
    return tuple(sorted(day_of(words, year) for words in line.dates))


def day_of(words: str, year: int) -> date:
    """ "31 August" in a year; 29 February is the 28th where there is none. ValueError: it is no day
    of any year."""
    number, _, name = words.strip().partition(" ")
    month = months().get(name.strip().casefold())
    if month is None or not number.isascii() or not number.isdecimal():
        raise ValueError(f'"{words}" is no day of a year, such as "31 August"')
    day = int(number)
    if (day, month) == (29, 2):
        return date(year, 3, 1) - timedelta(days=1)
    try:
        return date(year, month, day)
    except ValueError as error:
        raise ValueError(f'"{words}" is in no calendar') from error


def missed(line: Deadline, on: date | None, opens: date | None) -> bool | None:
    """Whether something of a day comes after the last day for a meeting; None: not known."""
    last = None if opens is None else before_opening(line, opens)
    return None if last is None or on is None else on > last


def late(line: Deadline, applied_on: date | None, opens: date | None) -> bool | None:
    """The same, but false where who misses it waits for the next occasion and is not late."""
    return missed(line, applied_on, opens) if line.late else False


def days_between(on: date | None, opens: date | None) -> int | None:
    """Days from a day to the opening; None where one of them is not known."""
    return None if on is None or opens is None else (opens - on).days
