"""Species: the instruments, initiatives, documents and partners of each.

A provision or paragraph names a species where its common or scientific name stands in it, in any of
the three languages; an engagement has the species that a person or a reading gave it. A group, such
as cetaceans, is not told apart into its species.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from whimbrel.engagements import species as named
from whimbrel.synergy.matter import Matter, Ref

INITIATIVES = ("initiative", "partnership", "programme", "joint-initiative", "joint-work-programme")


@dataclass(frozen=True, slots=True, kw_only=True)
class Creature:
    """A species, group or habitat with all that is on record of it."""

    species: str
    conventions: tuple[str, ...]
    """Of the provisions that name it and the engagements that were for it."""
    provisions: tuple[Ref, ...]
    initiatives: tuple[Ref, ...]
    documents: tuple[Ref, ...]
    partners: tuple[Ref, ...]
    engagements: tuple[Ref, ...]


def creatures(matter: Matter) -> tuple[Creature, ...]:
    """Every species that the record names, those of the most conventions first."""
    at: dict[str, defaultdict[str, dict[str, Ref]]] = {
        name: defaultdict(dict)
        for name in ("provisions", "initiatives", "documents", "partners", "engagements")
    }
    met: defaultdict[str, set[str]] = defaultdict(set)
    for one in matter.asked:
        for name in one.species:
            at["provisions"][name][one.ref.name] = one.ref
            met[name] |= {one.convention} - {""}
    for deed in matter.deeds:
        for name in (*deed.species, *kinds(deed.words)):
            at["engagements"][name][deed.ref.name] = deed.ref
            met[name] |= {matter.own, *deed.conventions}
            for body in deed.bodies:
                sort = "initiatives" if body.kind in INITIATIVES else "partners"
                at[sort][name][body.key] = body.ref
            at["documents"][name] |= {each.name: each for each in deed.sources}
    for accord in matter.accords:
        for name in kinds(accord.ref.words):
            at["initiatives"][name][accord.ref.name] = accord.ref
            met[name] |= accord.conventions
    for passage in matter.passages:
        for name in kinds(passage.text):
            at["documents"][name][passage.ref.name] = passage.ref
    names = {name for each in at.values() for name in each}
    found = [
        Creature(
            species=name, conventions=tuple(sorted(met[name])),
            **{sort: tuple(each[name].values()) for sort, each in at.items()},
        )
        for name in names
    ]  # fmt: skip
    return tuple(
        sorted(found, key=lambda one: (-len(one.conventions), -len(one.engagements), one.species))
    )


def kinds(text: str) -> Iterable[str]:
    """The species that a text names."""
    return (one.kind.name for one in named.find(text))
