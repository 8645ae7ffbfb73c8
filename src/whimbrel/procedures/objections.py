"""The objections in a case, and whether a step may follow from what they have made of it."""

from collections.abc import Iterator
from datetime import date

from whimbrel.procedures.brought import values
from whimbrel.procedures.case import Case
from whimbrel.procedures.decide import Decided, Objection, decided
from whimbrel.procedures.procedure import Kind, Step, Verdict
from whimbrel.procedures.reason import Reason, because


def counting(case: Case, step: Step, at: date) -> Iterator[Reason]:
    """Whether objections have made of it what the step follows from."""
    if step.follows is None:
        return
    found = settled(case, at)
    met: bool | None = found.verdict is step.follows
    if found.verdict in (Verdict.UNKNOWN, Verdict.OPEN) and not met:
        met = None
    yield because(case.procedure.decision, found.reason.text, met)


def settled(case: Case, at: date) -> Decided:
    """What the objections in a case have made of it on a day. The Parties present, or all, are the
    values `parties_present` and `parties_all`."""
    rule = case.procedure.decision
    known = values(case, at)
    base = known.get("parties_all" if rule.kind is Kind.FRACTION_ALL else "parties_present")
    first = case.events[0].at if case.events else None
    return decided(
        rule, objections(case), base=base if isinstance(base, int) else None, at=at,
        opens=case.opens, asked=asked_on(case) or first,
    )  # fmt: skip


def asked_on(case: Case) -> date | None:
    """The day from which a silence period runs: that of the last step before an objection may
    come."""
    leads = {name for step in case.procedure.steps if step.objection for name in step.after}
    return next((one.at for one in reversed(case.events) if one.step in leads), None)


def objections(case: Case) -> tuple[Objection, ...]:
    """The objections in a case: by the `party` of the event, or by who did it. One with `withdrawn`
    takes an earlier one back."""
    steps = {step.id for step in case.procedure.steps if step.objection}
    found: dict[str, Objection] = {}
    for event in case.events:
        if event.step not in steps:
            continue
        party = str(event.said.get("party") or event.by)
        if event.said.get("withdrawn"):
            found.pop(party, None)
        elif party not in found:
            found[party] = Objection(by=party, on=event.at)
    return tuple(found.values())
