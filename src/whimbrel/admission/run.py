"""A scheme as its cases are run here. The steps of most schemes were noted to be compared; where
they are not those that a case goes through in this house, ours take their place, and say so."""

from dataclasses import replace

from whimbrel.admission.scheme import Scheme
from whimbrel.facts import load
from whimbrel.procedures.criterion import Effect
from whimbrel.procedures.procedure import Actor, Step

FIRST = "send"
"""The step that every case begins with; a scheme that has it is run by its own steps."""
REPORT = "report-"
"""How the step is called by which a body does a duty that comes again; the duty follows."""
OF_STATE = ("request-approval", "approve", "refuse-approval")
OF_DECIDER = ("admit", "refuse", "defer")


def as_run(scheme: Scheme) -> Scheme:
    """The scheme with the steps by which its cases are run."""
    if any(one.id == FIRST for one in scheme.steps):
        return scheme
    waits = [one for one in scheme.criteria if one.effect is Effect.WAIT]
    kept = [one for one in load("admitting/steps.yaml", Step) if waits or one.id not in OF_STATE]
    if scheme.validity.meeting:
        kept = [one for one in kept if one.id != "renew"]
    steps = (*(fitted(one, scheme) for one in kept), *reports(scheme))
    return replace(scheme, steps=steps)


def reports(scheme: Scheme) -> tuple[Step, ...]:
    """A step for each duty that comes again: by it the record knows when it was done last."""
    form = load("admitting/reporting.yaml", Step)[0]
    return tuple(
        replace(form, id=f"{REPORT}{one.id}", fulfils=one.id)
        for one in scheme.duties
        if one.every_years is not None
    )


def fitted(step: Step, scheme: Scheme) -> Step:
    """A step of ours, with what the scheme says of it: its deadline, whom it concerns, what it
    needs and who decides."""
    waits = [one for one in scheme.criteria if one.effect is Effect.WAIT]
    if step.id == FIRST:
        return replace(
            step, deadline=next((one.deadline for one in scheme.steps if not one.after), "")
        )
    if step.id in OF_STATE:
        return replace(step, concerns=waits[0].concerns)
    if step.id in OF_DECIDER:
        needs = tuple(one.id for one in waits) if step.id == "admit" else ()
        return replace(step, by=decider(scheme), needs=needs)
    return step


def decider(scheme: Scheme) -> Actor:
    """Who decides under a scheme."""
    return next((one.by for one in scheme.steps if one.id == "admit"), Actor.DECIDER)
