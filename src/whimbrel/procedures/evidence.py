"""What a step needs: criteria and documents, and whether they are established. What is not known
asks for evidence."""

from collections.abc import Iterator
from datetime import date

from whimbrel.procedures.brought import DOCUMENTS, established, finding, listed, unknowns
from whimbrel.procedures.case import Case
from whimbrel.procedures.criterion import Criterion, Effect, Values, holds
from whimbrel.procedures.known import Known
from whimbrel.procedures.papers import Paper, shown
from whimbrel.procedures.procedure import DocumentNeeded, Step
from whimbrel.procedures.reason import Reason, because
from whimbrel.procedures.words import say


def needed(case: Case, step: Step, known: Values, at: date) -> Iterator[Reason]:
    """The criteria and documents that have to be established first."""
    for one in case.procedure.criteria:
        if one.id in step.needs and one.status is not Known.UNKNOWN:
            yield criterion(case, one, known, at)
    for document in documents(case, step, known):
        if not unlooked(case, document, known, at):
            yield there(case, document, known, at)


def to_look_at(case: Case, step: Step, known: Values, at: date) -> Iterator[Reason]:
    """The documents that are there, and of which a person has still to find whether they are
    certified and in which language. That bars nobody."""
    for one in documents(case, step, known):
        if unlooked(case, one, known, at):
            yield because(one, say("look-at", text=one.text), None)


def documents(case: Case, step: Step, known: Values) -> Iterator[DocumentNeeded]:
    """The documents that a step needs. Who is let in for one meeting without a criterion need not
    prove it."""
    spared = {one.id for one in case.procedure.criteria if limited(one, known)}
    for one in case.procedure.documents:
        asked_for = one.status is not Known.UNKNOWN and one.shows not in spared
        if one.id in step.needs and asked_for:
            yield one


def criterion(case: Case, one: Criterion, known: Values, at: date) -> Reason:
    """One criterion: met, not met, or what would settle it."""
    met = established(case, one, known, at)
    if met is False and (one.effect is Effect.LIMIT or limited(one, known)):
        return because(one, say("limited", text=one.text), True)
    if met is not None:
        # One that can still be met asks for evidence until it is known that it will not be.
        waits = met is False and one.effect is Effect.WAIT and not final(one, known)
        if not waits:
            return because(one, say("met" if met else "not-met", text=one.text), met)
        return because(one, say("waiting", text=one.text), None, *asked(one))
    wants = (*unknowns(one.test, known), *(unknowns(one.concerns, known) if one.concerns else ()))
    gap = next((each for each in case.procedure.gaps if {*each.attributes} & {*wants}), None)
    if gap is not None:
        text = say("gap", text=one.text, term=gap.term, gap=gap.text)
    else:
        text = say("judgement" if one.discretionary else "to-show", text=one.text)
    return because(one, text, None, *wants)


def limited(one: Criterion, known: Values) -> bool:
    """Whether somebody is let in for one meeting although a criterion is not met."""
    return one.exception is not None and holds(one.exception, known) is True


def final(one: Criterion, known: Values) -> bool:
    """Whether one that can still be met will not be."""
    return one.final is not None and holds(one.final, known) is True


def asked(one: Criterion) -> tuple[str, ...]:
    """The attributes that a criterion asks for."""
    return unknowns(one.test, {})


def there(case: Case, document: DocumentNeeded, known: Values, at: date) -> Reason:
    """One document. That it is not there is no refusal: it is still to be shown."""
    told = finding(case, document, at)
    if told is not None and told[0]:
        return because(document, say("there", text=document.text), True)
    found = shown(document, known, papers(known) if told is None else (), at)
    if not found.reasons:
        return because(document, say("not-asked", text=document.text), True)
    reason = found.reasons[0]
    return because(document, reason.text, True if found.met else None, *reason.wants)


def unlooked(case: Case, document: DocumentNeeded, known: Values, at: date) -> bool:
    """Whether one is there that nobody has looked at, and has to."""
    if finding(case, document, at) is not None:
        return False
    brought = any(one.kind in document.any_of for one in papers(known))
    return brought and shown(document, known, papers(known), at).met is None


def papers(known: Values) -> tuple[Paper, ...]:
    """What was brought, by kind."""
    return tuple(Paper(kind=one) for one in listed(known.get(DOCUMENTS)))
