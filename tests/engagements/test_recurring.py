"""Days that come again by a rule."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whimbrel.engagements.recurring import BadDay, days_of

BIRD_DAYS = ({"month": 10, "weekday": 5, "nth": 2}, {"month": 5, "weekday": 5, "nth": 2})


def test_second_saturdays_of_may_and_october() -> None:
    assert days_of(BIRD_DAYS, 2025) == (datetime.date(2025, 5, 10), datetime.date(2025, 10, 11))
    assert days_of(BIRD_DAYS, 2026) == (datetime.date(2026, 5, 9), datetime.date(2026, 10, 10))


def test_a_date_and_the_last_weekday_of_a_month() -> None:
    assert days_of(({"month": 5, "day": 22},), 2025) == (datetime.date(2025, 5, 22),)
    last = ({"month": 2, "weekday": 0, "nth": -1},)
    assert days_of(last, 2025) == (datetime.date(2025, 2, 24),)


def test_a_day_that_a_year_has_not_is_left_out() -> None:
    assert days_of(({"month": 2, "day": 29},), 2025) == ()
    assert days_of(({"month": 2, "day": 29},), 2024) == (datetime.date(2024, 2, 29),)
    assert days_of(({"month": 2, "weekday": 0, "nth": 5},), 2025) == ()


@pytest.mark.parametrize(
    "rule",
    [
        {"month": 13, "day": 1},
        {"month": 2, "day": 30},
        {"month": 5, "weekday": 7, "nth": 2},
        {"month": 5, "weekday": 5, "nth": 0},
        {"month": 5, "weekday": 5, "nth": 6},
        {"month": 5},
        {"easter": 1},
    ],
)
def test_a_rule_that_gives_no_day_is_refused(rule: dict[str, int]) -> None:
    with pytest.raises(BadDay):
        days_of((rule,), 2025)


@given(
    year=st.integers(1900, 2200), month=st.integers(1, 12), weekday=st.integers(0, 6),
    nth=st.sampled_from([-5, -4, -3, -2, -1, 1, 2, 3, 4, 5]),
)  # fmt: skip
def test_every_day_is_of_its_weekday_and_month(
    year: int, month: int, weekday: int, nth: int
) -> None:
    for day in days_of(({"month": month, "weekday": weekday, "nth": nth},), year):
        assert (day.month, day.weekday()) == (month, weekday)
        if nth > 0:
            assert (day.day - 1) // 7 == nth - 1
