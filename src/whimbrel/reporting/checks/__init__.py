"""The rules of a careful editor, one module for each family, each rule registered by its name."""

from whimbrel.reporting.checks import (
    cited,
    days,
    drafts,
    figures,
    names,
    numbers,
    registered,
    reported,
    spelling,
    times,
)
from whimbrel.reporting.checks.finding import MASTHEAD, Finding, Level, Why, finding
from whimbrel.reporting.checks.ground import RULES, Ground
from whimbrel.reporting.checks.record import Arrangement, Dismissed, InEffect, Record

FAMILIES = (numbers, reported, drafts, times, days, cited, names, spelling, figures, registered)
"""Importing them registers their rules."""

__all__ = [
    "FAMILIES",
    "MASTHEAD",
    "RULES",
    "Arrangement",
    "Dismissed",
    "Finding",
    "Ground",
    "InEffect",
    "Level",
    "Record",
    "Why",
    "finding",
]
