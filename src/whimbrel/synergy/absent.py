"""Where a mandate for cooperation has no engagement.

A provision mandates cooperation where it names collaborators or asks for cooperation as its output.
It is answered by an engagement that is linked to it. Where none is, engagements with a body that
it names are shown beside it: they may answer it, and nobody has said so.
"""

from collections import defaultdict
from dataclasses import dataclass

from whimbrel.mandates.mandate import Addressee
from whimbrel.synergy.matter import Deed, Matter, Ref

MOST = 5
"""Engagements that are shown beside a mandate."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Absent:
    """A mandate for cooperation without an engagement."""

    mandate: Ref
    convention: str
    words: str
    collaborators: tuple[str, ...]
    unmet: tuple[str, ...]
    """Collaborators that are named, with whom nothing at all is on record. Classes, such as the
    Parties, are not met as such."""
    beside: tuple[Ref, ...]
    """Engagements with a collaborator that no person linked to it."""
    sources: tuple[Ref, ...]


def absent(matter: Matter) -> tuple[Absent, ...]:
    """Own mandates in force that no engagement answers, those first of whose collaborators most
    were never met."""
    answered = {name for one in matter.deeds for name in one.provisions}
    met: defaultdict[str, list[Deed]] = defaultdict(list)
    for deed in matter.deeds:
        for body in deed.bodies:
            for name in {body.short.casefold(), body.key, body.convention.casefold()} - {""}:
                met[name].append(deed)
    found = []
    for one in matter.asked:
        asks = one.collaborators or "cooperation" in one.outputs
        if one.convention != matter.own or not asks or one.ref.words in answered:
            continue
        beside = {
            each.ref.name: each.ref for name in one.collaborators for each in met[name.casefold()]
        }
        found.append(
            Absent(
                mandate=one.ref, convention=one.convention, words=one.text,
                collaborators=one.collaborators,
                unmet=tuple(
                    name for name in one.collaborators
                    if named(name) and not met[name.casefold()]
                ),
                beside=tuple(beside.values())[:MOST],
                sources=(one.source,) if one.source else (),
            )
        )  # fmt: skip
    return tuple(sorted(found, key=lambda each: (-len(each.unmet), each.mandate.name)))


CLASSES = frozenset(str(one) for one in Addressee)


def named(name: str) -> bool:
    """Whether it is the name of one body: classes are written small, or are among the addressees
    that governing bodies have."""
    return name not in CLASSES and not name[:1].islower()
