"""A fixed portfolio of invented cases over which policies are replayed: drawn from assumed shares
with a seed, some of them with a fault that is known, so that it can be told which policy would have
looked where it shows. Nobody in it exists."""

from dataclasses import dataclass, field, replace
from functools import cache
from random import Random
from typing import ClassVar

from whimbrel.facts import load
from whimbrel.partnership.policy import Mark, Named, Pack, Question
from whimbrel.procedures.known import STRICT, Known
from whimbrel.procedures.shares import shared

SMALLEST, LARGEST, USUAL = 1, 5_000, 240


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """One kind of cases."""

    __pydantic_config__: ClassVar = STRICT
    category: str
    modality: str
    share: float
    value: tuple[float, float, float] | None = None
    """US dollars from, most often, to; None: no money."""
    relied: float = 0.0
    """Share that another UN body has verified."""
    direct: float = 0.0
    """Share that is chosen directly."""
    sector: float = 0.0
    """Share that works in a sector of risk to migratory species."""
    profit: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Strata:
    """`facts/policy/portfolio.yaml`."""

    __pydantic_config__: ClassVar = STRICT
    source: str
    status: Known
    kinds: tuple[Share, ...]
    risk: dict[str, float]
    bad: float
    """Share of cases with a seeded fault."""
    days: int
    """Over how many days they come in."""
    names: "Names"


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What invented names are made of."""

    __pydantic_config__: ClassVar = STRICT
    first: tuple[str, ...]
    last: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bad(Named):
    """A fault that is seeded, with the rows that show it to whoever looks."""

    __pydantic_config__: ClassVar = STRICT
    questions: tuple[str, ...] = ()
    criteria: tuple[str, ...] = ()
    checks: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    """Categories that may have it; empty: all that are looked into."""
    directions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """One invented case."""

    id: str
    partner: str
    category: str
    modality: str
    value: float | None
    """US dollars; None: no money."""
    risk: str
    """As a person would rate it before anything is found."""
    selection: str
    opened: int
    """The day on which it comes in, counted from the first."""
    traits: dict[str, object] = field(default_factory=dict)
    """What is so about it beyond its answers: `profit`, `relied_on`, `risky-sector`."""
    fault: str = ""
    """Id of the seeded fault; empty: none."""


@cache
def strata() -> Strata:
    """The shares."""
    return load("policy/portfolio.yaml", Strata)[0]


@cache
def bad() -> tuple[Bad, ...]:
    """The faults that are seeded."""
    return load("policy/bad.yaml", Bad)


SPARED = ("attendance",)
"""Modalities in which no fault is seeded: nobody is looked into there."""
UNLOOKED = ("un", "gov", "igo")
"""Categories in which none is seeded."""


def portfolio(size: int = USUAL, *, seed: int = 1) -> tuple[Sample, ...]:
    """So many invented cases, in the order in which they come in. The same size and seed give the
    same cases. ValueError: a size that is not from 1 to 5,000."""
    if not SMALLEST <= size <= LARGEST:
        raise ValueError(f"a portfolio of {size}: from {SMALLEST} to {LARGEST:,}")
    known, chance = strata(), Random(seed)  # noqa: S311 (a simulation)
    counts = shared(size, [one.share for one in known.kinds])
    kinds = [one for one, n in zip(known.kinds, counts, strict=True) for _ in range(n)]
    chance.shuffle(kinds)
    days = sorted(chance.randrange(known.days) for _ in kinds)
    drawn_ = [
        drawn(number, share, day, known, chance)
        for number, (share, day) in enumerate(zip(kinds, days, strict=True), start=1)
    ]
    return seeded(drawn_, known, chance)


def drawn(number: int, share: Share, day: int, known: Strata, chance: Random) -> Sample:
    """One case without a fault."""
    last = known.names.last[share.category]
    value = None
    if share.value is not None:
        low, point, high = share.value
        value = float(round(chance.triangular(low, high, point), -2))
    risks = list(known.risk)
    traits: dict[str, object] = {
        "profit": "profit" if share.profit else "non-profit",
        "relied_on": chance.random() < share.relied,
        "risky-sector": chance.random() < share.sector,
    }
    return Sample(
        id=f"case-{number:04d}",
        partner=f"{chance.choice(known.names.first)} {chance.choice(last)}",
        category=share.category,
        modality=share.modality,
        value=value,
        risk=chance.choices(risks, [known.risk[one] for one in risks])[0],
        selection="direct" if chance.random() < share.direct else "open",
        opened=day,
        traits=traits,
    )


def seeded(listed: list[Sample], known: Strata, chance: Random) -> tuple[Sample, ...]:
    """The cases with faults in some of them, each fault in turn as far as it fits."""
    open_ = [
        at for at, one in enumerate(listed)
        if one.modality not in SPARED and one.category not in UNLOOKED
    ]  # fmt: skip
    chance.shuffle(open_)
    found, turn = list(listed), list(bad())
    for at in open_[: round(known.bad * len(listed))]:
        fitting = next((one for one in turn if fits(one, found[at])), None)
        if fitting is None:
            continue
        turn.remove(fitting)
        turn.append(fitting)
        found[at] = replace(found[at], fault=fitting.id)
    return tuple(found)


def fits(one: Bad, sample: Sample) -> bool:
    """Whether a case can have a fault."""
    money = "out" if sample.modality in ("small-grant", "implementation") else "other"
    in_category = not one.categories or sample.category in one.categories
    return in_category and (not one.directions or money in one.directions)


def truth(pack: Pack, sample: Sample) -> dict[str, object]:
    """What an honest look at a case would answer to every question and criterion of a pack: all is
    well, but for its fault. A row that is answered otherwise than by one value stays open."""
    fault = next((one for one in bad() if one.id == sample.fault), None)
    answers: dict[str, object] = {}
    for row in pack.questions:
        answers |= answer(row, fault is not None and row.id in fault.questions)
    for mark in pack.criteria:
        answers |= answer(mark, fault is not None and mark.id in fault.criteria)
    return {**answers, **sample.traits}


def answer(row: Question | Mark, wrong: bool) -> dict[str, object]:
    """The answer to one row: good, or bad."""
    test = row.good if isinstance(row, Question) else row.test
    if test.attribute != row.id or not isinstance(test.equals, bool):
        return {}
    good = test.equals if isinstance(row, Question) else not test.equals
    return {row.id: not good if wrong else good}
