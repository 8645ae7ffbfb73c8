"""What becomes of each applicant of a pool under the options: who is admitted, lost and gained
against today, with the reasons, by stratum."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from whimbrel.admission.eligibility import assess
from whimbrel.admission.option import Option, admits, gives
from whimbrel.admission.outcome import Assessment, Outcome
from whimbrel.admission.pool import Pooled
from whimbrel.admission.scheme import Scheme
from whimbrel.procedures.interval import Interval

IN = frozenset({Outcome.ADMIT, Outcome.ADMIT_ONE_MEETING, Outcome.EXEMPT})
MAYBE = frozenset({Outcome.UNDETERMINED, Outcome.PENDING_STATE})
"""Nobody can say yet: evidence is needed, or a State has not answered."""
STRATA = ("kind", "region", "registered", "income", "constituency")


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """An applicant that is admitted under one of two schemes only."""

    id: str
    name: str
    outcome: Outcome
    reasons: tuple[str, ...]
    """Ids of the lines that keep it out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stratum:
    """One stratum under one option."""

    dimension: str
    name: str
    of: int
    admitted: Interval


@dataclass(frozen=True, slots=True, kw_only=True)
class Becomes:
    """What becomes of the pool under one option."""

    admitted: Interval
    """Applicants: from those sure to be in, to these and all of whom nobody can say yet."""
    standing: Interval | None
    lost: tuple[Moved, ...]
    """In today, not under the option."""
    gained: tuple[Moved, ...]
    refused: int
    """Of those lost, how many no further paper could bring in."""
    outcomes: tuple[tuple[Outcome, int], ...]
    strata: tuple[Stratum, ...]


def become(
    options: tuple[Option, ...], pool: tuple[Pooled, ...], *, opens: date, present: int
) -> tuple[Becomes, ...]:
    """The same pool under each option; the first option is that of today."""
    found: list[Becomes] = []
    today = judged(admits(options[0]), pool, opens, present)
    for one in options:
        under = judged(admits(one), pool, opens, present)
        own = gives(one)
        given = counted(judged(own, pool, opens, present)) if own is not None else None
        lost = moved(pool, today, under)
        found.append(
            Becomes(
                admitted=counted(under),
                standing=given,
                lost=lost,
                gained=moved(pool, under, today),
                refused=sum(each.outcome is Outcome.REJECT for each in lost),
                outcomes=tuple(sorted(Counter(each.outcome for each in under).items())),
                strata=by_stratum(pool, under),
            )
        )
    return tuple(found)


def judged(
    scheme: Scheme, pool: tuple[Pooled, ...], opens: date, present: int
) -> tuple[Assessment, ...]:
    """Every applicant under a scheme."""
    return tuple(
        assess(one.applicant, scheme, opens=opens, parties_present=present) for one in pool
    )


def counted(listed: tuple[Assessment, ...]) -> Interval:
    """How many are in: for certain, and at most."""
    sure = sum(one.outcome in IN for one in listed)
    more = sum(one.outcome in MAYBE for one in listed)
    return Interval(low=sure, point=sure, high=sure + more)


def moved(
    pool: tuple[Pooled, ...], before: tuple[Assessment, ...], after: tuple[Assessment, ...]
) -> tuple[Moved, ...]:
    """Who is in before and not after. Who may still be in is not called lost."""
    return tuple(
        Moved(
            id=one.applicant.id, name=one.applicant.name, outcome=new.outcome,
            reasons=tuple(each.criterion for each in new.reasons),
        )
        for one, old, new in zip(pool, before, after, strict=True)
        if old.outcome in IN and new.outcome not in IN | MAYBE
    )  # fmt: skip


def by_stratum(pool: tuple[Pooled, ...], listed: tuple[Assessment, ...]) -> tuple[Stratum, ...]:
    """How many of each stratum are in."""
    found = []
    for dimension in STRATA:
        groups: dict[str, list[Assessment]] = {}
        for one, said in zip(pool, listed, strict=True):
            groups.setdefault(getattr(one, dimension), []).append(said)
        found += [
            Stratum(
                dimension=dimension, name=name, of=len(members), admitted=counted(tuple(members))
            )
            for name, members in sorted(groups.items())
        ]
    return tuple(found)
