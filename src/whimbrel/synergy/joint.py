"""Joint: the rows of a question, with the day and the part of the record that it was asked of.
What the question is and by what rule it is answered stand in `facts/joint`, in three languages."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from whimbrel.facts import load
from whimbrel.synergy.absent import Absent
from whimbrel.synergy.creatures import Creature
from whimbrel.synergy.matter import Matter, Ref
from whimbrel.synergy.money import Tie
from whimbrel.synergy.overlap import Overlap
from whimbrel.synergy.partners import Shared, Tied
from whimbrel.synergy.places import Country, Held
from whimbrel.synergy.programme import Candidate
from whimbrel.synergy.sessions import Meet
from whimbrel.synergy.vague import Vague


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """A question with its rule, as it is printed."""

    key: str
    order: int
    title: dict[str, str]
    rule: dict[str, str]
    empty: dict[str, str]
    """What is said where nothing answers it."""
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A value or a column of answers in words."""

    key: str
    en: str
    fr: str
    es: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """How much of the record a question was asked of: what is not there is not in the answer."""

    provisions: int
    conventions: int
    engagements: int
    agreements: int
    sessions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What every answer has."""

    question: str
    about: str
    """The country, where it is asked of one."""
    own: str
    at: date
    counted: Counted


@dataclass(frozen=True, slots=True, kw_only=True)
class Mandates(Answered):
    """Mandates that meet, and reports that one answer could serve."""

    rows: tuple[Overlap, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Absences(Answered):
    """Mandates for cooperation without an engagement."""

    rows: tuple[Absent, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Partners(Answered):
    """Shared partners."""

    rows: tuple[Shared, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Network(Answered):
    """Partners in processes."""

    rows: tuple[Tied, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """Two treaties with how many Parties they share; a treaty with itself: how many it has."""

    one: str
    other: str
    shared: int
    sources: tuple[Ref, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Memberships(Answered):
    """Treaties by the Parties that they share."""

    rows: tuple[Membership, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Countries(Answered):
    """Countries of events."""

    rows: tuple[Country, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OfCountry(Answered):
    """All of one country."""

    rows: tuple[Held, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Creatures(Answered):
    """Species with their instruments, initiatives, documents and partners."""

    rows: tuple[Creature, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Targets(Answered):
    """References to targets without a number."""

    rows: tuple[Vague, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ties(Answered):
    """Programmes or assessments tied to provisions."""

    rows: tuple[Tie, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme(Answered):
    """Candidates for a joint work programme."""

    rows: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar(Answered):
    """Meetings that clash or could be held together."""

    rows: tuple[Meet, ...]


def counted(matter: Matter) -> Counted:
    """How much a matter holds."""
    return Counted(
        provisions=len(matter.asked),
        conventions=len({one.convention for one in matter.asked if one.convention}),
        engagements=len(matter.deeds), agreements=len(matter.accords),
        sessions=len(matter.sessions),
    )  # fmt: skip


@cache
def questions() -> dict[str, Asking]:
    """The questions in the order of a page."""
    known = load("joint/questions.yaml", Asking)
    return {one.key: one for one in sorted(known, key=lambda one: one.order)}


@cache
def vocabulary() -> dict[str, Words]:
    """Values and columns of answers."""
    return {one.key: one for one in load("joint/words.yaml", Words)}


def worded(key: str, language: str) -> str:
    """A value or a column in words; the value itself where it has none."""
    known = vocabulary().get(key)
    return str(getattr(known, language, known.en)) if known else key
