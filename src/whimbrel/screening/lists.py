"""Read a list of names from a file, strictly: a file that is damaged gives nothing at all."""

import hashlib
from pathlib import Path

from whimbrel.reading.errors import Unreadable
from whimbrel.reading.limits import MIB, Limits
from whimbrel.screening import lists_csv, lists_un
from whimbrel.screening.listed import NameList

LIMITS = Limits(text=400 * MIB, seconds=120.0)
"""The largest lists of names that are published have some hundred megabytes."""
ENTRIES = 1_000_000


def read(path: Path, *, limits: Limits = LIMITS) -> NameList:
    """The list that a file holds. Unreadable names file, line and cause; nothing is half taken."""
    try:
        size = path.stat().st_size
    except OSError as error:
        raise Unreadable(
            path, f"it cannot be opened: {error.strerror}", "Check the name of the file"
        ) from error
    if size > limits.text:
        raise too_large(str(path), size, limits)
    return take(path.read_bytes(), name=str(path), limits=limits)


def take(data: bytes, *, name: str, limits: Limits = LIMITS) -> NameList:
    """The same from bytes; `name` is what the file is called in messages."""
    if len(data) > limits.text:
        raise too_large(name, len(data), limits)
    if not data.strip():
        raise Unreadable(name, "it is empty", "Fetch the list again")
    digest = hashlib.sha256(data).hexdigest()
    head = data[:400].lstrip(b"\xef\xbb\xbf \t\r\n")
    reader = lists_un.take if head.startswith(b"<") else lists_csv.take
    found = reader(data, name=name, digest=digest, limits=limits)
    if not found.listed:
        raise Unreadable(name, "it lists nobody", "Check that this is the list that was meant")
    seen: set[str] = set()
    for one in found.listed:
        if one.key in seen:
            raise Unreadable(
                name,
                f"the key {one.key!r} stands there twice",
                "Fetch the list again; a list names everybody once",
            )
        seen.add(one.key)
    return found


def too_large(name: str, size: int, limits: Limits) -> Unreadable:
    """The refusal of a file that is larger than any list of names."""
    return Unreadable(
        name,
        f"it has {size / MIB:,.0f} MB, more than the {limits.text / MIB:,.0f} MB of any list",
        "Check that this is a list of names",
    )
