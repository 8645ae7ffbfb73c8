"""The tables of the record, a module an idea."""

from whimbrel.register.models.agreements import Agreement, Position
from whimbrel.register.models.bodies import Body, BodyName, Identifier, Membership
from whimbrel.register.models.documents import Document, Meeting, Paragraph, Version
from whimbrel.register.models.engagements import Engagement, Evidence, Part
from whimbrel.register.models.ledger import Line, Personal, Tip
from whimbrel.register.models.mandates import Condition, Instrument, Output, Provision, Status
from whimbrel.register.models.people import Person
from whimbrel.register.models.readings import Reading

__all__ = [
    "Agreement",
    "Body",
    "BodyName",
    "Condition",
    "Document",
    "Engagement",
    "Evidence",
    "Identifier",
    "Instrument",
    "Line",
    "Meeting",
    "Membership",
    "Output",
    "Paragraph",
    "Part",
    "Person",
    "Personal",
    "Position",
    "Provision",
    "Reading",
    "Status",
    "Tip",
    "Version",
]
