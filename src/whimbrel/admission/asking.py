"""A test made once, to be asked of many applicants: the same answers as `criterion.holds`, without
a table of values for each applicant."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from operator import attrgetter

from whimbrel.admission.applicant import Applicant
from whimbrel.procedures.criterion import Test, leaf

Ask = Callable[[Applicant], bool | None]
"""Whether an applicant is what a test asks; None: not known."""
Derived = Mapping[str, Callable[[Applicant], object]]
"""Attributes that are worked out of an applicant and its meeting."""

OWN = frozenset(one.name for one in fields(Applicant))


def always(applicant: Applicant) -> bool | None:
    """The answer of a test that is not there."""
    return True


def asking(test: Test | None, derived: Derived) -> Ask:
    """One test as a function. KeyError names an attribute that no applicant has."""
    if test is None:
        return always
    if test.all:
        return all_of(tuple(asking(one, derived) for one in test.all))
    if test.any:
        return any_of(tuple(asking(one, derived) for one in test.any))
    if test.negated is not None:
        return opposite_of(asking(test.negated, derived))
    return one_of(test, derived)


def all_of(asked: tuple[Ask, ...]) -> Ask:
    """Every one of them."""

    def answer(applicant: Applicant) -> bool | None:
        found: bool | None = True
        for ask in asked:
            said = ask(applicant)
            if said is False:
                return False
            if said is None:
                found = None
        return found

    return answer


def any_of(asked: tuple[Ask, ...]) -> Ask:
    """At least one of them."""

    def answer(applicant: Applicant) -> bool | None:
        found: bool | None = False
        for ask in asked:
            said = ask(applicant)
            if said:
                return True
            if said is None:
                found = None
        return found

    return answer


def opposite_of(ask: Ask) -> Ask:
    """The contrary; not known stays not known."""

    def answer(applicant: Applicant) -> bool | None:
        said = ask(applicant)
        return None if said is None else not said

    return answer


def one_of(test: Test, derived: Derived) -> Ask:
    """A leaf. The commonest have a short way; the others ask `criterion.leaf`."""
    name = test.attribute
    if name not in derived and name not in OWN:
        raise KeyError(f"no applicant has the attribute {name}")
    get = derived[name] if name in derived else attrgetter(name)
    if test.equals is not None:
        return same(get, test.equals)
    if test.among:
        return within(get, frozenset(test.among))
    dated = attrgetter("applied_on")

    def answer(applicant: Applicant) -> bool | None:
        return leaf(test, {name: get(applicant), "applied_on": dated(applicant)})

    return answer


def same(get: Callable[[Applicant], object], wanted: object) -> Ask:
    """The attribute has this value."""

    def answer(applicant: Applicant) -> bool | None:
        value = get(applicant)
        return None if value is None else value == wanted

    return answer


def within(get: Callable[[Applicant], object], wanted: frozenset[str]) -> Ask:
    """The attribute, or one of its values where it has many, is one of these."""

    def answer(applicant: Applicant) -> bool | None:
        value = get(applicant)
        if value is None:
            return None
        if isinstance(value, (tuple, list, set, frozenset)):
            return not wanted.isdisjoint(value)
        return value in wanted

    return answer
