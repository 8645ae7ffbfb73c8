"""Every kind of file that can be brought in, by its name on the command line."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from whimbrel.importing.brought import Brought, Kind
from whimbrel.importing.depositary import read_depositary
from whimbrel.importing.json_files import read_informea, read_ror
from whimbrel.importing.listings import read_listings, read_names
from whimbrel.importing.memberships import read_memberships
from whimbrel.importing.plans import read_alignments, read_groups, read_targets
from whimbrel.importing.rows import refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A file to be read, and what was said of it."""

    path: Path
    name: str = ""
    on: date | None = None
    licence: str = ""
    of: str = ""
    """The treaty of a depositary's table; the plan of a list of targets."""
    purpose: str = ""
    """For what personal data are wanted."""


Reader = Callable[[Asked], Brought[Any]]


def depositary(one: Asked) -> Brought[Any]:
    """A table of a depositary, on the treaty that was named."""
    if not one.of:
        raise refused(one.path.name, "it does not say of which treaty it is", "Add --of CODE")
    return read_depositary(
        one.path, treaty=one.of.upper(), name=one.name, on=one.on, licence=one.licence
    )


def targets(one: Asked) -> Brought[Any]:
    """The targets of the plan that was named."""
    if not one.of:
        raise refused(one.path.name, "the list does not say of which plan it is", "Add --of PLAN")
    return read_targets(one.path, plan=one.of.upper(), name=one.name, on=one.on)


def informea(kind: Kind) -> Reader:
    """The reader of one set of InforMEA."""
    return lambda one: read_informea(one.path, kind, name=one.name, on=one.on, purpose=one.purpose)


def listings(one: Asked) -> Brought[Any]:
    """Any layout of a list of taxa; the head tells which."""
    return read_listings(one.path, name=one.name, on=one.on, licence=one.licence)


READERS: Mapping[str, Reader] = {
    "memberships": lambda one: read_memberships(
        one.path, name=one.name, on=one.on, licence=one.licence
    ),
    "depositary": depositary,
    "listings": listings,
    "species-plus": listings,
    "checklist": listings,
    "names": lambda one: read_names(one.path, name=one.name, on=one.on, licence=one.licence),
    "targets": targets,
    "alignments": lambda one: read_alignments(one.path, on=one.on),
    "groups": lambda one: read_groups(one.path, on=one.on),
    "ror": lambda one: read_ror(one.path, name=one.name, on=one.on),
    "informea-treaties": informea(Kind.TREATIES),
    "informea-meetings": informea(Kind.MEETINGS),
    "informea-decisions": informea(Kind.DECISIONS),
    "informea-documents": informea(Kind.DOCUMENTS),
    "informea-contacts": informea(Kind.CONTACTS),
}


def read(kind: str, asked: Asked) -> Brought[Any]:
    """What a file of a kind brings. KeyError for a kind that there is not; Unreadable where the
    file is not of the kind."""
    return READERS[kind](asked)
