"""For which bodies somebody speaks, and which bodies hold a status: those that report what they
contributed."""

import datetime

from django.db.models import Q

from whimbrel.queries import cases
from whimbrel.register.models import Body, BodyStatus, Case, Person


def standing(on: datetime.date) -> dict[int, BodyStatus]:
    """Number of a body -> the last status that it was given until a day, where it was not lost
    since. One that has run out counts: what was done under it is reported afterwards."""
    last: dict[int, BodyStatus] = {}
    listed = BodyStatus.objects.filter(since__lte=on, case__restricted=False)
    for one in listed.select_related("body", "case__meeting").order_by("since", "id"):
        last[one.body_id] = one
    return {key: one for key, one in last.items() if one.status not in cases.ENDED}


def bodies_of(person: Person | None) -> tuple[Body, ...]:
    """The bodies for which somebody speaks: their own, and those whose application they made, once
    it gave a status that still stands."""
    if person is None:
        return ()
    held = standing(datetime.date.today())
    theirs = Case.objects.filter(contact=person, body__in=list(held)).values("body")
    found = Body.objects.filter(Q(pk__in=theirs) | Q(pk=person.body_id or 0))
    return tuple(found.filter(merged_into=None).order_by("name"))


def speaks_for(person: Person, body: int) -> bool:
    """Whether somebody speaks for a body."""
    return any(one.pk == body for one in bodies_of(person))
