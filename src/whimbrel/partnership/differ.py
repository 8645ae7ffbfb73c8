"""The difference between two policies: lines that are new, gone or other, and what that changes in
the cases of a portfolio."""

from collections.abc import Iterator
from dataclasses import dataclass
from statistics import mean

from whimbrel.partnership.policy import PARTS, WITHIN, Pack
from whimbrel.partnership.replay import RUNS, Played
from whimbrel.procedures.interval import Interval, middle
from whimbrel.procedures.known import Line
from whimbrel.procedures.versions import Difference, unlike

PLAIN = ("source", "status", "as_of", "note")
"""Fields that say how a line is known, and not what it asks."""


def differences(before: Pack, after: Pack) -> tuple[Difference, ...]:
    """The lines of what a policy asks that are new, gone or other, part by part. Lines that differ
    only in how they are known are the same."""
    old, new = dict(lines(before)), dict(lines(after))
    found = []
    for part, name in dict.fromkeys((*old, *new)):
        one, two = old.get((part, name)), new.get((part, name))
        names: tuple[str, ...] = ()
        if one is not None and two is not None:
            names = tuple(each for each in unlike(one, two) if each not in PLAIN)
            if not names:
                continue
        found.append(Difference(part=part, line=name, before=one, after=two, fields=names))
    return tuple(found)


def lines(pack: Pack) -> Iterator[tuple[tuple[str, str], Line]]:
    """Every line of what a policy asks, by part and id; slots are lines that are not there."""
    for part in PARTS:
        if part != "slots":
            yield from (((part, row.id), row) for row in getattr(pack, part))
    for part in WITHIN:
        rows = getattr(pack.procedure, part)
        yield from (((f"procedure.{part}", row.id), row) for row in rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """One kind of case under two policies, the mean of each figure."""

    category: str
    modality: str
    cases: int
    levels: tuple[str, str]
    """Levels that are met, from the lowest; empty where a policy does not say."""
    steps: tuple[float | None, float | None]
    documents: tuple[float | None, float | None]
    hours: tuple[float | None, float | None]
    """Likely hours of the secretariat."""
    days: tuple[float | None, float | None]
    """Likely days."""


def by_kind(before: tuple[Played, ...], after: tuple[Played, ...]) -> tuple[Changed, ...]:
    """The cases of two replays of one portfolio, by kind. What is no partnership is left out."""
    kinds: dict[tuple[str, str], list[tuple[Played, Played]]] = {}
    for one, two in zip(before, after, strict=True):
        if one.partnership:
            kinds.setdefault((one.sample.category, one.sample.modality), []).append((one, two))
    return tuple(changed(*kind, pairs) for kind, pairs in sorted(kinds.items()))


def changed(category: str, modality: str, pairs: list[tuple[Played, Played]]) -> Changed:
    """One kind."""
    sides = ([one for one, _ in pairs], [two for _, two in pairs])
    told = [of_side(side) for side in sides]
    return Changed(
        category=category,
        modality=modality,
        cases=len(pairs),
        levels=(told[0][0], told[1][0]),
        steps=(told[0][1], told[1][1]),
        documents=(told[0][2], told[1][2]),
        hours=(told[0][3], told[1][3]),
        days=(told[0][4], told[1][4]),
    )


Side = tuple[str, float | None, float | None, float | None, float | None]


def of_side(side: list[Played]) -> Side:
    """Levels and means of one policy; nothing is told where it leaves one case open."""
    if any(one.level is None for one in side):
        return "", None, None, None, None
    number = len(side)
    levels = ", ".join(dict.fromkeys(one.level or "" for one in side))
    return (
        levels,
        sum(one.steps for one in side) / number,
        sum(one.documents for one in side) / number,
        sum(one.hours.point for one in side) / number,
        sum(one.days.point for one in side) / number,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Paired:
    """What the second policy changes against the first, case by case, under the same assumed
    figures: so that what is uncertain about both alike does not hide what differs."""

    hours: Interval
    """Mean hours of the secretariat more (fewer, where below nought) for a case."""
    days: Interval
    """Mean days more for a case, over all runs."""


def paired(before: tuple[Played, ...], after: tuple[Played, ...]) -> Paired | None:
    """The difference, case by case; None: one of the two leaves a case open."""
    pairs = [(one, two) for one, two in zip(before, after, strict=True) if one.partnership]
    if not pairs or any(one.level is None or two.level is None for one, two in pairs):
        return None
    ends = sorted(
        mean(getattr(two.hours, end) - getattr(one.hours, end) for one, two in pairs)
        for end in ("low", "point", "high")
    )
    return Paired(
        hours=Interval(low=ends[0], point=ends[1], high=ends[2]),
        days=middle(mean(two.runs[at] - one.runs[at] for one, two in pairs) for at in range(RUNS)),
    )
