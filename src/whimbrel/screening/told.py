"""A score in words, part by part, in three languages."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from whimbrel import facts
from whimbrel.screening.match import Part, Score


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What one sort of part says."""

    key: str
    en: str
    fr: str
    es: str
    source: str


@cache
def sentences(language: str) -> Mapping[str, str]:
    """Sort of part -> its sentence, in English, French or Spanish."""
    rows = facts.load("screening/says.yaml", Said)
    if language not in ("fr", "es"):
        language = "en"
    return {row.key: getattr(row, language) for row in rows}


def told(part: Part, language: str = "en") -> str:
    """One part: what it says, and what it adds or takes away, in hundredths."""
    words = sentences(language)[part.sort].format(ours=part.ours, theirs=part.theirs)
    return f"{words} ({round(part.points * 100):+d})"


def because(score: Score, language: str = "en") -> tuple[str, ...]:
    """All parts of a score, those that weigh most first."""
    ranked = sorted(score.parts, key=lambda part: -abs(part.points))
    return tuple(told(part, language) for part in ranked)
