"""Which documents are missing, and what may be shown in their place."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from whimbrel.procedures.criterion import Values, holds
from whimbrel.procedures.known import Known
from whimbrel.procedures.procedure import DocumentNeeded, Procedure
from whimbrel.procedures.reason import Reason, because
from whimbrel.procedures.words import say


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A document that was brought."""

    kind: str
    language: str = ""
    """Its language, or that of its translation; empty: not said."""
    certified: bool | None = None
    """None: nobody has looked."""
    expires: date | None = None
    """The last day on which it is good; None: it does not expire, or not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One document that is asked for, and what became of it."""

    needed: DocumentNeeded
    met: bool | None
    """True: there, or not asked of this applicant; None: to be looked at; False: missing."""
    reasons: tuple[Reason, ...] = ()
    instead: tuple[str, ...] = ()
    """What this applicant may show in its place."""


def papers(
    procedure: Procedure,
    values: Values,
    given: Iterable[Paper],
    *,
    at: date,
    excepted: frozenset[str] = frozenset(),
) -> tuple[Shown, ...]:
    """Every document that is asked for, in its order. `excepted`: criteria that the applicant need
    not meet, and therefore need not prove. One of which nobody knows whether it is asked for is not
    applied."""
    held = tuple(given)
    return tuple(
        shown(one, values, held, at)
        for one in procedure.documents
        if one.status is not Known.UNKNOWN and one.shows not in excepted
    )


def missing(
    procedure: Procedure,
    values: Values,
    given: Iterable[Paper],
    *,
    at: date,
    excepted: frozenset[str] = frozenset(),
) -> tuple[Shown, ...]:
    """Those that are not there, or have to be looked at."""
    listed = papers(procedure, values, given, at=at, excepted=excepted)
    return tuple(one for one in listed if one.met is not True)


def shown(needed: DocumentNeeded, values: Values, held: tuple[Paper, ...], at: date) -> Shown:
    """What became of one document."""
    concerned = True if needed.concerns is None else holds(needed.concerns, values)
    if concerned is False:
        return Shown(needed=needed, met=True)
    may = False if needed.instead_for is None else holds(needed.instead_for, values)
    instead = needed.instead if may is not False else ()
    brought = [one for one in held if one.kind in needed.any_of]
    if brought:
        return best(needed, [looked_at(needed, one, at) for one in brought], instead)
    other = [one for one in held if one.kind in instead]
    if other and may:
        # What stands in for papers that a body cannot have is not asked to be certified.
        good = [one for one in other if one.expires is None or one.expires >= at]
        text = say("instead", text=needed.text) if good else say("expired", text=needed.text)
        reason = because(needed, text, bool(good), *(() if good else instead))
        return Shown(needed=needed, met=bool(good), reasons=(reason,), instead=instead)
    wants = (*needed.any_of, *instead)
    unsure = concerned is None or bool(other)
    text = say("document-unsure" if unsure else "document", text=needed.text)
    met = None if unsure else False
    return Shown(
        needed=needed, met=met, reasons=(because(needed, text, met, *wants),), instead=instead
    )


def best(needed: DocumentNeeded, found: list[Reason], instead: tuple[str, ...]) -> Shown:
    """Of several papers of one kind the best counts."""
    order: tuple[bool | None, ...] = (True, None, False)
    reason = min(found, key=lambda one: order.index(one.met))
    return Shown(needed=needed, met=reason.met, reasons=(reason,), instead=instead)


def looked_at(needed: DocumentNeeded, paper: Paper, at: date) -> Reason:
    """Whether one paper is what was asked for."""
    if paper.expires is not None and paper.expires < at:
        return because(needed, say("expired", text=needed.text), False, *needed.any_of)
    if needed.certified and paper.certified is False:
        return because(needed, say("not-certified", text=needed.text), False, *needed.any_of)
    if needed.translated and paper.language and paper.language not in needed.translated:
        languages = ", ".join(needed.translated)
        text = say("not-translated", text=needed.text, languages=languages)
        return because(needed, text, False, *needed.any_of)
    unseen = needed.certified and paper.certified is None
    if unseen or (needed.translated and not paper.language):
        return because(needed, say("look-at", text=needed.text), None, *needed.any_of)
    return because(needed, say("there", text=needed.text), True)
