"""The status of a Party under a treaty, weighed from what sources say, as at any day.

Sources disagree, and none is hidden: one status is drawn by a precedence that is data
(`facts/synergy/precedence.yaml`), and what speaks against it goes with it, for a person.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from whimbrel.facts import load
from whimbrel.synergy.answer import Source


class Event(StrEnum):
    """What happened between a State and a treaty."""

    SIGNATURE = "signature"
    CONSENT = "consent"
    """Ratification, acceptance, approval, accession or succession: `how` tells which."""
    ENTRY = "entry into force"
    WITHDRAWAL = "withdrawal"
    RETURN = "return"
    TERRITORY = "territorial note"
    STATED = "stated status"
    """The source gives no event but its conclusion, in `how`."""


class Status(StrEnum):
    """How a State stands to a treaty on a day."""

    PARTY = "party"
    CONFLICT = "conflict"
    """Sources of the same weight disagree whether it is a Party."""
    CONSENTED = "consent, not in force"
    SIGNATORY = "signatory"
    WITHDRAWN = "withdrawn"
    NONE = "no action"
    UNKNOWN = "not in the data"
    """The data hold nothing of this State and do not claim to be whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assertion:
    """One thing that one source says of one Party and one treaty."""

    treaty: str
    party: str
    """ISO code of two letters; EU for the European Union; a code of four letters for a former
    State (ISO 3166-3)."""
    event: Event
    on: date | None = None
    how: str = ""
    note: str = ""
    source: Source
    row: int = 0
    """The row of the source, counted with its head; 0: none."""
    unsure: bool = False
    """The source is known to err in this: it is shown and not counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """How much a kind of source counts; the lowest rank wins."""

    rank: int
    named: tuple[str, ...]
    """Words in the name of a source that put it here."""
    why: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One status of one Party under one treaty, and what was said for and against it."""

    treaty: str
    party: str
    status: Status
    since: date | None
    """Since when it is a Party, or did what its status says."""
    by: tuple[Assertion, ...]
    """What the status rests on."""
    against: tuple[Assertion, ...] = ()
    """What says otherwise: another status, or another day."""
    notes: tuple[str, ...] = ()
    """Territorial notes."""

    @property
    def disputed(self) -> bool:
        """Whether a person should look."""
        return self.status is Status.CONFLICT or bool(self.against)


@cache
def weights() -> tuple[Weight, ...]:
    """The precedence of sources, by rank."""
    return tuple(sorted(load("synergy/precedence.yaml", Weight), key=lambda one: one.rank))


def rank(source: Source) -> int:
    """The rank of a source; what no line names comes last."""
    name = source.name.lower()
    for weight in weights():
        if any(word in name for word in weight.named):
            return weight.rank
    return 1 + max(weight.rank for weight in weights())


def standings(
    assertions: Iterable[Assertion], at: date | None = None
) -> dict[tuple[str, str], Standing]:
    """(treaty, party) -> its standing at the end of a day; without a day, as the data end."""
    grouped: dict[tuple[str, str], list[Assertion]] = defaultdict(list)
    for one in assertions:
        grouped[one.treaty, one.party].append(one)
    return {key: standing(key[0], key[1], several, at) for key, several in grouped.items()}


def standing(
    treaty: str, party: str, said: Iterable[Assertion], at: date | None = None
) -> Standing:
    """The standing of one Party: each source by itself first, then by precedence."""
    several = tuple(said)
    notes = tuple(one.note or one.how for one in several if one.event is Event.TERRITORY)
    by_source: dict[str, list[Assertion]] = defaultdict(list)
    for one in several:
        if one.event is not Event.TERRITORY:
            by_source[one.source.name].append(one)
    voices, silent = [], []
    for mine in by_source.values():
        status, since = alone([one for one in mine if not one.unsure], at)
        if status is not Status.UNKNOWN:
            voices.append((rank(mine[0].source), status, since, tuple(mine)))
        else:
            silent += mine
    if not voices:
        return Standing(
            treaty=treaty, party=party, status=Status.UNKNOWN, since=None, by=several, notes=notes
        )
    # A source that tells of later days only says nothing of this one, where another does.
    voices = [voice for voice in voices if voice[1] is not Status.NONE] or voices
    first = min(weight for weight, *_ in voices)
    best = [voice for voice in voices if voice[0] == first]
    others = [voice for voice in voices if voice[0] != first]
    found = {status for _, status, _, _ in best}
    status = found.pop() if len(found) == 1 else Status.CONFLICT
    days = sorted(since for _, _, since, _ in best if since)
    since = days[0] if days else None
    against = tuple(
        one
        for _, theirs, when, said_by in others
        if theirs is not status or (when and since and when != since)
        for one in said_by
    ) + tuple(
        one
        for _, _, when, said_by in best
        if status is not Status.CONFLICT and when and since and when != since
        for one in said_by
    )
    if status is Status.CONFLICT:
        # Who names the State and does not say that it is a Party is half of the conflict.
        against += tuple(silent)
    unsure = tuple(one for one in several if one.unsure and one not in against)
    return Standing(
        treaty=treaty, party=party, status=status, since=since,
        by=tuple(one for *_, said_by in best for one in said_by), against=against + unsure,
        notes=notes,
    )  # fmt: skip


def alone(said: Iterable[Assertion], at: date | None) -> tuple[Status, date | None]:
    """(status, since) by what one source says. A treaty may be left and joined again, so the last
    of entries, withdrawals and returns decides."""
    several = tuple(said)
    past = [one for one in several if one.on and (at is None or one.on <= at)]
    conclusion = [one for one in several if one.event is Event.STATED]
    stated = Status(conclusion[-1].how) if conclusion and conclusion[-1].how else None
    turns = sorted(
        (one for one in past if one.event in (Event.ENTRY, Event.WITHDRAWAL, Event.RETURN)),
        key=lambda one: one.on or date.min,
    )
    if stated is not None and known_then(several, stated, at):
        days = [one.on for one in turns if one.event is not Event.WITHDRAWAL and one.on]
        return stated, days[-1] if days else None
    if turns:
        last = turns[-1]
        left = last.event is Event.WITHDRAWAL
        return (Status.WITHDRAWN if left else Status.PARTY), last.on
    for event, status in (
        (Event.CONSENT, Status.CONSENTED),
        (Event.SIGNATURE, Status.SIGNATORY),
    ):
        done = sorted(one.on for one in past if one.event is event and one.on)
        undated = any(one.event is event and one.on is None for one in several)
        if done or undated:
            return status, done[0] if done else None
    return (Status.NONE if any(one.on for one in several) else Status.UNKNOWN), None


def known_then(said: Iterable[Assertion], stated: Status, at: date | None) -> bool:
    """Whether a stated status holds on a day: a conclusion drawn later tells nothing of a day
    before its event."""
    if at is None:
        return True
    event = {
        Status.PARTY: (Event.ENTRY, Event.RETURN),
        Status.CONFLICT: (Event.ENTRY, Event.RETURN),
        Status.CONSENTED: (Event.CONSENT,),
        Status.SIGNATORY: (Event.SIGNATURE,),
        Status.WITHDRAWN: (Event.WITHDRAWAL,),
    }.get(stated, ())
    several = tuple(said)
    left = [one.on for one in several if one.event is Event.WITHDRAWAL and one.on]
    if stated is Status.PARTY and left and min(left) <= at:
        # It left and came back: between the two, the events tell more than the conclusion.
        return False
    days = [one.on for one in several if one.event in event and one.on]
    return bool(days) and min(days) <= at
