"""What a procedure costs: documents, steps and hours, from assumed figures; so everything here is
an interval."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import ClassVar

from whimbrel.facts import load
from whimbrel.procedures.criterion import Effect, Values, holds
from whimbrel.procedures.interval import NOTHING, Interval, total
from whimbrel.procedures.known import STRICT, Known, Text
from whimbrel.procedures.procedure import Actor, Procedure


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumption:
    """A figure that somebody assumed: `facts/options/assumptions.yaml`."""

    __pydantic_config__: ClassVar = STRICT
    id: str
    of: str
    """Whose or what it is: `applicant`, `secretariat`, `State`, `queue`, `calendar`, `money`."""
    unit: str
    low: float
    point: float
    high: float
    text: Text
    status: Known = Known.ASSUMED
    source: str

    @property
    def interval(self) -> Interval:
        """From low to high."""
        return Interval(low=self.low, point=self.point, high=self.high)


Assumed = Mapping[str, Assumption]


@cache
def ours() -> Assumed:
    """The figures that we assume."""
    return {one.id: one for one in load("options/assumptions.yaml", Assumption)}


def with_others(
    given: Mapping[str, tuple[float, float, float]], base: Assumed | None = None
) -> Assumed:
    """Those of `base`, or ours, with what somebody else assumes in their place. KeyError: a figure
    that nobody asks for. ValueError: not in order, or negative."""
    found = dict(ours() if base is None else base)
    for name, (low, point, high) in given.items():
        if name not in found:
            raise KeyError(name)
        if not 0 <= low <= point <= high:
            raise ValueError(f"{name}: {low}, {point}, {high} are not in order from 0 on")
        found[name] = replace(
            found[name], low=low, point=point, high=high, source="assumed by who asked"
        )
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Burden:
    """What one application costs."""

    documents: int
    steps: int
    applicant: Interval
    """Hours."""
    secretariat: Interval
    state: Interval


def burden(procedure: Procedure, values: Values, assumed: Assumed) -> Burden:
    """What one application under a procedure costs whom, in hours. A line that need not concern
    this applicant is not counted; one of which that is not known is."""
    papers = [
        one for one in procedure.documents
        if one.status is not Known.UNKNOWN
        and (one.concerns is None or holds(one.concerns, values) is not False)
    ]  # fmt: skip
    steps = [
        one for one in procedure.steps
        if one.concerns is None or holds(one.concerns, values) is not False
    ]  # fmt: skip
    certified = sum(one.certified for one in papers)
    hours = {name: one.interval for name, one in assumed.items()}
    states, waits = any(one.by is Actor.STATE for one in steps), approving(procedure)
    by_state, looked = states and waits, states and not waits
    committee = any(one.by is Actor.COMMITTEE for one in steps)
    applicant = [
        hours["form-hours"],
        hours["document-hours"].times(len(papers) - certified),
        hours["certified-hours"].times(certified),
        hours["approval-hours-applicant"] if by_state else NOTHING,
    ]
    secretariat = [
        hours["check-hours"],
        hours["document-check-hours"].times(len(papers)),
        hours["approval-hours-secretariat"] if by_state else NOTHING,
        hours["committee-hours"] if committee else NOTHING,
    ]
    state = [
        hours["approval-hours-state"] if by_state else NOTHING,
        hours["review-hours-state"] if looked or committee else NOTHING,
    ]
    return Burden(
        documents=len(papers),
        steps=len([one for one in steps if not one.again]),
        applicant=total(applicant),
        secretariat=total(secretariat),
        state=total(state),
    )


def approving(procedure: Procedure) -> bool:
    """Whether a State is asked for its approval: a criterion waits for it. Else it only looks."""
    return any(one.effect is Effect.WAIT for one in procedure.criteria)
