"""References to other texts: found, resolved to what they name, handed to writers."""

from whimbrel.citations.annotate import annotate
from whimbrel.citations.citation import Citation, How, Kind
from whimbrel.citations.find import find
from whimbrel.citations.whole import in_document

__all__ = ["Citation", "How", "Kind", "annotate", "find", "in_document"]
