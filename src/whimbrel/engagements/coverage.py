"""What became of a mandate: its status at a date with the reason and what shows it, and what should
become of it.

What a person says goes before what a document states, that before what we read out of a document,
and that before what follows from the engagements. Recommendations are recommendations: people
decide.
"""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from whimbrel.mandates.kept import Funding, Kept, Nature


class Became(StrEnum):
    """What became of a provision."""

    IMPLEMENTED = "implemented"
    ONGOING = "implemented-ongoing"
    PARTLY = "partly-implemented"
    NOT = "not-implemented"
    SUPERSEDED = "superseded"
    COVERED = "covered-elsewhere"
    """Another body's work covers it."""
    ELSEWHERE = "reported-elsewhere"
    """Another document reports on it."""
    SILENT = "not-reported"
    NOT_APPLICABLE = "not-applicable"


class Source(StrEnum):
    """Who says so, the strongest first."""

    PERSON = "person"
    DOCUMENT = "document"
    READING = "reading"
    """A document, as we read it: it does not state it."""
    ENGAGEMENTS = "engagements"
    NOBODY = "nobody"


class Made(StrEnum):
    """The state of an output."""

    MADE = "made"
    NOT_MADE = "not made"
    NOT_KNOWN = "not known"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A statement on what became of a provision."""

    status: Became
    source: Source
    at: datetime.date | None = None
    who: str = ""
    """The person, or the symbol of the document."""
    reason: str = ""
    addresses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """An engagement that answers the provision."""

    key: str
    state: str
    """`done`, `ongoing`, `in-development`, `planned`."""
    addresses: tuple[str, ...] = ()
    since: str = ""
    """As exact as known: `2024`, `2025-11`."""
    umbrella: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """Something the provision asks to be produced, as the record has it."""

    kind: str
    words: str = ""
    done: bool | None = None
    shown: str = ""
    """The address of what was produced, or of the words that say why not."""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutputState:
    """What became of one output."""

    kind: str
    words: str
    state: Made
    address: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What became of a provision at a date."""

    provision: str
    status: Became
    stated: bool
    """False where it is an inference of ours."""
    source: Source
    who: str = ""
    reason: str = ""
    """In the words of those who say it; empty where they give none."""
    evidence: tuple[str, ...] = ()
    """Addresses of documents and keys of engagements that show it."""
    outputs: tuple[OutputState, ...] = ()
    because: str = ""
    """Why this status: who said so, or what it follows from."""


def answer(
    kept: Kept,
    statuses: Iterable[Said],
    engagements: Iterable[Deed],
    outputs: Iterable[Output],
    at: datetime.date,
) -> Answer:
    """What became of a provision on a day. Statements from before it held speak of another one."""
    made = tuple(map(state_of, outputs))
    deeds = tuple(one for one in engagements if not one.umbrella and begun(one, at))
    best = strongest(kept, statuses, at)
    if best is not None:
        return Answer(
            provision=kept.name,
            status=best.status,
            stated=best.source in (Source.PERSON, Source.DOCUMENT),
            source=best.source,
            who=best.who,
            reason=best.reason,
            evidence=tuple(dict.fromkeys((*best.addresses, *shown(made)))),
            outputs=made,
            because=f"said by {best.who or best.source}" + (f" on {best.at}" if best.at else ""),
        )
    status, why = inferred(kept, deeds, made, at)
    evidence = [address for one in deeds for address in (f"engagement/{one.key}", *one.addresses)]
    return Answer(
        provision=kept.name,
        status=status,
        stated=False,
        source=Source.NOBODY if status is Became.SILENT else Source.ENGAGEMENTS,
        reason=next((one.reason for one in made if one.reason), ""),
        evidence=tuple(dict.fromkeys((*evidence, *shown(made)))),
        outputs=made,
        because=why,
    )


def state_of(one: Output) -> OutputState:
    """Made with an address, not made with a reason, or not known."""
    states = {True: Made.MADE, False: Made.NOT_MADE, None: Made.NOT_KNOWN}
    return OutputState(
        kind=one.kind,
        words=one.words,
        state=states[one.done],
        address=one.shown,
        reason=one.reason if one.done is False else "",
    )


def shown(outputs: Iterable[OutputState]) -> list[str]:
    """The addresses of outputs."""
    return [one.address for one in outputs if one.address]


def begun(one: Deed, at: datetime.date) -> bool:
    """False for what had not begun on the day."""
    return not one.since or one.since <= at.isoformat()[: len(one.since)]


RANK = {source: at for at, source in enumerate(Source)}


def strongest(kept: Kept, statuses: Iterable[Said], at: datetime.date) -> Said | None:
    """The statement that counts: of the strongest source the newest that says anything.

    That a document does not report on it says nothing, unless a person says so.
    """
    heard = [
        one
        for one in statuses
        if (one.at is None or (one.at <= at and not (kept.since and one.at < kept.since)))
        and (one.source is Source.PERSON or one.status is not Became.SILENT)
    ]
    if not heard:
        return None
    rank = min(RANK[one.source] for one in heard)
    said = [one for one in heard if RANK[one.source] == rank]
    # Another document that reports on it is a pointer: where one says more, that is the answer.
    said = [one for one in said if one.status is not Became.ELSEWHERE] or said
    return max(said, key=lambda one: one.at or datetime.date.min)


def inferred(
    kept: Kept, deeds: Sequence[Deed], outputs: Sequence[OutputState], at: datetime.date
) -> tuple[Became, str]:
    """What follows from engagements and outputs, and how."""
    if kept.since and kept.since > at:
        return Became.NOT_APPLICABLE, f"in force only from {kept.since}"
    states = {one.state for one in outputs}
    done = [one for one in deeds if one.state in ("done", "ongoing")]
    going = [one for one in deeds if one.state in ("ongoing", "in-development")]
    if kept.nature is Nature.RESOLUTION and done:
        return Became.ONGOING, f"{len(done)} engagements answer it, and a resolution stays in force"
    if states == {Made.MADE}:
        if going:
            return Became.ONGOING, "every output was made, and engagements go on"
        return Became.IMPLEMENTED, "every output was made"
    if done or going or Made.MADE in states:
        return (
            Became.PARTLY,
            f"{len(deeds)} engagements answer it, not every output is made",
        )
    unpaid = [one for one in kept.conditions if one.of_money and one.funding is Funding.NONE]
    if unpaid and Made.NOT_KNOWN not in states:
        return Became.NOT, f"no money came ({unpaid[0].words}), and nothing was done"
    if states == {Made.NOT_MADE}:
        return Became.NOT, "no output was made"
    return Became.SILENT, "nobody has said what became of it, and no engagement answers it"
