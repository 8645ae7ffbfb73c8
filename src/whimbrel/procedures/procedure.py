"""A procedure: data only. What it asks, of whom, in which steps, who decides, by when, and what
follows."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from whimbrel.procedures.criterion import Criterion, Test
from whimbrel.procedures.known import STRICT, Gap, Line, Text


class Actor(StrEnum):
    """Who does a step."""

    APPLICANT = "applicant"
    SECRETARIAT = "secretariat"
    STATE = "State"
    """The State in which the applicant sits."""
    PARTY = "Party concerned"
    """The Party that a case is about."""
    PARTIES = "Parties"
    COMMITTEE = "committee"
    """A standing committee, bureau or committee of members."""
    DECIDER = "governing body"
    """The body that decides: a COP, an assembly, a council."""
    HEAD = "executive head"


class Moment(StrEnum):
    """What a deadline is counted from."""

    OPENING = "opening of the meeting"
    STEP = "an earlier step"
    CALENDAR = "a day of the year"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline(Line):
    """The last day for something. Edges are inclusive: "at least 30 days before" is met on the
    thirtieth day."""

    __pydantic_config__: ClassVar = STRICT
    moment: Moment = Moment.OPENING
    days: int | None = None
    """At least so many days before the opening, or at most so many after the step; None: the rule
    is not known, and is not applied."""
    after: str = ""
    """The step it is counted from, where `moment` is a step."""
    dates: tuple[str, ...] = ()
    """Days of a year as "31 August": one, or several closing days."""
    years_before: int = 0
    """Of the year so many before that of the meeting."""
    concerns: Test | None = None
    language: str = ""
    """The language version that gives it, where versions differ: "en"."""
    late: bool = True
    """Who misses it is late; false: it is taken up at the next occasion."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentNeeded(Line):
    """A document that is asked for, with what is taken in its place."""

    __pydantic_config__: ClassVar = STRICT
    text: Text
    any_of: tuple[str, ...]
    """Kinds of documents, of which one is enough: `statutes`, `registration`."""
    instead: tuple[str, ...] = ()
    """What a body without such papers may show: `attestation` of its community or network."""
    instead_for: Test | None = None
    """Who may show that; None: nobody may."""
    concerns: Test | None = None
    certified: bool = False
    translated: tuple[str, ...] = ()
    """Languages in one of which it must be."""
    shows: str = ""
    """Id of the criterion that it proves: who is excepted from that one need not bring it."""


class Kind(StrEnum):
    """How a decision is taken."""

    NONE = "no decision unless there are objections"
    FRACTION_PRESENT = "a fraction of the Parties present may object"
    FRACTION_ALL = "a fraction of all Parties may object"
    CONSENSUS = "consensus"
    MAJORITY = "majority"
    NO_OBJECTION = "no objection within a period"
    COMMITTEE = "a committee recommends, a body decides"
    SECRETARIAT = "the secretariat alone"
    DISCRETION = "the body may invite"


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRule(Line):
    """How it is decided, and how many can block it."""

    __pydantic_config__: ClassVar = STRICT
    kind: Kind
    decider: Text
    numerator: int = 1
    denominator: int = 1
    """Of a fraction: at least so many of those counted, rounded up, block."""
    members: int | None = None
    """How many sit on the committee or council; None: all Parties, or not known."""
    object_days: int | None = None
    """Objections count only where lodged at least so many days before the opening."""
    silence_days: int | None = None
    """After so many days without objection it stands."""
    deferrable: bool = False
    """Questions of members carry it over to a later session."""


class Verdict(StrEnum):
    """What the objections have made of a question so far."""

    STANDS = "stands"
    """Too few have objected, and nobody can any more."""
    BLOCKED = "blocked"
    OPEN = "open"
    """Objections may still come, or the body has yet to decide."""
    UNKNOWN = "not known"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Line):
    """A step of a case: who does it, after which, and what it leads to."""

    __pydantic_config__: ClassVar = STRICT
    text: Text
    by: Actor
    after: tuple[str, ...] = ()
    """Steps of which one must have been done; empty: it opens the case."""
    state: str
    """What the case is then: `received`, `circulated`, `admitted`."""
    needs: tuple[str, ...] = ()
    """Ids of criteria and documents that must be established first."""
    deadline: str = ""
    """The id of a deadline of the procedure."""
    ends: bool = False
    again: bool = False
    """It may be done more than once: a question, an objection."""
    objection: bool = False
    """It is an objection, and is counted by the decision rule."""
    follows: Verdict | None = None
    """What the objections must have made of it; None: the step does not hang on them."""
    fulfils: str = ""
    """The id of the duty that it does: a report, a confirmation."""
    concerns: Test | None = None
    """The cases that it concerns; None: all."""
    hours: tuple[float, float] | None = None
    """Hours of work from and to; always assumed, see `assumed`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Right(Line):
    """What a status lets its holder do."""

    __pydantic_config__: ClassVar = STRICT
    text: Text
    of: str = "admitted"
    """The status that carries it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty(Line):
    """What a status asks of its holder: a report, a confirmation."""

    __pydantic_config__: ClassVar = STRICT
    text: Text
    of: str = "admitted"
    every_years: float | None = None
    """How often; None: on request, or not known."""
    failing: str = ""
    """What becomes of the status of who does not: `suspended`, `withdrawn`."""
    withdrawn_after_years: float | None = None
    """When a suspended status is withdrawn if the duty is still not done; None: not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fee(Line):
    """What it costs the applicant."""

    __pydantic_config__: ClassVar = STRICT
    amount: float | None = None
    """None: there is one, its amount is not known."""
    currency: str = ""
    text: Text
    waived_for: Test | None = None
    refundable: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Validity(Line):
    """How long a status lasts, and how it is renewed."""

    __pydantic_config__: ClassVar = STRICT
    text: Text
    years: float | None = None
    """None: for a meeting, until withdrawn, or not known: see the text."""
    meeting: bool = False
    """For one meeting."""
    renewal: tuple[str, ...] = ()
    """Documents that a renewal asks for."""
    reapply_years: float | None = None
    """After a withdrawal, who may apply again and when."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Procedure:
    """One procedure in one version."""

    __pydantic_config__: ClassVar = STRICT
    id: str
    title: Text
    body: str
    """Key of the body whose procedure it is: `cms`."""
    source: str
    valid_from: date | None = None
    valid_to: date | None = None
    version: str = ""
    """Tells versions with one id apart: "2014"; empty: the only one, or the current one."""
    subjects: tuple[str, ...] = ()
    """What its body is about, as applicants name it: "migratory species"."""
    criteria: tuple[Criterion, ...] = ()
    documents: tuple[DocumentNeeded, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    decision: DecisionRule
    fees: tuple[Fee, ...] = ()
    validity: Validity
    steps: tuple[Step, ...] = ()
    rights: tuple[Right, ...] = ()
    duties: tuple[Duty, ...] = ()
    gaps: tuple[Gap, ...] = ()
    restricted: bool = False
    """Its cases are seen only by those who take part in them."""
    pending: bool | None = None
    """Whether this version says that it holds for cases that were open when it came; None: it says
    nothing."""
