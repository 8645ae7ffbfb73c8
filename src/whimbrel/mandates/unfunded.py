"""The unfunded-mandate ledger: which mandates were renewed again and again, and never had the money
they were made to depend on."""

from collections.abc import Iterable
from dataclasses import dataclass

from whimbrel.mandates.kept import Funding, Kept, Limit
from whimbrel.mandates.standing import never_met


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfunded:
    """One chain of a mandate and its renewals that no money reached."""

    name: str
    """The newest provision of the chain."""
    chain: tuple[str, ...]
    """All of them, oldest first."""
    renewed: int
    """How often it was renewed."""
    since: str | None
    """The meeting that first adopted it, where known."""
    conditions: tuple[Limit, ...]
    """What was never met."""
    sure: bool
    """False where of a link nobody has said whether money came."""


def chains(kept: Iterable[Kept]) -> tuple[tuple[Kept, ...], ...]:
    """Each newest provision with all that it renews, oldest first.

    A provision that was split stands in two chains, one that merges others has them all before it.
    A renewal that is not on record is passed over, and a circle is cut.
    """
    by_name = {one.name: one for one in kept}
    renewed = {name for one in by_name.values() for name in one.renews if name != one.name}
    heads = [one for one in by_name.values() if one.name not in renewed]
    return tuple(behind(head, by_name) for head in heads)


def behind(head: Kept, by_name: dict[str, Kept]) -> tuple[Kept, ...]:
    """A provision and all that it renews, oldest first."""
    found: dict[str, Kept] = {head.name: head}
    waiting = list(head.renews)
    while waiting:
        name = waiting.pop(0)
        if name in found or name not in by_name:
            continue
        found[name] = by_name[name]
        waiting += by_name[name].renews
    return tuple(reversed(found.values()))


def ledger(kept: Iterable[Kept]) -> tuple[Unfunded, ...]:
    """The chains with a condition of money that was never met, those renewed most often first."""
    found = []
    for chain in chains(kept):
        wanting = never_met(chain)
        if not wanting:
            continue
        kinds = {one.kind.removeprefix("subject-to-") for one in wanting}
        unknown = any(
            one.funding is Funding.UNKNOWN and one.kind.removeprefix("subject-to-") in kinds
            for link in chain
            for one in link.conditions
        )
        found.append(
            Unfunded(
                name=chain[-1].name,
                chain=tuple(one.name for one in chain),
                renewed=depth(chain),
                since=chain[0].adopted,
                conditions=wanting,
                sure=not unknown,
            )
        )
    return tuple(sorted(found, key=lambda one: (-one.renewed, one.name)))


def depth(chain: tuple[Kept, ...]) -> int:
    """How often the newest was renewed: its longest way back, not the number of its parts."""
    by_name = {one.name: one for one in chain}

    def back(name: str, around: frozenset[str]) -> int:
        earlier = [n for n in by_name[name].renews if n in by_name and n not in around]
        return max((1 + back(n, around | {n}) for n in earlier), default=0)

    newest = chain[-1].name
    return back(newest, frozenset({newest}))
