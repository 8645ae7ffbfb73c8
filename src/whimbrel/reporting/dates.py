"""Dates as papers print them: as exact as they are known, what both ends share said once."""

import datetime
import re
from functools import cache

from whimbrel.reporting.phrases import plain

WRITTEN = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
ORDINALS = {"fr": ("re", "e"), "es": (".ª", ".ª")}
"""What follows a figure: of the first, of all others."""
ENGLISH = {1: "st", 2: "nd", 3: "rd"}


@cache
def month(language: str, number: int) -> str:
    """The name of a month as it stands inside a sentence."""
    from babel.dates import get_month_names

    return str(get_month_names("wide", locale="en_GB" if language == "en" else language)[number])


def ordinal(language: str, number: int) -> str:
    """`15th`, `15e`, `15.ª`: of a meeting, which is feminine."""
    if language in ORDINALS:
        first, other = ORDINALS[language]
        return f"{number}{first if number == 1 else other}"
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ENGLISH.get(number % 10, 'th')}"


def day_of(language: str, number: int) -> str:
    """The day of a month: the first is an ordinal in French."""
    return plain(language, "date.first") if number == 1 else str(number)


def date(language: str, on: datetime.date) -> str:
    """`8 January 2026`, `8 janvier 2026`, `8 de enero de 2026`."""
    return plain(
        language, "date.full",
        day=day_of(language, on.day), month=month(language, on.month), year=str(on.year),
    )  # fmt: skip


@cache
def written(language: str, on: str) -> str:
    """A date as exact as it is: `2024`, `November 2025`, `8 January 2026`. What is no date stays as
    it was written."""
    match = WRITTEN.fullmatch(on)
    if match is None or not valid(match):
        return on
    year, mon, day = match.groups()
    if day:
        return date(language, datetime.date(int(year), int(mon), int(day)))
    if mon:
        return plain(language, "date.monthyear", month=month(language, int(mon)), year=year)
    return year


def valid(match: re.Match[str]) -> bool:
    """True for a day that exists."""
    try:
        datetime.date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        return False
    return True


def when(language: str, since: str, until: str = "") -> str:
    """A period in words: `23 to 29 March 2026`, `2024`; empty where nothing is known."""
    if not until or since == until or not since:
        return written(language, since or until)
    low, high = WRITTEN.fullmatch(since), WRITTEN.fullmatch(until)
    if low is None or high is None or not (valid(low) and valid(high)):
        return plain(language, "range.plain", since=since, until=until)
    first = written(language, since)
    if low[3] and high[3] and low[1] == high[1]:
        short = day_of(language, int(low[3]))
        if low[2] != high[2]:
            short = plain(language, "date.short", day=short, month=month(language, int(low[2])))
        first = short
    name = "range.day" if low[3] and high[3] and language != "en" else "range.plain"
    return plain(language, name, since=first, until=written(language, until))


def held(language: str, starts: datetime.date | None, ends: datetime.date | None) -> str:
    """The days of a meeting; empty where they are not known."""
    first, last = (one.isoformat() if one else "" for one in (starts, ends))
    return when(language, first, last)
