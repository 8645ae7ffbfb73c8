"""Mandate: one provision understood, with the words that show each part of it."""

from dataclasses import dataclass
from enum import StrEnum

from whimbrel.document import Span
from whimbrel.mandates.grammar import Force


class Addressee(StrEnum):
    """Who is asked to act: the classes that governing bodies address."""

    PARTIES = "Parties"
    RANGE_STATES = "Range States"
    MEMBER_STATES = "Member States"
    OTHER_GOVERNMENTS = "Other Governments"
    NAMED_STATE = "Named State"
    SECRETARIAT = "Secretariat"
    EXECUTIVE_SECRETARY = "Executive Secretary"
    EXECUTIVE_DIRECTOR = "Executive Director"
    UNEP = "UNEP"
    SECRETARY_GENERAL = "Secretary-General"
    HIGH_COMMISSIONER = "High Commissioner"
    SPECIAL_PROCEDURES = "Special Procedures"
    STANDING_COMMITTEE = "Standing Committee"
    SCIENTIFIC_COUNCIL = "Scientific Council"
    ANIMALS_COMMITTEE = "Animals Committee"
    PLANTS_COMMITTEE = "Plants Committee"
    TECHNICAL_COMMITTEE = "Technical Committee"
    STRP = "STRP"
    SBSTTA = "SBSTTA"
    SBSTA = "SBSTA"
    SBI = "SBI"
    SUBSIDIARY_BODY = "Subsidiary Body"
    WORKING_GROUP = "Working Group"
    BUREAU = "Bureau"
    PRESIDENT = "President"
    UN_SYSTEM = "UN System"
    UN_WOMEN = "UN-Women"
    IGOS = "IGOs"
    OTHER_MEAS = "Other MEAs"
    FINANCIAL_MECHANISM = "Financial Mechanism"
    FINANCIAL_INSTITUTIONS = "Financial Institutions"
    DONORS = "Donors"
    NGOS = "NGOs"
    CIVIL_SOCIETY = "Civil Society"
    COMMUNITIES = "Indigenous Peoples and Local Communities"
    YOUTH = "Youth"
    PRIVATE_SECTOR = "Private Sector"
    ACADEMIA = "Academia"
    STAKEHOLDERS = "Stakeholders"
    RELEVANT_ORGANIZATIONS = "Relevant Organizations"
    OTHERS = "Others"


class ConditionKind(StrEnum):
    """What a duty depends on."""

    EXTERNAL_RESOURCES = "external-resources"
    RESOURCES = "resources"
    VOLUNTARY_CONTRIBUTIONS = "voluntary-contributions"
    WITHIN_EXISTING_RESOURCES = "within-existing-resources"
    AS_APPROPRIATE = "as-appropriate"
    NATIONAL_CIRCUMSTANCES = "national-circumstances"
    OTHER_EVENT = "other-event"


class Output(StrEnum):
    """What is to be produced."""

    REPORT = "report"
    REVIEW = "review"
    PROPOSAL = "proposal"
    GUIDELINES = "guidelines"
    WORKING_GROUP = "working-group"
    TEMPLATE = "template"
    PLAN = "plan"
    MEETING = "meeting"
    CAPACITY_BUILDING = "capacity-building"
    INFORMATION = "information"
    FUNDING = "funding"
    NATIONAL_MEASURES = "national-measures"
    COOPERATION = "cooperation"
    OUTREACH = "outreach"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A part of a mandate that its words show."""

    at: Span
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressed(Shown):
    """Somebody who is to act."""

    who: Addressee
    inherited: bool = False
    """True where the heading names them and the provision does not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition(Shown):
    """What the duty depends on, as printed."""

    kind: ConditionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Due(Shown):
    """When the addressee must deliver: `COP15`, `next:COP`, `each:session`, `annual`, `2025-03`."""

    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportTo(Shown):
    """The body that gets or considers the product."""

    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Collaborator(Shown):
    """Who acts together with the addressee: a class of addressees, an acronym or a printed name."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Product(Shown):
    """Something to be produced, and the words that ask for it."""

    output: Output


@dataclass(frozen=True, slots=True, kw_only=True)
class Mandate:
    """One provision: who is to do what, how strongly, on what condition, by when, with whom.

    A `Span` whose `eid` is empty lies in the text that was given; in a document it lies in the node
    of that address, which for an item may be its chapeau or its heading.
    """

    text: str
    language: str
    force: Force
    operative: bool
    verb: str | None = None
    verb_at: Span | None = None
    addressees: tuple[Addressed, ...] = ()
    conditions: tuple[Condition, ...] = ()
    due: tuple[Due, ...] = ()
    report_to: tuple[ReportTo, ...] = ()
    collaborators: tuple[Collaborator, ...] = ()
    outputs: tuple[Product, ...] = ()
    recurring: bool = False
    second_verb: bool = False
    address: str | None = None
    label_path: tuple[str, ...] = ()

    @property
    def due_code(self) -> str | None:
        """All due codes, joined by "; "; None where nothing is due."""
        return "; ".join(dict.fromkeys(due.code for due in self.due)) or None

    @property
    def report_to_name(self) -> str | None:
        """All recipients in alphabetical order, joined by "; "."""
        return "; ".join(sorted({to.body for to in self.report_to})) or None
