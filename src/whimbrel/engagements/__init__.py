"""What was done, with whom, where and when, and what the report says became of each promise."""

from whimbrel.engagements.dates import DateFound, Precision, dates
from whimbrel.engagements.engagement import (
    Agreement,
    Engagement,
    Evidence,
    Party,
    Position,
    Said,
    Species,
    Status,
)
from whimbrel.engagements.extract import Extract, extract
from whimbrel.engagements.sentences import Sentence, sentences

__all__ = [
    "Agreement",
    "DateFound",
    "Engagement",
    "Evidence",
    "Extract",
    "Party",
    "Position",
    "Precision",
    "Said",
    "Sentence",
    "Species",
    "Status",
    "dates",
    "extract",
    "sentences",
]
