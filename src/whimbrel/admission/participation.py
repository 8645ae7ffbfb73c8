"""Participation in meetings: its words, what stood in its way, the mechanisms of others on which a
convention can rely, what is a process beside one of them, and what suggestions would cost."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import ClassVar

from whimbrel.facts import load
from whimbrel.procedures.known import STRICT, Known


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A value of the record with its name in the languages of the house."""

    __pydantic_config__: ClassVar = STRICT
    key: str
    en: str
    fr: str
    es: str
    source: str
    words: tuple[str, ...] = ()
    """Beginnings of words by which a sentence is recognised to speak of it."""

    def named(self, language: str) -> str:
        """Its name; the English one in a language that is none of the house."""
        return {"fr": self.fr, "es": self.es}.get(language, self.en)


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A mechanism of another body, as public sources tell of it."""

    __pydantic_config__: ClassVar = STRICT
    key: str
    name: str
    body: str
    """Whose it is, by its acronym."""
    constituencies: tuple[str, ...]
    offers: str
    serves: tuple[str, ...]
    source: str
    status: Known


@cache
def words(kind: str) -> Mapping[str, Word]:
    """Key -> word, of `kinds`, `barriers`, `functions` or `constituencies`."""
    return {one.key: one for one in load(f"participation/{kind}.yaml", Word)}


@cache
def offers() -> Mapping[str, Offer]:
    """Key -> mechanism."""
    return {one.key: one for one in load("participation/mechanisms.yaml", Offer)}


JOIN = "; "
"""Between constituencies, where one value names several."""


def several(value: object) -> tuple[str, ...]:
    """Values that are given as a list, or as one text with semicolons or lines between them."""
    if isinstance(value, str):
        listed: Iterable[object] = value.replace("\n", ";").split(";")
    else:
        listed = value if isinstance(value, list | tuple) else ()
    return tuple(dict.fromkeys(str(one).strip() for one in listed if str(one).strip()))


def told_of(kind: str, text: str) -> tuple[str, ...]:
    """The functions or constituencies of which a text speaks, in whichever language: inferred of
    its words."""
    plain = text.casefold()
    return tuple(
        key
        for key, one in words(kind).items()
        if any(each.casefold() in plain for each in one.words)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Serving:
    """Something that serves constituencies: a mechanism, a suggestion, an option."""

    name: str
    words: str
    """What it offers, as it is written."""
    constituencies: tuple[str, ...] = ()
    serves: tuple[str, ...] = ()
    """Functions that a person named; empty: they are inferred of the words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parallel:
    """A proposal that does what a mechanism does already."""

    mechanism: Serving
    functions: tuple[str, ...]
    """That both serve."""
    constituencies: tuple[str, ...]
    """That both are for."""
    inferred: bool
    """The functions of one of them are inferred of its words."""


def parallels(proposed: Serving, known: Iterable[Serving]) -> tuple[Parallel, ...]:
    """The mechanisms that do already, for the same constituencies, what is proposed. A proposal
    that names no constituency is compared by those of which its words speak; one that speaks of
    none is compared with nothing."""
    whose = proposed.constituencies or told_of("constituencies", proposed.words)
    asks = proposed.serves or told_of("functions", proposed.words)
    found = []
    for one in known:
        does = one.serves or told_of("functions", one.words)
        both = tuple(each for each in asks if each in does)
        same = tuple(each for each in whose if each in one.constituencies)
        if both and same:
            guessed = not proposed.serves or not one.serves
            found.append(
                Parallel(mechanism=one, functions=both, constituencies=same, inferred=guessed)
            )
    return tuple(found)


class Verdict(StrEnum):
    """What the record says of the statement that no barrier was ever met."""

    CONTRADICTED = "contradicted"
    """A barrier was met."""
    NOT_CONTRADICTED = "not contradicted"
    """Some were asked, and none of them met one."""
    NOT_KNOWN = "not known"
    """Nobody was asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """An answer to the question whether a barrier was met."""

    whom: str
    """The key of the body; empty: it was said of a class, or of all."""
    met: bool
    kind: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Barriers and their absence, counted."""

    met: int
    """Records that a barrier was met."""
    none: int
    """Records that it was asked, and none was found."""
    asked: int
    """Bodies that were asked, each once."""
    barred: int
    """Those among them that met one."""
    classes: int
    """Records that are said of a class, and of no body by name."""
    kinds: tuple["Often", ...]
    """Of those met, the most frequent first."""
    took_part: int | None
    """Bodies on record as having taken part in the same period; None: not counted."""
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Often:
    """How many records say it of a kind of barrier."""

    kind: str
    records: int


def tally(answers: Sequence[Met], *, took_part: int | None = None) -> Tally:
    """Count barriers that were met and those that were not."""
    met = [one for one in answers if one.met]
    kinds: dict[str, int] = {}
    for one in met:
        kinds[one.kind] = kinds.get(one.kind, 0) + 1
    verdict = Verdict.CONTRADICTED if met else Verdict.NOT_CONTRADICTED
    return Tally(
        met=len(met),
        none=len(answers) - len(met),
        asked=len({one.whom for one in answers} - {""}),
        barred=len({one.whom for one in met} - {""}),
        classes=sum(not one.whom for one in answers),
        kinds=tuple(
            Often(kind=kind, records=number)
            for kind, number in sorted(kinds.items(), key=lambda one: (-one[1], one[0]))
        ),
        took_part=took_part,
        verdict=verdict if answers else Verdict.NOT_KNOWN,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Priced:
    """A suggestion with its cost."""

    constituency: str
    amount: Decimal | None
    """None: not known, which is never nothing."""
    currency: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Costs:
    """What the suggestions for one constituency would cost."""

    constituency: str
    suggestions: int
    sums: tuple[tuple[str, Decimal], ...]
    """(currency, sum) of those whose cost is known: currencies are never added up."""
    unknown: int
    """Suggestions whose cost is not known."""


def costs(listed: Iterable[Priced]) -> tuple[Costs, ...]:
    """The costs by constituency, in the order in which constituencies are first met."""
    held: dict[str, list[Priced]] = {}
    for one in listed:
        held.setdefault(one.constituency, []).append(one)
    return tuple(
        Costs(
            constituency=whose, suggestions=len(several), sums=added(several),
            unknown=sum(one.amount is None for one in several),
        )
        for whose, several in held.items()
    )  # fmt: skip


def added(several: Iterable[Priced]) -> tuple[tuple[str, Decimal], ...]:
    """Known amounts by currency."""
    sums: dict[str, Decimal] = {}
    for one in several:
        if one.amount is not None:
            sums[one.currency] = sums.get(one.currency, Decimal(0)) + one.amount
    return tuple(sorted(sums.items()))
