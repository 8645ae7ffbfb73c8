"""Do a step of a case: ask the procedure whether it is open, write it into the history of the case,
and let the state follow."""

import datetime
from collections.abc import Mapping
from typing import Any

from django.db.models import Max
from django.utils import timezone

from whimbrel.acts.act import Done
from whimbrel.acts.held import held, not_overtaken
from whimbrel.acts.refused import Refused
from whimbrel.queries import cases, moves
from whimbrel.queries.said import said as _
from whimbrel.register.models import Case, CaseEvent, Person
from whimbrel.register.names import about


def case_of(key: str, seen: int, mine: Mapping[str, object]) -> Case:
    """A case by its key, unless somebody else did something with it since: who comes second is told
    who did, and what state it has now."""
    one = held(Case, key)
    words = "; ".join(str(value) for value in mine.values() if value)
    not_overtaken(one, seen, {"state": words or _("nothing")})
    return one


def day_of(on: datetime.date | None) -> datetime.date:
    """The day that counts: today where none is given. Refused for a day to come."""
    today = timezone.now().date()
    if on is not None and on > today:
        told = _("%(day)s is yet to come: what has not happened is not recorded")
        raise Refused(told % {"day": on.isoformat()})
    return on or today


def step(
    one: Case, name: str, by: Person, *, on: datetime.date, why: str = "", party: str = "",
    said: Mapping[str, Any] | None = None,
) -> CaseEvent:  # fmt: skip
    """Do a step of the procedure. Refused says all that bars it."""
    bars = moves.bars(one, name, on)
    if bars:
        raise Refused(_("this cannot be done now. %(bars)s") % {"bars": " ".join(bars)})
    return noted(one, name, by, on=on, why=why, party=party, said=said)


def noted(
    one: Case, name: str, by: Person, *, on: datetime.date, why: str = "", party: str = "",
    said: Mapping[str, Any] | None = None,
) -> CaseEvent:  # fmt: skip
    """Write into the history of a case what no step of the procedure needs to allow: a finding, who
    examines it. Its number is the next one, so of two who act at once one is told."""
    last = one.events.aggregate(last=Max("number"))["last"] or 0
    made = CaseEvent.objects.create(
        case=one, number=last + 1, step=name, by=by, party=party, on=on, at=timezone.now(),
        reason=why, said=dict(said or {}),
    )  # fmt: skip
    one.state = cases.state(one)
    one.change += 1
    one.save()
    return made


def done(one: Case, value: Any, event: CaseEvent, *others: Any, **figures: object) -> Done[Any]:
    """What an act on a case gives back: its figures, with the step and its number."""
    told = {"step": event.step, "number": event.number, "on": event.on.isoformat(), **figures}
    return Done(value=value, about=about(one), open=told, kept=(one, *others))
