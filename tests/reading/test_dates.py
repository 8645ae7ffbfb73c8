"""Dates as printed in English, French and Spanish."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whimbrel.reading.dates import first_date, span_of_days

MONTHS = (
    "January", "février", "marzo", "April", "mai", "junio",
    "July", "août", "septiembre", "October", "novembre", "diciembre",
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("3 May 2024", "2024-05-03"),
        ("Distr.: General 3 May 2024", "2024-05-03"),
        ("the 3rd May 2024", "2024-05-03"),
        ("May 3, 2024", "2024-05-03"),
        ("3 Sept. 2024", "2024-09-03"),
        ("1er mai 2024", "2024-05-01"),
        ("le 14 août 2024", "2024-08-14"),
        ("1.º de mayo de 2024", None),
        ("1º de mayo de 2024", "2024-05-01"),
        ("14 de agosto de 2024", "2024-08-14"),
        ("14 de agosto del 2024", "2024-08-14"),
        ("31 April 2024, or rather 1 May 2024", "2024-05-01"),
        ("23 to 29 March 2026", "2026-03-29"),
        ("3 Brumaire 1799", None),
        ("May 2024", None),
        ("14 eels 2024", None),
        ("30 February 2024", None),
        ("3 May 1824", None),
        ("", None),
    ],
)
def test_the_first_whole_date_is_read(text: str, day: str | None) -> None:
    found = first_date(text)
    assert (str(found) if found else None) == day


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Tartu, Estonia, 8 to 12 September 2025", "2025-09-08", "2025-09-12"),
        ("Tartu, 8-12 September 2025", "2025-09-08", "2025-09-12"),
        ("Tartu, 8 – 12 September 2025", "2025-09-08", "2025-09-12"),
        ("30 September - 2 October 2025", "2025-09-30", "2025-10-02"),
        ("28 December 2025 to 3 January 2026", "2025-12-28", "2026-01-03"),
        ("du 8 au 12 septembre 2025", "2025-09-08", "2025-09-12"),
        ("8 et 9 septembre 2025", "2025-09-08", "2025-09-09"),
        ("8 al 12 de septiembre de 2025", "2025-09-08", "2025-09-12"),
        ("30 de septiembre a 2 de octubre de 2025", "2025-09-30", "2025-10-02"),
    ],
)
def test_the_days_of_a_meeting_are_read(text: str, first: str, last: str) -> None:
    found = span_of_days(text)
    assert found is not None
    assert (str(found[0]), str(found[1])) == (first, last)


@pytest.mark.parametrize(
    "text",
    ["12 September 2025", "12 to 8 September 2025", "8 to 12 eels 2025", "8 to 12 September"],
)
def test_what_spans_no_days_gives_none(text: str) -> None:
    assert span_of_days(text) is None


@given(
    st.dates(datetime.date(1900, 1, 1), datetime.date(2099, 12, 31)),
    st.sampled_from(("{} {} {}", "le {} {} {}.", "{} de {} de {}")),
)
def test_every_day_is_read_back_in_whichever_language(day: datetime.date, form: str) -> None:
    assert first_date(form.format(day.day, MONTHS[day.month - 1], day.year)) == day
