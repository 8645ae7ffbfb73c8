"""Options for a governing body side by side: questions that a delegate asks, over one fixed pool of
invented applicants. What is counted, assumed and simulated is told apart; people weigh."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from whimbrel.admission.ceiling import Ceiling, ceiling
from whimbrel.admission.option import Governs, Occasion, Openness, Option, admits, gives
from whimbrel.admission.outcomes import Becomes, become
from whimbrel.admission.pool import Pooled
from whimbrel.admission.scheme import Scheme
from whimbrel.procedures.burden import Assumed, Burden, burden, ours
from whimbrel.procedures.compare import Better, Cell, Row
from whimbrel.procedures.decide import least
from whimbrel.procedures.interval import NOTHING, Interval, middle, sure, total
from whimbrel.procedures.known import Known
from whimbrel.procedures.queue import Flow, Queued, queue

YEARS = 10
"""How far the queue is run."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """All that was found."""

    options: tuple[Option, ...]
    rows: tuple[Row, ...]
    becomes: tuple[Becomes, ...]
    queues: tuple[Queued, ...]
    ceilings: tuple[Ceiling, ...]
    openness: tuple[tuple[Openness, ...], ...]
    assumed: Assumed
    size: int
    seed: int
    opens: date
    present: int
    invented: bool = True
    """Nobody in the pool exists; false: somebody brought applicants of their own."""


def compare(
    options: tuple[Option, ...],
    pool: tuple[Pooled, ...],
    *,
    opens: date,
    present: int,
    every: int | None = None,
    assumed: Assumed | None = None,
    seed: int = 1,
    invented: bool = True,
) -> Compared:
    """The options over a pool; the first is what the others are compared with.

    `opens`: the first day of the meeting. `present`, `every`: Parties present, and all of them.
    ValueError: no option, or nobody in the pool.
    """
    if not options or not pool:
        raise ValueError("there is nothing to compare")
    figures = assumed or ours()
    becomes = become(options, pool, opens=opens, present=present)
    burdens = tuple(costs(one, pool, figures) for one in options)
    queues = tuple(
        queue(flow(one, each, cost, len(pool), figures), years=YEARS, seed=seed)
        for one, each, cost in zip(options, becomes, burdens, strict=True)
    )
    return Compared(
        options=options,
        rows=rows(options, becomes, burdens, queues, figures, present, every),
        becomes=becomes,
        queues=queues,
        ceilings=tuple(ceiling(admits(one)) for one in options),
        openness=tuple(one.openness for one in options),
        assumed=figures,
        size=len(pool),
        seed=seed,
        opens=opens,
        present=present,
        invented=invented,
    )


def procedure(one: Option) -> Scheme:
    """The scheme whose work an option makes: that of its standing, else that of admission."""
    return gives(one) or admits(one)


def costs(one: Option, pool: tuple[Pooled, ...], assumed: Assumed) -> tuple[Burden, ...]:
    """What each application costs under an option. A standing beside admission comes on top of
    it."""
    base, own = admits(one), gives(one)
    listed = [burden(base, each.applicant.values(), assumed) for each in pool]
    if own is None or one.governs is Governs.ADMISSION:
        return tuple(listed)
    more = [burden(own, each.applicant.values(), assumed) for each in pool]
    return tuple(plus(first, second) for first, second in zip(listed, more, strict=True))


def plus(first: Burden, second: Burden) -> Burden:
    """Both procedures for one body."""
    return Burden(
        documents=first.documents + second.documents,
        steps=first.steps + second.steps,
        applicant=first.applicant + second.applicant,
        secretariat=first.secretariat + second.secretariat,
        state=first.state + second.state,
    )


def flow(
    one: Option, becomes: Becomes, costs: tuple[Burden, ...], size: int, assumed: Assumed
) -> Flow:
    """The queue of an option: today's admitted hold its status at the start."""
    duty = next((each for each in procedure(one).duties if each.every_years), None)
    hold = becomes.standing or becomes.admitted
    loses = duty is not None and bool(duty.failing)
    return Flow(
        arrivals=assumed["arrivals"].interval,
        hours=mean([each.secretariat for each in costs]),
        capacity=assumed["capacity"].interval,
        holders=int(hold.point),
        admitted=hold.point / size,
        report_years=duty.every_years if duty is not None and loses else None,
        missed=assumed["missed-report"].interval if loses else None,
    )


def mean(listed: list[Interval]) -> Interval:
    """The mean of intervals."""
    return total(listed).times(1 / len(listed))


def rows(
    options: tuple[Option, ...],
    becomes: tuple[Becomes, ...],
    burdens: tuple[tuple[Burden, ...], ...],
    queues: tuple[Queued, ...],
    assumed: Assumed,
    present: int,
    every: int | None,
) -> tuple[Row, ...]:
    """The questions, in the order in which a delegate asks them."""
    known = [Known.SEEN if one.status is Known.SEEN else Known.PROPOSED for one in options]

    def counted(id_: str, unit: str, better: Better, values: list[Interval | None]) -> Row:
        cells = tuple(
            Cell(value=value, known=how) for value, how in zip(values, known, strict=True)
        )
        return Row(id=id_, unit=unit, better=better, cells=cells)

    def guessed(id_: str, unit: str, better: Better, values: list[Interval | None]) -> Row:
        cells = tuple(Cell(value=value, known=Known.ASSUMED) for value in values)
        return Row(id=id_, unit=unit, better=better, cells=cells)

    more, fewer, neither = Better.MORE, Better.FEWER, Better.NEITHER
    loads = [load(one, each, assumed) for one, each in zip(options, becomes, strict=True)]
    spent = [yearly(cost, own, assumed) for cost, own in zip(burdens, loads, strict=True)]
    papers, steps = every_of(burdens, "documents"), every_of(burdens, "steps")
    hours = {who: every_of(burdens, who) for who in ("applicant", "secretariat", "state")}
    return (
        counted("admitted", "applicants", more, [one.admitted for one in becomes]),
        counted("lost", "applicants", fewer, [lost(one) for one in becomes]),
        counted("gained", "applicants", more, [sure(len(one.gained)) for one in becomes]),
        counted("standing", "applicants", neither, [one.standing or NOTHING for one in becomes]),
        counted("blocking", "States", neither, [blocks(one, present, every) for one in options]),
        counted("documents", "documents", fewer, [spread(each) for each in papers]),
        counted("steps", "steps", fewer, [spread(each) for each in steps]),
        guessed("applicant-hours", "hours", fewer, [mean(each) for each in hours["applicant"]]),
        guessed("secretariat-hours", "hours", fewer, [mean(each) for each in hours["secretariat"]]),
        guessed("state-hours", "hours", fewer, [mean(each) for each in hours["state"]]),
        guessed("opportunity", "days", fewer, [opportunity(one, assumed) for one in options]),
        guessed("backlog", "applications", fewer, [one.backlog for one in queues]),
        guessed("wait", "years", fewer, [one.wait for one in queues]),
        guessed("holders", "bodies", neither, [one.holders for one in queues]),
        guessed("recurring", "hours a year", fewer, list(loads)),
        guessed("cost", "% of the budget", fewer, list(spent)),
        counted("openness", "facts public", more, [openness(one) for one in options]),
    )  # fmt: skip


def every_of(burdens: tuple[tuple[Burden, ...], ...], name: str) -> list[list[Any]]:
    """One figure of every application, by option."""
    return [[getattr(one, name) for one in each] for each in burdens]


def lost(one: Becomes) -> Interval:
    """Those no further paper could bring in, to all that are not in any more."""
    return Interval(low=one.refused, point=len(one.lost), high=len(one.lost))


def blocks(one: Option, present: int, every: int | None) -> Interval | None:
    """The least number of States that can keep a body out of a meeting: of one whose own State has
    to approve it, that State alone."""
    found = least(admits(one), present=present, every=every)
    if found.number is None:
        return None
    return Interval(
        low=1 if found.own_state else found.number, point=found.number, high=found.number
    )


def spread(values: list[int]) -> Interval:
    """From the fewest to the most over the pool."""
    return Interval(low=min(values), point=middle(values).point, high=max(values))


def opportunity(one: Option, assumed: Assumed) -> Interval:
    """Days from a wish to a decision: somebody may come just before the last day for it, or just
    after. The point is half a cycle."""
    name = {Occasion.MEETING: "cycle", Occasion.COMMITTEE: "committee-cycle"}.get(one.occasion)
    if name is None:
        return assumed["rolling-days"].interval
    asked = [each.days for each in procedure(one).deadlines if each.days is not None]
    notice, cycle = max(asked, default=0), assumed[name].interval
    return Interval(low=notice, point=notice + cycle.point / 2, high=notice + cycle.high)


def load(one: Option, becomes: Becomes, assumed: Assumed) -> Interval:
    """Hours of the secretariat a year that come back: reports and registers."""
    duties = [each for each in procedure(one).duties if each.every_years]
    register = any(each.id == "register" and each.public for each in one.openness)
    found = assumed["register-hours"].interval if register else NOTHING
    hold = becomes.standing or becomes.admitted
    for duty in duties:
        due = hold.times(1 / (duty.every_years or 1))
        if not duty.failing:
            due = due.by(assumed["voluntary-report"].interval)
        found = found + due.by(assumed["report-check-hours"].interval)
    return found


def yearly(costs: tuple[Burden, ...], recurring: Interval, assumed: Assumed) -> Interval | None:
    """What an option costs the secretariat in a year, as per cent of the budget."""
    hours = assumed["arrivals"].interval.by(mean([one.secretariat for one in costs])) + recurring
    share = hours.by(assumed["hour-cost"].interval).over(assumed["budget"].interval)
    return None if share is None else share.times(100)


def openness(one: Option) -> Interval | None:
    """How many facts are public; what is not known may be."""
    if not one.openness:
        return None
    public = sum(each.public for each in one.openness if each.status is not Known.UNKNOWN)
    unknown = sum(each.status is Known.UNKNOWN for each in one.openness)
    return Interval(low=public, point=public, high=public + unknown)
