"""What was understood of a document as rows of data: the form in which facts travel.

The schema is described in `docs/reference/json.md`. A row holds the words and the paragraph of what
it states; the register keeps rows as readings until a person has judged them.
"""

from whimbrel.engagements.rows.every import facts_of
from whimbrel.engagements.rows.text import Row

__all__ = ["Row", "facts_of"]
