"""Which Parties conventions share, and which are in some and not in others."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from whimbrel.synergy.answer import Answer, Count, Said, Source, said
from whimbrel.synergy.shared import sets
from whimbrel.synergy.status import Assertion, Event, Standing, Status, standings

UNION = "EU"
DECIDING = (Event.ENTRY, Event.STATED, Event.WITHDRAWAL, Event.RETURN)
"""What a conflict is told by; signatures and consents stay with the record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyRow:
    """One State, or the European Union, and how it stands to each treaty that was asked about."""

    party: str
    """ISO code of two letters."""
    counted: bool
    """Whether the rule counts it; the rest are here because a source says they should be."""
    standings: tuple[Standing, ...]
    """In the order of the treaties asked about: those to be in, then those to be out of."""

    @property
    def conflicts(self) -> tuple[Standing, ...]:
        """Standings that a person should look at."""
        return tuple(one for one in self.standings if one.status is Status.CONFLICT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two treaties and how many Parties they share."""

    one: str
    other: str
    shared: int


def parties(
    assertions: Iterable[Assertion],
    treaties: Sequence[str],
    *,
    lacking: Sequence[str] = (),
    within: Collection[str] | None = None,
    at: date | None = None,
    every: bool = False,
) -> Answer[PartyRow]:
    """The Parties to all of `treaties` and to none of `lacking`, among the States of `within`.

    Only a clear `party` counts as Party: whose status is in conflict is counted as outside, and
    named. `every` gives the rest as rows too. KeyError for a treaty of which the data hold nothing.
    """
    several = tuple(assertions)
    asked = (*treaties, *lacking)
    known = {one.treaty for one in several}
    for treaty in asked:
        if treaty not in known:
            raise KeyError(treaty)
    mine = [one for one in several if one.treaty in asked]
    found = standings(mine, at)
    states = sorted({party for _, party in found})
    if within is not None:
        # A State that another treaty of the data knows may be asked about; a territory may not.
        anywhere = {one.party for one in several}
        states = sorted(one for one in within if one in anywhere)
    having = sets(
        {
            treaty: [
                party for party in states
                if (treaty, party) in found and found[treaty, party].status is Status.PARTY
            ]
            for treaty in asked
        },
        states,
    )  # fmt: skip
    counted = set(having.without(treaties, lacking)) & set(states)
    rows = []
    for party in states:
        stands = tuple(found.get((treaty, party)) or nothing(treaty, party) for treaty in asked)
        row = PartyRow(party=party, counted=party in counted, standings=stands)
        if every or row.counted or touched(row, len(treaties)):
            rows.append(row)
    conflict = [row for row in rows if row.conflicts]
    counts = (
        Count(key="shared", number=len(counted)),
        Count(key="states", number=len(counted - {UNION})),
        Count(key="conflict", number=len(conflict)),
    )
    key = "parties.lacking" if lacking else "parties.shared"
    return Answer(
        question="parties",
        rule=said(key, treaties=", ".join(treaties), lacking=", ".join(lacking)),
        sources=sources(mine), as_at=at, rows=tuple(rows), counts=counts,
        remarks=(*dates(mine, asked), *named(conflict)),
    )  # fmt: skip


def touched(row: PartyRow, inside: int) -> bool:
    """Whether it would count if its conflicts were settled in its favour."""
    could = all(one.status in (Status.PARTY, Status.CONFLICT) for one in row.standings[:inside])
    out = all(one.status is not Status.PARTY for one in row.standings[inside:])
    return bool(row.conflicts) and could and out


def nothing(treaty: str, party: str) -> Standing:
    """The standing of a State of which the data say nothing."""
    return Standing(treaty=treaty, party=party, status=Status.UNKNOWN, since=None, by=())


def matrix(
    assertions: Iterable[Assertion], treaties: Sequence[str], at: date | None = None
) -> Answer[Pair]:
    """How many Parties every pair of treaties shares; a treaty with itself: how many it has."""
    mine = [one for one in assertions if one.treaty in treaties]
    having: dict[str, list[str]] = {treaty: [] for treaty in treaties}
    for (treaty, party), one in standings(mine, at).items():
        if one.status is Status.PARTY:
            having[treaty].append(party)
    counted = sets(having).pairs()
    rows = tuple(
        Pair(one=one, other=other, shared=int(counted[i, j]))
        for i, one in enumerate(treaties)
        for j, other in enumerate(treaties)
    )
    return Answer(
        question="matrix", rule=said("parties.matrix"), sources=sources(mine), as_at=at, rows=rows,
        remarks=dates(mine, treaties),
    )  # fmt: skip


def sources(assertions: Iterable[Assertion]) -> tuple[Source, ...]:
    """Each source once, with the last of its days, and without rows."""
    last: dict[str, Source] = {}
    for one in assertions:
        source = one.source
        there = last.get(source.name)
        if there is None or (source.on and (there.on is None or source.on > there.on)):
            last[source.name] = Source(
                name=source.name, on=source.on, known=source.known, licence=source.licence
            )
    return tuple(last[name] for name in sorted(last))


def ends(assertions: Iterable[Assertion]) -> dict[str, date]:
    """Treaty -> the day of its newest data: what happened later is not in it."""
    last: dict[str, date] = {}
    for one in assertions:
        if one.source.on:
            last[one.treaty] = max(last.get(one.treaty, date.min), one.source.on)
    return last


def dates(assertions: Iterable[Assertion], treaties: Sequence[str]) -> tuple[Said, ...]:
    """As of which day the data on each treaty are: never generalised beyond it."""
    last = ends(assertions)
    return tuple(
        said("as-of", of=treaty, on=last[treaty].isoformat())
        if treaty in last
        else said("as-of-unknown", of=treaty)
        for treaty in treaties
    )


def named(rows: Iterable[PartyRow]) -> tuple[Said, ...]:
    """Each conflict in a sentence, with what each source says."""
    return tuple(
        said(
            "conflict", party=one.party, treaty=one.treaty,
            sources="; ".join(
                dict.fromkeys(
                    told(each) for each in (*one.by, *one.against) if each.event in DECIDING
                )
            ),
        )
        for row in rows
        for one in row.conflicts
    )  # fmt: skip


def told(one: Assertion) -> str:
    """One assertion in few words."""
    what = f"{one.event.value} {one.how}".strip()
    if one.on is None:
        return f"{one.source.name}: {one.note or what}"
    return f"{one.source.name}: {what} {one.on.isoformat()}"
