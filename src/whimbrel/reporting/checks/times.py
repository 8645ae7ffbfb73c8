"""Times: programmes that have run out, transitions that are over, days that never were."""

import calendar
import datetime
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from whimbrel.engagements.agreements import bare
from whimbrel.engagements.dates import Precision, options
from whimbrel.engagements.engagement import Agreement
from whimbrel.engagements.passage import Passage
from whimbrel.reporting.checks.finding import Finding, finding
from whimbrel.reporting.checks.ground import Ground, rule
from whimbrel.reporting.checks.words import compiled, number, numerals, pattern, words

BEHIND = re.compile(
    r"""
    (?: \s+ [^\W\d_][\w'’-]* ){0,3}                     # conjoint, de la CMS
    \s+ \(? (?P<first> (?:19|20)\d\d ) \s? [-–] \s?
    (?P<last> (?:19|20)\d\d ) (?![\w/])
    """,
    re.VERBOSE,
)
"""Up to three words and the years of a programme."""


@rule("agreement-over")
def agreement_over(ground: Ground) -> Iterator[Finding]:
    """A programme or agreement whose period is over at the date of the document, and no successor
    is named."""
    today = ground.told.document.masthead.date
    if today is None or not ground.reports:
        return
    for one in (dated(each, ground, today) for each in ground.told.agreements):
        if one.state != "expired" or succeeded(one, ground):
            continue
        yield finding(
            "agreement-over",
            one.quote.span.eid,
            one.quote.words,
            name=one.name,
            until=one.valid_to or "",
            today=today,
        )


def dated(one: Agreement, ground: Ground, today: datetime.date) -> Agreement:
    """The agreement with the years right behind its name, where the name was read without them:
    "Plan de travail conjoint 2021-2025"."""
    passage = ground.addresses.get(one.quote.span.eid)
    if one.valid_to or passage is None:
        return one
    match = BEHIND.match(passage.text, one.quote.span.end)
    if match is None:
        return one
    over = int(match["last"]) < today.year
    words_ = passage.text[one.quote.span.start : match.end()]
    return replace(
        one,
        name=words_,
        valid_from=match["first"],
        valid_to=match["last"],
        state="expired" if over else "current",
        quote=replace(one.quote, words=words_, value=words_),
    )


def succeeded(one: Agreement, ground: Ground) -> bool:
    """True where the text names what comes after it, or says that it is over."""
    for other in ground.told.agreements:
        later = (other.valid_to or "") > (one.valid_to or "")
        if other is not one and later and nameless(other) == nameless(one):
            return True
    followed = pattern(ground.language, "followed")
    return any(
        followed.search(passage.text) for passage in ground.report if passage.locus in one.loci
    )


def nameless(one: Agreement) -> str:
    """The name without its years."""
    return re.sub(r"(?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d|\s+", " ", bare(one.name)).strip()


@rule("transition-over")
def transition_over(ground: Ground) -> Iterator[Finding]:
    """A transition of a stated length that the text calls ongoing after its end."""
    today = ground.told.document.masthead.date
    if today is None:
        return
    ongoing = pattern(ground.language, "ongoing")
    for passage in ground.report:
        for sentence in passage.sentences:
            match = lasting(sentence.text, ground.language)
            if match is None or not ongoing.search(sentence.text):
                continue
            length = number(match["count"], ground.language) * unit(match["unit"], ground)
            began = beginning(passage, ground)
            if not length or began is None:
                continue
            since, where = began
            end = later(since, length)
            if end < today:
                yield finding(
                    "transition-over",
                    passage.address,
                    sentence.text,
                    also=(where,),
                    length=match[0],
                    since=since,
                    end=end,
                    today=today,
                )


def lasting(text: str, language: str | None) -> re.Match[str] | None:
    """`one-year transition period`, with its count and its unit."""
    return next(filter(None, (shape.search(text) for shape in shapes(language))), None)


@cache
def shapes(language: str | None) -> tuple[re.Pattern[str], ...]:
    """The shapes in which a language says how long a transition lasts."""
    known = words(language)
    return tuple(
        compiled(
            (
                one.replace("<count>", f"(?P<count>{numerals(language)})").replace(
                    "<unit>", f"(?P<unit>{options(known.months)})"
                ),
            )
        )
        for one in known.transition
    )


def unit(word: str, ground: Ground) -> int:
    """Months of a unit of time."""
    return ground.words.months.get(word.casefold(), 0)


def beginning(passage: Passage, ground: Ground) -> tuple[datetime.date, str] | None:
    """The day from which something runs, as the passage or the nearest before it in its section
    says, and where."""
    section = passage.headings[-1].address if passage.headings else ""
    before = [
        one
        for one in ground.report
        if (one.headings[-1].address if one.headings else "") == section
    ]
    near = before[: before.index(passage) + 1] if passage in before else [passage]
    begins = pattern(ground.language, "begins")
    for one in reversed(near):
        for date in one.dates:
            since = day(date.since) if date.precision is Precision.DAY else None
            if since and begins.search(one.text[max(0, date.start - 40) : date.start]):
                return since, one.address
    return None


def day(text: str | None) -> datetime.date | None:
    """`2024-09-29` -> the day. None where it is none."""
    try:
        return datetime.date.fromisoformat(text or "")
    except ValueError:
        return None


def later(since: datetime.date, count: int) -> datetime.date:
    """The same day some months later, or the last of that month."""
    year, month = divmod(since.year * 12 + since.month - 1 + count, 12)
    year, month = min(year, datetime.MAXYEAR), month + 1
    return datetime.date(year, month, min(since.day, calendar.monthrange(year, month)[1]))


@rule("time-passed")
def time_passed(ground: Ground) -> Iterator[Finding]:
    """Something that "will take place" on a day before the date of the document, or was done on
    one after it."""
    today = ground.told.document.masthead.date
    if today is None or not ground.reports:
        return
    for one in ground.told.engagements:
        if one.when is None or one.when.value.precision not in (Precision.DAY, Precision.MONTH):
            continue
        since, until = one.when.value.since or "", one.when.value.until or ""
        mark = today.isoformat()
        passage = ground.addresses.get(one.sentence.span.eid)
        if passage is None:
            continue
        if one.state == "planned" and until < mark[: len(until)]:
            message = "time-passed-planned"
        elif one.state == "done" and since > mark[: len(since)]:
            message = "time-passed-done"
        else:
            continue
        yield finding(
            message, passage.address, one.sentence.words, date=one.when.words, today=today
        )
