"""What should become of a mandate at the next meeting: a recommendation with its reason."""

from dataclasses import dataclass
from enum import StrEnum

from whimbrel.engagements.coverage import Answer, Became, Made
from whimbrel.engagements.scope import Scope
from whimbrel.mandates.kept import Nature
from whimbrel.mandates.standing import Standing

OFTEN = 2
"""Renewals without money after which the same words are not recommended again."""


class Proposed(StrEnum):
    """What is proposed to be done with a provision."""

    RETAIN = "retain"
    RENEW = "renew"
    AMEND = "amend"
    MERGE = "merge"
    DELETE = "delete"
    REPLACE = "replace"


class Why(StrEnum):
    """Why it is proposed."""

    SAID = "a person has decided so"
    PAPER = "a paper on record proposes it"
    STAYS = "a resolution stays in force"
    DONE = "it is implemented, and nothing is left to do"
    GOES_ON = "the work goes on, and a decision lapses unless renewed"
    REST = "some of what it asks is still to be made"
    NO_MONEY = "the money it depends on has not come"
    NEVER_MONEY = "it was renewed before and never had the money it depends on"
    NOT_DONE = "it is not implemented"
    OVERTAKEN = "it was superseded"
    COVERED = "another body's work covers all of it"
    PARTLY_COVERED = "another body's work covers some of it"
    ELSEWHERE = "the document that reports on it proposes what to do"
    UNKNOWN = "nobody has said what became of it"
    IDLE = "it asked for nothing in this period"
    GONE = "it is no longer in force"


@dataclass(frozen=True, slots=True, kw_only=True)
class Disposition:
    """What is proposed. None where the record does not tell enough to propose anything."""

    provision: str
    proposed: Proposed | None
    why: Why
    stated: bool = False
    """True where a person has decided; False for our recommendation."""
    into: tuple[str, ...] = ()
    """What takes its place: provisions or drafts."""
    left: tuple[str, ...] = ()
    """Of an amendment: the parts that stay."""

    @property
    def reason(self) -> str:
        """The reason as a sentence in English; in other languages, `why` is a key of phrases."""
        return str(self.why)


def recommend(
    answer: Answer,
    standing: Standing,
    *,
    nature: Nature,
    renewed: int = 0,
    scope: Scope | None = None,
    into: tuple[str, ...] = (),
) -> Disposition:
    """What the record suggests. `renewed`: how often the chain was renewed so far; `into`: what
    supersedes it."""
    proposed, why, left = judged(answer, standing, nature, renewed, scope, into)
    return Disposition(provision=answer.provision, proposed=proposed, why=why, into=into, left=left)


def judged(
    answer: Answer,
    standing: Standing,
    nature: Nature,
    renewed: int,
    scope: Scope | None,
    into: tuple[str, ...],
) -> tuple[Proposed | None, Why, tuple[str, ...]]:
    """(what, why, the parts that stay)."""
    status = answer.status
    if standing.in_force is False and status is not Became.NOT_APPLICABLE:
        return Proposed.DELETE, Why.GONE, ()
    if status is Became.SUPERSEDED:
        return (Proposed.REPLACE if into else Proposed.DELETE), Why.OVERTAKEN, ()
    if nature is Nature.RESOLUTION:
        return Proposed.RETAIN, Why.STAYS, ()
    if status is Became.COVERED:
        return covered(scope)
    if status is Became.NOT:
        return unmet(standing, renewed)
    if status is Became.PARTLY:
        rest = tuple(one.words or one.kind for one in answer.outputs if one.state is not Made.MADE)
        partly = rest and len(rest) < len(answer.outputs)
        return (Proposed.AMEND if partly else Proposed.RENEW), Why.REST, rest if partly else ()
    plain: dict[Became, tuple[Proposed | None, Why]] = {
        Became.IMPLEMENTED: (Proposed.DELETE, Why.DONE),
        Became.ONGOING: (Proposed.RENEW, Why.GOES_ON),
        Became.ELSEWHERE: (None, Why.ELSEWHERE),
        Became.NOT_APPLICABLE: (Proposed.RETAIN, Why.IDLE),
    }
    proposed, why = plain.get(status, (None, Why.UNKNOWN))
    return proposed, why, ()


def covered(scope: Scope | None) -> tuple[Proposed, Why, tuple[str, ...]]:
    """Deleted where all of it is covered and a person has confirmed that; else cut to the rest."""
    if scope is None or (not scope.sure and not scope.left):
        return Proposed.RENEW, Why.PARTLY_COVERED, ()
    if scope.left:
        return Proposed.AMEND, Why.PARTLY_COVERED, scope.left
    return Proposed.DELETE, Why.COVERED, ()


def unmet(standing: Standing, renewed: int) -> tuple[Proposed, Why, tuple[str, ...]]:
    """Renewed, with a warning where money never came in several periods."""
    if not standing.unfunded:
        return Proposed.RENEW, Why.NOT_DONE, ()
    if renewed >= OFTEN:
        return Proposed.AMEND, Why.NEVER_MONEY, ()
    return Proposed.RENEW, Why.NO_MONEY, ()
