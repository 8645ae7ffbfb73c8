"""What assessments, ceilings and overviews say, in three languages, from facts."""

from dataclasses import dataclass
from functools import cache

from whimbrel.facts import load
from whimbrel.procedures.known import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence; {names} in braces are filled in."""

    key: str
    source: str
    en: str
    fr: str
    es: str


@cache
def sentences() -> dict[str, Text]:
    """Key -> the sentence."""
    rows = load("admission/*.yaml", Sentence)
    return {row.key: Text(en=row.en, fr=row.fr, es=row.es) for row in rows}


def say(key: str, language: str, **values: object) -> str:
    """A sentence filled in. KeyError for one that is not in the facts."""
    return sentences()[key][language].format(**values)
