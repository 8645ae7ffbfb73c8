"""Funding programmes tied to conditions of resources, and assessments tied to decisions.

A programme gives money where a bank or a funding mechanism takes part in it. An assessment is an
engagement whose title says so, or what a document says covers a provision. Either is tied to a
provision where an engagement is linked to it, or a document says that it covers it; where they only
share two or more words of meaning or a species, the tie is inferred and says so.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from whimbrel.engagements.likeness import stems
from whimbrel.synergy.creatures import kinds
from whimbrel.synergy.matter import Asked, Deed, Matter, Ref
from whimbrel.synergy.overlap import shown

GIVERS = frozenset({"development-bank", "funding-mechanism"})
ASSESSES = re.compile(
    r"\b(?:assessments?|outlook|review|status report|overview|report on|[ée]valuations?"
    r"|evaluaci[oó]n(?:es)?)\b",
    re.IGNORECASE,
)
BOTH = 2
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
    needs = [one for one in matter.asked if one.money]
    return ordered(tie for one in gives for each in needs if (tie := tied(one, each)))


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
    found += [tie for one in made for each in matter.asked if (tie := tied(one, each))]
    return ordered(found)


def tied(one: Deed, asked: Asked) -> Tie | None:
    """How an engagement is tied to a provision; None where it is not."""
    both = stems(f"{one.ref.words} {one.words}") & asked.stems
    stated = asked.ref.words in one.provisions
    species = {*one.species, *kinds(one.words)} & asked.species
    if not stated and len(both) < BOTH and not species:
        return None
    return Tie(
        what=one.ref, provision=asked.ref, convention=asked.convention,
        how=STATED if stated else INFERRED,
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
