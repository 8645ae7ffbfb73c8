"""The tables of the record, a module an idea."""

from whimbrel.register.models.agreements import Agreement, Position
from whimbrel.register.models.bodies import Body, BodyName, Identifier, Membership
from whimbrel.register.models.cases import (
    Adoption,
    BodyStatus,
    Case,
    CaseDocument,
    CaseEvent,
    CaseFinding,
    CaseQuestion,
    Circulation,
    Objection,
)
from whimbrel.register.models.datasets import Asserted, Dataset, KeptListing, RejectedRow
from whimbrel.register.models.documents import Document, Meeting, Paragraph, Version
from whimbrel.register.models.drafts import Cost, Draft, DraftText
from whimbrel.register.models.editions import Edition
from whimbrel.register.models.engagements import Engagement, Evidence, Part, Place
from whimbrel.register.models.groups import Campaign, Group, Initiative, Sitting, Theme
from whimbrel.register.models.intake import Intake, Mapping
from whimbrel.register.models.ledger import Line, Personal, Tip
from whimbrel.register.models.lineage import Succession
from whimbrel.register.models.mandates import (
    Condition,
    Instrument,
    Output,
    Provision,
    Status,
    Wording,
)
from whimbrel.register.models.participation import (
    Barrier,
    Contributed,
    Contribution,
    Mechanism,
    Participation,
    Suggestion,
)
from whimbrel.register.models.partnerships import (
    Authority,
    Partnership,
    PartnershipAnswer,
    PartnershipDue,
    PartnershipEvent,
    PartnershipException,
    PartnershipFlag,
    PartnershipMeasure,
    PartnershipPaper,
    PartnershipReliance,
    PartnershipSignatory,
    PartnershipVersion,
)
from whimbrel.register.models.people import Person, Token
from whimbrel.register.models.readings import Reading
from whimbrel.register.models.reports import (
    Dismissal,
    Issued,
    Passage,
    Remark,
    Report,
    Returned,
)
from whimbrel.register.models.screening import (
    Judgement,
    Likeness,
    Listing,
    Rescreening,
    Screened,
    Switch,
)
from whimbrel.register.models.search import Facet, Findable
from whimbrel.register.models.talk import Comment, Following, Question

__all__ = [
    "Adoption",
    "Agreement",
    "Asserted",
    "Authority",
    "Barrier",
    "Body",
    "BodyName",
    "BodyStatus",
    "Campaign",
    "Case",
    "CaseDocument",
    "CaseEvent",
    "CaseFinding",
    "CaseQuestion",
    "Circulation",
    "Comment",
    "Condition",
    "Contributed",
    "Contribution",
    "Cost",
    "Dataset",
    "Dismissal",
    "Document",
    "Draft",
    "DraftText",
    "Edition",
    "Engagement",
    "Evidence",
    "Facet",
    "Findable",
    "Following",
    "Group",
    "Identifier",
    "Initiative",
    "Instrument",
    "Intake",
    "Issued",
    "Judgement",
    "KeptListing",
    "Likeness",
    "Line",
    "Listing",
    "Mapping",
    "Mechanism",
    "Meeting",
    "Membership",
    "Objection",
    "Output",
    "Paragraph",
    "Part",
    "Participation",
    "Partnership",
    "PartnershipAnswer",
    "PartnershipDue",
    "PartnershipEvent",
    "PartnershipException",
    "PartnershipFlag",
    "PartnershipMeasure",
    "PartnershipPaper",
    "PartnershipReliance",
    "PartnershipSignatory",
    "PartnershipVersion",
    "Passage",
    "Person",
    "Personal",
    "Place",
    "Position",
    "Provision",
    "Question",
    "Reading",
    "RejectedRow",
    "Remark",
    "Report",
    "Rescreening",
    "Returned",
    "Screened",
    "Sitting",
    "Status",
    "Succession",
    "Suggestion",
    "Switch",
    "Theme",
    "Tip",
    "Token",
    "Version",
    "Wording",
]
