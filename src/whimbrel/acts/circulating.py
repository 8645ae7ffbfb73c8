"""Send lists of applicants to the Parties before a meeting, and note what Parties answer."""

import datetime

from django.utils import timezone

from whimbrel.acts.act import Done, act
from whimbrel.acts.given import countries
from whimbrel.acts.held import held, not_overtaken
from whimbrel.acts.refused import Refused
from whimbrel.acts.stepping import case_of, day_of, done, step
from whimbrel.acts.voicing import of_a_party, taken_back
from whimbrel.queries import moves
from whimbrel.queries.said import said as _
from whimbrel.register.models import Case, Circulation, Meeting, Objection, Person
from whimbrel.register.names import about


@act("admission.circulate", verb="examine")
def circulate(
    by: Person, meeting: str, cases: tuple[str, ...], *, on: datetime.date | None = None,
    closes: datetime.date | None = None, parties: int | None = None,
) -> Done[str]:  # fmt: skip
    """Note that a list of applicants goes to the Parties before a meeting. The key of the list.
    `closes`: until when objections are asked for; `parties`: how many Parties there are.

    It is done for all of them or for none: who is not ready to be circulated is named.
    """
    holder, day = held(Meeting, meeting), day_of(on)
    if not cases:
        raise Refused(_("name the applications that go on the list"))
    if closes is not None and closes < day:
        raise Refused(_("it cannot end before it begins"))
    listed = [held(Case, key) for key in dict.fromkeys(cases)]
    others = [one.key for one in listed if one.meeting_id != holder.pk]
    if others:
        told = _("%(keys)s: not for %(meeting)s")
        raise Refused(told % {"keys": ", ".join(others), "meeting": holder.short})
    barred = [(one, moves.bars(one, "circulate", day)) for one in listed]
    why_not = [f"{one.key}: {' '.join(bars)}" for one, bars in barred if bars]
    if why_not:
        raise Refused(_("not ready to be circulated: %(why)s") % {"why": " · ".join(why_not)})
    number = Circulation.objects.filter(meeting=holder).count() + 1
    made = Circulation.objects.create(
        key=f"{holder.short}-list-{number}", meeting=holder, on=day, closes_on=closes,
        parties_all=parties, by=by,
    )  # fmt: skip
    made.cases.add(*listed)
    for one in listed:
        step(one, "circulate", by, on=day, said={"list": made.key})
    figures = {"cases": [one.key for one in listed], "on": day.isoformat()}
    return Done(value=made.key, about=about(made), open=figures, kept=(made, *listed))


@act("admission.record_presence", verb="examine")
def record_presence(
    by: Person, key: str, present: int, *, parties: int | None = None, seen: int
) -> Done[int]:  # fmt: skip
    """Record how many Parties were present when a list was decided on: what a third is counted of.
    `parties`: how many Parties there are."""
    one = held(Circulation, key)
    not_overtaken(one, seen, {"parties_present": present})
    whole = one.parties_all if parties is None else parties
    if present < 1 or (whole is not None and present > whole):
        raise Refused(_("%(n)s cannot be the number of Parties present") % {"n": present})
    before = {"present": one.parties_present, "parties": one.parties_all}
    one.parties_present, one.parties_all = present, whole
    one.change += 1
    one.save()
    figures = {"present": present, "parties": whole}
    return Done(
        value=one.change, about=about(one), open=figures, change={"before": before}, kept=(one,)
    )


@act("admission.note_objection", verb="examine")
def note_objection(
    by: Person, key: str, party: str, *, on: datetime.date | None = None, why: str = "", seen: int
) -> Done[int]:  # fmt: skip
    """Note the objection of a Party that came by letter. How many object now. `on`: the day on
    which it was lodged."""
    one, day = case_of(key, seen, {"party": party}), day_of(on)
    if not countries((party,)):
        raise Refused(_("name the Party that objects"))
    same = Objection.objects.filter(case=one, party=party).first()
    if same is not None and same.withdrawn_on is None:
        raise Refused(_("%(party)s objects already") % {"party": party})
    of_a_party(one, party)
    told = {"party": party, "letter": True}
    event = step(one, "object", by, on=day, why=why, party=party, said=told)
    values = {"by": by, "on": day, "at": timezone.now(), "reason": why, "withdrawn_on": None}
    Objection.objects.update_or_create(case=one, party=party, defaults=values)
    count = one.objections.filter(withdrawn_on=None).count()
    return done(one, count, event, party=party, objections=count)


@act("admission.note_taken_back", verb="examine")
def note_taken_back(
    by: Person, key: str, party: str, *, on: datetime.date | None = None, why: str = "", seen: int
) -> Done[int]:  # fmt: skip
    """Note that a Party took its objection back by letter. How many object now."""
    one = case_of(key, seen, {"party": party})
    return taken_back(one, by, party, on=day_of(on), why=why, letter=True)
