"""How the lines of a procedure name each other: ids that name nothing or two things, steps that
nothing leads to, a process that does not end."""

from collections import Counter
from collections.abc import Iterable, Iterator

from whimbrel.procedures.criterion import Test
from whimbrel.procedures.known import Line
from whimbrel.procedures.paths import reachable, stuck
from whimbrel.procedures.procedure import Procedure

Found = Iterator[tuple[str, str]]
"""(place, cause) of each mistake."""
TOGETHER = (
    ("criteria", "documents"), ("deadlines",), ("steps",), ("rights",), ("duties",), ("fees",),
    ("gaps",),
)  # fmt: skip
"""Parts whose ids are named together."""


def twice(procedure: Procedure) -> Found:
    """Ids that are there twice. Criteria and documents are named together by `needs`."""
    for names in TOGETHER:
        listed = [
            (f"{name}.{number}.id", one.id)
            for name in names
            for number, one in enumerate(getattr(procedure, name))
        ]
        seen: Counter[str] = Counter()
        for place, name in listed:
            seen[name] += 1
            if seen[name] > 1:
                yield place, f"a second one has the id {name}"


def names(procedure: Procedure) -> Found:
    """Ids that name nothing."""
    criteria = ids(procedure.criteria)
    steps = ids(procedure.steps)
    for number, step in enumerate(procedure.steps):
        place = f"steps.{number}"
        yield from named(place + ".after", step.after, steps, "step")
        either = criteria | ids(procedure.documents)
        yield from named(place + ".needs", step.needs, either, "criterion or document")
        deadline = (step.deadline,) if step.deadline else ()
        yield from named(place + ".deadline", deadline, ids(procedure.deadlines), "deadline")
        duty = (step.fulfils,) if step.fulfils else ()
        yield from named(place + ".fulfils", duty, ids(procedure.duties), "duty")
    for number, line in enumerate(procedure.deadlines):
        after = (line.after,) if line.after else ()
        yield from named(f"deadlines.{number}.after", after, steps, "step")
    for number, document in enumerate(procedure.documents):
        shows = (document.shows,) if document.shows else ()
        yield from named(f"documents.{number}.shows", shows, criteria, "criterion")
    asked = {one for line in procedure.criteria for one in attributes(line.test)}
    for number, gap in enumerate(procedure.gaps):
        yield from named(f"gaps.{number}.attributes", gap.attributes, asked, "attribute")
    states = {step.state for step in procedure.steps}
    for part in ("rights", "duties"):
        for number, right in enumerate(getattr(procedure, part)):
            yield from named(f"{part}.{number}.of", (right.of,), states, "state of a step")


def named(place: str, asked: Iterable[str], known: set[str], what: str) -> Found:
    """Those of some names that are not known."""
    for one in asked:
        if one not in known:
            listed = ", ".join(sorted(filter(None, known))) or "there is none"
            yield place, f"{one} is no {what} of this procedure ({listed})"


def attributes(test: Test) -> Iterator[str]:
    """The attributes that a test asks."""
    if test.attribute:
        yield test.attribute
    for one in (*test.all, *test.any, *((test.negated,) if test.negated else ())):
        yield from attributes(one)


def ids(lines: Iterable[Line]) -> set[str]:
    """The ids of some lines."""
    return {one.id for one in lines}


def order(procedure: Procedure) -> Found:
    """Steps that come after themselves, that nothing leads to, or whose deadline is counted from
    what comes later."""
    deadlines = {one.id: one for one in procedure.deadlines}
    begun = reachable(procedure.steps)
    for number, step in enumerate(procedure.steps):
        if step.id in step.after:
            yield f"steps.{number}.after", f"{step.id} comes after itself"
        elif step.id not in begun:
            cause = f"nothing leads to {step.id}: what it comes after can never be done first"
            yield f"steps.{number}.after", cause
        line = deadlines.get(step.deadline)
        if line is None or not line.after:
            continue
        without = reachable(procedure.steps, without=step.id)
        if line.after in begun and line.after not in without:
            cause = f"it is counted from {line.after}, which comes only after {step.id}"
            yield f"steps.{number}.deadline", cause


def whole(procedure: Procedure) -> Found:
    """A process that has no beginning or no end."""
    if not procedure.steps:
        yield "steps", "there is none, so no case could be begun or ended"
        return
    if all(step.after for step in procedure.steps):
        yield "steps", "none opens a case: one must have no `after`"
    if not any(step.ends for step in procedure.steps):
        yield "steps", "none of them ends the case (`ends: true`)"


def ending(procedure: Procedure) -> Found:
    """Steps after which a case may never end. A loop is good as long as a way leads out of it."""
    without_end = stuck(procedure.steps)
    for number, step in enumerate(procedure.steps):
        if step.id in without_end:
            yield f"steps.{number}", f"from {step.id} no way leads to an end"
