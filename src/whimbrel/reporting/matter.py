"""Matter: everything one report is made of, frozen. The register fills it; nothing here asks for
more."""

import datetime
from dataclasses import dataclass

from whimbrel.admission.contribution import Line, Sum
from whimbrel.engagements.coverage import Answer
from whimbrel.engagements.disposition import Disposition
from whimbrel.engagements.scope import Scope
from whimbrel.mandates.kept import Limit, Nature
from whimbrel.reporting.text import UNSAID, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathering:
    """A meeting as it is printed."""

    short: str
    """`COP15`."""
    name: Text = UNSAID
    """As on a first page: "15th MEETING OF THE CONFERENCE OF THE PARTIES"."""
    spoken: Text = UNSAID
    """As in a sentence: "15th meeting"."""
    place: Text = UNSAID
    """"Campo Grande, Brazil"."""
    starts: datetime.date | None = None
    ends: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A body as it is printed."""

    key: str
    name: Text
    acronym: Text = UNSAID
    """Acronyms differ between languages as names do: CBD, CDB."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointer:
    """Another document that is cited."""

    symbol: str
    title: Text = UNSAID
    href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """A decision or resolution."""

    number: str
    """`14.10`, `11.10 (Rev.COP14)`."""
    nature: Nature
    title: Text = UNSAID
    adopted: Gathering | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """A provision that is reported on, with what became of it."""

    name: str
    """`14.10 d)`."""
    instrument: Instrument
    words: Text
    item: str = ""
    """`d)`; empty where the provision is the whole decision."""
    chapeau: Text = UNSAID
    directed: Text = UNSAID
    """The line of addressees, with or without "Directed"."""
    ours: bool = False
    """The Secretariat is to act."""
    conditions: tuple[Limit, ...] = ()
    due: tuple[str, ...] = ()
    answer: Answer | None = None
    disposition: Disposition | None = None
    reason: Text = UNSAID
    """The reason in the languages it is known in; else that of the answer, in `reason_language`."""
    reason_language: str = ""
    topic: Text = UNSAID
    """What it is about, in few words. Neighbours with one topic are reported on together."""
    scope: Scope | None = None
    by_others: Text = UNSAID
    """Whose work covers it, and which."""
    elsewhere: tuple[Pointer, ...] = ()
    """The documents that report on it."""
    lineage: tuple[str, ...] = ()
    """The provisions it renews, oldest first."""
    paraphrase: bool = False
    """The words are those of the house: the exact ones are not on record."""
    deleted: bool = False
    assigned: str = ""
    """Who works on it."""

    @property
    def conditional(self) -> str:
        """The kind of money it depends on; empty where it depends on none."""
        kinds = (one.kind.removeprefix("subject-to-") for one in self.conditions if one.of_money)
        return next(kinds, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """An engagement that is reported."""

    key: str
    kind: str
    title: Text
    sentence: Text = UNSAID
    """The words that tell it; none where a person recorded it by hand."""
    state: str = "done"
    mode: str = ""
    partners: tuple[Named, ...] = ()
    organisers: tuple[Named, ...] = ()
    since: str = ""
    until: str = ""
    place: Text = UNSAID
    countries: tuple[str, ...] = ()
    provisions: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    """Addresses that show it; the first is where its sentence stands."""
    at: int = 0
    """Where in that paragraph its sentence begins."""
    before: str = ""
    """The words of that paragraph before its sentence, in the language of the sentence."""
    pointers: tuple[Pointer, ...] = ()
    """Documents that the paper cites for it."""
    theme: str = ""
    umbrella: bool = False

    @property
    def record(self) -> str:
        """Its name among the records of a piece."""
        return f"engagement/{self.key}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A heading under which deeds are told."""

    key: str
    heading: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Accord:
    """An agreement, programme or policy."""

    key: str
    name: Text
    since: str = ""
    until: str = ""
    parties: tuple[Named, ...] = ()
    successor: Text = UNSAID
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A position and who holds it."""

    key: str
    holder: Text
    quote: Text
    address: str = ""
    body: str = ""
    """The key of the body that holds it, where it is one on record."""
    ours: bool = False
    """The holder is the house, which writes the paper."""
    whole: bool = False
    """The quote is a sentence from its first word to its last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One edition of a campaign."""

    key: str
    when: str
    slogan: Text = UNSAID
    partners: tuple[Named, ...] = ()
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Campaign:
    """A campaign and its editions."""

    key: str
    name: Text
    editions: tuple[Edition, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What a draft decision would cost, by activity."""

    activity: Text
    year: str = ""
    amount: str = ""
    source: Text = UNSAID
    staff_days: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftItem:
    """One lettered item of a draft decision."""

    label: str
    words: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A decision that the paper proposes."""

    key: str
    words: Text
    directed: Text = UNSAID
    heading: Text = UNSAID
    items: tuple[DraftItem, ...] = ()
    number: str = ""
    """Where it has one already; else it gets a placeholder in the series of the meeting."""
    renews: tuple[str, ...] = ()
    costs: tuple[Cost, ...] = ()
    costless: bool = False
    """True where somebody said that it costs nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Targets:
    """What the draft decisions contribute to."""

    plan: Text
    every: bool = False
    especially: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrative:
    """Paragraphs that an officer wrote for a place of the paper: `discussion`, `background`,
    `implementation/14.10 d)`, `theme/un`, `continued`."""

    place: str
    language: str
    paragraphs: tuple[str, ...]
    by: str = ""
    records: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A contribution as it is listed."""

    report: str
    """Key of the report: `COP15-riverbank-trust`."""
    body: Named
    line: Line
    engagement: str = ""
    """What it became in the record."""

    @property
    def ref(self) -> str:
        """By report and number."""
        return f"{self.report}#{self.line.number}"

    @property
    def records(self) -> tuple[str, ...]:
        """What shows it: the line of the report, and the engagement."""
        own = f"contribution/{self.report}#line-{self.line.number}"
        return (own, f"engagement/{self.engagement}") if self.engagement else (own,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contributions:
    """The reports to one meeting that were taken into the record."""

    sum: Sum
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """One report."""

    language: str
    meeting: Gathering
    title: Text
    symbol: str = ""
    item: str = ""
    date: datetime.date | None = None
    original: str = "en"
    """The language of the original, as a code."""
    versions: tuple[str, ...] = ()
    """The languages it is issued in."""
    author: Text = UNSAID
    house: Text = UNSAID
    """The convention, as on its first pages: "CONVENTION ON MIGRATORY SPECIES"."""
    promises: tuple[Promise, ...] = ()
    deeds: tuple[Deed, ...] = ()
    themes: tuple[Theme, ...] = ()
    accords: tuple[Accord, ...] = ()
    views: tuple[View, ...] = ()
    campaigns: tuple[Campaign, ...] = ()
    drafts: tuple[Draft, ...] = ()
    targets: tuple[Targets, ...] = ()
    narratives: tuple[Narrative, ...] = ()
    contributions: Contributions | None = None
    """What bodies that are no Parties reported to the meeting."""
    last: Gathering | None = None
    """The meeting since which it is reported."""
    told: int = 12
    """How many paragraphs, and lines of a list, tell deeds under one heading; those beyond are
    counted."""

    @property
    def report(self) -> str:
        """How a reader of records names the paper."""
        return self.symbol or self.meeting.short
