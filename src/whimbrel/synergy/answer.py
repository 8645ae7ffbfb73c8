"""What every question gives back: rows, and how they were counted, from what, as at which day."""

from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from whimbrel.procedures.known import Known

R = TypeVar("R")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a fact was read."""

    name: str
    """A data set, a document, a page."""
    on: date | None = None
    """The day of the data, not of reading it; None where nobody said."""
    known: Known = Known.SEEN
    licence: str = ""
    place: str = ""
    """Row, paragraph or page in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A sentence by its key in `facts/synergy`, with what goes into its gaps: `words.say` makes it
    a sentence of a language."""

    key: str
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A number of an answer under its key, such as `shared` or `conflict`."""

    key: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Generic[R]):
    """The answer to a question about several conventions."""

    question: str
    rule: Said
    sources: tuple[Source, ...]
    as_at: date | None
    """The day that is asked about; None: whatever day each source is of."""
    rows: tuple[R, ...]
    counts: tuple[Count, ...] = ()
    remarks: tuple[Said, ...] = ()
    """What a reader has to mind: conflicts, gaps, old data, what is unverified."""

    def count(self, key: str) -> int:
        """One number of the answer. KeyError where it has none of the key."""
        return {one.key: one.number for one in self.counts}[key]


def said(key: str, /, **values: object) -> Said:
    """A sentence with its gaps filled."""
    return Said(key=key, values=tuple((name, str(value)) for name, value in values.items()))
