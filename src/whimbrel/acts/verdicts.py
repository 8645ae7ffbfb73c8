"""Carry verdicts over to a revision: what a person said of a fact they say of the same fact in the
same words, and are not asked again."""

from whimbrel.register.models import Reading, Version


def carried_over(fresh: list[Reading], before: Version | None) -> list[Reading]:
    """The readings of a version, not kept yet, with the verdicts of the one that it follows. What
    was rejected under the same name or in the same words is not sure, if it is not the same."""
    if before is None:
        return fresh
    judged = list(before.readings.exclude(state=Reading.State.PROPOSED))
    known = {(one.kind, one.key): one for one in judged}
    out = [one for one in judged if one.state == Reading.State.REJECTED]
    rejected = {(one.kind, one.key) for one in out}
    quoted = {(one.kind, one.words) for one in out if one.words}
    for one in fresh:
        old = known.get((one.kind, one.key))
        if old is not None and old.words == one.words:
            one.state, one.corrected, one.reason = old.state, old.corrected, old.reason
            one.by, one.at, one.change = old.by, old.at, old.change
        elif (one.kind, one.key) in rejected or (one.kind, one.words) in quoted:
            one.sure = False
    return fresh
