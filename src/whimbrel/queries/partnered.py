"""What is told of one partnership: its steps with the rules that ask for them, its due diligence,
its papers, flags, signatories, versions, and what is due."""

from dataclasses import dataclass

from whimbrel.procedures.known import Known
from whimbrel.queries.asks import Ask
from whimbrel.queries.barring import Bar, Who
from whimbrel.queries.partnerships import Partnered


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word of the policy, with its words for people."""

    id: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A step of the policy in this partnership."""

    id: str
    text: str
    source: str
    known: Known
    by: str
    """Who does it by the procedure."""
    done: str
    """The day on which it was done last; empty: never."""
    done_by: str
    role: str
    """The role of the authority matrix in which it was done."""
    again: bool
    last: str
    """By when; empty: there is no day, or it is not known."""
    bars: tuple[Bar, ...]
    """What bars it now, whoever does it; empty: it may be done."""
    yours: tuple[Bar, ...]
    """What bars it for the person who looks, beside that."""
    who: Who | None
    """Who may do it by the authority matrix; None: it asks for no authority."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Needs:
    """A document that is asked for."""

    id: str
    text: str
    source: str
    known: Known
    any_of: tuple[str, ...]
    there: bool | None
    """None: somebody has still to look at it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """A document that is there."""

    number: int
    kind: str
    name: str
    expires: str
    expired: bool
    instead: bool
    on: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Flagged:
    """A flag."""

    number: int
    kind: str
    category: str
    words: str
    by: str
    on: str
    lifted: str
    lifted_by: str
    lifted_why: str
    measures: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A measure against a risk."""

    words: str
    owner: str
    until: str
    flag: int
    """The number of the flag that it answers; 0: of none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reliance:
    """What another body has verified."""

    verifier: str
    what: str
    reference: str
    lines: tuple[str, ...]
    verified_on: str
    until: str
    holds: bool
    """It is of this due diligence, and not run out."""
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Who plays a part that others may not play too."""

    part: str
    person: str
    """Empty: nobody yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Excepted:
    """A declared exception to the separation of duties."""

    person: str
    parts: tuple[str, ...]
    reason: str
    approved_by: str
    on: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """Who signs."""

    number: int
    version: int
    side: str
    name: str
    title: str
    shown: str
    authorized: bool | None
    why: str
    checked_by: str
    checked_on: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """The terms: original, amendment, renewal."""

    number: int
    kind: str
    words: str
    value: str
    currency: str
    since: str
    until: str
    signed: str
    aside: str
    approved: str
    """The day on which it was approved; empty: not yet."""
    state: str
    """`in force`, `replaced`, `waits`, `set aside`, `to come`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """Something that is due."""

    number: int
    kind: str
    words: str
    due: str
    amount: str
    currency: str
    hangs_on: int
    """The number of what has to be there first; 0: nothing."""
    done: str
    done_by: str
    found: str
    late: bool
    engagement: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """A line of the history."""

    number: int
    step: str
    words: str
    version: int
    on: str
    by: str
    whose: str
    role: str
    reason: str
    times: int
    """How often in a row the same person did it on that day: answers, documents."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The policy under which it is."""

    pack: str
    title: str
    summary: str
    source: str
    known: Known
    draft: bool
    slots: int
    """Rules that are not known, and wait to be entered from the text of the policy."""
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Vetting:
    """How the due diligence stands."""

    level: str
    """In words; empty: not known."""
    settled: bool
    """False: what is not known yet may still raise it."""
    done_level: str
    round: int
    why: tuple[Bar, ...]
    """Which rules ask for this level, and what would settle what is open."""
    asks: tuple[Ask, ...]
    open: int
    """How many of them have no answer."""
    against: int
    """How many are not as the policy wants them."""
    risk: str
    done: str
    until: str
    expired: bool | None
    warns: bool
    term: tuple[Bar, ...]
    """How long it is good, by which rule."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What may be chosen in forms: the words of the policy."""

    categories: tuple[Word, ...]
    modalities: tuple[Word, ...]
    instruments: tuple[Word, ...]
    risks: tuple[Word, ...]
    dimensions: tuple[Word, ...]
    roles: tuple[Word, ...]
    triggers: tuple[Word, ...]
    papers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """Everything about one partnership. Outside the office only `row` is told, and the engagements
    that are public."""

    row: Partnered
    inside: bool
    need: str
    mandate: str
    """The provision from which the need comes, as records are named; empty: none is named."""
    workplan: str
    requester: str
    category: str
    modality: str
    instrument: str
    usd: str
    profit: str
    selection: str
    justification: str
    agreement: str
    ends: str
    """`ends soon`, `has ended`; empty: neither."""
    suspended: bool
    over: bool
    rules: Rules | None
    terms: Terms | None
    steps: tuple[Step, ...]
    vetting: Vetting | None
    needs: tuple[Needs, ...]
    papers: tuple[Brought, ...]
    reliances: tuple[Reliance, ...]
    flags: tuple[Flagged, ...]
    measures: tuple[Measure, ...]
    parts: tuple[Part, ...]
    apart: tuple[Bar, ...]
    """Where one person plays two parts, and no exception is declared."""
    exceptions: tuple[Excepted, ...]
    signatories: tuple[Signs, ...]
    versions: tuple[Version, ...]
    dues: tuple[Due, ...]
    engagements: tuple[tuple[str, str], ...]
    """(key, title)."""
    history: tuple[Happened, ...]
