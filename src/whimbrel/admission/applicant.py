"""An applicant: what a body says of itself, and the documents that it brought."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from whimbrel.procedures.known import STRICT


class Kind(StrEnum):
    """What kind of body it is."""

    NGO = "ngo"
    CBO = "cbo"
    IPO = "ipo"
    YOUTH = "youth"
    ACADEMIC = "academic"
    ACADEMIC_UNIT = "academic_unit"
    BUSINESS = "business"
    BUSINESS_ASSOCIATION = "business_association"
    FOUNDATION = "foundation"
    IGO = "igo"
    UN_ENTITY = "un_entity"
    GOVERNMENT = "government"


class Scope(StrEnum):
    """How far it reaches."""

    LOCAL = "local"
    NATIONAL = "national"
    REGIONAL = "regional"
    INTERNATIONAL = "international"


class Approval(StrEnum):
    """What the State in which it sits has answered."""

    GRANTED = "granted"
    PENDING = "pending"
    REFUSED = "refused"
    NONE = "none"


class Profit(StrEnum):
    """Whether it works for profit."""

    NON_PROFIT = "non_profit"
    FOR_PROFIT = "for_profit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Applicant:
    """A body that applies. None, and an empty tuple of what may be many, where not known."""

    __pydantic_config__: ClassVar = STRICT
    id: str
    name: str = ""
    org_type: Kind | None = None
    scope: Scope | None = None
    activities_international: bool | None = None
    countries: tuple[str, ...] = ()
    legal_personality: bool | None = None
    registered_on: date | None = None
    founded_on: date | None = None
    profit: Profit | None = None
    env_focus: bool | None = None
    subjects: tuple[str, ...] | None = None
    state_approval: Approval | None = None
    memberships: tuple[str, ...] | None = None
    documents: tuple[str, ...] = ()
    applied_on: date | None = None
    fee_paid: bool | None = None
    objections: Annotated[int, Field(ge=0)] | None = None
    objections_on: tuple[date, ...] | None = None
    """The day of each objection, where it is known: some count only until a day."""
    non_party_state: bool | None = None
    """Of a `government`: it is a State that is no Party, and no governmental agency."""

    def values(self) -> Mapping[str, object]:
        """Attribute -> value, for tests of criteria; what is not known is left out."""
        pairs = ((one.name, getattr(self, one.name)) for one in fields(self))
        return {name: value for name, value in pairs if value is not None}
