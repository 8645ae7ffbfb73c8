"""Days that come again every year by a rule, such as the second Saturday of May."""

import datetime
from collections.abc import Iterable, Mapping

WEEK = 7


class BadDay(ValueError):
    """A rule that gives no day."""


def days_of(rule: Iterable[Mapping[str, int]], year: int) -> tuple[datetime.date, ...]:
    """The days of a year by a rule, in their order. A day that the year has not is left out.

    `{"month": 5, "weekday": 5, "nth": 2}` is the second Saturday of May, Monday being 0; `nth` -1
    is the last. `{"month": 5, "day": 22}` is a date. BadDay for anything else.
    """
    found = (day_of(one, year) for one in rule)
    return tuple(sorted({day for day in found if day is not None}))


def day_of(one: Mapping[str, int], year: int) -> datetime.date | None:
    """One day of a year; None where this year has none such: a 29 February, a fifth Monday."""
    fields = frozenset(one)
    if fields == {"month", "day"}:
        return date(year, one["month"], one["day"])
    if fields == {"month", "weekday", "nth"}:
        return nth(year, one["month"], one["weekday"], one["nth"])
    raise BadDay(f"a day of the year has month and day, or month, weekday and nth: not {dict(one)}")


def date(year: int, month: int, day: int) -> datetime.date | None:
    """A date. BadDay where no year has it."""
    try:
        datetime.date(2024, month, day)  # a leap year
    except (TypeError, ValueError) as error:
        raise BadDay(f"no year has day {day} of month {month}") from error
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def nth(year: int, month: int, weekday: int, number: int) -> datetime.date | None:
    """The nth weekday of a month, counted from its end where negative."""
    if month not in range(1, 13) or weekday not in range(WEEK) or abs(number) not in range(1, 6):
        raise BadDay(f"no month has weekday {weekday} number {number} in month {month}")
    first = datetime.date(year, month, 1)
    days = [
        first + datetime.timedelta(days=ahead)
        for ahead in range((weekday - first.weekday()) % WEEK, 31, WEEK)
        if (first + datetime.timedelta(days=ahead)).month == month
    ]
    at = number - 1 if number > 0 else number
    return days[at] if -len(days) <= at < len(days) else None
