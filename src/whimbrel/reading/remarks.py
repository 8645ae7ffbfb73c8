"""Remarks: what a Word file that came back proposes and says, as passages and comments."""

from pathlib import Path

from whimbrel.reading.errors import Unreadable
from whimbrel.reading.examine import content
from whimbrel.reading.limits import Clock, Limits
from whimbrel.reading.passages import Returned
from whimbrel.reading.remarks_docx import returned
from whimbrel.reading.sniff import Format, format_of

__all__ = ["Returned", "remarks", "remarks_in"]


def remarks(path: str | Path, *, limits: Limits | None = None) -> Returned:
    """What a Word file that came back holds. Unreadable names file, place, cause and what to
    do."""
    limits = limits or Limits()
    return remarks_in(content(Path(path), limits), name=str(path), limits=limits)


def remarks_in(data: bytes, *, name: str, limits: Limits | None = None) -> Returned:
    """The same from the bytes of a file. Nothing outside them is fetched."""
    limits = limits or Limits()
    found = format_of(data, name=name)
    if found is not Format.DOCX:
        raise Unreadable(
            name,
            f"it is {found}, and only a Word file holds tracked changes and comments",
            "Ask for the copy as .docx",
        )
    return returned(data, name=name, limits=limits, clock=Clock(name, limits.seconds))
