"""Record: what is known besides the document, as plain values that whoever keeps a register
fills in."""

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class InEffect:
    """A provision that is in effect."""

    name: str
    """As documents cite it: `14.10 a)`."""
    text: str
    due: tuple[str, ...] = ()
    """Codes as mandates have them: `COP15`."""
    outputs: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrangement:
    """An agreement, programme or plan on record."""

    name: str
    until: datetime.date | None
    """Its last day; None where it has none, or it is not known."""
    successor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dismissed:
    """A finding that an officer has looked at and put aside."""

    rule: str
    address: str
    digest: str
    """Of the words that it was about: `Finding.digest`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What a register knows of the business of a document. What is empty is not asked about."""

    provisions: tuple[InEffect, ...] = ()
    symbols: frozenset[str] = frozenset()
    """Documents that exist, by symbol in normal form."""
    bodies: tuple[str, ...] = ()
    """Names of bodies as they are to be written."""
    agreements: tuple[Arrangement, ...] = ()
    dismissed: frozenset[Dismissed] = frozenset()
