"""Dates and periods as papers print them."""

import datetime

import pytest

from whimbrel.reporting.dates import date, held, ordinal, when


@pytest.mark.parametrize(
    ("language", "since", "until", "text"),
    [
        ("en", "2026-03-23", "2026-03-29", "23 to 29 March 2026"),
        ("fr", "2026-03-23", "2026-03-29", "du 23 au 29 mars 2026"),
        ("es", "2026-03-23", "2026-03-29", "del 23 al 29 de marzo de 2026"),
        ("en", "2025-09-30", "2025-10-02", "30 September to 2 October 2025"),
        ("fr", "2025-09-30", "2025-10-01", "du 30 septembre au 1er octobre 2025"),
        ("es", "2025-12-30", "2026-01-02", "del 30 de diciembre de 2025 al 2 de enero de 2026"),
        ("en", "2025-11", "", "November 2025"),
        ("fr", "2025-08", "", "août 2025"),
        ("es", "2025-11", "2025-11", "noviembre de 2025"),
        ("en", "2024", "2025", "2024 to 2025"),
        ("en", "", "2025", "2025"),
        ("en", "", "", ""),
        ("en", "2025-02-30", "", "2025-02-30"),
        ("en", "soon", "2025", "soon to 2025"),
    ],
)
def test_a_period_says_once_what_both_ends_share(language, since, until, text) -> None:
    assert when(language, since, until) == text


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "1 January 2026"), ("fr", "1er janvier 2026"), ("es", "1 de enero de 2026")],
)
def test_a_day_is_written_out(language, text) -> None:
    assert date(language, datetime.date(2026, 1, 1)) == text


@pytest.mark.parametrize(
    ("language", "number", "text"),
    [
        ("en", 1, "1st"),
        ("en", 12, "12th"),
        ("en", 22, "22nd"),
        ("fr", 1, "1re"),
        ("fr", 15, "15e"),
        ("es", 15, "15.ª"),
    ],
)
def test_meetings_are_counted(language, number, text) -> None:
    assert ordinal(language, number) == text


def test_a_meeting_with_one_known_day_has_one() -> None:
    assert held("en", datetime.date(2026, 3, 23), None) == "23 March 2026"
    assert held("en", None, None) == ""
