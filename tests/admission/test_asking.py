"""A test made once answers as the test itself does."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from whimbrel.admission.applicant import Applicant, Kind, Profit, Scope
from whimbrel.admission.asking import asking
from whimbrel.procedures.criterion import Test, holds

LEAVES = [
    Test(attribute="org_type", among=("ngo", "igo")),
    Test(attribute="scope", equals="local"),
    Test(attribute="profit", equals="non_profit"),
    Test(attribute="legal_personality", equals=True),
    Test(attribute="subjects", among=("bats",)),
    Test(attribute="registered_on", years=2),
    Test(attribute="objections", at_least=3, at_most=9),
]
tests = some.recursive(
    some.sampled_from(LEAVES),
    lambda inner: some.one_of(
        some.lists(inner, min_size=1, max_size=3).map(lambda many: Test(all=tuple(many))),
        some.lists(inner, min_size=1, max_size=3).map(lambda many: Test(any=tuple(many))),
        inner.map(lambda one: Test(negated=one)),
    ),
    max_leaves=6,
)
applicants = some.builds(
    Applicant,
    id=some.just("one"),
    org_type=some.sampled_from([None, *Kind]),
    scope=some.sampled_from([None, *Scope]),
    profit=some.sampled_from([None, *Profit]),
    legal_personality=some.sampled_from([None, True, False]),
    subjects=some.sampled_from([None, (), ("bats",), ("trade", "bats")]),
    registered_on=some.sampled_from([None, date(2020, 1, 1), date(2024, 1, 2)]),
    applied_on=some.sampled_from([None, date(2026, 1, 1)]),
    objections=some.sampled_from([None, 0, 3, 10]),
    # Of these the strategy would make values that nothing here looks at.
    countries=some.just(()),
    documents=some.just(()),
    memberships=some.none(),
    objections_on=some.none(),
    founded_on=some.none(),
    state_approval=some.none(),
)


@given(test=tests, applicant=applicants)
def test_it_answers_as_the_test_itself(test: Test, applicant: Applicant) -> None:
    assert asking(test, {})(applicant) is holds(test, applicant.values())


def test_an_attribute_that_nobody_has_is_an_error() -> None:
    with pytest.raises(KeyError, match="legal_personalty"):
        asking(Test(attribute="legal_personalty", equals=True), {})


def test_what_is_not_asked_is_met() -> None:
    assert asking(None, {})(Applicant(id="one")) is True
