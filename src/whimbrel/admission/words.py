"""What assessments, ceilings and overviews say, in three languages, from facts."""

from whimbrel.procedures.words import sentences


def say(key: str, language: str, **values: object) -> str:
    """A sentence filled in. KeyError for one that is not in the facts."""
    return sentences("admission/*.yaml")[key][language].format(**values)
