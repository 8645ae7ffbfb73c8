"""Which States to invite in: not Parties yet, and near to the treaty for reasons with a source."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from whimbrel.synergy.answer import Answer, Count, Said, said
from whimbrel.synergy.listings import Listed, in_force
from whimbrel.synergy.parties import UNION, dates, named, nothing, sources
from whimbrel.synergy.parties import PartyRow as Row
from whimbrel.synergy.status import Assertion, Standing, Status, standings
from whimbrel.synergy.taxa import LOW


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A State that is not a Party, and what brings it near."""

    party: str
    standing: Standing
    """To the treaty itself: it may have signed, or sources may be in conflict."""
    family: tuple[str, ...]
    """Agreements under the treaty that it is a Party to."""
    sisters: tuple[str, ...]
    """Other conventions that it is a Party to."""
    range_of: int | None
    """How many taxa that the treaty lists live there by the lists given; None: not known."""
    promoted: tuple[str, ...] = ()
    """Past work on its accession, in words."""


def accession(
    assertions: Iterable[Assertion],
    treaty: str,
    *,
    family: Sequence[str] = (),
    sisters: Sequence[str] = (),
    lists: Iterable[Listed] = (),
    promoted: Mapping[str, Sequence[str]] | None = None,
    within: Collection[str] | None = None,
    goal: int | None = None,
    at: date | None = None,
) -> Answer[Candidate]:
    """The States that are not Parties to a treaty and that the data know, nearest first: by how
    many agreements of its family, then sister conventions, then listed taxa in their range.

    A State is never left out for a conflict: it is here with its sources. `goal` is a number of
    Parties to come up to. KeyError for a treaty of which the data hold nothing.
    """
    asked, lists = (treaty, *family, *sisters), tuple(lists)
    mine = [one for one in assertions if one.treaty in asked]
    if treaty not in {one.treaty for one in mine}:
        raise KeyError(treaty)
    found = standings(mine, at)
    range_of = ranges(lists, treaty, at)
    promoted = promoted or {}
    rows = []
    for state in sorted({party for _, party in found} | set(range_of) | set(promoted)):
        stands = found.get((treaty, state)) or nothing(treaty, state)
        if stands.status is Status.PARTY or (within is not None and state not in within):
            continue
        rows.append(
            Candidate(
                party=state,
                standing=stands,
                family=held(found, family, state),
                sisters=held(found, sisters, state),
                range_of=range_of.get(state, 0) if range_of else None,
                promoted=tuple(promoted.get(state, ())),
            )
        )
    rows.sort(
        key=lambda one: (-len(one.family), -len(one.sisters), -(one.range_of or 0), one.party)
    )
    now = sum(one.status is Status.PARTY for (named_, _), one in found.items() if named_ == treaty)
    conflicts = [
        Row(party=one.party, counted=True, standings=(one.standing,))
        for one in rows
        if one.standing.status is Status.CONFLICT
    ]
    remarks: list[Said] = [*dates(mine, asked), *named(conflicts)]
    if goal is not None:
        remarks.append(
            said("accession.goal", now=now, goal=goal, missing=max(0, goal - now),
                 conflict=len(conflicts))
        )  # fmt: skip
    if not range_of:
        remarks.append(said("accession.no-range"))
    if any(one.party == UNION for one in rows):
        remarks.append(said("accession.union"))
    return Answer(
        question="accession",
        rule=said("accession", treaty=treaty, family=", ".join(family) or "–",
                  sisters=", ".join(sisters) or "–"),
        sources=(*sources(mine), *{one.source.name: one.source for one in lists}.values()),
        as_at=at, rows=tuple(rows),
        counts=(
            Count(key="parties", number=now), Count(key="candidates", number=len(rows)),
            Count(key="family", number=sum(bool(one.family) for one in rows)),
            Count(key="conflict", number=len(conflicts)),
        ),
        remarks=tuple(remarks),
    )  # fmt: skip


def held(
    found: Mapping[tuple[str, str], Standing], treaties: Sequence[str], state: str
) -> tuple[str, ...]:
    """Those of the treaties that a State is a Party to."""
    return tuple(
        treaty
        for treaty in treaties
        if (treaty, state) in found and found[treaty, state].status is Status.PARTY
    )


def ranges(lists: Iterable[Listed], treaty: str, at: date | None) -> Counter[str]:
    """State -> how many taxa that the treaty lists live there, by any list that says where a taxon
    lives. Empty where none does."""
    every = tuple(lists)
    listed = {
        one.taxon.name
        for each in every if each.instrument == treaty
        for one in in_force(each.listings, at) if one.taxon.rank in LOW
    }  # fmt: skip
    where: dict[str, set[str]] = {}
    for each in every:
        for one in each.listings:
            if one.taxon.name in listed and one.range:
                where.setdefault(one.taxon.name, set()).update(one.range)
    return Counter(state for states in where.values() for state in states)
