"""Partners that conventions share, and the processes in which they meet.

A partner is shared where it took part in engagements, or is a party to agreements, together with
two or more conventions; ours takes part in every engagement on its record. A process is a body that
others meet in: a liaison group, partnership, platform, mechanism, initiative, network, programme.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from whimbrel.synergy.matter import Matter, Ref, Who

PROCESSES = frozenset({
    "liaison-group", "partnership", "expert-platform", "funding-mechanism", "initiative", "network",
    "programme", "regional-ministerial-forum", "un-coordination-mechanism", "working-group",
    "campaign", "un-governing-body", "steering-committee",
})  # fmt: skip
"""Kinds of body that others meet in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """A body with the conventions that it works with."""

    partner: Ref
    kind: str
    conventions: tuple[str, ...]
    engagements: int
    agreements: int
    last: str
    """As exact as known; empty where no engagement has a date."""
    beside: tuple[Ref, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tied:
    """A partner in a process."""

    partner: Ref
    process: Ref
    times: int
    """Engagements of both, and seats of the one in the other."""
    role: str
    """As a member, where that is on record."""
    beside: tuple[Ref, ...]


def shared(matter: Matter) -> tuple[Shared, ...]:
    """The partners that two or more conventions share, those of the most conventions first."""
    who: dict[str, Who] = {}
    conventions: defaultdict[str, set[str]] = defaultdict(set)
    refs: defaultdict[str, list[Ref]] = defaultdict(list)
    counts: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0])
    last: defaultdict[str, str] = defaultdict(str)
    for one in matter.deeds:
        for body in one.bodies:
            who[body.key] = body
            conventions[body.key] |= {matter.own} | (one.conventions - {body.convention})
            refs[body.key].append(one.ref)
            counts[body.key][0] += 1
            last[body.key] = max(last[body.key], one.until or one.since)
    for accord in matter.accords:
        for body in accord.parties:
            who[body.key] = body
            conventions[body.key] |= accord.conventions - {body.convention}
            refs[body.key].append(accord.ref)
            counts[body.key][1] += 1
    found = [
        Shared(
            partner=who[key].ref, kind=who[key].kind, conventions=tuple(sorted(met - {""})),
            engagements=counts[key][0], agreements=counts[key][1], last=last[key],
            beside=tuple(refs[key]),
        )
        for key, met in conventions.items()
        if len(met - {""}) > 1 and who[key].convention != matter.own
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda one: (-len(one.conventions), -one.engagements,
                                                one.partner.words)))  # fmt: skip


def tied(matter: Matter) -> tuple[Tied, ...]:
    """Who takes part in which process, the most often first."""
    refs: defaultdict[tuple[str, str], list[Ref]] = defaultdict(list)
    who: dict[str, Who] = {}
    roles: dict[tuple[str, str], str] = {}
    for one in matter.deeds:
        for partner, process in pairs(one.bodies):
            who[partner.key], who[process.key] = partner, process
            refs[partner.key, process.key].append(one.ref)
    for seat in matter.sittings:
        key = (seat.member.key, seat.group.key)
        who[seat.member.key], who[seat.group.key] = seat.member, seat.group
        roles[key] = seat.role
    found = [
        Tied(
            partner=who[key[0]].ref, process=who[key[1]].ref,
            times=len(refs.get(key, ())) + (key in roles), role=roles.get(key, ""),
            beside=tuple(refs.get(key, ())),
        )
        for key in dict.fromkeys((*refs, *roles))
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda one: (-one.times, one.process.words, one.partner.words)))


def pairs(bodies: Iterable[Who]) -> Iterable[tuple[Who, Who]]:
    """(partner, process) among those who took part in one engagement."""
    every = tuple(bodies)
    for process in every:
        if process.kind in PROCESSES:
            for partner in every:
                if partner.kind not in PROCESSES:
                    yield partner, process
