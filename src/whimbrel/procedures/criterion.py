"""A criterion: a test over what is known of an applicant, in three-valued logic. Unknown is a
value; it is never a refusal and never a pass."""

from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from whimbrel.procedures.known import STRICT, Line, Text

Values = Mapping[str, object]
"""Attribute -> its value. One that is not there, or None, is unknown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Test:
    """A tree of tests. A leaf names an `attribute` and one thing it must be; a branch has `all`,
    `any` or `not`."""

    __pydantic_config__: ClassVar = STRICT
    __test__: ClassVar = False  # Not one of pytest's.
    all: tuple["Test", ...] = ()
    any: tuple["Test", ...] = ()
    negated: Annotated["Test | None", Field(alias="not")] = None
    attribute: str = ""
    among: tuple[str, ...] = ()
    """The value, or one of its values where it has many, is one of these."""
    equals: str | bool | int | None = None
    at_least: float | None = None
    at_most: float | None = None
    years: float | None = None
    """The value is a day at least this many years before `applied_on`."""


class Effect(StrEnum):
    """What a criterion that is not met means."""

    REFUSE = "refuse"
    WAIT = "wait"
    """It can still be met: the approval of a State that has not answered."""
    LIMIT = "limit"
    """They are taken in on narrower terms: for one meeting only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion(Line):
    """What an applicant must be, and for whom it holds."""

    __pydantic_config__: ClassVar = STRICT
    text: Text
    test: Test
    concerns: Test | None = None
    """Whom it concerns; None: everybody."""
    effect: Effect = Effect.REFUSE
    final: Test | None = None
    """Of one that can still be met: what shows that it will not be, as the refusal of a State."""
    exception: Test | None = None
    """Who is let in for one meeting although it is not met."""
    subject_bound: bool = False
    """It names the subject of its body; at another body it is read against that body's."""
    discretionary: bool = False
    """Its text leaves it to the judgement of who decides, so an unknown cannot be settled by
    documents."""


def holds(test: Test, values: Values) -> bool | None:
    """Whether a test is met; None: not known."""
    if test.all:
        return every(holds(one, values) for one in test.all)
    if test.any:
        said = every(opposite(holds(one, values)) for one in test.any)
        return opposite(said)
    if test.negated is not None:
        return opposite(holds(test.negated, values))
    return leaf(test, values)


def meets(criterion: Criterion, values: Values) -> bool | None:
    """Whether an applicant meets a criterion, or need not; None: not known."""
    concerned = True if criterion.concerns is None else holds(criterion.concerns, values)
    if concerned is False:
        return True
    met = holds(criterion.test, values)
    return met if concerned or met else None


def every(answers: Iterable[bool | None]) -> bool | None:
    """All of them: false where one is, else not known where one is not."""
    listed = tuple(answers)
    if False in listed:
        return False
    return None if None in listed else True


def opposite(answer: bool | None) -> bool | None:
    """Not known stays not known."""
    return None if answer is None else not answer


def leaf(test: Test, values: Values) -> bool | None:
    """Whether one attribute is what the test asks."""
    value = values.get(test.attribute)
    if value is None:
        return None
    if test.equals is not None:
        return value == test.equals
    if test.among:
        many = value if isinstance(value, (tuple, list, set, frozenset)) else (value,)
        return any(one in test.among for one in many)
    if test.years is not None:
        return long_enough(value, values.get("applied_on"), test.years)
    if not isinstance(value, (int, float)):
        return None
    least = test.at_least is None or value >= test.at_least
    return least and (test.at_most is None or value <= test.at_most)


def long_enough(since: object, asked: object, years: float) -> bool | None:
    """Whether a day is at least so many years before the day asked; None where one is no day."""
    if not isinstance(since, date) or not isinstance(asked, date):
        return None
    return since <= years_before(asked, years)


def years_before(day: date, years: float) -> date:
    """The same day, whole years earlier, then months; 29 February becomes the 28th."""
    months = round(years * 12)
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))
