"""Which procedures of admission a convention has in use: those of its treaty, and those that its
governing body has adopted since. Where nobody decided otherwise, participation is open."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from whimbrel.facts import load
from whimbrel.procedures.known import STRICT, Known


@dataclass(frozen=True, slots=True, kw_only=True)
class Host:
    """A convention, with what its treaty itself provides for."""

    __pydantic_config__: ClassVar = STRICT
    host: str
    open: tuple[str, ...]
    """Ids of schemes that are in use without a decision."""
    source: str
    status: Known


@dataclass(frozen=True, slots=True, kw_only=True)
class Adopted:
    """A scheme that a governing body adopted, for a time."""

    scheme: str
    since: date
    until: date | None = None
    """The last day; None: until it decides otherwise."""
    decision: str


def hosts() -> dict[str, Host]:
    """Key of a convention -> what it has from the start."""
    return {one.host: one for one in load("admitting/hosts.yaml", Host)}


def in_use(host: str, adopted: Iterable[Adopted], on: date) -> tuple[str, ...]:
    """Ids of the schemes in use at a convention on a day, those of the treaty first."""
    known = hosts().get(host)
    later = (one.scheme for one in adopted if one.since <= on and not over(one, on))
    return tuple(dict.fromkeys((*(known.open if known else ()), *later)))


def over(one: Adopted, on: date) -> bool:
    """Whether its last day is past."""
    return one.until is not None and one.until < on
