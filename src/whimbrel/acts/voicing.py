"""A Party speaks: its focal point approves a body of its State or does not, objects to an
applicant, and takes an objection back."""

import datetime

from django.utils import timezone

from whimbrel.acts.act import Done, act
from whimbrel.acts.refused import Refused
from whimbrel.acts.stepping import case_of, day_of, done, noted, step
from whimbrel.queries import cases
from whimbrel.queries.access import Standing
from whimbrel.queries.datasets import is_party
from whimbrel.queries.said import said as _
from whimbrel.register.models import Case, Objection, Person

STEPS = {"approved": "approve", "refused": "refuse-approval"}
PENDING = "pending"


def of_its_state(by: Person, key: str, *_rest: object, **_more: object) -> Standing:
    """A body is its State's own to approve."""
    one = Case.objects.filter(key=key).first()
    same = one is not None and bool(by.country) and one.country == by.country
    return Standing.OWN if same else Standing.OFFICE


def of_every_party(by: Person, *_rest: object, **_more: object) -> Standing:
    """To object is every Party's own right."""
    return Standing.OWN if by.country else Standing.OFFICE


@act("admission.approve_state", verb="voice", standing=of_its_state)
def approve_state(by: Person, key: str, answer: str, *, why: str = "", seen: int) -> Done[str]:
    """Answer for a State whether it approves a body that sits in it: approved or refused; or
    pending: it looks into it, and has not answered."""
    one = case_of(key, seen, {"answer": answer})
    return spoken(one, by, answer, on=day_of(None), why=why, party=by.country)


def of_a_party(one: Case, country: str) -> None:
    """Go on unless the data sets of the house know that a State is no Party. What they do not know
    bars nobody."""
    if is_party(one.host, country, day_of(None)) is False:
        told = _("%(country)s is no Party by the data sets of this house: only Parties object")
        raise Refused(told % {"country": country})


def spoken(
    one: Case, by: Person, answer: str, *, on: datetime.date, why: str, party: str, **said: object
) -> Done[str]:
    """Keep what a State said of a body that sits in it, on whichever way it came."""
    if answer not in (*STEPS, PENDING):
        told = _("%(word)s is no answer of a State: one of %(known)s")
        raise Refused(told % {"word": answer, "known": ", ".join((*STEPS, PENDING))})
    if answer == PENDING and cases.over(one):
        raise Refused(_("the case has ended: no answer is waited for"))
    write = noted if answer == PENDING else step
    name = STEPS.get(answer, "answer-pending")
    event = write(one, name, by, on=on, why=why, party=party, said=said)
    return done(one, answer, event, party=party)


@act("admission.object_to", verb="voice", standing=of_every_party)
def object_to(by: Person, key: str, *, why: str = "", seen: int) -> Done[int]:
    """Object for a Party to the admission of a body. How many object now."""
    one = case_of(key, seen, {"why": why})
    mine = Objection.objects.filter(case=one, party=by.country).first()
    if mine is not None and mine.withdrawn_on is None:
        raise Refused(_("%(party)s objects already") % {"party": by.country})
    of_a_party(one, by.country)
    today = day_of(None)
    told = {"party": by.country}
    event = step(one, "object", by, on=today, why=why, party=by.country, said=told)
    values = {"by": by, "on": today, "at": timezone.now(), "reason": why, "withdrawn_on": None}
    Objection.objects.update_or_create(case=one, party=by.country, defaults=values)
    count = one.objections.filter(withdrawn_on=None).count()
    return done(one, count, event, party=by.country, objections=count)


@act("admission.take_back_objection", verb="voice", standing=of_every_party)
def take_back_objection(by: Person, key: str, *, why: str = "", seen: int) -> Done[int]:
    """Take back the objection of a Party. How many object now."""
    one = case_of(key, seen, {"why": why})
    return taken_back(one, by, by.country, on=day_of(None), why=why)


def taken_back(
    one: Case, by: Person, party: str, *, on: datetime.date, why: str, **said: object
) -> Done[int]:
    """Take back the objection of a Party, on whichever way that came."""
    lodged = Objection.objects.filter(case=one, party=party, withdrawn_on=None).first()
    if lodged is None:
        raise Refused(_("%(party)s does not object") % {"party": party})
    if cases.over(one):
        raise Refused(_("the case has ended: what was objected then stands as it was counted"))
    lodged.withdrawn_on = on
    lodged.save()
    told = {"party": party, "withdrawn": True, **said}
    event = noted(one, "take-back", by, on=on, why=why, party=party, said=told)
    count = one.objections.filter(withdrawn_on=None).count()
    return done(one, count, event, party=party, objections=count)
