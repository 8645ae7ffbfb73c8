"""How long a due diligence is good, and what ends it early."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from whimbrel.partnership.diligence import silent
from whimbrel.partnership.packs import by_id
from whimbrel.partnership.policy import Pack, Term
from whimbrel.partnership.words import say
from whimbrel.procedures.criterion import Values, holds, years_before
from whimbrel.procedures.known import Known
from whimbrel.procedures.reason import Reason, because


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """Something that may end a due diligence early."""

    trigger: str
    """Id of a trigger of the pack."""
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Expiry:
    """How a due diligence stands."""

    until: date | None
    """The last day on which it is good; None: the pack does not say, or nothing is done."""
    expired: bool | None
    """On the day asked; None: not known."""
    warns: bool
    """The end is near, or past."""
    reasons: tuple[Reason, ...]


def expires(
    pack: Pack,
    *,
    done_on: date | None,
    on: date,
    happened: Iterable[Happened] = (),
    values: Values | None = None,
) -> Expiry:
    """Until when a due diligence of a day is good, as it stands on a day.

    A trigger ends it on the day before: what happened that day has to be looked into. A trigger
    that the pack does not claim leaves it not known. KeyError: one that the pack does not have.
    """
    early = sorted(
        (one for one in happened if done_on is not None and done_on < one.on <= on),
        key=lambda one: one.on,
    )
    for one in happened:
        by_id(pack.triggers, one.trigger)
    if done_on is None:
        reason = silent(pack, "nothing-done")
        return Expiry(until=None, expired=None, warns=False, reasons=(reason,))
    term = term_of(pack, values or {})
    last = None if term is None else end(term, done_on)
    reasons = (
        [] if term is None else [because(term, term.text, None if last is None else on <= last)]
    )
    if last is None:
        reasons.append(silent(pack, "term-not-known"))
    unsure = False
    if early:
        first = early[0]
        line = by_id(pack.triggers, first.trigger)
        unsure = line.status is Known.UNKNOWN
        met = None if unsure else False
        reasons.append(because(line, say("triggered", text=line.text, day=first.on), met))
        before = first.on - timedelta(days=1)
        if not unsure:
            last = before if last is None else min(last, before)
    days = term.warn_days if term is not None else 0
    return Expiry(
        until=last,
        expired=None if last is None or (unsure and on <= last) else on > last,
        warns=last is not None and on > last - timedelta(days=days),
        reasons=tuple(reasons),
    )


def term_of(pack: Pack, values: Values) -> Term | None:
    """The shortest term that may hold for a case; None: the pack knows none."""
    found = [
        one
        for one in pack.terms
        if one.status is not Known.UNKNOWN
        and one.years is not None
        and (one.when is None or holds(one.when, values) is not False)
    ]
    return min(found, key=lambda one: one.years or 0.0, default=None)


def end(term: Term, done_on: date) -> date | None:
    """The last day of a term."""
    if term.years is None:
        return None
    if term.calendar:
        return date(done_on.year + int(term.years) - 1, 12, 31)
    return years_before(done_on, -term.years)
