"""An option that a governing body may weigh: a scheme of today with lines added, as data; and
whether it governs admission to meetings or gives a standing beside it."""

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from typing import ClassVar, TypeVar

from whimbrel.admission.scheme import Scheme
from whimbrel.admission.schemes import scheme
from whimbrel.facts import load
from whimbrel.procedures.criterion import Criterion
from whimbrel.procedures.known import STRICT, Known, Line, Text
from whimbrel.procedures.procedure import (
    Deadline,
    DecisionRule,
    DocumentNeeded,
    Duty,
    Fee,
    Right,
    Step,
    Validity,
)

L = TypeVar("L", bound=Line)


class Governs(StrEnum):
    """What an option's own lines decide."""

    NOTHING = "nothing"
    """Only how things are shown and told."""
    STANDING = "a standing beside admission"
    ADMISSION = "admission to meetings"


class Occasion(StrEnum):
    """When it is decided."""

    MEETING = "at each meeting of the Conference of the Parties"
    COMMITTEE = "at each meeting of the Standing Committee"
    ROLLING = "at any time"


@dataclass(frozen=True, slots=True, kw_only=True)
class Openness(Line):
    """What the public can see."""

    __pydantic_config__: ClassVar = STRICT
    text: Text
    public: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """`facts/options/*.yaml`."""

    __pydantic_config__: ClassVar = STRICT
    id: str
    title: Text
    summary: Text
    base: str
    """The scheme of today that it leaves in place."""
    source: str
    status: Known = Known.PROPOSED
    governs: Governs = Governs.NOTHING
    occasion: Occasion = Occasion.MEETING
    without: tuple[str, ...] = ()
    """Ids of lines of today that its standing does not ask for. Admission asks for them all the
    same."""
    criteria: tuple[Criterion, ...] = ()
    documents: tuple[DocumentNeeded, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    decision: DecisionRule | None = None
    """How the standing is decided; None: as admission is."""
    fees: tuple[Fee, ...] = ()
    validity: Validity | None = None
    steps: tuple[Step, ...] = ()
    rights: tuple[Right, ...] = ()
    duties: tuple[Duty, ...] = ()
    openness: tuple[Openness, ...] = ()


@cache
def options() -> tuple[Option, ...]:
    """Every option, the one of today first."""
    return load("options/cms.yaml", Option)


class NoSuchOption(LookupError):
    """No option has this id. The message names those that there are."""


def option(name: str) -> Option:
    """One option by its id."""
    for one in options():
        if one.id == name:
            return one
    raise NoSuchOption(f"no option is called {name}. There are: " + ", ".join(
        one.id for one in options()
    ))  # fmt: skip


def admits(one: Option) -> Scheme:
    """The scheme by which bodies are admitted to meetings under an option."""
    base = scheme(one.base)
    return joined(base, one) if one.governs is Governs.ADMISSION else base


def gives(one: Option) -> Scheme | None:
    """The scheme of the standing that it gives; None: it gives none. Beside admission it asks only
    for its own documents, fees and days, of bodies that meet the criteria of today."""
    if one.governs is Governs.NOTHING:
        return None
    base = scheme(one.base)
    if one.governs is Governs.ADMISSION:
        return joined(base, one)
    opening = tuple(replace(step, needs=(), deadline="") for step in base.steps if not step.after)
    bare = replace(
        base, documents=(), deadlines=(), fees=(), steps=opening, rights=(), duties=()
    )  # fmt: skip
    return joined(bare, one)


@cache
def joined(base: Scheme, one: Option) -> Scheme:
    """A scheme with the lines of an option; a line with the id of one of today takes its place."""
    return replace(
        base,
        id=one.id,
        title=one.title,
        source=one.source,
        option=True,
        criteria=over(base.criteria, one.criteria, one),
        documents=over(base.documents, one.documents, one),
        deadlines=over(base.deadlines, one.deadlines, one),
        decision=one.decision or base.decision,
        fees=over(base.fees, one.fees, one),
        validity=one.validity or base.validity,
        steps=over(base.steps, one.steps, one),
        rights=over(base.rights, one.rights, one),
        duties=over(base.duties, one.duties, one),
    )


def over(old: tuple[L, ...], new: tuple[L, ...], one: Option) -> tuple[L, ...]:
    """The lines of today with those of an option in their place, without those it leaves out."""
    taken = {line.id: line for line in new}
    kept = tuple(taken.pop(line.id, line) for line in old if line.id not in one.without)
    return (*kept, *taken.values())
