"""What an import brings: the records, what was rejected and why, and the data set it came from."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

from whimbrel.facts import load
from whimbrel.reading.errors import Unreadable
from whimbrel.synergy.answer import Said, Source, said

T = TypeVar("T")
SHOWN = 1000
"""Rejected rows that are kept with their cause; beyond, they are counted."""
MOST = 0.5
"""Above this share of rejected rows the file is not what it was taken for."""


class Kind(StrEnum):
    """Kinds of data sets."""

    MEMBERSHIPS = "memberships"
    LISTINGS = "listings"
    NAMES = "names"
    TARGETS = "targets"
    GROUPS = "groups"
    BODIES = "bodies"
    MEETINGS = "meetings"
    DECISIONS = "decisions"
    TREATIES = "treaties"
    DOCUMENTS = "documents"
    CONTACTS = "contacts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected:
    """A row that was not taken."""

    row: int
    cause: str
    value: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought(Generic[T]):
    """All that a file brings. Nothing is stored by reading."""

    kind: Kind
    shape: str
    """Which layout of file it is, such as `species-plus-cms`."""
    source: Source
    sha256: str
    records: tuple[T, ...]
    rows: int
    """Rows read, without the head."""
    rejected: tuple[Rejected, ...] = ()
    rejected_count: int = 0
    remarks: tuple[str, ...] = ()
    passed: int = 0
    """Rows that are well and say nothing of this kind, such as reservations."""


@dataclass(slots=True)
class Tray:
    """Where rejected rows are put while a file is read."""

    kept: list[Rejected] = field(default_factory=list)
    count: int = 0
    rows: int = 0
    passed: int = 0
    seen: dict[object, int] = field(default_factory=dict)

    def reject(self, row: int, cause: str, value: str = "") -> None:
        """Put a row aside."""
        self.count += 1
        if len(self.kept) < SHOWN:
            self.kept.append(Rejected(row=row, cause=cause, value=value[:200]))

    def twice(self, key: object, row: int) -> bool:
        """Whether the same was in an earlier row; it is rejected then."""
        digest = hash(key)
        if digest in self.seen:
            self.reject(row, f"the same as row {self.seen[digest]}")
            return True
        self.seen[digest] = row
        return False

    def check(self, name: str) -> None:
        """Unreadable where most rows were rejected: then the rest is not to be trusted either."""
        if self.rows and self.count > MOST * self.rows:
            causes = "; ".join(f"row {one.row}: {one.cause}" for one in self.kept[:3])
            raise Unreadable(
                name, f"{self.count:,} of its {self.rows:,} rows cannot be taken ({causes})",
                "Columns may be swapped, or it is another kind of file; nothing was taken",
            )  # fmt: skip
        if not self.rows:
            raise Unreadable(name, "it has a head and no rows", "Fetch it again")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fresh:
    """How long data of a kind are good."""

    kind: Kind
    days: int
    source: str


def stale(kind: Kind, source: Source, today: date) -> Said | None:
    """A warning where a data set is older than data of its kind should be; None where it is not,
    or where its date is not known (which is said elsewhere)."""
    limits = {one.kind: one.days for one in load("synergy/freshness.yaml", Fresh)}
    limit = limits.get(kind)
    if limit is None or source.on is None:
        return None
    age = (today - source.on).days
    if age <= limit:
        return None
    return said("stale", source=source.name, days=age, limit=limit, kind=kind.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference(Generic[T]):
    """What a fresh file has that the stored one has not, and the other way round."""

    added: tuple[T, ...]
    gone: tuple[T, ...]
    same: int


def difference(before: Iterable[T], after: Iterable[T]) -> Difference[T]:
    """What changed between two readings of one data set, without its date, row and file."""
    old = {essence(one): one for one in before}
    new = {essence(one): one for one in after}
    return Difference(
        added=tuple(one for key, one in new.items() if key not in old),
        gone=tuple(one for key, one in old.items() if key not in new),
        same=len(old.keys() & new.keys()),
    )


def essence(record: object) -> str:
    """What a record says, in a form that can be compared and stored: without row, date of the
    data and file."""
    from dataclasses import fields

    said_ = []
    for one in fields(record):  # type: ignore[arg-type]
        value = getattr(record, one.name)
        if one.name == "row":
            continue
        said_.append(value.name if isinstance(value, Source) else repr(value))
    return "\x1f".join(said_)
