"""Parts of a mandate: what was found at a place, with the words that stand there."""

from dataclasses import dataclass

from whimbrel.document import Span
from whimbrel.mandates.actors import Actor
from whimbrel.mandates.addressees import Asked
from whimbrel.mandates.collaborators import Helper
from whimbrel.mandates.conditions import Limited
from whimbrel.mandates.due import Timed
from whimbrel.mandates.mandate import (
    Addressed,
    Collaborator,
    Condition,
    Due,
    Product,
    ReportTo,
)
from whimbrel.mandates.outputs import Made
from whimbrel.mandates.recipients import Recipient

HEADING = "heading"
"""Where words stand that the heading prints; the address of the heading itself is known later."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A text in which parts are found: the provision, or the heading above it."""

    text: str
    eid: str = ""

    def at(self, start: int, end: int) -> Span:
        """A place in the text."""
        return Span(eid=self.eid, start=start, end=end)

    def addressed(self, one: Asked) -> Addressed:
        """An addressee; one whom the heading names is inherited."""
        place = self.at(one.start, one.end)
        words = self.text[one.start : one.end]
        return Addressed(who=one.who, at=place, words=words, inherited=bool(self.eid))

    def condition(self, one: Limited) -> Condition:
        """A condition."""
        words = self.text[one.start : one.end]
        return Condition(kind=one.kind, at=self.at(one.start, one.end), words=words)

    def due(self, one: Timed) -> Due:
        """A due code."""
        words = self.text[one.start : one.end]
        return Due(code=one.code, at=self.at(one.start, one.end), words=words)

    def recipient(self, one: Recipient) -> ReportTo:
        """A recipient."""
        words = self.text[one.start : one.end]
        return ReportTo(body=one.body, at=self.at(one.start, one.end), words=words)

    def collaborator(self, one: Helper | Actor) -> Collaborator:
        """A collaborator."""
        words = self.text[one.start : one.end]
        return Collaborator(name=one.name, at=self.at(one.start, one.end), words=words)

    def product(self, one: Made) -> Product:
        """An output."""
        words = self.text[one.start : one.end]
        return Product(output=one.output, at=self.at(one.start, one.end), words=words)
