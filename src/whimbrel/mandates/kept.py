"""A mandate as the record keeps it: its words, its time, its conditions and what it renews."""

import datetime
from dataclasses import dataclass
from enum import StrEnum


class Nature(StrEnum):
    """What kind of text holds a mandate: the one lapses, the other stays."""

    DECISION = "decision"
    RESOLUTION = "resolution"
    OTHER = "other"


class Funding(StrEnum):
    """What is known of the money of a condition."""

    UNKNOWN = "not known"
    NEEDED = "needed"
    SOUGHT = "sought"
    PLEDGED = "pledged"
    RECEIVED = "received"
    NONE = "none"


MONEY = frozenset({"external-resources", "resources", "voluntary-contributions"})
"""The kinds of condition that money meets."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """A condition of a mandate, in its words, and how far its money has come."""

    words: str
    kind: str
    """A `ConditionKind`, with or without `subject-to-` before it."""
    funding: Funding = Funding.UNKNOWN

    @property
    def of_money(self) -> bool:
        """True where it depends on money that somebody must give."""
        return self.kind.removeprefix("subject-to-") in MONEY


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A meeting of a governing body: `COP15`, and its first and last day where known."""

    short: str
    starts: datetime.date | None = None
    ends: datetime.date | None = None
    results: bool = False
    """What it adopted is on record, at least in part: only then is it known what it did not
    renew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """That somebody said what became of a mandate."""

    status: str
    at: datetime.date | None = None
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """One provision on record."""

    name: str
    """`14.10 d)`."""
    nature: Nature
    instrument: str = ""
    text: str = ""
    adopted: str | None = None
    """The meeting that adopted it: `COP14`."""
    since: datetime.date | None = None
    until: datetime.date | None = None
    """First and last day in force, where a document says."""
    due: tuple[str, ...] = ()
    """Codes as in `mandates.Due`: `COP15`, `next:COP`, `each:session`, `annual`, `2025-03`."""
    conditions: tuple[Limit, ...] = ()
    renews: tuple[str, ...] = ()
    """The names of the provisions that it renewed."""
    renewed_by: tuple[str, ...] = ()
    deleted: datetime.date | None = None
    """The day on which a meeting deleted it."""
    statuses: tuple[Judged, ...] = ()
