"""A body: whoever meets, decides, works or pays in the business of a convention, and its names."""

from dataclasses import dataclass
from enum import StrEnum


class BodyKind(StrEnum):
    """What a body is."""

    ACADEMIC = "academic"
    CAMPAIGN = "campaign"
    COMPLIANCE_MECHANISM = "compliance-mechanism"
    DEVELOPMENT_BANK = "development-bank"
    EXPERT_PLATFORM = "expert-platform"
    FUNDING_MECHANISM = "funding-mechanism"
    GOVERNMENT = "government"
    IGO = "igo"
    INITIATIVE = "initiative"
    LIAISON_GROUP = "liaison-group"
    MAJOR_GROUP = "major-group"
    MEA = "mea"
    MEA_CLUSTER = "mea-cluster"
    MEA_SECRETARIAT = "mea-secretariat"
    NETWORK = "network"
    NGO = "ngo"
    OFFICER = "officer"
    PARTNERSHIP = "partnership"
    PARTY_BODY = "party-body"
    PROGRAMME = "programme"
    PROJECT = "project"
    REGIONAL_MINISTERIAL_FORUM = "regional-ministerial-forum"
    STEERING_COMMITTEE = "steering-committee"
    UN_APPOINTED_CHAMPIONS = "un-appointed-champions"
    UN_COORDINATION_MECHANISM = "un-coordination-mechanism"
    UN_ENTITY = "un-entity"
    UN_ENTITY_UNIT = "un-entity-unit"
    UN_GOVERNING_BODY = "un-governing-body"
    UNION_OF_STATES_AND_NGOS = "union-of-states-and-ngos"
    WORKING_GROUP = "working-group"
    UNKNOWN = "unknown"


class GroupKind(StrEnum):
    """What an unnamed class of bodies or people is."""

    AUDIENCE = "audience"
    FOCAL_POINT = "focal-point"
    IGO_CLASS = "igo-class"
    MEA_CLASS = "mea-class"
    MEA_SECRETARIAT_CLASS = "mea-secretariat-class"
    NGO_CLASS = "ngo-class"
    NON_PARTY_CLASS = "non-party-class"
    PARTNER_CATEGORY = "partner-category"
    PARTY = "party"
    PARTY_BODY_CLASS = "party-body-class"
    RIGHTS_HOLDER_GROUP = "rights-holder-group"
    STAFF = "staff"
    UN_CLASS = "un-class"
    WORKING_GROUP_CLASS = "working-group-class"
    YOUTH = "youth"


class How(StrEnum):
    """How a mention was recognised."""

    KNOWN = "known"
    DEFINED_HERE = "defined here"
    PATTERN = "pattern"


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A body that the facts know, with every name it goes by."""

    key: str
    name: str
    acronym: str | None
    names: dict[str, tuple[str, ...]]
    """Language -> names, the usual one first."""
    acronyms: tuple[str, ...]
    """Short forms in every language, the usual one first."""
    weak: tuple[str, ...] = ()
    """Short forms that mean other things elsewhere: they count where the name was seen before."""
    kind: BodyKind
    parent: str | None
    """Key of the body that it is a unit, a programme or an organ of."""
    secretariat_of: str | None = None
    cop_of: str | None = None
    """The convention of which this is the governing body."""
    part_of: str | None = None
    """The convention of which this is a subsidiary body."""
    instrument: bool = False
    """A treaty that is named as a text, and has no bureau of its own."""
    meeting: bool = False
    """A conference that meets now and then."""
    own: bool = False
    """A role that each convention fills itself: "the Secretariat", "the Standing Committee"."""
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words of a text that name a body or a class of bodies."""

    start: int
    end: int
    surface: str
    key: str | None
    """Key of the body where the facts know it."""
    name: str
    acronym: str | None
    kind: BodyKind | GroupKind
    group: bool
    """An unnamed class, such as "regional fisheries bodies", and no body."""
    how: How
    sure: bool
    parent: str | None = None
    """Key, or else name, of the body that this one is a part of."""
