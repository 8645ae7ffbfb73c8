"""Dates as texts state them, never more exact than the words: day, month, year, range, recurring.

Nothing is filled in: a date without its year is no date here.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from whimbrel.facts import load
from whimbrel.facts.calendar import months


class Precision(StrEnum):
    """How exact a date is."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    RECURRING = "recurring"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class DateWords:
    """The words of one language that stand around the parts of a date."""

    language: str
    source: str
    to: tuple[str, ...]
    joins: tuple[str, ...]
    of: tuple[str, ...]
    weekdays: tuple[str, ...]
    ordinals: tuple[str, ...]
    every: tuple[str, ...]
    within: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DateFound:
    """A date expression: where it stands, and first and last day as far as they are stated."""

    start: int
    end: int
    surface: str
    since: str | None
    until: str | None
    """`2024`, `2025-11`, `2025-10-11`; None for what recurs."""
    precision: Precision
    named: bool = False
    """True for the years in the name of a programme: "2021-2025 Joint Work Programme"."""

    @property
    def range(self) -> bool:
        """True where it begins and ends at different times."""
        return self.since != self.until


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One shape of a date expression and how its parts are read."""

    pattern: re.Pattern[str]
    precision: Precision


NAMES = re.compile(
    r"[\s’']*(?:[A-ZÀ-Þ][\w-]+[\s-]+){0,3}(?i:work\s?-?plans?|work\s?programmes?|programme|strategy|strategic"
    r"|plan|agenda|framework|programme|biennium|plan\sde|programa|estrategia|stratégie|cadre)\b"
)
"""A programme whose years these are."""
NAMED_BEFORE = re.compile(
    r"(?:Work\s?-?[Pp]lan|Work\s[Pp]rogramme|Programme|Strategy|Plan|Framework|Agenda|Species"
    r"|Stratégie|Estrategia|Programa|Cadre|Marco|Convention|travail|trabajo)\s+(?:for\s|pour\s|para\s)?\(?$"
)
YEAR = re.compile(r"(?:19|20)\d\d")
TITLE = re.compile(r"\s+[A-ZÀ-Þ][a-zà-ÿ]+")
NUMBERED = re.compile(
    r"(?:posterior a |después de |[\d][./-]|[/(-]|[A-Z]\.|\b[A-Z]{2,}[ -]?|No\.? ?|§ ?|#)$"
)
"""What stands before digits that are no year but part of a symbol."""


def options(words: Iterable[str]) -> str:
    """Words as alternatives of a pattern, the longest first."""
    listed = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace("'", "['’]") for word in listed) + ")"


@cache
def rules() -> tuple[Rule, ...]:
    """The shapes, the longest first."""
    known = load("engagements/calendar/words.yaml", DateWords)

    def words(name: str) -> str:
        return options(word for one in known for word in getattr(one, name))

    names = {form for name in months() for form in (name, name.capitalize(), name.upper())}
    # English "may", "march" and "sept" in small letters are no months.
    month = options(names - {"may", "march", "mar", "dec", "sep", "sept", "jan", "ene"})
    year = r"(?:19|20)\d\d"
    day = r"(?:[12]\d|3[01]|0?[1-9])"
    mark = r"(?:st|nd|rd|th|er|\.?[ºo°]|\.)?"
    of = rf"(?:\s+{words('of')}\s*|[\s,]+)"
    to = rf"(?:\s*(?:{words('to')}|{words('joins')})\s*)"
    gap = rf"(?:\s*{words('to')}\s*(?:el\s+|le\s+|la\s+)?|\s+{words('joins')}\s+(?:el\s+|le\s+)?)"
    every = options(word for one in known for word in one.every)
    weekday = rf"(?i:{words('weekdays')})s?"
    shapes = (
        (
            rf"(?:{every}\s+)?(?:{words('ordinals')}\s+)(?:\w+\s+)?{weekday}(?:\s+{words('ordinals')})?"
            rf"(?:\s+{words('within')}\s+(?:each\s+)?{month}(?:(?:,\s*|{gap})(?:d['’]|de\s)?{month})*)?",
            Precision.RECURRING,
        ),
        (rf"{weekday}\s+{words('ordinals')}\s+{words('within')}\s+{month}", Precision.RECURRING),
        (
            rf"(?P<d>{day}){mark}(?:{of}(?P<m>{month})(?:{of}(?P<y>{year}))?)?{gap}"
            rf"(?P<d2>{day}){mark}{of}(?P<m2>{month}),?{of}(?P<y2>{year})",
            Precision.DAY,
        ),
        (
            rf"(?P<m>{month})\s+(?P<d>{day}){mark}{to}(?:(?P<m2>{month})\s+)?(?P<d2>{day}){mark},?\s+(?P<y2>{year})",
            Precision.DAY,
        ),
        (rf"(?P<d>{day}){mark}{of}(?P<m>{month}),?{of}(?P<y>{year})", Precision.DAY),
        (rf"(?P<m>{month})\s+(?P<d>{day}){mark},?\s+(?P<y>{year})", Precision.DAY),
        (r"(?P<y>(?:19|20)\d\d)-(?P<n>0[1-9]|1[0-2])-(?P<d>[0-3]\d)", Precision.DAY),
        (
            rf"(?P<m>{month})(?:{of}(?P<y>{year}))?{gap}(?P<m2>{month}),?{of}(?P<y2>{year})",
            Precision.MONTH,
        ),
        (rf"(?P<m>{month}),?{of}(?P<y>{year})", Precision.MONTH),
        (
            rf"(?P<y>{year})\s*(?:[-–—]|\bto\b|\ba\b|\bal\b|\bà\b)\s*(?P<y2>{year}|\d\d)",
            Precision.YEAR,
        ),
        (rf"(?P<y>{year})/(?P<y2>\d\d)", Precision.YEAR),
        (rf"(?P<y>{year})", Precision.YEAR),
    )
    return tuple(
        Rule(pattern=re.compile(rf"(?<![\w/.]){shape}(?![\w]|[/.]\d|-\d)"), precision=precision)
        for shape, precision in shapes
    )


@cache
def weekdays() -> re.Pattern[str]:
    """The days of the week in all languages."""
    known = load("engagements/calendar/words.yaml", DateWords)
    return re.compile(options(day for one in known for day in one.weekdays), re.IGNORECASE)


def dates(text: str, *, masked: Iterable[tuple[int, int]] = ()) -> tuple[DateFound, ...]:
    """The date expressions of a text, in order. `masked`: places of symbols, in which no year is
    one."""
    taken = list(masked)
    found: list[DateFound] = []
    dated, weekly = YEAR.search(text) is not None, weekdays().search(text) is not None
    for rule in rules():
        if not (weekly if rule.precision is Precision.RECURRING else dated):
            continue
        for match in rule.pattern.finditer(text):
            if any(match.start() < end and match.end() > start for start, end in taken):
                continue
            one = read(text, match, rule.precision)
            if one is None:
                continue
            taken.append((match.start(), match.end()))
            found.append(one)
    return tuple(sorted(found, key=lambda one: one.start))


def read(text: str, match: re.Match[str], precision: Precision) -> DateFound | None:
    """One match as a date; None where its parts make none or it is part of a name or number."""
    start, end, parts = match.start(), match.end(), match.groupdict()
    if precision is Precision.RECURRING:
        return DateFound(
            start=start, end=end, surface=match[0], since=None, until=None, precision=precision
        )
    if precision is Precision.YEAR:
        before = text[max(0, start - 12) : start]
        if NUMBERED.search(before) and not before.endswith("(") and not spans(parts, before):
            return None
        named = bool(
            NAMES.match(text, end) or NAMED_BEFORE.search(text[max(0, start - 30) : start])
        )
        if not parts.get("y2") and (named or TITLE.match(text, end)):
            return None
    else:
        named = False
    later = {name[0]: value for name, value in parts.items() if name.endswith("2") and value}
    year = parts.get("y") or later.get("y")
    if year is None:
        return None
    first = {"y": year, "m": parts.get("m") or later.get("m"), "d": parts.get("d")}
    if parts.get("n"):
        first["m"] = parts["n"]
    last = {
        "y": later.get("y") or year,
        "m": later.get("m") or first["m"],
        "d": later.get("d") or first["d"],
    }
    since, until = iso(first), iso(last)
    if since is None or until is None or until < since:
        return None
    return DateFound(
        start=start,
        end=end,
        surface=match[0],
        since=since,
        until=until,
        precision=precision,
        named=named,
    )


def spans(parts: dict[str, str | None], before: str) -> bool:
    """True for years from and to behind the acronym of a body: "CMS 2006-2011"."""
    return len(parts.get("y2") or "") == 4 and before.endswith(" ")


def iso(parts: dict[str, str | None]) -> str | None:
    """Year, month and day as far as given; None where they name no date."""
    year = parts["y"] or ""
    if len(year) == 2:
        year = "20" + year
    name = parts["m"]
    if name is None:
        return year
    month = int(name) if name.isdigit() else months().get(name.casefold(), 0)
    if parts["d"] is None:
        return f"{year}-{month:02}"
    day = int(parts["d"])
    return f"{year}-{month:02}-{day:02}" if 1 <= day <= 31 else None
