"""YAML from outside: bounded in size, in depth and in what its repeated parts come to, and every
mistake named with its place."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from whimbrel.reading.errors import Unreadable

BYTES = 32_000_000
DEPTH = 24
EXPANDED = 1_000_000
"""How much the repeated parts of a file may come to."""


def content(path: Path) -> bytes:
    """The bytes of a file. Unreadable: it is not there, is no file, or is too large."""
    try:
        with path.open("rb") as stream:
            raw = stream.read(BYTES + 1)
    except OSError as error:
        raise Unreadable(
            path, f"it cannot be read ({error.strerror or error})", "Name another file"
        ) from error
    if len(raw) > BYTES:
        raise Unreadable(path, f"it is larger than {BYTES // 1_000_000} MB", "Split it")
    return raw


def parsed(path: Path, raw: bytes, remedy: str) -> object:
    """The YAML of a file, looked through first for what grows when it is opened. `remedy`: what to
    do where it is none."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        measure(path, yaml.parse(raw, Loader=loader), remedy)
        return yaml.load(raw, Loader=loader)  # noqa: S506 (a safe loader)
    except (yaml.YAMLError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        place = f"line {mark.line + 1}" if mark else ""
        what = getattr(error, "problem", None) or str(error).splitlines()[0]
        raise Unreadable(path, f"it is no YAML ({what})", remedy, place) from error


def measure(path: Path, events: Iterator[Any], remedy: str) -> None:
    """Refuse a file that is nested too deep, or whose repeated parts would grow without end."""
    from yaml.events import AliasEvent, CollectionEndEvent, CollectionStartEvent, NodeEvent

    sizes: dict[str | None, int] = {}
    open_: list[tuple[str | None, int]] = []
    seen = grown = 0
    for event in events:
        if isinstance(event, AliasEvent):
            # A part that repeats a part that repeats a part: what that comes to nobody can hold.
            grown += sizes.get(event.anchor, EXPANDED)
            if grown > EXPANDED:
                raise Unreadable(path, "its repeated parts come to too much", remedy)
            seen += sizes.get(event.anchor, 0)
        elif isinstance(event, CollectionStartEvent):
            open_.append((event.anchor, seen))
            if len(open_) > DEPTH:
                raise Unreadable(path, f"it is nested deeper than {DEPTH}", remedy)
        elif isinstance(event, CollectionEndEvent):
            anchor, since = open_.pop()
            if anchor is not None:
                sizes[anchor] = seen - since + 1
        elif isinstance(event, NodeEvent) and event.anchor is not None:
            sizes[event.anchor] = 1
        seen += 1
