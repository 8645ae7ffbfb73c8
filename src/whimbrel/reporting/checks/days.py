"""Days that never were, other days of the week, and periods that end before they begin."""

import calendar
import datetime
import re
from collections.abc import Iterator

from whimbrel.engagements.dates import DateWords
from whimbrel.engagements.passage import Passage
from whimbrel.facts import load
from whimbrel.facts.calendar import months
from whimbrel.reporting.checks.finding import Finding, finding
from whimbrel.reporting.checks.ground import Ground, rule

DATE = r"""
    (?: de \s+ | of \s+ )? (?P<month> [^\W\d_]{3,12} ) \.? ,? \s+
    (?: de \s+ | del \s+ | of \s+ )? (?P<year> (?:19|20)\d\d ) (?!\w)
"""
"""The rest of a date behind its day: `June 2025`, `de junio de 2025`."""
DAY = re.compile(rf"(?<![\w/.-]) (?P<day> \d{{1,2}} ) (?: st|nd|rd|th|er )? \s+ {DATE}", re.VERBOSE)
"""`31 June 2025`, `31 de junio de 2025`."""
SPAN = re.compile(
    rf"""
    (?<![\w/.-]) (?P<day> \d{{1,2}} ) \s? (?: - | – | to | au | al | a | à ) \s?
    (?P<last> \d{{1,2}} ) \s+ {DATE}
    """,
    re.VERBOSE,
)
"""`9 to 5 June 2028`."""
YEARS = re.compile(
    r"""
    (?<![\w/.-])
    (?P<first> (?:19|20)\d\d ) \s? [-–] \s? (?P<last> (?:19|20)\d\d )
    (?![\w/])
    """,
    re.VERBOSE,
)
"""`2031-2027`."""


@rule("date-wrong")
def date_wrong(ground: Ground) -> Iterator[Finding]:
    """A day that is not in the calendar, another day of the week than the date has, a period that
    ends before it begins."""
    for passage in ground.told.passages:
        yield from impossible(passage)
        yield from backwards(passage)


def impossible(passage: Passage) -> Iterator[Finding]:
    """Days that never were, and days of the week that are others."""
    for match in DAY.finditer(passage.text):
        month = months().get(match["month"].casefold())
        if month is None:
            continue
        year, number_ = int(match["year"]), int(match["day"])
        if not 1 <= number_ <= calendar.monthrange(year, month)[1]:
            yield finding("date-impossible", passage.address, match[0], date=match[0])
            continue
        before = passage.text[max(0, match.start() - 16) : match.start()]
        named = weekday(before)
        if named and named[1] != datetime.date(year, month, number_).weekday():
            start = match.start() - len(before) + named[0]
            words_ = passage.text[start : match.end()]
            real = datetime.date(year, month, number_).weekday()
            yield finding("date-weekday", passage.address, words_, date=match[0], day=names(real))


def weekday(before: str) -> tuple[int, int] | None:
    """(where it begins, 0 for Monday) of the day of the week that a text ends with."""
    for one in load("engagements/calendar/words.yaml", DateWords):
        for at, name in enumerate(one.weekdays):
            match = re.search(
                rf"(?<!\w)({re.escape(name)}),?\s+(?:the\s|le\s|el\s)?$", before, re.I
            )
            if match:
                return match.start(1), at
    return None


def names(day_: int) -> str:
    """A day of the week in the three languages."""
    return "/".join(
        one.weekdays[day_] for one in load("engagements/calendar/words.yaml", DateWords)
    )


def backwards(passage: Passage) -> Iterator[Finding]:
    """Periods that end before they begin."""
    for match in SPAN.finditer(passage.text):
        if match["month"].casefold() in months() and int(match["last"]) < int(match["day"]):
            yield finding("date-backwards", passage.address, match[0], period=match[0])
    for match in YEARS.finditer(passage.text):
        if match["last"] < match["first"]:
            yield finding("date-backwards", passage.address, match[0], period=match[0])
