"""Engagement and its neighbours: what a report says was done, by whom, with whom, and what became
of it.

Every field that was read carries the words that show it; what was concluded says `sure=False`.
"""

from dataclasses import dataclass, field
from typing import Generic, TypeVar

from whimbrel.document import Span
from whimbrel.engagements.dates import DateFound, Precision

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Said(Generic[T]):
    """A value, the words that show it and where they stand."""

    value: T
    words: str
    span: Span
    sure: bool = True
    """False where it was concluded and not stated."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A body or class of bodies that took part."""

    name: str
    acronym: str | None
    key: str | None
    group: bool
    words: str
    span: Span
    sure: bool = True

    @property
    def short(self) -> str:
        """The acronym where it has one, else the name."""
        return self.acronym or self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A text that is cited for it: in its own paragraph, or by a pointer that holds for the
    section."""

    target: str
    scope: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Engagement:
    """Something that was done with a partner, is under way, is planned, or was not attended."""

    kind: Said[str]
    title: str
    loci: tuple[str, ...]
    """The paragraphs that tell of it."""
    sentence: Said[str]
    partners: tuple[Party, ...] = ()
    organisers: tuple[Party, ...] = ()
    role: str | None = None
    level: Said[str] | None = None
    """The person or office that took part: "through the Executive Secretary"."""
    mode: Said[str] | None = None
    """`in-person`, `remote`, `online`, `absent`."""
    when: Said[DateFound] | None = None
    place: Said[str] | None = None
    venue: Said[str] | None = None
    venue_country: Said[str] | None = None
    inferred_country: Said[str] | None = None
    countries_concerned: tuple[Said[str], ...] = ()
    regions: tuple[Said[str], ...] = ()
    species: tuple[Said[str], ...] = ()
    themes: tuple[Said[str], ...] = ()
    outcome: Said[str] | None = None
    state: str = "done"
    """`done`, `ongoing`, `in-development`, `planned`."""
    support: str | None = None
    """`given` or `received`."""
    evidence: tuple[Evidence, ...] = ()
    parent: str | None = None
    """The title of the event in whose margins it took place."""
    sub_events: tuple[Said[str], ...] = ()
    umbrella: bool = False
    """True for a sentence that only announces; it is not counted."""
    plural: bool = False
    """True where it announces several events of one sort ("two workshops")."""

    @property
    def precision(self) -> Precision:
        """How exact its date is."""
        return self.when.value.precision if self.when else Precision.NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """What the document says became of one provision."""

    provision: str
    status: str
    reason: Said[str] | None
    quotes: tuple[Said[str], ...]
    loci: tuple[str, ...]
    disposition: str | None
    """`delete`, `renew` or `retain`, as the recommended actions and the annex say."""
    explicit: bool
    """False where it is our reading and not stated."""
    evidence: tuple[str, ...] = ()
    next_step: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """A view, and who holds it."""

    holder: str
    topic: str
    stance: str
    quote: Said[str]
    locus: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """An agreement, programme, policy, plan or framework, and how it stands at the document's
    date."""

    name: str
    kind: str
    parties: tuple[str, ...]
    valid_from: str | None
    valid_to: str | None
    state: str
    """`current`, `current (transition)`, `expired`, `in-development`, `unknown`."""
    explicit: bool
    """False where the state was computed from the years in its name."""
    quote: Said[str]
    loci: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Species:
    """A species, group of species or habitat that is mentioned."""

    name: str
    scientific: str | None
    kind: str
    surfaces: tuple[str, ...]
    loci: tuple[str, ...]
    spans: tuple[Span, ...] = field(default=())
