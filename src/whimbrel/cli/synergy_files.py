"""Files that questions about several conventions are asked of: read whole, remarks on stderr, and
the end where one cannot be read."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from whimbrel.cli.files import fail, warn
from whimbrel.facts import load
from whimbrel.importing.brought import Brought
from whimbrel.importing.kinds import Asked, read
from whimbrel.importing.listings import listed
from whimbrel.importing.plans import Group, shipped
from whimbrel.reading.errors import Unreadable
from whimbrel.synergy.listings import Interest, Listed
from whimbrel.synergy.status import Assertion
from whimbrel.synergy.targets import Alignment, Target
from whimbrel.synergy.taxa import Names, names


def brought(kind: str, told: Path, of: str = "") -> Brought[Any]:
    """What a file brings, or the end. FILE@2017-04-21 gives the day of the data."""
    path, on = dated(told)
    try:
        found = read(kind, Asked(path=path, of=of, on=on))
    except Unreadable as error:
        fail(str(error))
    for remark in found.remarks:
        warn(f"{path}: {remark}")
    for one in found.rejected[:5]:
        warn(f"{path}: row {one.row} was not taken: {one.cause}")
    if found.rejected_count > 5:
        warn(f"{path}: {found.rejected_count:,} rows were not taken; import --dry-run lists them")
    return found


def dated(path: Path) -> tuple[Path, date | None]:
    """(file, day) of FILE@DATE; no day where a file of the whole name exists."""
    name, mark, day = str(path).rpartition("@")
    if not mark or path.exists():
        return path, None
    try:
        return Path(name), date.fromisoformat(day)
    except ValueError:
        return path, None


def named(text: str | Path) -> tuple[str, Path]:
    """(code, file) of CODE=FILE; no code where a file of the whole name exists."""
    code, mark, rest = str(text).partition("=")
    if mark and not Path(text).exists():
        return code, Path(rest)
    return "", Path(text)


def assertions_of(files: Sequence[Path]) -> tuple[Assertion, ...]:
    """What lists of memberships and tables of depositaries assert."""
    found: list[Assertion] = []
    for one in files:
        code, path = named(one)
        found += brought("depositary" if code else "memberships", path, code).records
    return tuple(found)


def lists_of(files: Sequence[Path]) -> tuple[Listed, ...]:
    """The lists of taxa of every file."""
    return tuple(each for path in files for each in listed(brought("listings", path)))


def names_of(files: Sequence[Path], lists: Sequence[Listed]) -> Names:
    """Synonyms and mappings; what a list has as an accepted name is no synonym."""
    aliases = [one for path in files for one in brought("names", path).records]
    accepted = (one.taxon.name for each in lists for one in each.listings) if aliases else ()
    return names(aliases, accepted)


def targets_of(files: Sequence[str]) -> tuple[Target, ...]:
    """Targets from PLAN=FILE."""
    found: list[Target] = []
    for one in files:
        code, path = named(one)
        if not code:
            fail(f"{one}: write PLAN=FILE, such as SPMS=targets.csv")
        found += brought("targets", path, code).records
    return tuple(found)


def alignments_of(files: Sequence[Path]) -> tuple[Alignment, ...]:
    """Published alignments."""
    return tuple(one for path in files for one in brought("alignments", path).records)


def groups_of(files: Sequence[Path]) -> tuple[Group, ...]:
    """Groups of one's own before those that come with Whimbrel."""
    own = tuple(one for path in files for one in brought("groups", path).records)
    schemes = {one.scheme for one in own}
    return own + tuple(one for one in shipped() if one.scheme not in schemes)


def interests() -> tuple[Interest, ...]:
    """Joint undertakings that are known."""
    return load("synergy/initiatives.yaml", Interest)
