"""Ordinal numbers spelled out: "seventy-ninth", "soixante-dix-neuvième", "septuagésimo noveno"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from whimbrel import facts

FIGURES = r"\d{1,3}\s?(?:st|nd|rd|th|er|ère|re|e|ème|è|ª|º|a|o|\.ª|\.º)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ordinals:
    """The parts of which a language makes ordinal numbers, each with its spellings."""

    language: str
    source: str
    alone: dict[int, tuple[str, ...]]
    """Numbers with a word of their own."""
    tens: dict[int, tuple[str, ...]]
    """What stands before a unit: 70 -> "seventy-", "septuagésimo "."""
    units: dict[int, tuple[str, ...]]
    """What stands behind a ten."""


@cache
def spelled(language: str) -> dict[str, int]:
    """Every ordinal number up to 120 in small letters -> its value."""
    return dict(
        pair
        for each in facts.load("mandates/ordinals.yaml", Ordinals)
        if each.language == language
        for pair in words(each)
    )


def words(parts: Ordinals) -> Iterator[tuple[str, int]]:
    """(words, number) of all ordinal numbers of a language."""
    for number, forms in parts.alone.items():
        yield from ((form, number) for form in forms)
    for ten, fronts in parts.tens.items():
        for unit, backs in parts.units.items():
            yield from ((front + back, ten + unit) for front in fronts for back in backs)


@cache
def pattern(language: str) -> str:
    """A pattern of one ordinal number, in figures or words."""
    forms = sorted(spelled(language), key=len, reverse=True)
    return rf"(?:{FIGURES}|(?:{'|'.join(re.escape(form) for form in forms)}))"


def value(text: str, language: str) -> int | None:
    """The number of an ordinal as printed; None where it is none."""
    digits = re.match(r"\d+", text)
    if digits:
        return int(digits.group())
    return spelled(language).get(re.sub(r"\s+", " ", text.lower()))
