"""The ways through the steps of a procedure."""

from collections.abc import Iterable

from whimbrel.procedures.procedure import Step


def reachable(steps: Iterable[Step], *, without: str = "") -> set[str]:
    """The steps that can be done at some time, one of those that they come after first. `without`:
    as if that one could never be done."""
    listed = [one for one in steps if one.id != without]
    found = {one.id for one in listed if not one.after}
    while more := {one.id for one in listed if found & set(one.after)} - found:
        found |= more
    return found


def onward(steps: Iterable[Step], done: Iterable[str]) -> set[str]:
    """Some steps, with all that may follow once they are done. What is done stays done, so a loop
    is left by any step that comes after what was done before it."""
    listed, found = tuple(steps), set(done)
    while more := {one.id for one in listed if found & set(one.after)} - found:
        found |= more
    return found


def always_before(steps: Iterable[Step], name: str) -> set[str]:
    """The steps without which one cannot be done, itself among them."""
    listed = tuple(steps)
    return {one.id for one in listed if name not in reachable(listed, without=one.id)}


def stuck(steps: Iterable[Step]) -> set[str]:
    """The steps after which no way may lead to an end. One that comes after an end, as what becomes
    of a status, has it behind it and may go on for ever."""
    listed = tuple(steps)
    ends = {one.id for one in listed if one.ends}
    return {one.id for one in listed if not ends & onward(listed, always_before(listed, one.id))}
