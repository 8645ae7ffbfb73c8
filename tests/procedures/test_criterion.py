"""Criteria: three-valued logic over what is known of an applicant."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whimbrel.procedures.criterion import Criterion, Test, holds, meets
from whimbrel.procedures.known import Known, Text

OLD = Test(attribute="registered_on", years=2)
INTERNATIONAL = Test(attribute="scope", among=("regional", "international"))
TABLE: list[tuple[Test, dict[str, object], bool | None]] = [
    (INTERNATIONAL, {"scope": "regional"}, True),
    (INTERNATIONAL, {"scope": "local"}, False),
    (INTERNATIONAL, {}, None),
    (INTERNATIONAL, {"scope": None}, None),
    (Test(negated=INTERNATIONAL), {"scope": "local"}, True),
    (Test(negated=INTERNATIONAL), {}, None),
    (Test(any=(INTERNATIONAL, OLD)), {"scope": "regional"}, True),
    (Test(any=(INTERNATIONAL, OLD)), {"scope": "local"}, None),
    (Test(all=(INTERNATIONAL, OLD)), {"scope": "local"}, False),
    (Test(all=(INTERNATIONAL, OLD)), {"scope": "regional"}, None),
    (OLD, {"registered_on": date(2024, 3, 1), "applied_on": date(2026, 3, 1)}, True),
    (OLD, {"registered_on": date(2024, 3, 2), "applied_on": date(2026, 3, 1)}, False),
    (OLD, {"registered_on": date(2022, 2, 28), "applied_on": date(2024, 2, 29)}, True),
    (OLD, {"registered_on": date(2024, 3, 1)}, None),
    (Test(attribute="countries", among=("KE",)), {"countries": ("KE", "UG")}, True),
    (Test(attribute="legal_personality", equals=False), {"legal_personality": False}, True),
    (Test(attribute="states", at_least=2), {"states": 2}, True),
    (Test(attribute="states", at_least=2), {"states": 1}, False),
    (Test(attribute="states", at_least=2), {"states": "many"}, None),
]


@pytest.mark.parametrize(("test", "values", "answer"), TABLE)
def test_a_test_is_met_or_not_or_not_known(
    test: Test, values: dict[str, object], answer: bool | None
) -> None:
    assert holds(test, values) is answer


@pytest.mark.parametrize(
    ("values", "answer"),
    [
        ({"scope": "international"}, True),
        ({"scope": "national", "state_approval": "granted"}, True),
        ({"scope": "national", "state_approval": "refused"}, False),
        ({"scope": "national"}, None),
        ({}, None),
        ({"state_approval": "granted"}, True),
    ],
)
def test_who_is_not_concerned_need_not_meet_it(
    values: dict[str, object], answer: bool | None
) -> None:
    approved = Criterion(
        id="state-approval",
        source="CMS Art. VII.9 b)",
        status=Known.SEEN,
        text=Text(en="approved", fr="agréé", es="aprobado"),
        concerns=Test(attribute="scope", among=("local", "national")),
        test=Test(attribute="state_approval", equals="granted"),
    )
    assert meets(approved, values) is answer


ATTRIBUTES = ("a", "b", "c")
LEAVES = st.builds(
    lambda name, wanted: Test(attribute=name, equals=wanted),
    st.sampled_from(ATTRIBUTES),
    st.booleans(),
)
TREES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(lambda several: Test(all=tuple(several))),
        st.lists(inner, min_size=1, max_size=3).map(lambda several: Test(any=tuple(several))),
        inner.map(lambda one: Test(negated=one)),
    ),
    max_leaves=8,
)
VALUES = st.dictionaries(st.sampled_from(ATTRIBUTES), st.booleans())


@given(TREES, VALUES, st.sampled_from(ATTRIBUTES), st.booleans())
def test_to_learn_more_never_turns_an_answer_into_its_contrary(
    test: Test, values: dict[str, object], learned: str, value: bool
) -> None:
    before = holds(test, values)
    after = holds(test, {learned: value} | values)
    assert before is None or after is before


@given(TREES, VALUES)
def test_a_test_and_its_contrary_are_never_both_met(test: Test, values: dict[str, object]) -> None:
    answers = {holds(test, values), holds(Test(negated=test), values)}
    assert answers in ({True, False}, {None})


@given(TREES)
def test_who_is_known_altogether_gets_an_answer(test: Test) -> None:
    assert holds(test, dict.fromkeys(ATTRIBUTES, True)) is not None
