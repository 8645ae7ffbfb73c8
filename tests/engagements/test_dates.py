"""Date expressions: as exact as the words, and never more."""

import datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whimbrel.engagements.dates import Precision, dates

ONE = [
    ("held on 29 June 2024 in Nairobi", "2024-06-29", "2024-06-29", "day"),
    ("from 21 February to 1 March 2024", "2024-02-21", "2024-03-01", "day"),
    ("Sometown, 23 to 29 March 2026", "2026-03-23", "2026-03-29", "day"),
    ("3–5 May 2025", "2025-05-03", "2025-05-05", "day"),
    ("from 30 December 2024 to 2 January 2025", "2024-12-30", "2025-01-02", "day"),
    ("March 23-29, 2026", "2026-03-23", "2026-03-29", "day"),
    ("June 5, 2025", "2025-06-05", "2025-06-05", "day"),
    ("since 2024-06-29", "2024-06-29", "2024-06-29", "day"),
    ("(June 2025)", "2025-06", "2025-06", "month"),
    ("in May and June 2025", "2025-05", "2025-06", "month"),
    ("from May 2024 to June 2025", "2024-05", "2025-06", "month"),
    ("took place in 2024 and", "2024", "2024", "year"),
    ("cooperation in 2024-2025, was", "2024", "2025", "year"),
    ("(COP14, 2024)", "2024", "2024", "year"),
    ("du 21 février au 1er mars 2024", "2024-02-21", "2024-03-01", "day"),
    ("le 3 juillet 2024", "2024-07-03", "2024-07-03", "day"),
    ("en août 2023", "2023-08", "2023-08", "month"),
    ("del 21 de febrero al 1 de marzo de 2024", "2024-02-21", "2024-03-01", "day"),
    ("el 10 de mayo de 2025", "2025-05-10", "2025-05-10", "day"),
    ("en septiembre de 2023", "2023-09", "2023-09", "month"),
    ("entre le 27 janvier et le 25 février 2012", "2012-01-27", "2012-02-25", "day"),
    ("entre el 3 de mayo y el 2 de junio de 2024", "2024-05-03", "2024-06-02", "day"),
    ("the plan of CMS 2006-2011 ended", "2006", "2011", "year"),
    ("on the second Saturdays in May and October", None, None, "recurring"),
    ("le deuxième samedi de mai et d'octobre", None, None, "recurring"),
    ("el segundo sábado de mayo y octubre", None, None, "recurring"),
]


@pytest.mark.parametrize(("text", "since", "until", "precision"), ONE)
def test_a_date_is_read_as_exactly_as_it_is_stated(
    text: str, since: str | None, until: str | None, precision: str
) -> None:
    (found,) = dates(text)
    assert (found.since, found.until, found.precision) == (since, until, Precision(precision))


@pytest.mark.parametrize(
    "text",
    [
        "A/RES/2015/4",
        "document SC77/2024/3",
        "on 10 May",
        "the 2030 Agenda for Something",
        "paragraph 2024a",
        "they may march",
        "1999999 birds",
        "31 of them",
        "el marco posterior a 2020",
        "the standard ISO 1999",
    ],
)
def test_numbers_that_are_no_date_are_none(text: str) -> None:
    assert dates(text) == ()


def test_the_years_of_a_programme_are_part_of_its_name() -> None:
    named = [
        one.named
        for text in ("the 2021-2025 Joint Work Programme", "the Gull Work Plan 2023-2025")
        for one in dates(text)
    ]
    assert named == [True, True]
    assert not dates("from 2023 to 2025 we met")[0].named


def test_a_symbol_that_is_masked_holds_no_date() -> None:
    assert dates("UNEP/GC.26/2011 of 2012", masked=[(0, 15)])[0].surface == "2012"


@given(st.text(max_size=80))
def test_any_text_gives_dates_in_order_that_do_not_overlap(text: str) -> None:
    found = dates(f"{text} 3 May 2024 {text}")
    assert all(one.end <= other.start for one, other in pairwise(found))


@given(
    st.dates(
        min_value=datetime.date(1950, 1, 1),
        max_value=datetime.date(2099, 12, 31),
    )
)
def test_a_day_written_out_is_read_back(day: datetime.date) -> None:
    text = f"{day:%d %B %Y}".lstrip("0")
    (found,) = dates(f"It was on {text}.")
    assert found.since == found.until == f"{day:%Y-%m-%d}"
