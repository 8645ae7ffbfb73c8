"""Matter: what of the record the questions on synergy are asked of, frozen.

A record is named by a `Ref`, so that doors can lead to it; conventions by their acronyms.
"""

import datetime
from dataclasses import dataclass, field
from functools import cached_property

from whimbrel.engagements import species as named
from whimbrel.engagements.likeness import stems


@dataclass(frozen=True, slots=True, kw_only=True)
class Ref:
    """A record behind something: its kind, its name in addresses, and how it is printed."""

    kind: str
    """`provision`, `engagement`, `body`, `agreement`, `meeting`, `document`, `country`."""
    name: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """A body as it takes part."""

    key: str
    short: str
    kind: str
    """A value of `bodies.BodyKind`."""
    convention: str = ""
    """The convention that it is, or is the secretariat or an organ of; empty where it is none."""

    @property
    def ref(self) -> Ref:
        """The body as a record."""
        return Ref(kind="body", name=self.key, words=self.short)


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A provision in force."""

    ref: Ref
    convention: str
    text: str
    language: str = "en"
    addressees: tuple[str, ...] = ()
    outputs: tuple[str, ...] = ()
    collaborators: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    money: tuple[tuple[str, str], ...] = ()
    """(words, funding) of each condition that is about resources."""
    due: str = ""
    since: str = ""
    source: Ref | None = None

    @cached_property
    def stems(self) -> frozenset[str]:
        """The words that carry meaning, cut to their beginnings."""
        return stems(self.text)

    @cached_property
    def species(self) -> frozenset[str]:
        """Species, groups and habitats that it names."""
        return frozenset(one.kind.name for one in named.find(self.text))


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """An engagement."""

    ref: Ref
    kind: str
    state: str
    since: str = ""
    until: str = ""
    """As exact as known: `2024`, `2025-11`, `2025-10-11`."""
    partners: tuple[Who, ...] = ()
    organisers: tuple[Who, ...] = ()
    held: tuple[str, ...] = ()
    """Countries in which it took place, by their codes."""
    concerned: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    species: tuple[str, ...] = ()
    provisions: tuple[str, ...] = ()
    """Names of the provisions that it answers."""
    words: str = ""
    sources: tuple[Ref, ...] = ()

    @property
    def bodies(self) -> tuple[Who, ...]:
        """Everybody who took part, once each."""
        return tuple({one.key: one for one in (*self.partners, *self.organisers)}.values())

    @property
    def conventions(self) -> frozenset[str]:
        """The conventions that took part besides ours."""
        return frozenset(one.convention for one in self.bodies if one.convention)


@dataclass(frozen=True, slots=True, kw_only=True)
class Accord:
    """An agreement, programme or plan."""

    ref: Ref
    kind: str
    since: str = ""
    until: str = ""
    parties: tuple[Who, ...] = ()
    sources: tuple[Ref, ...] = ()

    @property
    def conventions(self) -> frozenset[str]:
        """The conventions among its parties."""
        return frozenset(one.convention for one in self.parties if one.convention)


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A meeting, or an event with its days."""

    ref: Ref
    convention: str
    """Of the body that meets; empty where that is not known."""
    since: datetime.date
    until: datetime.date
    country: str = ""
    venue: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A paragraph of a document on record."""

    ref: Ref
    text: str
    language: str = "en"
    convention: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Covering:
    """What a document or a person says that the work of others covers of a provision."""

    provision: str
    words: str
    covered: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    source: Ref | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """A member of a group, mechanism or partnership."""

    group: Who
    member: Who
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """All of it. `own`: the acronym of the convention whose house this is."""

    own: str
    at: datetime.date
    asked: tuple[Asked, ...] = ()
    deeds: tuple[Deed, ...] = ()
    accords: tuple[Accord, ...] = ()
    sessions: tuple[Session, ...] = ()
    passages: tuple[Passage, ...] = ()
    coverings: tuple[Covering, ...] = ()
    sittings: tuple[Sitting, ...] = ()
    countries: dict[str, str] = field(default_factory=dict)
    """Code -> name as texts have it, for the countries that are asked about."""
