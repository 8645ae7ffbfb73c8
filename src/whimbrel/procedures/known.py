"""How a line of a procedure is known, and its words in three languages."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar


class Known(StrEnum):
    """How a line is known. What is not `seen` is never shown without its mark."""

    SEEN = "seen"
    """Read in the text of its source."""
    MEMORY = "memory"
    """From memory, not seen: applied with a warning."""
    UNKNOWN = "unknown"
    """Nobody here knows: not applied, and said so."""
    ASSUMED = "assumed"
    """A figure of ours, to be edited by whoever knows better."""
    PROPOSED = "proposed"
    """Of an option that no body has adopted."""


STRICT = {"extra": "forbid"}
"""For `__pydantic_config__`: a key that is not known is a mistake, and is named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One statement in the languages of the secretariat, in words of ours."""

    __pydantic_config__: ClassVar = STRICT
    en: str
    fr: str
    es: str

    def __getitem__(self, language: str) -> str:
        """The words in "en", "fr" or "es". KeyError for another language."""
        if language not in ("en", "fr", "es"):
            raise KeyError(language)
        said: str = getattr(self, language)
        return said


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of a procedure: what every criterion, document, deadline, right or duty has."""

    id: str
    """Unique within its procedure: `expertise`, `state-approval`."""
    source: str
    """Where it can be checked: article, rule, decision, page."""
    status: Known
    as_of: date | None = None
    """The day on which the source was as described; None: not known."""
    note: str = ""
    """An interpretation, or what contradicts it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap(Line):
    """A term with legal effect and no definition."""

    __pydantic_config__: ClassVar = STRICT
    term: str
    text: Text
    attributes: tuple[str, ...] = ()
    """What tests ask in that term, as `accredited`. Whatever is said of it is not known, until a
    body defines the term, or a person finds the criterion met or not."""
    effect: bool = True
    """Whether somebody's right turns on it; false: it only contradicts what is written elsewhere,
    or is missing."""
