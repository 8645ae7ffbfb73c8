"""A scheme: a procedure by which a body admits observers or accredits bodies, with its basis in the
treaty."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from whimbrel.procedures.criterion import Test
from whimbrel.procedures.known import STRICT, Gap, Known, Line, Text
from whimbrel.procedures.procedure import Procedure

__all__ = ["Function", "FunctionsBasis", "Gap", "Modality", "Scheme", "Treaty"]


class Modality(StrEnum):
    """What the treaty says of who is qualified."""

    SHALL = "shall"
    """They shall be admitted: a decision cannot add a condition."""
    ENTITLED = "entitled"
    MAY = "may"
    """They may be admitted: rules of procedure can add conditions."""
    NONE = "none"
    """No treaty: a rule of a body or an organization."""
    UNKNOWN = "not known"


@dataclass(frozen=True, slots=True, kw_only=True)
class Treaty(Line):
    """The provision of the treaty."""

    __pydantic_config__: ClassVar = STRICT
    modality: Modality
    text: Text
    """What it says, in words of ours."""
    full: str = ""
    """The full text, where a house has put it beside; empty: not kept here."""
    subject_to_rules: bool | None = None
    """Whether it hands admission over to rules of procedure."""
    ceiling: tuple[str, ...] = ()
    """Ids of the criteria that it allows itself."""
    amendment: Text | None = None
    """What another condition would take."""


class Function(StrEnum):
    """What accredited bodies do for decision-making between governments: the five functions that
    the user's own document lists (UNEP/CMS/COP15/Doc.18.1, paragraph 31)."""

    GOVERNANCE = "take part in governance"
    EXPERTISE = "provide expertise"
    SCRUTINY = "make decisions transparent and accountable"
    OUTREACH = "engage others and raise awareness"
    IMPLEMENTATION = "carry out work on the ground"


@dataclass(frozen=True, slots=True, kw_only=True)
class FunctionsBasis(Line):
    """On what the functions of a scheme were read: its rights and duties."""

    __pydantic_config__: ClassVar = STRICT
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme(Procedure):
    """One scheme in one version."""

    __pydantic_config__: ClassVar = STRICT
    treaty: Treaty
    meetings: Text
    """Which meetings it is for."""
    short: tuple[str, ...] = ()
    """Shorter names that it goes by: `unfccc`."""
    of_right: Test | None = None
    """Who attends without being admitted."""
    of_right_source: str = ""
    of_right_status: Known | None = None
    """Where that is said, and how it is known; the treaty's line where they say nothing."""
    functions: tuple[Function, ...] = ()
    functions_basis: FunctionsBasis | None = None
    family: str = ""
    """Key of the convention to whose family the body belongs: `cms`."""
    option: bool = False
    """An option for a governing body to weigh; no rule anywhere."""
