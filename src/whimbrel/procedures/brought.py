"""What is known in a case on a day: what the applicant said, what events brought, and what was
found of its criteria."""

from collections.abc import Iterator, Mapping
from datetime import date

from whimbrel.procedures.case import Case
from whimbrel.procedures.criterion import Criterion, Test, Values, holds, meets
from whimbrel.procedures.known import Line

DOCUMENTS = "documents"


def values(case: Case, at: date) -> Values:
    """Attribute -> value on a day. An event may bring `values`, which take the place of those given
    before, and `documents`, which are added. What is said in a term that nothing defines is not
    known."""
    found = dict(case.values)
    papers = [*listed(found.get(DOCUMENTS))]
    for event in case.as_of(at).events:
        brought = event.said.get("values")
        if isinstance(brought, Mapping):
            found |= brought
        papers += listed(event.said.get(DOCUMENTS))
    undefined = {name for gap in case.procedure.gaps for name in gap.attributes}
    told = {name: value for name, value in found.items() if name not in undefined}
    return told | {DOCUMENTS: tuple(dict.fromkeys(papers))}


def established(case: Case, criterion: Criterion, known: Values, at: date) -> bool | None:
    """Whether a criterion is met: as somebody has found last, else as its test says. None: not
    known."""
    if (told := finding(case, criterion, at)) is not None:
        return told[0]
    met = meets(criterion, known)
    # What is left to judgement nobody but a person can find to be missing.
    return None if criterion.discretionary and met is False else met


def finding(case: Case, line: Line, at: date) -> tuple[bool | None] | None:
    """What somebody has found last of a criterion or document, in the `found` of an event; None:
    nobody has looked."""
    for event in reversed(case.as_of(at).events):
        found = event.said.get("found")
        if isinstance(found, Mapping) and line.id in found:
            answer = found[line.id]
            return (answer if isinstance(answer, bool) else None,)
    return None


def listed(value: object) -> tuple[str, ...]:
    """Names of documents, however they were given."""
    if isinstance(value, str):
        return (value,)
    return tuple(map(str, value)) if isinstance(value, (tuple, list, set, frozenset)) else ()


def unknowns(test: Test, known: Values) -> tuple[str, ...]:
    """The attributes on which a test hangs and that nobody knows."""
    return tuple(dict.fromkeys(one for one in open_leaves(test, known)))


def open_leaves(test: Test, known: Values) -> Iterator[str]:
    """Attributes of the leaves that have no answer, inside branches that have none."""
    if holds(test, known) is not None:
        return
    if test.attribute:
        dated = known.get(test.attribute) is not None and test.years is not None
        yield "applied_on" if dated else test.attribute
    for one in (*test.all, *test.any, *((test.negated,) if test.negated else ())):
        yield from open_leaves(one, known)
