"""The last day for something, counted as the procedure counts it. Edges are inclusive: what is due
thirty days before the opening is in time on the thirtieth day."""

from collections.abc import Mapping
from datetime import date, timedelta

from whimbrel.facts.calendar import months
from whimbrel.procedures.procedure import Deadline, Moment


def last_day(
    line: Deadline, *, opens: date | None = None, done: Mapping[str, date] | None = None
) -> date | None:
    """The last day; None where the rule is not known, or what it counts from has no day yet.

    `opens`: the first day of the meeting. `done`: step -> the day on which it was done.
    """
    if line.moment is Moment.CALENDAR:
        return last_of_the_year(line, opens)
    if line.days is None:
        return None
    if line.moment is Moment.OPENING:
        return None if opens is None else opens - timedelta(days=line.days)
    since = (done or {}).get(line.after)
    return None if since is None else since + timedelta(days=line.days)


def last_of_the_year(line: Deadline, opens: date | None) -> date | None:
    """The last of its closing days before the meeting, in the year that it names."""
    if opens is None or not line.dates:
        return None
    year = opens.year - line.years_before
    listed = [on_the_day(one, year) for one in line.dates]
    return max((one for one in listed if one <= opens), default=None)


def on_the_day(words: str, year: int) -> date:
    """ "31 August" in a year. ValueError: there is no such day."""
    day, _, month = words.strip().partition(" ")
    known = months()
    if month.casefold() not in known or not day.isdecimal():
        raise ValueError(f"“{words}” is no day of a year: write it as “31 August”")
    return date(year, known[month.casefold()], int(day))


def in_time(
    line: Deadline, on: date, *, opens: date | None = None, done: Mapping[str, date] | None = None
) -> bool | None:
    """Whether something done on a day is in time; None: not known."""
    last = last_day(line, opens=opens, done=done)
    return None if last is None else on <= last
