"""One portfolio replayed under several policies: steps, documents, persons, hours, days, what each
would have missed. Counted by the rows of the packs and by assumed or measured figures; not known,
where a pack does not say."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from random import Random

from whimbrel.facts import load
from whimbrel.partnership.attributes import direction
from whimbrel.partnership.authority import who_may
from whimbrel.partnership.diligence import Needed, found, needed
from whimbrel.partnership.packs import by_id
from whimbrel.partnership.policy import Pack, Weight
from whimbrel.partnership.portfolio import Sample, bad, truth
from whimbrel.procedures.burden import Assumed, Assumption
from whimbrel.procedures.criterion import Values, holds
from whimbrel.procedures.interval import NOTHING, Interval, middle, total
from whimbrel.procedures.procedure import Step

RAISED = "substantial"
"""What a person is taken to rate a case at, once something escalating is found."""
SELDOM = ("amend", "renew", "suspend", "terminate")
"""Steps that not every case goes through; they are not counted."""
APART = ("attendance", "procurement")
"""Modalities that are no partnership."""
LOOKED = ("screen", "diligence", "mitigate", "review", "clear")
"""Steps whose hours wait in the queue of who does due diligence."""
RUNS = 200
"""How often the days are drawn."""
Measured = Mapping[tuple[str, str], Interval]
"""(pack, step) -> hours that were measured, in the place of those assumed."""


@cache
def ours() -> Assumed:
    """The figures that we assume."""
    return {one.id: one for one in load("policy/efforts.yaml", Assumption)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Played:
    """One case under one pack."""

    sample: Sample
    level: str | None
    """None: the pack does not say; then nothing else is known."""
    partnership: bool = True
    """False: it is on a track without due diligence, as taking part in meetings, and is no
    partnership; nothing of it is counted."""
    fast: bool = False
    escalated: bool = False
    """More was asked than category and modality alone would, or something was found."""
    stopped: bool = False
    """Something that excludes was found."""
    missed: bool | None = None
    """Whether the seeded fault was not looked for; None: there is none, or not known."""
    steps: int = 0
    documents: int = 0
    persons: int = 0
    hours: Interval = NOTHING
    """Of the secretariat, over the whole case."""
    looking: Interval = NOTHING
    """Those of them that wait for who does due diligence."""
    partner: Interval = NOTHING
    """Hours of the partner."""
    path: Interval = NOTHING
    """Days from need to signature, without waiting in the queue."""
    days: Interval = NOTHING
    """The same with the wait: the median of all runs, and the 5th and 95th of a hundred."""
    runs: tuple[float, ...] = ()
    """Days in each run."""
    by_step: tuple[tuple[str, Interval], ...] = ()
    """Hours of each step."""


def replay(
    pack: Pack,
    samples: tuple[Sample, ...],
    *,
    assumed: Assumed | None = None,
    measured: Measured | None = None,
    seed: int = 1,
) -> tuple[Played, ...]:
    """Every case under a pack, in the order in which they come in. The same cases, figures and seed
    give the same answer."""
    figures = assumed or ours()
    played = [play(pack, one, figures, measured or {}) for one in samples]
    return queued(played, figures, seed)


def play(pack: Pack, sample: Sample, assumed: Assumed, measured: Measured) -> Played:
    """One case under a pack, without its wait."""
    if sample.modality in APART:
        return Played(sample=sample, level=None, partnership=False)
    answers = truth(pack, sample)
    first, need, risk, stopped, raised = looked_into(pack, sample, answers)
    if need.level is None:
        return Played(sample=sample, level=None)
    way = direction(pack, sample.modality)
    values: dict[str, object] = {
        **answers, "category": sample.category, "modality": sample.modality, "level": need.level,
        "direction": way, "risk": risk, "value": sample.value or 0.0, "flags": (),
    }  # fmt: skip
    steps = tuple(
        one for one in pack.procedure.steps
        if one.id not in SELDOM and (one.concerns is None or holds(one.concerns, values))
    )  # fmt: skip
    above, may = heights(pack, sample, way, risk)
    hours = worked(pack, sample, need, steps, values, above, assumed, measured)
    fault = next((one for one in bad() if one.id == sample.fault), None)
    missed = None
    if fault is not None:
        shown = {one.id for one in (*need.questions, *need.criteria, *need.checks)}
        missed = not shown & {*fault.questions, *fault.criteria, *fault.checks}
    return Played(
        sample=sample,
        level=need.level,
        fast=by_id(pack.levels, need.level).fast,
        escalated=need.escalated or raised or first.level != need.level,
        stopped=stopped,
        missed=missed,
        steps=len(steps),
        documents=len(need.documents),
        persons=persons(need, may),
        hours=total(one for _, one in hours),
        looking=total(one for name, one in hours if name in LOOKED),
        partner=answering(need, assumed),
        path=path(steps, sample, above, assumed),
        by_step=hours,
    )


def looked_into(
    pack: Pack, sample: Sample, answers: Values
) -> tuple[Needed, Needed, str, bool, bool]:
    """What a case demands at first and once what is found has raised its risk; the risk; whether
    something excludes it, and whether something raised it."""
    risk = sample.risk
    told = {"category": sample.category, "modality": sample.modality, "value": sample.value}
    first = need = needed(pack, **told, risk=risk, answers=answers)  # type: ignore[arg-type]
    findings = found(pack, answers, **told, risk=risk)  # type: ignore[arg-type]
    bad_ones = [one for one in findings if one.good is False]
    raised = any(one.weight is Weight.ESCALATES for one in bad_ones)
    ranks = {one.id: one.rank for one in pack.risks}
    if raised and ranks.get(risk, 0) < ranks.get(RAISED, 0):
        risk = RAISED
        need = needed(pack, **told, risk=risk, answers=answers)  # type: ignore[arg-type]
        bad_ones = [one for one in found(pack, answers, **told, risk=risk)  # type: ignore[arg-type]
                    if one.good is False]  # fmt: skip
    stopped = any(one.weight is Weight.EXCLUDES for one in bad_ones)
    return first, need, risk, stopped, raised


def heights(pack: Pack, sample: Sample, way: str | None, risk: str) -> tuple[int, str]:
    """How many roles above the second an approval goes, and the lowest role that may; empty where
    the pack does not say."""
    found_ = who_may(
        pack, step="approve", value=sample.value or 0.0, direction=way, category=sample.category,
        risk=risk,
    )  # fmt: skip
    if not found_.roles:
        return 0, ""
    ladder = sorted(pack.roles, key=lambda one: one.rank)
    names = [one.id for one in ladder]
    return max(names.index(found_.roles[0]) - 1, 0), found_.roles[0]


def persons(need: Needed, may: str) -> int:
    """How many persons act for the secretariat: who asks and who approves, who assesses where there
    is anything to assess, and whoever stands above the Executive Secretary."""
    looked = need.level is not None and bool(need.questions or need.checks)
    outside = may in ("corporate-services", "partnership-committee", "executive-director")
    return 2 + looked + outside


def worked(
    pack: Pack, sample: Sample, need: Needed, steps: tuple[Step, ...], values: Values, above: int,
    assumed: Assumed, measured: Measured,
) -> tuple[tuple[str, Interval], ...]:  # fmt: skip
    """Hours of the secretariat by step."""
    hour = {name: one.interval for name, one in assumed.items()}
    counts = {
        "documents": hour["document-hours"].times(len(need.documents)),
        "screen": hour["check-hours"].times(len(need.checks)),
        "diligence": hour["question-hours"].times(len(need.questions))
        + hour["criterion-hours"].times(len(need.criteria)),
        "select": hour[f"select-{sample.selection}-hours"],
        "approve": hour["approve-hours"] + hour["role-hours"].times(above),
        "monitor": assured(pack, values, hour),
    }
    found_ = []
    for step in steps:
        own = measured.get((pack.id, step.id))
        usual = counts.get(step.id) or hour.get(f"{step.id}-hours", NOTHING)
        found_.append((step.id, usual if own is None else own))
    return tuple(found_)


def assured(pack: Pack, values: Values, hour: Mapping[str, Interval]) -> Interval:
    """Hours of visits and spot checks in a year, of a partner that is given money."""
    if values.get("direction") not in ("out", "both") or values.get("category") in ("un", "gov"):
        return NOTHING
    rows = [one for one in pack.assurance if holds(one.when, values)]
    return hour["visit-hours"].times(sum(one.visits for one in rows)) + hour["spot-hours"].times(
        sum(one.spot_checks for one in rows)
    )


def answering(need: Needed, assumed: Assumed) -> Interval:
    """Hours of the partner: its documents and the questions that it declares."""
    return assumed["partner-document-hours"].interval.times(len(need.documents)) + assumed[
        "partner-question-hours"
    ].interval.times(len(need.questions))


def path(steps: tuple[Step, ...], sample: Sample, above: int, assumed: Assumed) -> Interval:
    """Days of the longest way from need to signature: a step begins when the last of those before
    it that concern the case is done."""
    by = {one.id: one for one in steps}
    days = {name: one.interval for name, one in assumed.items()}
    done: dict[str, Interval] = {}

    def own(name: str) -> Interval:
        if name == "select":
            return days[f"select-{sample.selection}-days"]
        if name == "approve":
            return days["approve-days"] + days["role-days"].times(above)
        return days.get(f"{name}-days", NOTHING)

    def ends(name: str, way: frozenset[str]) -> Interval:
        if name not in done:
            before = [
                ends(one, way | {name}) for one in by[name].after if one in by and one not in way
            ]
            begins = Interval(
                low=max((one.low for one in before), default=0),
                point=max((one.point for one in before), default=0),
                high=max((one.high for one in before), default=0),
            )
            done[name] = begins + own(name)
        return done[name]

    return ends("sign", frozenset()) if "sign" in by else NOTHING


def queued(
    played: list[Played], assumed: Assumed, seed: int = 1, runs: int = RUNS
) -> tuple[Played, ...]:
    """The same with the wait for whoever does due diligence: one after the other, as they come in.
    Every run draws how long things take and how much can be done in a week; of all runs the median
    stands between the 5th and the 95th of a hundred."""
    chance = Random(seed)  # noqa: S311 (a simulation)
    capacity = assumed["capacity"].interval
    told: list[list[float]] = [[] for _ in played]
    for _ in range(runs):
        pace, work, week = (chance.random() for _ in range(3))
        for at, days in enumerate(waits(played, work, placed(capacity, week))):
            told[at].append(days + placed(played[at].path, pace))
    return tuple(
        replace(one, runs=tuple(days), days=middle(days))
        for one, days in zip(played, told, strict=True)
    )


def waits(played: list[Played], work: float, week: float) -> list[float]:
    """Days that each waits, where so many hours are done in a week of seven days. `work`: where
    between the fewest and the most the hours are, from 0 to 1."""
    free, found_ = 0.0, []
    for one in played:
        hours = placed(one.looking, work)
        begins = max(float(one.sample.opened), free)
        found_.append(begins - one.sample.opened if hours else 0.0)
        free = begins + 7 * hours / week if hours else free
    return found_


def placed(one: Interval, share: float) -> float:
    """The value that a share of all draws stays below, where those near the point are drawn most
    often: a triangle."""
    wide = one.high - one.low
    if wide == 0:
        return one.low
    peak = (one.point - one.low) / wide
    if share < peak:
        return one.low + wide * math.sqrt(share * peak)
    return one.high - wide * math.sqrt((1 - share) * (1 - peak))
