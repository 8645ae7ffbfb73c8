"""Several policies side by side over one portfolio: rows are questions that a delegate asks,
columns are policies, cells are intervals or not known. Nothing is summed into one score."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import mean, median

from whimbrel.partnership.policy import Pack
from whimbrel.partnership.portfolio import USUAL, Sample, bad, portfolio
from whimbrel.partnership.replay import RUNS, Measured, Played, ours, replay
from whimbrel.procedures.burden import Assumed
from whimbrel.procedures.compare import Better, Cell, Row
from whimbrel.procedures.interval import Interval, middle, sure
from whimbrel.procedures.known import Known

SMALL = "small-grant"
GIVEN = ("out", "both")
Counted = tuple[Played, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Replayed:
    """A replay under several policies."""

    packs: tuple[Pack, ...]
    rows: tuple[Row, ...]
    played: tuple[tuple[Played, ...], ...]
    """By pack, the cases in their order."""
    samples: tuple[Sample, ...]
    assumed: Assumed
    seed: int
    measured: tuple[tuple[str, str], ...] = ()
    """(pack, step) of which hours were measured and not assumed."""


def compare(
    packs: Sequence[Pack],
    samples: tuple[Sample, ...] | None = None,
    *,
    size: int = USUAL,
    seed: int = 1,
    assumed: Assumed | None = None,
    measured: Measured | None = None,
) -> Replayed:
    """One portfolio under several policies; the first is what the others are held against.
    ValueError: no policy, or a size of none."""
    if not packs:
        raise ValueError("there is no policy to replay")
    cases = portfolio(size, seed=seed) if samples is None else samples
    figures = assumed or ours()
    played = tuple(
        replay(one, cases, assumed=figures, measured=measured, seed=seed) for one in packs
    )
    return Replayed(
        packs=tuple(packs),
        rows=tuple(row(kind, packs, played, figures) for kind in KINDS),
        played=played,
        samples=cases,
        assumed=figures,
        seed=seed,
        measured=tuple(measured or {}),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One question, and how it is answered from the cases under a policy."""

    id: str
    unit: str
    better: Better
    answer: Callable[[Counted, Assumed], Interval | None]
    assumed: bool = False
    """Whether assumed figures are in it."""
    partial: bool = False
    """Whether it is answered although the policy leaves cases open."""


def row(kind: Asked, packs: Sequence[Pack], played: Sequence[Counted], assumed: Assumed) -> Row:
    """One question with the answer of each policy."""
    return Row(
        id=kind.id,
        unit=kind.unit,
        better=kind.better,
        cells=tuple(
            cell(kind, pack, one, assumed) for pack, one in zip(packs, played, strict=True)
        ),
    )


def cell(kind: Asked, pack: Pack, played: Counted, assumed: Assumed) -> Cell:
    """One answer. Where a policy leaves one case open nothing is told of all of them."""
    cases = tuple(one for one in played if one.partnership)
    silent = any(one.level is None for one in cases)
    if silent and not kind.partial:
        return Cell(value=None, known=Known.UNKNOWN, note="pack-silent")
    value = kind.answer(cases, assumed)
    if pack.draft:
        known = Known.PROPOSED
    else:
        known = Known.ASSUMED if kind.assumed or pack.status is not Known.SEEN else Known.SEEN
    return Cell(value=value, known=known, note="" if value is not None else "none-of-them")


def average(values: Iterable[float]) -> Interval | None:
    """The mean of what was counted, to the digit to which it is printed; None: there is nothing."""
    listed = list(values)
    return sure(round(mean(listed), 1)) if listed else None


def averages(values: Iterable[Interval]) -> Interval | None:
    """The mean of several intervals, end by end."""
    listed = list(values)
    if not listed:
        return None
    return Interval(
        low=mean(one.low for one in listed),
        point=mean(one.point for one in listed),
        high=mean(one.high for one in listed),
    )


def share(cases: Counted, holds: Callable[[Played], object]) -> Interval | None:
    """Of a hundred cases, how many."""
    return average(100.0 * bool(holds(one)) for one in cases)


def known_cases(cases: Counted, _: Assumed) -> Interval | None:
    """Of a hundred cases, of how many the policy says enough."""
    return share(cases, lambda one: one.level is not None)


def days(cases: Counted, _: Assumed) -> Interval | None:
    """Days of the case in the middle: over all runs."""
    if not cases:
        return None
    return middle(median(one.runs[at] for one in cases) for at in range(RUNS))


def slow(cases: Counted, _: Assumed) -> Interval | None:
    """Days that nine of ten cases stay below: over all runs."""
    if not cases:
        return None
    at_nine = int(0.9 * (len(cases) - 1))
    return middle(sorted(one.runs[at] for one in cases)[at_nine] for at in range(RUNS))


def cost(cases: Counted, assumed: Assumed, only: str = "") -> Interval | None:
    """What the hours of the secretariat cost, as a share of what is given, of a hundred: of the
    case in the middle, end by end."""
    rate = assumed["hour-cost"].interval
    told = [
        one.hours.by(rate).times(100.0 / one.sample.value)
        for one in cases
        if one.sample.value and one.sample.modality in ((only,) if only else OUTGOING)
    ]
    if not told:
        return None
    return Interval(
        low=median(one.low for one in told),
        point=median(one.point for one in told),
        high=median(one.high for one in told),
    )


OUTGOING = ("small-grant", "implementation")


def small_hours(cases: Counted, _: Assumed) -> Interval | None:
    """Hours of the secretariat for a small grant."""
    return averages(one.hours for one in cases if one.sample.modality == SMALL)


def missed(cases: Counted, _: Assumed) -> Interval | None:
    """Seeded faults that the policy does not look for."""
    seeded = [one for one in cases if one.sample.fault]
    return sure(sum(one.missed is True for one in seeded)) if seeded else None


KINDS: tuple[Asked, ...] = (
    Asked(id="known", unit="percent", better=Better.MORE, answer=known_cases, partial=True),
    Asked(id="steps", unit="steps", better=Better.FEWER,
          answer=lambda cases, _: average(one.steps for one in cases)),
    Asked(id="documents", unit="documents", better=Better.FEWER,
          answer=lambda cases, _: average(one.documents for one in cases)),
    Asked(id="persons", unit="persons", better=Better.FEWER,
          answer=lambda cases, _: average(one.persons for one in cases)),
    Asked(id="hours", unit="hours", better=Better.FEWER, assumed=True,
          answer=lambda cases, _: averages(one.hours for one in cases)),
    Asked(id="small-hours", unit="hours", better=Better.FEWER, assumed=True, answer=small_hours),
    Asked(id="partner-hours", unit="hours", better=Better.FEWER, assumed=True,
          answer=lambda cases, _: averages(one.partner for one in cases)),
    Asked(id="days", unit="days", better=Better.FEWER, assumed=True, answer=days),
    Asked(id="slow-days", unit="days", better=Better.FEWER, assumed=True, answer=slow),
    Asked(id="fast", unit="percent", better=Better.NEITHER,
          answer=lambda cases, _: share(cases, lambda one: one.fast)),
    Asked(id="escalated", unit="percent", better=Better.NEITHER,
          answer=lambda cases, _: share(cases, lambda one: one.escalated)),
    Asked(id="missed", unit="faults", better=Better.FEWER, answer=missed),
    Asked(id="cost", unit="percent", better=Better.FEWER, assumed=True, answer=cost),
    Asked(id="small-cost", unit="percent", better=Better.FEWER, assumed=True,
          answer=lambda cases, assumed: cost(cases, assumed, SMALL)),
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class FaultRow:
    """One kind of seeded fault, with how many each policy does not look for."""

    id: str
    of: int
    missed: tuple[int | None, ...]
    """By policy; None: it does not say."""


def faults_missed(found: Replayed) -> tuple[FaultRow, ...]:
    """Every kind of seeded fault that the portfolio has."""
    rows = []
    for one in bad():
        columns = [
            [each for each in played if each.sample.fault == one.id] for played in found.played
        ]
        if not columns[0]:
            continue
        rows.append(
            FaultRow(
                id=one.id,
                of=len(columns[0]),
                missed=tuple(
                    None
                    if any(each.level is None for each in listed)
                    else sum(each.missed is True for each in listed)
                    for listed in columns
                ),
            )
        )
    return tuple(rows)
