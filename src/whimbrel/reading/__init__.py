"""File -> Document. `read(path)` gives the Document, `examine(path)` also what could not be
understood."""

from whimbrel.reading.errors import Unreadable
from whimbrel.reading.examine import Reading, examine, examine_bytes, read
from whimbrel.reading.limits import Limits

__all__ = ["Limits", "Reading", "Unreadable", "examine", "examine_bytes", "read"]
