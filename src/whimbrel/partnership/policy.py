"""A partnership policy as data: a pack of categories, modalities, steps, questions, criteria,
levels of due diligence and authority. Every line has its source and how it is known."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from whimbrel.procedures.criterion import Test
from whimbrel.procedures.known import STRICT, Known, Line, Text
from whimbrel.procedures.procedure import Procedure


class Money(StrEnum):
    """Which way money goes, seen from the secretariat."""

    IN = "in"
    OUT = "out"
    BOTH = "both"
    NONE = "none"
    KIND = "in kind"


class Weight(StrEnum):
    """What it means that a criterion applies, or that a question is answered badly."""

    EXCLUDES = "excludes"
    """No partnership; nobody may waive it."""
    ESCALATES = "escalates"
    """More care, and a higher approver."""
    NOTES = "notes"
    """A person weighs it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named(Line):
    """A line with its words."""

    __pydantic_config__: ClassVar = STRICT
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked(Named):
    """One of several in an order: a level of risk, a role that approves. The lowest is 0."""

    __pydantic_config__: ClassVar = STRICT
    rank: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Category(Named):
    """A kind of partner."""

    __pydantic_config__: ClassVar = STRICT
    name: Text
    relied: bool = False
    """What another UN body has verified, or the partner being one, is relied on."""
    members: bool = False
    """It is no single counterparty: its members are looked at one by one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Modality(Named):
    """What is done together, with the direction of money."""

    __pydantic_config__: ClassVar = STRICT
    name: Text
    money: Money
    instruments: tuple[str, ...] = ()
    """Ids of instruments that may carry it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument(Named):
    """A kind of agreement."""

    __pydantic_config__: ClassVar = STRICT
    name: Text
    ceiling: float | None = None
    """The most that it may be worth; None: no ceiling is known."""
    currency: str = ""
    partnership: bool = True
    """False: it is no partnership, and goes by other rules: procurement."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Track(Named):
    """A way through the procedure, and whom it concerns."""

    __pydantic_config__: ClassVar = STRICT
    when: Test
    diligence: bool = True
    """Whether there is due diligence on it at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Check(Named):
    """Something that a person of the secretariat looks up."""

    __pydantic_config__: ClassVar = STRICT
    on: bool = True
    """False: an addition of this house, off until somebody switches it on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(Named):
    """A question of due diligence: a row; its answers are rows of a case."""

    __pydantic_config__: ClassVar = STRICT
    good: Test
    """What a good answer is; the attribute is the id of the question."""
    concerns: Test | None = None
    """Whom it is asked of; None: everybody."""
    weight: Weight = Weight.NOTES
    dimension: str = ""
    """The dimension of risk that a bad answer belongs to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark(Named):
    """A criterion of exclusion or of high risk: it applies where its test holds."""

    __pydantic_config__: ClassVar = STRICT
    test: Test
    weight: Weight
    concerns: Test | None = None
    """Of whom it is asked; None: of everybody who is looked at."""
    dimension: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Level(Ranked):
    """A level of due diligence."""

    __pydantic_config__: ClassVar = STRICT
    name: Text
    fast: bool = False
    """A case at this level goes the fast way."""
    includes: str = ""
    """The level whose questions, checks and documents are asked as well."""
    questions: tuple[str, ...] = ()
    checks: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    """Ids of the documents of the procedure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand(Named):
    """Which level a case demands: at least this one, where the test holds."""

    __pydantic_config__: ClassVar = STRICT
    when: Test
    level: str
    escalates: bool = False
    """It raises what category and modality alone would ask."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant(Named):
    """A row of the authority matrix: who may do a step, at least, where the test holds."""

    __pydantic_config__: ClassVar = STRICT
    steps: tuple[str, ...]
    when: Test | None = None
    role: str = ""
    """Id of the lowest role that may; empty: it only raises."""
    up: int = 0
    """So many roles higher than the other rows say."""
    bars: bool = False
    """Nobody may, as long as it holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Separation(Named):
    """Parts in one case that are played by several persons."""

    __pydantic_config__: ClassVar = STRICT
    parts: tuple[str, ...]
    never: tuple[tuple[str, str], ...] = ()
    """Parts that no exception lets one person play."""
    fewest: int | None = None
    """Persons that there must be at the least where an exception is declared; None: no exception
    is known."""
    staff: int | None = None
    """The exception is open to a secretariat of at most so many people; None: to any."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term(Named):
    """How long a due diligence is good."""

    __pydantic_config__: ClassVar = STRICT
    years: float | None = None
    """None: not known."""
    calendar: bool = False
    """Years of the calendar: what was done in any month of a year counts to the end of the last."""
    when: Test | None = None
    warn_days: int = 90
    """How many days before the end it warns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assurance(Named):
    """How often a partner is visited or spot-checked in a year."""

    __pydantic_config__: ClassVar = STRICT
    when: Test
    visits: int = 0
    spot_checks: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Aspect(Named):
    """An aspect of the accreditation of NGOs that a tailored policy would take up."""

    __pydantic_config__: ClassVar = STRICT
    part: str
    """The part of the pack in which it stands: `questions`, `levels`."""
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot(Named):
    """What the pack does not know, and an administrator fills in from the text of the policy."""

    __pydantic_config__: ClassVar = STRICT
    part: str
    """The part that the lines belong to: `demands`, `authority`, `procedure.steps`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dates(Line):
    """From when to when a policy holds."""

    __pydantic_config__: ClassVar = STRICT
    since: date | None = None
    """The first day on which it may hold; None: not known."""
    since_latest: date | None = None
    """It holds from this day at the latest, where the first day is not known exactly."""
    until: date | None = None
    transition_until: date | None = None
    """The last day of a transition as it was announced."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """One partnership policy in one version."""

    __pydantic_config__: ClassVar = STRICT
    id: str
    title: Text
    summary: Text
    issuer: str
    """Key of the body whose policy it is: `unep`; empty: of no body."""
    source: str
    status: Known
    base: str = ""
    """Id of the pack whose lines it takes where it has none of its own."""
    unclaimed: tuple[str, ...] = ()
    """Parts of the base that are taken as a vocabulary only, so that cases can be entered: this
    pack does not claim them, and each is marked as not known."""
    without: tuple[str, ...] = ()
    """`part.id` of lines of the base that it leaves out; `part.*`: all of them."""
    under: str = ""
    """Id of the pack under which it is a measure; empty: it stands for itself."""
    draft: bool = False
    dates: Dates | None = None
    procedure: Procedure
    roles: tuple[Ranked, ...] = ()
    risks: tuple[Ranked, ...] = ()
    dimensions: tuple[Named, ...] = ()
    categories: tuple[Category, ...] = ()
    modalities: tuple[Modality, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    tracks: tuple[Track, ...] = ()
    checks: tuple[Check, ...] = ()
    questions: tuple[Question, ...] = ()
    criteria: tuple[Mark, ...] = ()
    levels: tuple[Level, ...] = ()
    demands: tuple[Demand, ...] = ()
    authority: tuple[Grant, ...] = ()
    separation: tuple[Separation, ...] = ()
    terms: tuple[Term, ...] = ()
    triggers: tuple[Named, ...] = ()
    assurance: tuple[Assurance, ...] = ()
    templates: tuple[Named, ...] = ()
    aspects: tuple[Aspect, ...] = ()
    slots: tuple[Slot, ...] = ()


PARTS = (
    "roles", "risks", "dimensions", "categories", "modalities", "instruments", "tracks", "checks",
    "questions", "criteria", "levels", "demands", "authority", "separation", "terms", "triggers",
    "assurance", "templates", "aspects", "slots",
)  # fmt: skip
"""The parts of a pack that are rows."""
WITHIN = ("criteria", "documents", "deadlines", "fees", "steps", "rights", "duties", "gaps")
"""The parts of its procedure that are rows."""
STEPS = (
    "need", "select", "documents", "screen", "diligence", "mitigate", "review", "clear", "approve",
    "sign", "pay", "deliver", "monitor", "report", "amend", "renew", "close", "suspend",
    "terminate",
)  # fmt: skip
"""The steps that the record knows. A pack may say otherwise what each needs and who does it."""
