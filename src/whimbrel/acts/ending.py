"""End a provision: a meeting deleted it. What was kept of it stays, and so does whoever works on
it, so that they see that it ended."""

import datetime

from whimbrel.acts.act import Done, act
from whimbrel.acts.held import counted, held, not_overtaken
from whimbrel.acts.refused import Refused
from whimbrel.queries.said import said as _
from whimbrel.register.models import Instrument, Meeting, Person, Provision
from whimbrel.register.names import about


@act("mandates.end", verb="judge", reasoned=True)
def end(
    by: Person, name: str, meeting: str, *, on: datetime.date | None = None, seen: int
) -> Done[str]:
    """Say that a meeting deleted a provision. Who works on it still, where somebody does. `on`: its
    last day in force, where that is not the last day of the meeting."""
    one, where = held(Provision, name), held(Meeting, meeting)
    last = on or where.ends
    if last is None:
        told = _("the last day of %(meeting)s is not on record: give a day, or enter the meeting's")
        raise Refused(told % {"meeting": meeting})
    since = one.since or one.instrument.since
    if since and last < since:
        raise Refused(_("it cannot end before it begins"))
    not_overtaken(one, seen, {"until": last})
    if one.until is not None:
        told = _("%(name)s ended on %(day)s already")
        raise Refused(told % {"name": name, "day": one.until.isoformat()})
    one.until = last
    counted(one)
    hands = one.assigned.name if one.assigned else ""
    change = {"until": last.isoformat(), "meeting": meeting, "assigned": hands}
    return Done(
        value=hands, about=about(one), open={"until": last.isoformat(), "meeting": meeting},
        change=change, kept=(one,),
    )  # fmt: skip


@act("mandates.entitle", verb="record")
def entitle(by: Person, number: str, title: str, *, meeting: str = "") -> Done[str]:
    """Give a decision or resolution its title, and the meeting that adopted it where no document
    said so."""
    one = held(Instrument, number)
    before = {"title": one.title, "meeting": one.meeting.short if one.meeting else ""}
    if meeting:
        one.meeting = held(Meeting, meeting)
        one.since = one.since or one.meeting.ends
    one.title = " ".join(title.split())
    after = {"title": one.title, "meeting": one.meeting.short if one.meeting else ""}
    if before == after:
        raise Refused(_("that is what the record says already: nothing was changed"))
    one.save()
    change = {"before": before, "after": after}
    return Done(value=one.number, about=about(one), change=change, kept=(one,))
