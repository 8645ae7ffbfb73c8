"""What an officer looks at for a criterion: the attributes that it asks for, and the documents that
usually show them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from whimbrel.admission.scheme import Scheme
from whimbrel.facts import load
from whimbrel.procedures.criterion import Criterion, Test
from whimbrel.procedures.known import STRICT


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Kinds of documents that usually show an attribute."""

    __pydantic_config__: ClassVar = STRICT
    attribute: str
    documents: tuple[str, ...]
    source: str


def attributes(test: Test | None) -> tuple[str, ...]:
    """The attributes that a test asks for, in its order."""
    return tuple(dict.fromkeys(named(test))) if test is not None else ()


def named(test: Test) -> Iterator[str]:
    """The same, as often as they are named."""
    if test.attribute:
        yield test.attribute
    for one in (*test.all, *test.any, *((test.negated,) if test.negated else ())):
        yield from named(one)


def documents(asked: tuple[str, ...]) -> tuple[str, ...]:
    """Kinds of documents that usually show attributes."""
    known = {one.attribute: one.documents for one in load("admitting/evidence.yaml", Evidence)}
    return tuple(dict.fromkeys(kind for name in asked for kind in known.get(name, ())))


def asks_for(criterion: Criterion) -> tuple[str, ...]:
    """The attributes on which a criterion turns, whom it concerns included."""
    return tuple(dict.fromkeys((*attributes(criterion.test), *attributes(criterion.concerns))))


NO_BODY = "\0"
"""An id that no applicant has."""
NOT_MET = Test(attribute="id", among=(NO_BODY,))
SETTLED: dict[bool | None, Test] = {
    True: Test(negated=NOT_MET),
    False: NOT_MET,
    None: Test(attribute="id", at_least=0),
}
"""What an officer found -> a test that says it of every applicant: an id is never a number, so
whether it is large enough is not known."""


def found(scheme: Scheme, findings: dict[str, bool | None]) -> Scheme:
    """A scheme in which what an officer found of a criterion takes the place of its test. The rule
    stays what it is: only who says whether it is met changes."""
    if not findings:
        return scheme
    return replace(
        scheme,
        criteria=tuple(
            settled(one, findings[one.id]) if one.id in findings else one for one in scheme.criteria
        ),
    )


def settled(one: Criterion, met: bool | None) -> Criterion:
    """A criterion of which somebody has said whether it is met."""
    concerns = None if met else one.concerns
    return replace(one, test=SETTLED[met], concerns=concerns, discretionary=False)
