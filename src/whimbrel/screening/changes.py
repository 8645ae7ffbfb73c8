"""What changed between two versions of a list: told by the content of each entry."""

from dataclasses import dataclass
from enum import StrEnum

from whimbrel.screening.listed import Listed, NameList


class Change(StrEnum):
    """What became of an entry."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """An entry that is new, gone or other than it was."""

    change: Change
    listed: Listed
    """As it is now; of one that is gone, as it was."""
    before: Listed | None = None


def changes(old: NameList, new: NameList) -> tuple[Changed, ...]:
    """Those added, those removed and those changed, in the order of their keys."""
    was, now = ({one.key: one for one in each.listed} for each in (old, new))
    found = []
    for key in sorted(was.keys() | now.keys()):
        if key not in was:
            found.append(Changed(change=Change.ADDED, listed=now[key]))
        elif key not in now:
            found.append(Changed(change=Change.REMOVED, listed=was[key]))
        elif was[key].content != now[key].content:
            found.append(Changed(change=Change.CHANGED, listed=now[key], before=was[key]))
    return tuple(found)
