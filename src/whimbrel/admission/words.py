"""What assessments, ceilings and overviews say, in three languages, from facts."""

from collections.abc import Mapping

from whimbrel.procedures import words
from whimbrel.procedures.known import Text


def sentences() -> Mapping[str, Text]:
    """Key -> the sentence."""
    return words.sentences("admission/*.yaml")


def say(key: str, language: str, **values: object) -> str:
    """A sentence filled in. KeyError for one that is not in the facts."""
    return sentences()[key][language].format(**values)
