"""Dates in cells, as exact as they are written. What may be two days is asked
about, not guessed."""

import calendar
import datetime
import re
from dataclasses import dataclass
from enum import StrEnum

from whimbrel.engagements.dates import dates
from whimbrel.engagements.tables.kinds import words
from whimbrel.engagements.tables.problem import Unfit
from whimbrel.facts.calendar import months


class Order(StrEnum):
    """What comes first in 11/12/2025, where a person said it for the whole file."""

    DAY = "day-first"
    MONTH = "month-first"


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """First and last, as exact as stated: `2025`, `2025-11`, `2025-11-03`."""

    since: str
    until: str

    @property
    def precision(self) -> str:
        """`year`, `month` or `day`."""
        return {4: "year", 7: "month"}.get(len(self.since), "day")


LONGEST = 120
"""No date has more characters."""
FIGURES = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})")
"""11/12/2025, 11.12.2025, 11-12-2025."""
TURNED = re.compile(r"(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})")
"""2025/11/3."""
DAYS = re.compile(r"(\d{1,2})\s*[-–—]\s*(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
"""11-13/11/2025: what is a range is days."""
MONTH = re.compile(r"(?:(?P<y>\d{4})[/.-](?P<m>\d{1,2})|(?P<m2>\d{1,2})[/.-](?P<y2>\d{4}))")
QUARTER = re.compile(r"(?:[QqTt]\s?([1-4])[\s/,-]*(\d{4})|(\d{4})[\s/,-]*[QqTt]\s?([1-4]))")
BETWEEN = re.compile(r"\s+(?:[-–—]|to|until|au|à|al|a|hasta)\s+|\s*/\s*(?=\d{4}-)|\s*[–—]\s*")
DOT = re.compile(r"(?<=[^\W\d_])\.(?=[\s,]|$)")
WORD = re.compile(r"[^\W\d_]+")


def when(text: str, order: Order | None = None) -> When:
    """The date of a cell. Unfit says why it is none."""
    if len(text) > LONGEST:
        raise Unfit("date")
    plain = spelled(text)
    for reader in (figures, day_range, month, quarter, in_words):
        found = reader(plain, order)
        if found is not None:
            return found
    parts = BETWEEN.split(plain)
    if len(parts) == 2 and all(parts):
        first, last = when(parts[0], order), when(parts[1], order)
        if last.until >= first.since:
            return When(since=first.since, until=last.until)
        raise Unfit("backwards", since=first.since, until=last.until)
    raise Unfit("date")


def spelled(text: str) -> str:
    """A date with its months spelled as they are looked for: Nov. is Nov, ene is enero."""

    def month(match: re.Match[str]) -> str:
        word = match[0].casefold()
        word = words().months.get(word, word)
        return word.capitalize() if word in months() else match[0]

    return " ".join(WORD.sub(month, DOT.sub("", text)).split()).strip(" .,;")


def figures(text: str, order: Order | None) -> When | None:
    """A day in figures."""
    turned = TURNED.fullmatch(text)
    if turned:
        return one_day(int(turned[1]), int(turned[2]), int(turned[3]))
    found = FIGURES.fullmatch(text)
    if not found:
        return None
    if len(found[3]) == 2:
        raise Unfit("short_year")
    first, second, year = int(found[1]), int(found[2]), int(found[3])
    if first > 12 or first == second or order is Order.DAY:
        return one_day(year, second, first)
    if second > 12 or order is Order.MONTH:
        return one_day(year, first, second)
    one, other = one_day(year, second, first), one_day(year, first, second)
    raise Unfit("two_days", one=one.since, other=other.since)


def day_range(text: str, order: Order | None) -> When | None:
    """Days of one month in figures."""
    found = DAYS.fullmatch(text)
    if not found:
        return None
    first, last, month, year = map(int, found.groups())
    one, other = one_day(year, month, first), one_day(year, month, last)
    if other.since < one.since:
        raise Unfit("backwards", since=one.since, until=other.since)
    return When(since=one.since, until=other.since)


def month(text: str, order: Order | None) -> When | None:
    """A month in figures."""
    found = MONTH.fullmatch(text)
    if not found:
        return None
    number = int(found["m"] or found["m2"])
    if not 1 <= number <= 12:
        return None
    told = f"{found['y'] or found['y2']}-{number:02}"
    return When(since=told, until=told)


def quarter(text: str, order: Order | None) -> When | None:
    """A quarter: its three months."""
    found = QUARTER.fullmatch(text)
    if not found:
        return None
    number, year = int(found[1] or found[4]), found[2] or found[3]
    return When(since=f"{year}-{number * 3 - 2:02}", until=f"{year}-{number * 3:02}")


def in_words(text: str, order: Order | None) -> When | None:
    """A date as texts have it: "11-13 November 2025"."""
    found = dates(text)
    if len(found) != 1 or found[0].since is None or found[0].until is None:
        return None
    one = found[0]
    around = (text[: one.start] + text[one.end :]).casefold().split()
    if any(word.strip(",.") not in ("", *words().around) for word in around):
        return None
    for told in (one.since, one.until):
        if len(told or "") == 10:
            one_day(*map(int, (told or "").split("-")))
    return When(since=one.since or "", until=one.until or "")


def one_day(year: int, month: int, day: int) -> When:
    """A day. Unfit where the calendar has none."""
    if not (1 <= year <= 9999 and 1 <= month <= 12) or not (
        1 <= day <= calendar.monthrange(year, month)[1]
    ):
        raise Unfit("no_day")
    told = datetime.date(year, month, day).isoformat()
    return When(since=told, until=told)
