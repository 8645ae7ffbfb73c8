"""Numbered targets: `Target 6.4`, `SDG 15.2`, `Target 3 of the Global Biodiversity Framework`."""

import re
from dataclasses import dataclass
from functools import cache

from whimbrel import facts
from whimbrel.citations.citation import How, Kind
from whimbrel.citations.scan import Scan, word_start
from whimbrel.citations.words import any_of, spoken

PERIOD = re.compile(r"\s(20\d\d)[-–](20\d\d)")
SUSTAINABLE = re.compile(r"sustainable development $", re.IGNORECASE)
NUMBERS = re.compile(r"\d{1,2}(?:\.(?:\d{1,2}|[a-c]))?")
VAGUE = ("goal", "goals", "objectif", "objetivo")
"""Words for the goals of any plan."""
NEAR = 60
"""How far before the word a set of targets may be named: `KMGBF Targets 4 and 5`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Goals:
    """A set of numbered targets: `facts/citations/goals.yaml`."""

    key: str
    source: str
    target: str
    """The form of a target of it; `{number}` is the number."""
    names: dict[str, tuple[str, ...]]
    organ: str = ""
    """The organ in whose documents a bare target is one of this set."""
    plan: bool = False
    """Part of a strategic plan."""
    period: str = ""
    """The years of the plan in force, where the text names none."""


@cache
def goals() -> dict[str, Goals]:
    """Sets of targets by name, folded."""
    out: dict[str, Goals] = {}
    for one in facts.load("citations/goals.yaml", Goals):
        for forms in one.names.values():
            out |= {form.casefold(): one for form in forms}
    return out


@cache
def behind(language: str | None) -> re.Pattern[str]:
    """` of the Kunming-Montreal Global Biodiversity Framework`."""
    return re.compile(
        rf"\s (?: {spoken(language, 'of')} ) \s? (?P<name> {any_of(*goals())} ) (?!\w)",
        re.IGNORECASE | re.VERBOSE,
    )


def target(scan: Scan, at: int) -> None:
    """Cite the targets of a reference in whose first word `at` stands."""
    start = word_start(scan.text, at)
    whole = SUSTAINABLE.search(scan.text, max(0, start - 24), start)
    start = whole.start() if whole else start
    match = scan.grammar.target.match(scan.text, start)
    if not match:
        return
    one, how, period = named(scan, match)
    if one is None:
        return
    kind = Kind.STRATEGIC_TARGET if one.plan else Kind.TARGET
    for number in NUMBERS.findall(match["list"]):
        scan.cite(
            start,
            match.end(),
            kind,
            one.target.format(number=number, period=period or one.period),
            how,
        )
    scan.end = match.end()


def named(scan: Scan, match: re.Match[str]) -> tuple[Goals | None, How, str]:
    """The set that a target is of, how that is known, and the years of the plan where printed."""
    after = behind(scan.language).match(scan.text, match.end())
    if after:
        years = PERIOD.match(scan.text, after.end())
        period = f"{years[1]}-{years[2]}" if years else ""
        return goals()[" ".join(after["name"].casefold().split())], How.NAMED, period
    one, how = before(scan, match)
    return one, how, ""


def before(scan: Scan, match: re.Match[str]) -> tuple[Goals | None, How]:
    """The set that is named in a reference or before it, or that of the document."""
    if match["goal"]:
        vague = match["goal"].casefold() in VAGUE
        return (None, How.UNRESOLVED) if vague else (goals()["sdg"], How.NAMED)
    head = scan.text[max(0, match.start() - NEAR) : match.start()].rstrip().casefold()
    for name, one in goals().items():
        if head.endswith(name):
            return one, How.NAMED
    own = scan.context.organ
    for one in goals().values():
        if own and one.organ == own.key and "." in match["list"]:
            return one, How.CONTEXT
    return None, How.UNRESOLVED
