"""All that conventions have to do with one country."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from whimbrel.facts import load
from whimbrel.synergy.answer import Answer, Count, Said, said
from whimbrel.synergy.parties import PartyRow, dates, named, nothing, sources
from whimbrel.synergy.status import Assertion, Standing, Status, standings


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """How a country stands to one treaty."""

    treaty: str
    standing: Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Former:
    """A State that is no more, and those that came after it."""

    former: str
    """Code of ISO 3166-3."""
    name: str
    after: tuple[str, ...]
    source: str


def country(
    assertions: Iterable[Assertion],
    party: str,
    *,
    treaties: Sequence[str] = (),
    at: date | None = None,
) -> Answer[Tie]:
    """How one country stands to each treaty of the data, or to those named, with its sources."""
    several = tuple(assertions)
    asked = tuple(treaties) or tuple(sorted({one.treaty for one in several}))
    mine = [one for one in several if one.party == party and one.treaty in asked]
    found = standings(mine, at)
    rows = tuple(
        Tie(treaty=treaty, standing=found.get((treaty, party)) or nothing(treaty, party))
        for treaty in asked
    )
    conflicts = [
        PartyRow(party=party, counted=True, standings=(row.standing,))
        for row in rows
        if row.standing.status is Status.CONFLICT
    ]
    return Answer(
        question="country", rule=said("country", party=party), sources=sources(mine), as_at=at,
        rows=rows,
        counts=(
            Count(key="party", number=sum(r.standing.status is Status.PARTY for r in rows)),
            Count(key="conflict", number=len(conflicts)),
        ),
        remarks=(
            *dates([one for one in several if one.treaty in asked], asked), *named(conflicts),
            *before(several, party, asked, at),
        ),
    )  # fmt: skip


def before(
    assertions: Iterable[Assertion], party: str, asked: Sequence[str], at: date | None
) -> tuple[Said, ...]:
    """How a State that is no more, and before this one, stood to the treaties that were asked
    about. Whether it was succeeded in them is for a person: nothing is taken over."""
    mine = {
        one.former: one.name
        for one in load("synergy/successors.yaml", Former)
        if party in one.after
    }
    found = standings([one for one in assertions if one.party in mine and one.treaty in asked], at)
    return tuple(
        said("predecessor", former=mine[code], treaty=treaty, status=one.status.value)
        for (treaty, code), one in sorted(found.items())
    )
