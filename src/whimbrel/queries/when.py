"""Dates that are only as exact as they were stated: `2024`, `2025-11`, `2025-10-11`."""

import calendar
import datetime


def first(date: str) -> datetime.date | None:
    """The first day that a date can mean; None where there is no date."""
    parts = [int(part) for part in date.split("-")] if date else []
    if not parts:
        return None
    year, month, day = (*parts, 1, 1)[:3]
    return datetime.date(year, month, day)


def last(date: str) -> datetime.date | None:
    """The last day that a date can mean; None where there is no date."""
    parts = [int(part) for part in date.split("-")] if date else []
    if not parts:
        return None
    year = parts[0]
    month = parts[1] if len(parts) > 1 else 12
    day = parts[2] if len(parts) > 2 else calendar.monthrange(year, month)[1]
    return datetime.date(year, month, day)
