"""Dates as they are printed in English, French and Spanish: one day, or the first and last day of a
meeting."""

import datetime
import re
from functools import cache

from whimbrel.facts.calendar import months

MONTH = r"[^\W\d]{3,12}\.?"
DAY = r"(?P<{0}>\d{{1,2}})(?:er|re|º|°|st|nd|rd|th)?"
ONE = (
    rf"{DAY.format('day')}(?:\s+de)?\s+(?P<month>{MONTH})"
    r"(?:\s+de|\s+del|,)?\s+(?P<year>(?:19|20)\d\d)"
)
SPAN = (
    rf"{DAY.format('first')}(?:(?:\s+de)?\s+(?P<month1>{MONTH}))?"
    r"(?:\s+de\s+(?P<year1>\d{4})|\s+(?P<year1b>\d{4}))?"
    rf"\s*(?:to|au|al|a|and|et|y|[-–—])\s*{ONE}"
)
MONTH_FIRST = rf"(?P<month>{MONTH})\s+(?P<day>\d{{1,2}}),?\s+(?P<year>(?:19|20)\d\d)"


@cache
def patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """(one day, span of days, American order), compiled when first needed."""
    flags = re.IGNORECASE
    return (
        re.compile(rf"\b{ONE}\b", flags),
        re.compile(rf"\b{SPAN}\b", flags),
        re.compile(rf"\b{MONTH_FIRST}\b", flags),
    )


def first_date(text: str) -> datetime.date | None:
    """The first full date in a text."""
    one, _, american = patterns()
    for pattern in (one, american):
        for found in pattern.finditer(text):
            day = made(found["day"], found["month"], found["year"])
            if day:
                return day
    return None


def span_of_days(text: str) -> tuple[datetime.date, datetime.date] | None:
    """First and last day of a meeting: `23 to 29 March 2026`, `30 September - 2 October 2025`."""
    _, span, _ = patterns()
    for found in span.finditer(text):
        last = made(found["day"], found["month"], found["year"])
        year = found["year1"] or found["year1b"] or found["year"]
        first = made(found["first"], found["month1"] or found["month"], year)
        if first and last and first <= last:
            return first, last
    return None


def made(day: str, month: str, year: str) -> datetime.date | None:
    """A date of printed parts; None where there is no such month or day."""
    number = months().get(month.casefold().rstrip("."))
    try:
        return datetime.date(int(year), number, int(day)) if number else None
    except ValueError:
        return None
