"""Findings: how their reasons are told."""

import pytest

from whimbrel.reporting.checks.finding import Why

OVER = Why(
    message="agreement-over-record",
    values=(("name", "Work plan 2023-2025"), ("until", "2025-12-31"), ("today", "2026-11-01")),
)


@pytest.mark.parametrize(
    ("language", "until", "today"),
    (
        ("en", "31 December 2025", "1 November 2026"),
        ("fr", "31 décembre 2025", "1er novembre 2026"),
        ("es", "31 de diciembre de 2025", "1 de noviembre de 2026"),
        (None, "31 December 2025", "1 November 2026"),
    ),
)
def test_days_in_a_reason_are_written_as_its_language_writes_them(
    language: str | None, until: str, today: str
) -> None:
    told = OVER.told(language)
    assert until in told
    assert today in told
    assert "Work plan 2023-2025" in told
