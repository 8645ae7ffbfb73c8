"""Limits: how much of a file from outside is read before it is refused."""

import time
from dataclasses import dataclass, field
from pathlib import Path

from whimbrel.reading.errors import Unreadable

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bounds on one file. Bytes, counts and seconds."""

    size: int = 200 * MIB
    """Bytes of the file itself."""
    text: int = 50 * MIB
    """Bytes of a file that is all text (HTML, Markdown, plain text, JSON, XML)."""
    expanded: int = 500 * MIB
    """Bytes that one part of an archive may unpack to."""
    ratio: int = 200
    """How many times larger a part may be unpacked than packed, once it is over 10 MiB."""
    members: int = 10_000
    """Files in an archive."""
    pages: int = 5_000
    """Pages of a PDF."""
    seconds: float = 120.0
    """Time for one file."""
    memory: int = 2048 * MIB
    """Bytes of address space for a reader that runs in a process of its own."""


@dataclass(slots=True)
class Clock:
    """Time left for one file; readers ask it once a page or a few hundred paragraphs."""

    file: str | Path
    seconds: float
    started: float = field(default_factory=time.monotonic)

    def check(self, place: str = "") -> None:
        """Unreadable when the time is over."""
        if time.monotonic() - self.started > self.seconds:
            raise Unreadable(
                self.file,
                f"reading took longer than {self.seconds:g} seconds and was stopped",
                "Split the file, or allow more time with --seconds",
                place,
            )
