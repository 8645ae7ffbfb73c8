"""Numbers as a sheet shows them: 14.1 in the format 0.00 is 14.10."""

import re

PLACES = re.compile(r"0(?:\.(?P<places>0+))?(?P<percent>%)?")
"""`0`, `0.00`, `#,##0.0`, `0%`: what stands before the first semicolon of a format."""


def shown(value: int | float, form: str) -> tuple[str, bool]:
    """A number in its format, and whether the format says nothing of how it is shown."""
    first = re.sub(r"\"[^\"]*\"|\[[^\]]*\]|\\.|_.", "", form.partition(";")[0])
    found = PLACES.search(first)
    if first.strip() in ("General", "@", "") or found is None:
        return plain(value), True
    places = len(found["places"] or "")
    if found["percent"]:
        return f"{value * 100:.{places}f}%", False
    return (f"{value:.{places}f}" if isinstance(value, float) or places else str(value)), False


def plain(value: int | float) -> str:
    """A number without a point that says nothing: 2025 and not 2025.0."""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value) if isinstance(value, int) else repr(value)
