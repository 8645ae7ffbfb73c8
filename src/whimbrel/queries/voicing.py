"""What waits for a Party: bodies of its State that need its approval, and applicants to whom it may
object; only what a Party is to know of them."""

import datetime
from dataclasses import dataclass

from whimbrel.queries.beside_criteria import iso
from whimbrel.queries.moves import moves
from whimbrel.register.models import Case, Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Waits:
    """An application as a Party sees it."""

    key: str
    name: str
    country: str
    meeting: str
    kind: str
    statement: str
    state: str
    may_approve: bool
    may_object: bool
    objects: bool
    """The Party objects already."""
    until: str
    """Until when its answer is asked; empty: no day was set."""
    change: int


def waiting(by: str | None, *, today: datetime.date | None = None) -> tuple[Waits, ...]:
    """What a focal point can answer, bodies of its own State first. Nothing for anybody else."""
    person = Person.objects.filter(email=by, is_active=True).first() if by else None
    if person is None or person.role != "focal point" or not person.country:
        return ()
    day = today or datetime.date.today()
    rows = Case.objects.exclude(sent_at=None).filter(restricted=False).select_related("meeting")
    seen = [one for one in rows.order_by("key") if one.circulations.exists() or (
        one.country == person.country
    )]  # fmt: skip
    listed = [waits(one, person.country, day) for one in seen]
    open_ = [one for one in listed if one.may_approve or one.may_object or one.objects]
    return tuple(sorted(open_, key=lambda one: (not one.may_approve, one.key)))


def waits(row: Case, country: str, day: datetime.date) -> Waits:
    """One of them."""
    own = row.country == country
    objects = row.objections.filter(party=country, withdrawn_on=None).exists()
    asked = row.events.filter(step="request-approval").order_by("number").last()
    open_ = {one.step for one in moves(row, day) if not one.bars}
    return Waits(
        key=row.key, name=row.name, country=row.country,
        meeting=row.meeting.short if row.meeting else "",
        kind=str(row.values.get("org_type") or ""), statement=row.statement, state=row.state,
        may_approve=own and "approve" in open_,
        may_object=not objects and "object" in open_, objects=objects,
        until=str(asked.said.get("until") or "") if asked is not None and own else iso(None),
        change=row.change,
    )  # fmt: skip
