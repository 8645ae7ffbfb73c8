"""Conditions: the words that limit a duty, and their kind."""

from collections.abc import Iterator
from dataclasses import dataclass

from whimbrel.mandates.clauses import Provision
from whimbrel.mandates.mandate import ConditionKind
from whimbrel.mandates.vocabulary import Limit


@dataclass(frozen=True, slots=True, kw_only=True)
class Limited:
    """A condition found: its kind and its place."""

    kind: ConditionKind
    start: int
    end: int
    loose: bool = False
    """True for a clause that may as well belong to an aim."""


def conditions(provision: Provision, within: tuple[tuple[int, int], ...]) -> tuple[Limited, ...]:
    """The conditions of a provision, those of the chapeau first; identical words once.

    `within`: the words that ask; what is recalled or reported has no conditions.
    """
    text = provision.text
    found: dict[str, Limited] = {}
    end = 0
    told = tuple(m.span() for m in provision.known.pattern("told_of").finditer(text.plain))
    aims = tuple(m.span() for m in provision.known.pattern("purpose").finditer(text.plain))
    for word in text.words:
        if word.start < end or word.low not in provision.known.limits:
            continue
        best = longest(provision, word.low, word.start)
        if best is None or any(a <= best.start < b for a, b in told):
            continue
        if best.loose and any(a <= best.start < b for a, b in aims):
            continue
        end = best.end
        if not any(a <= best.start < b for a, b in within):
            continue
        found.setdefault(text.plain[best.start : best.end].lower(), best)
    return tuple(found.values())


def longest(provision: Provision, word: str, start: int) -> Limited | None:
    """The longest condition that begins at a place; on equal terms the first of the vocabulary."""
    best: tuple[int, Limit] | None = None
    for limit, pattern in provision.known.limits[word]:
        match = pattern.match(provision.text.plain, start)
        if match is None or (best and (limit.loose or match.end() <= best[0])):
            continue
        best = (match.end(), limit)
    if best is None:
        return None
    words = provision.known.pattern("trailing").sub("", provision.text.plain[start : best[0]])
    return Limited(
        kind=ConditionKind(best[1].kind), start=start, end=start + len(words), loose=best[1].loose
    )


def resting(found: tuple[Limited, ...]) -> Iterator[tuple[int, int]]:
    """The places of conditions."""
    for each in found:
        yield each.start, each.end
