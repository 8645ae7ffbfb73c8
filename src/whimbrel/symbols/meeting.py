"""MeetingRef: how a meeting is named, `COP15`, `StC55`, `ScC-SC7`, and its long forms."""

import re
from dataclasses import dataclass
from functools import cache

from whimbrel import facts


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """A series of meetings: `facts/meetings/series.yaml`. `{n}` in a long form is the ordinal."""

    short: str
    source: str
    also: tuple[str, ...] = ()
    """Other spellings of the short form."""
    long: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingRef:
    """One meeting of a series."""

    series: str
    number: int

    def __str__(self) -> str:
        return f"{self.series}{self.number}"

    @classmethod
    def parse(cls, text: str) -> "MeetingRef":
        """A short or long form -> the meeting. ValueError where the text is neither."""
        words = " ".join(text.replace("\u2019", "'").split()).casefold()
        short = re.fullmatch(r"([a-z](?:[a-z-]*[a-z])?)[\s-]?(\d{1,3})", words)
        if short and short[1] in shorts():
            return cls(series=shorts()[short[1]], number=int(short[2]))
        for series, pattern in longs():
            match = pattern.fullmatch(words)
            if match:
                return cls(series=series, number=ordinal(match["n"]))
        raise ValueError(f"{text!r} names no meeting: write COP15 or 15th meeting of the Parties")


@cache
def shorts() -> dict[str, str]:
    """Short forms, folded, with the series they mean."""
    return {form.casefold(): one.short for one in all_series() for form in (one.short, *one.also)}


@cache
def all_series() -> tuple[Series, ...]:
    """Every series that the facts know."""
    return facts.load("meetings/series.yaml", Series)


@cache
def longs() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """A pattern for each long form: "15th meeting of the Conference of the Parties"."""
    number = r"(?P<n>[\w\u00aa\u00ba.-]+(?: [\w-]+){0,2}?)"
    found = []
    for one in all_series():
        for form in (form for forms in one.long.values() for form in forms):
            body = re.escape(form.casefold()).replace(r"\{n\}", number).replace(r"\ ", " ")
            found.append((one.short, re.compile(rf"(?:(?:the|la|le|el) )?{body}")))
    return tuple(found)


@cache
def ordinals() -> dict[str, int]:
    """Ordinal words of the three languages: `fifteenth`, `quinzième`, `decimoquinta`."""
    return {
        word: at
        for one in facts.load("meetings/ordinals.yaml", Ordinals)
        for at, word in enumerate(one.words, 1)
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Ordinals:
    """The ordinal numbers of a language from the first, folded."""

    language: str
    source: str
    words: tuple[str, ...]


def ordinal(word: str) -> int:
    """`15th`, `15e`, `15.a`, `fifteenth` -> 15. ValueError where the word is no ordinal."""
    digits = re.match(r"\d+", word)
    if digits:
        return int(digits[0])
    if word in ordinals():
        return ordinals()[word]
    raise ValueError(f"{word!r} is no ordinal number")
