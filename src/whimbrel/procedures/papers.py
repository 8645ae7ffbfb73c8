"""Which documents of a procedure are missing, and what may be brought in their place: a form is no
reason to shut out a body that has no such papers."""

from collections.abc import Iterable
from dataclasses import dataclass

from whimbrel.procedures.criterion import Values, holds
from whimbrel.procedures.known import Known
from whimbrel.procedures.procedure import DocumentNeeded, Procedure


@dataclass(frozen=True, slots=True, kw_only=True)
class Lacking:
    """A document that is asked for and was not brought."""

    line: DocumentNeeded
    instead: tuple[str, ...]
    """What this applicant may bring in its place."""
    sure: bool
    """Whether it is known to concern this applicant."""


def lacking(procedure: Procedure, values: Values, brought: Iterable[str]) -> tuple[Lacking, ...]:
    """The documents that are missing. A line that nobody knows asks for nothing."""
    had = frozenset(brought)
    return tuple(
        Lacking(line=one, instead=instead(one, values), sure=concerned is True)
        for one in procedure.documents
        if one.status is not Known.UNKNOWN
        and (concerned := True if one.concerns is None else holds(one.concerns, values))
        is not False
        and not given(one, values, had)
    )


def given(line: DocumentNeeded, values: Values, brought: frozenset[str]) -> bool:
    """Whether a document, or what may stand for it, was brought."""
    if brought.intersection(line.any_of):
        return True
    return bool(brought.intersection(instead(line, values)))


def instead(line: DocumentNeeded, values: Values) -> tuple[str, ...]:
    """What may be brought in the place of a document. Where it is not known whether this applicant
    may, it is named: nobody is shut out for what nobody knows."""
    if line.instead_for is None or holds(line.instead_for, values) is False:
        return ()
    return line.instead
