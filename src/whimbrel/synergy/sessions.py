"""The calendar of meetings: which clash, and which could be held back to back.

Two meetings clash where they share a day. They could be held back to back where the days between
them are at most fourteen and they are in one country; at most three days apart, wherever they are,
they are a chance to meet on the way. A meeting without its days is not compared.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from whimbrel.synergy.matter import Ref, Session

NEAR, CLOSE = 14, 3
"""Days between two meetings: in one country, and in any."""
CLASH, SAME, CLOSE_BY = "clash", "one-country", "close-in-time"


@dataclass(frozen=True, slots=True, kw_only=True)
class Meet:
    """Two meetings that clash or lie close together."""

    what: str
    """`clash`, `one-country` or `close-in-time`."""
    first: Ref
    first_days: str
    second: Ref
    second_days: str
    apart: int
    """Days between them; for a clash, the days that they share, below zero."""
    conventions: tuple[str, ...]
    countries: tuple[str, ...]


def meets(several: Sequence[Session]) -> tuple[Meet, ...]:
    """The pairs, the newest first."""
    listed = sorted(several, key=lambda one: (one.since, one.until, one.ref.name))
    found = []
    for at, first in enumerate(listed):
        for second in listed[at + 1 :]:
            apart = (second.since - first.until).days - 1
            if apart > NEAR:
                # They are in the order of their first days: all behind are farther.
                break
            what = kind(first, second, apart)
            if what is not None:
                found.append(pair(what, first, second, apart))
    return tuple(sorted(found, key=lambda one: one.first_days, reverse=True))


def kind(first: Session, second: Session, apart: int) -> str | None:
    """How two meetings lie to each other; None where they have nothing to do with each other."""
    if apart < 0:
        return CLASH
    if first.country and first.country == second.country:
        return SAME
    return CLOSE_BY if apart <= CLOSE else None


def pair(what: str, first: Session, second: Session, apart: int) -> Meet:
    """Two meetings as a row."""
    shared = (min(first.until, second.until) - second.since).days + 1
    return Meet(
        what=what, first=first.ref, first_days=days(first), second=second.ref,
        second_days=days(second), apart=apart if apart >= 0 else -shared,
        conventions=tuple(dict.fromkeys(filter(None, (first.convention, second.convention)))),
        countries=tuple(dict.fromkeys(filter(None, (first.country, second.country)))),
    )  # fmt: skip


def days(one: Session) -> str:
    """`2026-03-23/2026-03-29`, as dates sort."""
    return f"{one.since.isoformat()}/{one.until.isoformat()}"
