"""What the demo house is filled with: `facts/demo`, as types. The words are ours; every entry names
the paragraph that it comes from."""

import datetime
from dataclasses import dataclass, field

from whimbrel.facts import load

SYMBOL = "UNEP/CMS/COP15/Doc.18.1"
"""The document of which all this is told."""
Names = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Somebody:
    """A made-up person."""

    email: str
    name: str
    role: str
    source: str
    country: str = ""
    body: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A body, as far as more is told of it than the facts know."""

    name: str
    source: str
    acronym: str = ""
    kind: str = "unknown"
    parent: str = ""
    constituency: str = ""
    unnamed: bool = False
    ours: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """What a body is in another."""

    group: str
    member: str
    role: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """A meeting."""

    short: str
    title: str
    body: str
    venue: str
    country: str
    starts: datetime.date
    ends: datetime.date
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Adopted:
    """A decision or resolution."""

    number: str
    kind: str
    title: str
    meeting: str
    since: datetime.date
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A provision in words of ours."""

    instrument: str
    name: str
    text: str
    source: str
    chapeau: str = ""
    addressees: Names = ()
    line: str = ""
    force: str = ""
    due: str = ""
    report_to: str = ""
    collaborators: Names = ()
    conditions: tuple[tuple[str, str], ...] = ()
    outputs: tuple[tuple[str, str], ...] = ()
    targets: Names = ()
    funding: str = ""
    produced: tuple[tuple[str, bool, str], ...] = ()
    """(kind of output, whether it was produced, where that is told)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What became of a provision, as the officer says."""

    name: str
    status: str
    source: str
    why: str = ""
    evidence: Names = ()
    disposition: str = ""
    covered: Names = ()
    left: Names = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Costed:
    """What a draft would cost."""

    activity: str
    year: int
    source: str
    amount: str
    currency: str
    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """A draft decision."""

    meeting: str
    heading: str
    line: str
    text: str
    author: str
    source: str
    renews: str = ""
    label: str = ""
    costs: tuple[Costed, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A report that is begun."""

    meeting: str
    item: str
    language: str
    title: str
    symbol: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """An agreement, programme or plan."""

    name: str
    kind: str
    source: str
    parties: Names = ()
    since: str = ""
    until: str = ""
    state: str = ""
    renewal: str = ""
    signatories: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sat:
    """A sitting of a group."""

    title: str
    since: str
    place: str
    topics: str
    conclusions: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouped:
    """A group, and why it never met or how it did."""

    name: str
    source: str
    composition: str = ""
    provisions: Names = ()
    never: str = ""
    sittings: tuple[Sat, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A campaign."""

    name: str
    days: tuple[dict[str, int], ...]
    partners: Names
    address: str
    themes: dict[int, str]
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """An initiative that is still being built."""

    name: str
    focus: Names
    instruments: Names
    fora: Names
    partners: Names
    address: str
    source: str
    state: str = "in development"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """Something done with others."""

    title: str
    kind: str
    partners: Names
    source: str
    organisers: Names = ()
    since: str = ""
    until: str = ""
    state: str = "done"
    place: str = ""
    venue: str = ""
    """Code of the country where it was."""
    concerned: Names = ()
    mode: str = ""
    role: str = ""
    level: str = ""
    support: str = ""
    training: bool = False
    logistics: str = ""
    species: Names = ()
    themes: Names = ()
    provisions: Names = ()
    parent: str = ""
    """The title of the event that it was part of."""
    para: str = ""
    more: str = ""
    """A document in which more is told."""

    @property
    def evidence(self) -> Names:
        """The addresses that show it."""
        told = f"{SYMBOL}#{self.para}" if self.para else ""
        return tuple(filter(None, (told, self.more)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Partnered:
    """A partnership, and how far it has come."""

    title: str
    need: str
    pack: str
    partner: str
    category: str
    modality: str
    source: str
    reaches: str
    """`selected`, `flagged`, `signed`."""
    provision: str = ""
    workplan: str = ""
    instrument: str = ""
    value: str = ""
    currency: str = ""
    selection: str = ""
    justification: str = ""
    flag: str = ""
    """What was seen, where it is flagged red."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TookPart:
    """What a body did at a meeting."""

    body: str
    meeting: str
    kind: str
    source: str
    constituency: str = ""
    title: str = ""
    day: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Barred:
    """What stood in the way of a body, or that nothing did."""

    words: str
    met: bool
    body: str
    meeting: str
    source: str
    kind: str = ""
    day: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenUp:
    """A mechanism of the facts that the house took into its record."""

    key: str
    source: str
    relied: bool | None = None
    relied_for: str = ""
    provision: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WouldHelp:
    """A suggestion."""

    words: str
    constituency: Names
    source: str
    mechanism: str = ""
    amount: str = ""
    currency: str = ""
    basis: str = ""
    provision: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contributed:
    """A report of a body on what it contributed."""

    by: str
    body: str
    meeting: str
    summary: str
    consent: str
    source: str
    lines: tuple[dict[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """All of it."""

    people: tuple[Somebody, ...] = field(default_factory=lambda: load("demo/people.yaml", Somebody))
    bodies: tuple[Named, ...] = field(default_factory=lambda: load("demo/bodies.yaml", Named))
    members: tuple[Member, ...] = field(default_factory=lambda: load("demo/members.yaml", Member))
    meetings: tuple[Met, ...] = field(default_factory=lambda: load("demo/meetings.yaml", Met))
    instruments: tuple[Adopted, ...] = field(
        default_factory=lambda: load("demo/instruments.yaml", Adopted)
    )
    provisions: tuple[Asked, ...] = field(
        default_factory=lambda: load("demo/provisions.yaml", Asked)
    )
    agreements: tuple[Agreed, ...] = field(
        default_factory=lambda: load("demo/agreements.yaml", Agreed)
    )
    groups: tuple[Grouped, ...] = field(default_factory=lambda: load("demo/groups.yaml", Grouped))
    campaigns: tuple[Run, ...] = field(default_factory=lambda: load("demo/campaigns.yaml", Run))
    initiatives: tuple[Begun, ...] = field(
        default_factory=lambda: load("demo/initiatives.yaml", Begun)
    )
    deeds: tuple[Deed, ...] = field(default_factory=lambda: load("demo/engagements.yaml", Deed))
    answers: tuple[Answered, ...] = field(
        default_factory=lambda: load("demo/answers.yaml", Answered)
    )
    drafts: tuple[Proposed, ...] = field(default_factory=lambda: load("demo/drafts.yaml", Proposed))
    contributions: tuple[Contributed, ...] = field(
        default_factory=lambda: load("demo/contributions.yaml", Contributed)
    )
    reports: tuple[Report, ...] = field(default_factory=lambda: load("demo/reports.yaml", Report))
    partnerships: tuple[Partnered, ...] = field(
        default_factory=lambda: load("demo/partnerships.yaml", Partnered)
    )
    took: tuple[TookPart, ...] = field(
        default_factory=lambda: load("demo/participation.yaml", TookPart)
    )
    barred: tuple[Barred, ...] = field(default_factory=lambda: load("demo/barriers.yaml", Barred))
    mechanisms: tuple[TakenUp, ...] = field(
        default_factory=lambda: load("demo/mechanisms.yaml", TakenUp)
    )
    suggestions: tuple[WouldHelp, ...] = field(
        default_factory=lambda: load("demo/suggestions.yaml", WouldHelp)
    )
