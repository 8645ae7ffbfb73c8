"""How documents, decisions and meetings are named."""

from whimbrel.symbols.document import DocumentSymbol
from whimbrel.symbols.instrument import ArticleNumber, DecisionNumber, Number, ResolutionNumber
from whimbrel.symbols.iri import work_iri
from whimbrel.symbols.meeting import MeetingRef

__all__ = [
    "ArticleNumber",
    "DecisionNumber",
    "DocumentSymbol",
    "MeetingRef",
    "Number",
    "ResolutionNumber",
    "work_iri",
]
