"""Funding programmes tied to conditions of resources, and assessments tied to decisions.

A programme gives money where a bank or a funding mechanism takes part in it. An assessment is an
engagement whose title says so, or what a document says covers a provision. Either is tied to a
provision where an engagement is linked to it, or a document says that it covers it; where they only
meet by their words or a species, as mandates of two conventions do, the tie is inferred and says
so.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from whimbrel.engagements.likeness import stems
from whimbrel.synergy.creatures import kinds
from whimbrel.synergy.matter import Asked, Deed, Matter, Ref
from whimbrel.synergy.overlap import heaviest, shown

GIVERS = frozenset({"development-bank", "funding-mechanism"})
ASSESSES = re.compile(
    r"\b(?:assessments?|outlook|review|status report|overview|report on|[ée]valuations?"
    r"|evaluaci[oó]n(?:es)?)\b",
    re.IGNORECASE,
)
DONE = "*done*"
"""Stands for a convention where what was done is compared."""
STATED, INFERRED = "stated", "inferred"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """Something tied to a provision."""

    what: Ref
    """The programme or the assessment."""
    provision: Ref
    convention: str
    how: str
    """`stated` or `inferred`."""
    words: tuple[str, ...]
    """What shows it: the words of a document, or the words that both share."""
    condition: tuple[str, ...] = ()
    """What the provision depends on, with how far its money has come."""
    left: tuple[str, ...] = ()
    """What is left to be done, where a document says so."""
    sources: tuple[Ref, ...] = ()


def funding(matter: Matter) -> tuple[Tie, ...]:
    """Programmes that could meet the conditions of provisions, the stated ties first."""
    gives = [one for one in matter.deeds if any(body.kind in GIVERS for body in one.bodies)]
    return ordered(ties(gives, [one for one in matter.asked if one.money]))


def assessments(matter: Matter) -> tuple[Tie, ...]:
    """Assessments that answer provisions or parts of them, the stated ties first."""
    by_name = {one.ref.words: one for one in matter.asked}
    found = [
        Tie(
            what=one.source, provision=by_name[one.provision].ref,
            convention=by_name[one.provision].convention, how=STATED,
            words=(*((one.words,) if one.words else ()), *one.covered), left=one.left,
            sources=(one.source,),
        )
        for one in matter.coverings
        if one.provision in by_name and one.source is not None
    ]  # fmt: skip
    made = [one for one in matter.deeds if ASSESSES.search(one.ref.words)]
    return ordered((*found, *ties(made, matter.asked)))


def ties(deeds: Sequence[Deed], asked: Sequence[Asked]) -> Iterator[Tie]:
    """Engagements tied to provisions: all that are linked; of those that only share words or a
    species, those that meet as mandates do, the heaviest."""
    by_name = {one.ref.words: one for one in asked}
    for one in deeds:
        for name in one.provisions:
            if name in by_name:
                yield tie(one, by_name[name], STATED)
    # What was done is laid beside what was asked as if it were a provision of somebody else.
    done = [
        Asked(ref=one.ref, convention=DONE, text=f"{one.ref.words} {one.words}") for one in deeds
    ]
    listed = [*done, *(each for each in asked if each.convention)]
    for first, second, _weight in heaviest(listed, DONE, sort):
        one, provision = deeds[first], listed[second]
        if provision.ref.words not in one.provisions:
            yield tie(one, provision, INFERRED)


def sort(one: Asked) -> str:
    """What was done, and what was asked."""
    return DONE if one.convention == DONE else "asked"


def tie(one: Deed, asked: Asked, how: str) -> Tie:
    """An engagement tied to a provision, with what both share."""
    both = stems(f"{one.ref.words} {one.words}") & asked.stems
    species = {*one.species, *kinds(one.words)} & asked.species
    return Tie(
        what=one.ref, provision=asked.ref, convention=asked.convention, how=how,
        words=tuple(dict.fromkeys((*shown(asked.text, both), *sorted(species)))),
        condition=tuple(f"{words} ({state})" for words, state in asked.money),
        sources=one.sources,
    )  # fmt: skip


def ordered(several: Iterable[Tie]) -> tuple[Tie, ...]:
    """The stated ones first, then those that share the most."""
    return tuple(
        sorted(several, key=lambda one: (one.how != STATED, -len(one.words), one.provision.name,
                                         one.what.name))
    )  # fmt: skip
