"""Record engagements by hand, and attach what shows them."""

import hashlib
import re

from django.utils import timezone

from whimbrel.acts.act import Done, act
from whimbrel.acts.entering import body_of, shown
from whimbrel.acts.refused import Overtaken, Refused
from whimbrel.register.models import Engagement, Part, Person, Provision

DATE = re.compile(r"(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
"""As exact as it is known."""


@act("engagements.record", verb="record")
def record(
    by: Person, title: str, *, kind: str, partners: tuple[str, ...], state: str = "done",
    since: str = "", until: str = "", place: str = "", provisions: tuple[str, ...] = (),
) -> Done[str]:  # fmt: skip
    """Record something that was done with partners."""
    if not title.strip() or not partners:
        raise Refused("an engagement has a title and a partner")
    for date in filter(None, (since, until)):
        if not DATE.fullmatch(date):
            raise Refused(f"{date} is no date: write 2025, 2025-11 or 2025-11-03")
    asked = [named_provision(name) for name in provisions]
    whole = "\n".join((title, since, *partners))
    key = hashlib.sha256(whole.encode()).hexdigest()
    if Engagement.objects.filter(key=key).exists():
        raise Refused("the record has this engagement already: same title, date and partners")
    one = Engagement.objects.create(
        key=key, title=title, kind=kind, state=state, since=since, until=until or since,
        precision={0: "none", 4: "year", 7: "month"}.get(len(since), "day"),
        place=place, recorded_by=by, recorded_at=timezone.now(),
    )  # fmt: skip
    for body in dict.fromkeys(body_of(name) for name in partners):
        Part.objects.create(engagement=one, body=body, role="partner")
    one.provisions.add(*asked)
    return Done(value=key, about=title, open={"kind": kind}, kept=(one,))


@act("engagements.attach_evidence", verb="record")
def attach_evidence(by: Person, key: str, address: str, *, words: str = "") -> Done[str]:
    """Attach to an engagement the address in a document that shows it."""
    one = Engagement.objects.filter(key=key).first()
    if one is None:
        raise Refused("there is no such engagement in the record")
    shown(one, address, words, "paragraph", by)
    return Done(value=address, about=one.title, open={"address": address}, kept=(one,))


@act("engagements.correct", verb="record")
def correct(by: Person, key: str, field: str, value: str, *, seen: int) -> Done[int]:
    """Correct one field of an engagement. Overtaken where somebody else changed it since."""
    one = Engagement.objects.filter(key=key).first()
    if one is None:
        raise Refused("there is no such engagement in the record")
    if field not in ("title", "state", "since", "until", "place", "mode", "outcome"):
        raise Refused(f"{field} is no field that can be corrected so")
    if one.change != seen:
        raise Overtaken(
            f"somebody changed this engagement meanwhile: its {field} is now "
            f"“{getattr(one, field)}”. Your words are kept here: “{value}”. Look, then decide"
        )
    before = getattr(one, field)
    setattr(one, field, value)
    one.change += 1
    one.save()
    told = {"field": field, "before": before, "after": value}
    return Done(value=one.change, about=one.title, open={"field": field}, change=told, kept=(one,))


def named_provision(name: str) -> Provision:
    """A provision by its name. Refused where there is none, or more than one."""
    listed = list(Provision.objects.filter(name=name)[:2])
    if len(listed) != 1:
        count = "no" if not listed else "more than one"
        raise Refused(f"the record has {count} provision {name}")
    return listed[0]
