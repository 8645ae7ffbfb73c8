"""Month names in the languages that are read."""

from dataclasses import dataclass
from functools import cache

from whimbrel.facts import load


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """Month names of one language, January first; each with the short forms in use."""

    language: str
    source: str
    months: tuple[tuple[str, ...], ...]


@cache
def months() -> dict[str, int]:
    """Every name or short form, in small letters -> 1 to 12."""
    return {
        name: number
        for calendar in load("months/*.yaml", Calendar)
        for number, names in enumerate(calendar.months, start=1)
        for name in names
    }
