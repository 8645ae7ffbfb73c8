"""What governing bodies asked, of whom, on what condition, by when, together with whom."""

from whimbrel.mandates.extract import extract, provisions
from whimbrel.mandates.grammar import Force
from whimbrel.mandates.mandate import (
    Addressed,
    Addressee,
    Collaborator,
    Condition,
    ConditionKind,
    Due,
    Mandate,
    Output,
    Product,
    ReportTo,
    Shown,
)
from whimbrel.mandates.opening import Opening, opening
from whimbrel.mandates.provisions import Provision, directives, openings
from whimbrel.mandates.understand import understand

__all__ = [
    "Addressed",
    "Addressee",
    "Collaborator",
    "Condition",
    "ConditionKind",
    "Due",
    "Force",
    "Mandate",
    "Opening",
    "Output",
    "Product",
    "Provision",
    "ReportTo",
    "Shown",
    "directives",
    "extract",
    "opening",
    "openings",
    "provisions",
    "understand",
]
