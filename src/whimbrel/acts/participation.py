"""Record what bodies that are no Parties did at meetings, and correct it."""

import datetime
from collections.abc import Mapping

from whimbrel.acts.act import Done, act
from whimbrel.acts.answers import chosen
from whimbrel.acts.given import day, said
from whimbrel.acts.held import changed, held, only
from whimbrel.acts.naming import body_of
from whimbrel.acts.refused import Refused
from whimbrel.admission.participation import words
from whimbrel.queries.said import said as _
from whimbrel.register.models import Meeting, Participation, Person
from whimbrel.register.names import about

FIELDS = ("body", "meeting", "kind", "title", "on", "evidence")


@act("participation.record", verb="record")
def record(
    by: Person, body: str, meeting: str, kind: str, *, title: str = "",
    on: datetime.date | None = None, evidence: str = "",
) -> Done[str]:  # fmt: skip
    """Record what a body did at a meeting. Its number. `kind`: attended, spoke, submitted,
    side-event or working-group; `title`: of the statement, paper, event or group; `evidence`: what
    shows it."""
    given = {"body": body, "meeting": meeting, "kind": kind, "title": title, "on": on,
             "evidence": evidence}  # fmt: skip
    values = checked(given)
    if Participation.objects.filter(**{k: v for k, v in values.items() if k != "evidence"}):
        told = _("the record has it already: %(kind)s of %(body)s at %(meeting)s")
        raise Refused(told % {"kind": kind, "body": body, "meeting": meeting})
    one = Participation.objects.create(**values)
    open_ = {"body": one.body.key, "meeting": one.meeting.short, "kind": kind}
    return Done(value=str(one.pk), about=about(one), open=open_, kept=(one,))


@act("participation.correct", verb="record")
def correct(by: Person, number: str, values: Mapping[str, object], *, seen: int) -> Done[int]:
    """Correct what is kept of a body at a meeting. `number`: as the list has it."""
    only(values, FIELDS)
    one = held(Participation, number)
    told = changed(one, checked(values), seen)
    return Done(value=one.change, about=about(one), change=told, kept=(one,))


def checked(values: Mapping[str, object]) -> dict[str, object]:
    """The fields as they are kept."""
    whole = dict(values)
    if "body" in whole:
        whole["body"] = body_of(said(str(whole["body"] or ""), _("the body")))
    if "meeting" in whole:
        whole["meeting"] = meeting_of(str(whole["meeting"] or ""))
    if "kind" in whole:
        chosen(str(whole["kind"]), list(words("kinds")), _("way of taking part"))
    if "on" in whole:
        whole["on"] = day(whole["on"])
    for field in ("title", "evidence"):
        if field in whole:
            whole[field] = str(whole[field] or "").strip()
    return whole


def meeting_of(short: str) -> Meeting:
    """The meeting of a short name. Refused where the record has none."""
    return held(Meeting, said(short, _("the meeting")))
