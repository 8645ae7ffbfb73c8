"""A reason for or against: the line that gives it, in words, with its source."""

from dataclasses import dataclass

from whimbrel.procedures.known import Known, Line, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One reason."""

    line: str
    """Id of the criterion, document, deadline, decision rule or step."""
    text: Text
    source: str
    status: Known
    met: bool | None
    """For, or against; None: not known."""
    wants: tuple[str, ...] = ()
    """What would settle it: attributes of the applicant, or kinds of documents."""


def because(line: Line, text: Text, met: bool | None, *wants: str) -> Reason:
    """A line as a reason."""
    return Reason(
        line=line.id, text=text, source=line.source, status=line.status, met=met, wants=wants
    )
