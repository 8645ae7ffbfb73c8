"""Somebody whom a treaty lets in and a criterion refuses: looked for among all that applicants can
be, so that a condition is flagged because of whom it keeps out and not because of its name."""

from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date
from itertools import product
from typing import Any

from whimbrel.admission.applicant import Applicant, Approval, Kind, Profit, Scope
from whimbrel.admission.asking import asking
from whimbrel.admission.rules import worked_out
from whimbrel.procedures.criterion import Criterion, Test

Witness = tuple[tuple[str, str], ...]
"""(attribute, value) of what matters."""
APPLIED = date(2026, 1, 1)
"""Any day does; ages are counted back from it."""
SEATED = tuple(one for one in Kind if one is not Kind.UN_ENTITY)
"""Kinds that need admission; who attends of right is no example."""
VALUES: dict[str, tuple[object, ...]] = {
    "org_type": SEATED,
    "scope": (Scope.INTERNATIONAL, Scope.REGIONAL, Scope.NATIONAL, Scope.LOCAL),
    "state_approval": (Approval.GRANTED, Approval.PENDING, Approval.REFUSED),
    "profit": (Profit.NON_PROFIT, Profit.FOR_PROFIT),
    "registered_on": (date(1990, 1, 1), date(2025, 12, 31)),
    "founded_on": (date(1990, 1, 1), date(2025, 12, 31)),
    "memberships": ((), ("UNGC",), ("UNESCO consultative",)),
    "countries": (("KE",), ("KE", "UG"), ("KE", "UG", "TZ", "RW")),
}


def witness(criterion: Criterion, own: tuple[Criterion, ...]) -> Witness | None:
    """Somebody who meets every criterion of the treaty (`own`) and not this one; None where there
    is nobody."""
    tests = [one for one in (criterion.test, criterion.concerns) if one is not None]
    named = sorted({name for test in tests for name in attributes(test)})
    theirs = {name for one in own for test in (one.test, one.concerns, one.final) if test
              for name in attributes(test)}  # fmt: skip
    subjects = {name for one in own for name in subjects_of(one.test)}
    derived = worked_out(None)
    asked = asking(criterion.test, derived)
    concerned = asking(criterion.concerns, derived)
    lawful = [(asking(one.test, derived), asking(one.concerns, derived)) for one in own]
    base = Applicant(id="witness", applied_on=APPLIED, subjects=tuple(subjects))
    # The kind changes slowest, so that the plainest example is found: an NGO, before a rare kind.
    wanted = sorted({*named, *theirs} & KNOWN, key=lambda name: (name != "org_type", name))
    for values in choices(wanted):
        one = replace(base, **values)
        within = all(concerns(one) is False or test(one) for test, concerns in lawful)
        if within and concerned(one) and asked(one) is False:
            return tuple((name, told(values.get(name))) for name in named if name in values)
    return None


KNOWN = frozenset(one.name for one in fields(Applicant)) - {"id", "subjects", "applied_on"}


def choices(names: list[str]) -> Iterator[dict[str, Any]]:
    """Every combination of values of some attributes."""
    wanted = ["countries" if name == "number_of_countries" else name for name in names]
    for combination in product(*(VALUES.get(name, (True, False)) for name in wanted)):
        yield dict(zip(wanted, combination, strict=True))


def attributes(test: Test) -> Iterator[str]:
    """The attributes that a test looks at."""
    if test.attribute:
        yield "countries" if test.attribute == "number_of_countries" else test.attribute
    for one in (*test.all, *test.any, *((test.negated,) if test.negated else ())):
        yield from attributes(one)


def subjects_of(test: Test) -> Iterator[str]:
    """The subjects that a test accepts."""
    if test.attribute == "subjects":
        yield from test.among
    for one in (*test.all, *test.any, *((test.negated,) if test.negated else ())):
        yield from subjects_of(one)


def told(value: object) -> str:
    """A value as it is printed."""
    if isinstance(value, tuple):
        return ", ".join(map(str, value)) or "-"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)
