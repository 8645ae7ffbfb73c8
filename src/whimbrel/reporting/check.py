"""Check a document before it goes out: everything that a careful editor would flag, with its
place, its words, its rule and its reason."""

from whimbrel.document import Document, walk
from whimbrel.engagements import Extract, extract
from whimbrel.reporting.checks import RULES, Dismissed, Finding, Ground, Level, Record

__all__ = ["Finding", "Level", "Record", "check", "dismissed"]


def check(
    document: Document, *, understood: Extract | None = None, known: Record | None = None
) -> tuple[Finding, ...]:
    """The findings of every rule, in reading order, the first page before all; those that `known`
    says were dismissed are left out.

    `understood`: what was understood of it, where that was done already. Nothing is guessed: a rule
    whose conditions a document does not meet (no date, no quoted decision) finds nothing.
    """
    record = known or Record()
    ground = Ground(told=understood or extract(document), record=record)
    order = {placed.address: at for at, placed in enumerate(walk(document), 1)}
    found = dict.fromkeys(each for rule in RULES.values() for each in rule(ground))
    open_ = (each for each in found if not dismissed(each, record))
    return tuple(sorted(open_, key=lambda one: (order.get(one.address, 0), one.level.rank)))


def dismissed(one: Finding, known: Record) -> bool:
    """True where an officer has put a finding aside, and its words are still the same."""
    return Dismissed(rule=one.rule, address=one.address, digest=one.digest) in known.dismissed
