"""Record barriers to participation that were met, and that none was where it was asked."""

import datetime
from collections.abc import Mapping

from whimbrel.acts.act import Done, act
from whimbrel.acts.answers import chosen
from whimbrel.acts.given import day, said
from whimbrel.acts.held import changed, held, only
from whimbrel.acts.naming import body_of
from whimbrel.acts.participation import meeting_of
from whimbrel.acts.refused import Refused
from whimbrel.admission.participation import words as known
from whimbrel.queries.said import said as _
from whimbrel.register.models import Barrier, Person
from whimbrel.register.names import about

FIELDS = ("met", "kind", "words", "body", "whom", "meeting", "on", "evidence")


@act("barriers.record", verb="record")
def record(
    by: Person, words: str, *, met: bool, kind: str = "", body: str = "", whom: str = "",
    meeting: str = "", on: datetime.date | None = None, evidence: str = "",
) -> Done[str]:  # fmt: skip
    """Record that a barrier to participation was met, or that it was asked and none was found. Its
    number. `words`: what was said; `kind`: what stood in the way; `body`: who said it, or `whom`: a
    class of whom it is said; neither: it is said of all."""
    given = {"words": words, "met": met, "kind": kind, "body": body, "whom": whom,
             "meeting": meeting, "on": on, "evidence": evidence}  # fmt: skip
    one = Barrier(**checked(given))
    whole(one)
    one.save()
    open_ = {"met": met, "kind": kind, "meeting": meeting}
    return Done(value=str(one.pk), about=about(one), open=open_, kept=(one,))


@act("barriers.correct", verb="record")
def correct(by: Person, number: str, values: Mapping[str, object], *, seen: int) -> Done[int]:
    """Correct what is kept of a barrier or of its absence. `number`: as the list has it."""
    only(values, FIELDS)
    one = held(Barrier, number)
    told = changed(one, checked(values), seen)
    whole(one)
    return Done(value=one.change, about=about(one), change=told, kept=(one,))


def checked(values: Mapping[str, object]) -> dict[str, object]:
    """The fields as they are kept."""
    kept = dict(values)
    if "words" in kept:
        kept["words"] = said(str(kept["words"] or ""), _("what was said"))
    if kept.get("kind"):
        chosen(str(kept["kind"]), list(known("barriers")), _("kind of barrier"))
    if "body" in kept:
        kept["body"] = body_of(str(kept["body"])) if kept["body"] else None
    if "meeting" in kept:
        kept["meeting"] = meeting_of(str(kept["meeting"])) if kept["meeting"] else None
    if "on" in kept:
        kept["on"] = day(kept["on"])
    return kept


def whole(one: Barrier) -> None:
    """Go on where a record says what stood in the way, and of whom."""
    if one.met and not one.kind:
        raise Refused(_("say what kind of barrier was met; `other` where it is none of the list"))
    if one.body is not None and one.whom:
        raise Refused(_("name a body, or a class of whom it is said, and not both"))
