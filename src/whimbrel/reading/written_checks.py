"""What the strict readers ask of every file, and how they refuse one."""

from whimbrel.document.form import VERSION
from whimbrel.reading.errors import Unreadable

BROKEN = (
    *(ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError),
    SyntaxError,  # lxml's errors
)
"""What reading stumbles over where a file is not as it was written."""


def changed(name: str, why: str) -> Unreadable:
    """The refusal of a file that no longer keeps to the form it says it has."""
    return Unreadable(
        name,
        f"it says that Whimbrel wrote it, but it does not keep to the written form: {why}",
        "Write it again, or take out the line that names Whimbrel and have it read as any other",
    )


def known_version(version: object) -> None:
    """ValueError where a file was written by a later Whimbrel."""
    if not isinstance(version, int) or not 1 <= version <= VERSION:
        raise ValueError(f"its version is {version!r}, this Whimbrel reads up to version {VERSION}")
