"""Deadlines: the last day itself is in time, and what is not known is said to be so."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.procedures.made import LAST, NOTICE, OPENS, RULE, case, happened
from whimbrel.procedures.case import Case
from whimbrel.procedures.deadlines import (
    before_opening,
    day_of,
    days_between,
    last_day,
    late,
    missed,
)
from whimbrel.procedures.known import Known
from whimbrel.procedures.procedure import Deadline, Moment


def line(**fields: object) -> Deadline:
    base: dict[str, object] = {"id": "line", "source": RULE, "status": Known.SEEN}
    return Deadline(**(base | fields))  # type: ignore[arg-type]


def closing(*days: str, years: int = 0) -> Deadline:
    return line(moment=Moment.CALENDAR, dates=days, years_before=years)


QUARTERS = ("31 March", "30 June", "30 September", "31 December")


@pytest.mark.parametrize(
    ("deadline", "opens", "last"),
    [
        (line(days=30), date(2026, 3, 31), date(2026, 3, 1)),
        (line(days=0), date(2026, 3, 31), date(2026, 3, 31)),
        (line(days=30), date(2024, 3, 30), date(2024, 2, 29)),
        (closing("31 August", years=1), date(2014, 12, 1), date(2013, 8, 31)),
        (closing("31 août", years=1), date(2014, 12, 1), date(2013, 8, 31)),
        (closing("1 June", years=1), date(2026, 5, 18), date(2025, 6, 1)),
        (closing("1 June"), date(2026, 9, 1), date(2026, 6, 1)),
        (closing("1 June"), date(2026, 6, 1), date(2026, 6, 1)),
        (closing("1 June"), date(2026, 5, 31), date(2025, 6, 1)),
        (closing(*QUARTERS), date(2026, 8, 1), date(2026, 6, 30)),
        (closing(*reversed(QUARTERS)), date(2026, 2, 1), date(2025, 12, 31)),
        (closing("29 February"), date(2025, 6, 1), date(2025, 2, 28)),
        (closing("29 February"), date(2024, 6, 1), date(2024, 2, 29)),
        (line(), date(2026, 3, 31), None),
        (line(days=30, status=Known.UNKNOWN), date(2026, 3, 31), None),
    ],
)
def test_the_last_day_is_counted_back_from_the_opening(
    deadline: Deadline, opens: date, last: date | None
) -> None:
    assert before_opening(deadline, opens) == last


@pytest.mark.parametrize(
    ("on", "opens", "answer"),
    [
        (LAST, OPENS, False),
        (LAST + timedelta(days=1), OPENS, True),
        (None, OPENS, None),
        (LAST, None, None),
    ],
)
def test_on_the_last_day_it_is_in_time_and_on_the_next_it_is_late(
    on: date | None, opens: date | None, answer: bool | None
) -> None:
    assert missed(NOTICE, on, opens) is answer
    assert late(NOTICE, on, opens) is answer


def test_who_misses_a_day_that_is_taken_up_again_is_not_late() -> None:
    assert missed(line(days=30, late=False), OPENS, OPENS) is True
    assert late(line(days=30, late=False), OPENS, OPENS) is False


def test_days_are_counted_from_the_application_to_the_opening() -> None:
    assert days_between(LAST, OPENS) == 30
    assert days_between(None, OPENS) is None
    assert days_between(LAST, None) is None


def test_after_a_step_it_is_counted_from_the_last_time_that_it_was_done() -> None:
    deadline = line(moment=Moment.STEP, after="ask", days=14)
    asked = case(
        happened("apply", date(2026, 1, 1)),
        happened("ask", date(2026, 1, 10)),
        happened("answer", date(2026, 1, 12)),
        happened("ask", date(2026, 1, 20)),
    )
    assert last_day(deadline, asked, date(2026, 3, 1)).day == date(2026, 2, 3)
    assert last_day(deadline, asked, date(2026, 1, 15)).day == date(2026, 1, 24)


@pytest.mark.parametrize(
    ("deadline", "opens", "words"),
    [
        (line(moment=Moment.STEP, after="ask", days=14), OPENS, "from a step that was not done"),
        (line(), OPENS, "nobody here knows"),
        (line(late=False), OPENS, "at any time"),
        (line(days=3), None, "opening of the meeting, which is not known"),
    ],
)
def test_a_last_day_that_is_not_known_says_why(
    deadline: Deadline, opens: date | None, words: str
) -> None:
    asked = Case(number="X", procedure=case().procedure, opens=opens)
    found = last_day(deadline, asked, date(2026, 1, 1))
    assert found.day is None
    assert found.why is not None
    assert words in found.why.en


@pytest.mark.parametrize(
    ("at", "last"),
    [
        (date(2026, 6, 30), date(2026, 6, 30)),
        (date(2026, 7, 1), date(2026, 9, 30)),
        (date(2026, 12, 31), date(2026, 12, 31)),
        (date(2027, 1, 1), date(2027, 3, 31)),
    ],
)
def test_without_a_meeting_the_next_closing_day_counts(at: date, last: date) -> None:
    asked = Case(number="X", procedure=case().procedure)
    assert last_day(closing(*QUARTERS), asked, at).day == last


@pytest.mark.parametrize(
    "words", ["31 February", "0 March", "31 April", "March", "x March", "3 Marchember", ""]
)
def test_what_is_no_day_of_a_year_is_refused(words: str) -> None:
    with pytest.raises(ValueError, match=r"is no day|is in no calendar"):
        day_of(words, 2026)


@given(st.dates(date(1980, 1, 1), date(2100, 1, 1)), st.integers(0, 400), st.integers(-400, 400))
def test_what_is_in_time_on_a_day_is_in_time_on_every_day_before(
    opens: date, days: int, shift: int
) -> None:
    deadline = line(days=days)
    on = opens - timedelta(days=days) + timedelta(days=shift)
    assert missed(deadline, on, opens) is (shift > 0)
