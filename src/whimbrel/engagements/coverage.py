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
from whimbrel.mandates.reasons import Code, Reason


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


NOBODY = Reason(code=Code.NOBODY_SAID)


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
    because: Reason = NOBODY
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
    said = tuple(statuses)
    best = strongest(kept, said, at)
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
            because=told_by(best),
        )
    status, why = inferred(kept, deeds, made, at)
    quiet = passed_over(said, at) if status is Became.SILENT else None
    if quiet is not None:
        why = Reason.of(Code.PASSED_OVER, who=quiet.who)
    evidence = [*(quiet.addresses if quiet else ())]
    evidence += [address for one in deeds for address in (f"engagement/{one.key}", *one.addresses)]
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


def passed_over(said: Iterable[Said], at: datetime.date) -> Said | None:
    """The newest document that does not report on it although it could have."""
    listed = [
        one
        for one in said
        if one.status is Became.SILENT and one.who and (one.at is None or one.at <= at)
    ]
    return max(listed, key=lambda one: one.at or datetime.date.min, default=None)


def told_by(one: Said) -> Reason:
    """Who said so, and on which day where that is known."""
    who = one.who or str(one.source)
    if one.at is None:
        return Reason.of(Code.SAID_BY, who=who)
    return Reason.of(Code.SAID_BY_ON, who=who, day=one.at.isoformat())


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
) -> tuple[Became, Reason]:
    """What follows from engagements and outputs, and how."""
    if kept.since and kept.since > at:
        return Became.NOT_APPLICABLE, Reason.of(Code.FROM_LATER, day=kept.since.isoformat())
    states = {one.state for one in outputs}
    done = [one for one in deeds if one.state in ("done", "ongoing")]
    going = [one for one in deeds if one.state in ("ongoing", "in-development")]
    if kept.nature is Nature.RESOLUTION and done:
        count = str(len(done))
        return Became.ONGOING, Reason.of(Code.RESOLUTION_ANSWERED, count=count)
    if states == {Made.MADE}:
        if going:
            return Became.ONGOING, Reason(code=Code.MADE_AND_GOING)
        return Became.IMPLEMENTED, Reason(code=Code.ALL_MADE)
    if done or going or Made.MADE in states:
        # One that goes on is of both lists, and is one engagement.
        answering = len({one.key for one in (*done, *going)})
        return Became.PARTLY, Reason.of(Code.SOME_ANSWER, count=str(answering))
    unpaid = [one for one in kept.conditions if one.of_money and one.funding is Funding.NONE]
    if unpaid and Made.NOT_KNOWN not in states:
        return Became.NOT, Reason.of(Code.NO_MONEY_CAME, words=unpaid[0].words)
    if states == {Made.NOT_MADE}:
        return Became.NOT, Reason(code=Code.NONE_MADE)
    return Became.SILENT, Reason(code=Code.NOBODY_SAID)
