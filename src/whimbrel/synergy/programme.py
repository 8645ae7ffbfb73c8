"""Candidates for a joint work programme between two secretariats, with reasons.

Two conventions are a candidate where two kinds of reason or more speak for it: engagements
together, partners that both have, mandates that meet, a mandate of one that names the other,
species that both have on record, and an agreement between them, in force or run out. They are
ordered by how many kinds speak for them, then by how many engagements. It is a proposal; people
decide.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from whimbrel.synergy.creatures import Creature
from whimbrel.synergy.matter import Accord, Matter, Ref
from whimbrel.synergy.overlap import Overlap
from whimbrel.synergy.partners import Shared

LEAST = 2
"""Kinds of reason that make a candidate."""
MOST = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """What speaks for it."""

    kind: str
    count: int
    words: tuple[str, ...]
    records: tuple[Ref, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Two conventions that could have a joint work programme."""

    one: str
    other: str
    standing: str
    """`in-force`, `run-out`, `no-date` or `none`: of the agreement that they have."""
    engagements: int
    reasons: tuple[Reason, ...]


Pair = tuple[str, str]


def candidates(
    matter: Matter, overlaps: Sequence[Overlap], shared: Sequence[Shared],
    species: Sequence[Creature],
) -> tuple[Candidate, ...]:  # fmt: skip
    """All pairs for which enough speaks."""
    reasons: defaultdict[Pair, dict[str, list[tuple[str, Ref | None]]]] = defaultdict(dict)

    def add(names: Iterable[str], kind: str, words: str, ref: Ref | None) -> None:
        for pair in combinations(sorted(set(names) - {""}), 2):
            reasons[pair].setdefault(kind, []).append((words, ref))

    for deed in matter.deeds:
        add({matter.own, *deed.conventions}, "engagement", deed.ref.words, deed.ref)
    accords: defaultdict[Pair, list[Accord]] = defaultdict(list)
    for accord in matter.accords:
        add(accord.conventions, "agreement", accord.ref.words, accord.ref)
        for pair in combinations(sorted(accord.conventions), 2):
            accords[pair].append(accord)
    for met in overlaps:
        add((met.convention, met.other_convention), "mandates-meet", met.one.words, met.one)
    for partner in shared:
        add(partner.conventions, "partner", partner.partner.words, partner.partner)
    known = {name for pair in reasons for name in pair}
    for asked in matter.asked:
        for name in asked.collaborators:
            if name in known and asked.convention:
                add((asked.convention, name), "named-in-mandate", asked.ref.words, asked.ref)
    for one in species:
        add(one.conventions, "species", one.species, None)
    found = [
        Candidate(
            one=pair[0], other=pair[1], standing=standing(accords[pair], matter.at),
            engagements=len(kinds.get("engagement", ())),
            reasons=tuple(reason(kind, each) for kind, each in kinds.items()),
        )
        for pair, kinds in reasons.items()
        if len(kinds) >= LEAST
    ]  # fmt: skip
    return tuple(
        sorted(found, key=lambda each: (-len(each.reasons), -each.engagements, each.one,
                                        each.other))
    )  # fmt: skip


def reason(kind: str, several: Sequence[tuple[str, Ref | None]]) -> Reason:
    """One kind of reason; some of its words and records."""
    words = tuple(dict.fromkeys(words for words, _ref in several))
    refs = {ref.name: ref for _words, ref in several if ref is not None}
    return Reason(
        kind=kind, count=len(words), words=words[:MOST], records=tuple(refs.values())[:MOST]
    )


def standing(several: Sequence[Accord], at: datetime.date) -> str:
    """How the agreements between two conventions stand on a day: the best of them."""
    if not several:
        return "none"
    if any(one.until and one.until >= at.isoformat()[: len(one.until)] for one in several):
        return "in-force"
    if any(one.until for one in several):
        return "run-out"
    return "no-date"
