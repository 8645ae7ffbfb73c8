"""Names against lists: what a list says, which names are like one, why, and what a person said of
it. It shows and explains; it never clears and never blocks."""

from whimbrel.screening.listed import Kind, Listed, Name, NameList, Quality, Source
from whimbrel.screening.match import Part, Score, Sort, score
from whimbrel.screening.screen import THRESHOLD, Asked, Hit, Screener, screener

__all__ = [
    "THRESHOLD",
    "Asked",
    "Hit",
    "Kind",
    "Listed",
    "Name",
    "NameList",
    "Part",
    "Quality",
    "Score",
    "Screener",
    "Sort",
    "Source",
    "score",
    "screener",
]
