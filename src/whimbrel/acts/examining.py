"""The office examines an application: whose it is, what is found of each criterion, what the
applicant and its State are asked."""

import datetime

from django.utils import timezone

from whimbrel.acts.act import Done, act
from whimbrel.acts.given import said
from whimbrel.acts.held import held
from whimbrel.acts.naming import free, named, slug
from whimbrel.acts.refused import Refused
from whimbrel.acts.stepping import case_of, day_of, done, noted, step
from whimbrel.acts.voicing import spoken
from whimbrel.bodies.names import folded
from whimbrel.procedures.criterion import Effect
from whimbrel.queries import cases
from whimbrel.queries.access import may
from whimbrel.queries.said import said as _
from whimbrel.register.models import Body, BodyName, Case, CaseFinding, CaseQuestion, Person

FOUND = {"met": True, "not met": False, "not known": None}
"""What an officer can find of a criterion."""
KINDS = {
    "igo": "igo", "government": "government", "un_entity": "un-entity", "academic": "academic",
    "academic_unit": "academic", "business": "company", "business_association": "company",
}  # fmt: skip
"""Kind of applicant -> kind of body; all others are non-governmental."""
CONSTITUENCIES = {"ipo": "Indigenous Peoples", "youth": "youth"}
"""Kind of applicant -> the constituency whose consent is asked before anything of it is shown."""


@act("admission.assign", verb="examine")
def assign(by: Person, key: str, to: str, *, seen: int) -> Done[str]:
    """Give an application to a colleague who examines it. `to`: their address."""
    one = case_of(key, seen, {"officer": to})
    person = Person.objects.filter(email=to, is_active=True).first()
    if person is None:
        raise Refused(_("nobody here goes by %(of)s") % {"of": to})
    answer = may(person.role, "examine")
    if not answer:
        raise Refused(answer.because)
    one.officer = person
    event = noted(one, "assign", by, on=day_of(None))
    return done(one, person.name, event)


@act("admission.find", verb="examine")
def find(
    by: Person, key: str, criterion: str, found: str, why: str, *, seen: int
) -> Done[str]:  # fmt: skip
    """Say what was found of a criterion: met, not met, or not known. `why`: what shows it, or what
    is missing."""
    one = case_of(key, seen, {})
    rule = cases.criterion_of(one, criterion)
    if rule is None:
        told = _("%(name)s is no criterion of this procedure")
        raise Refused(told % {"name": criterion})
    if rule.effect is Effect.WAIT:
        raise Refused(_("another has to answer this, and not the office: record the answer itself"))
    if found not in FOUND:
        told = _("%(word)s is no finding: one of %(known)s")
        raise Refused(told % {"word": found, "known": ", ".join(FOUND)})
    why = said(why, _("why it was found so"))
    CaseFinding.objects.update_or_create(
        case=one, criterion=criterion,
        defaults={"met": FOUND[found], "reason": why, "by": by, "at": timezone.now()},
    )  # fmt: skip
    figures = {"criterion": criterion, "met": FOUND[found]}
    event = noted(one, "find", by, on=day_of(None), why=why, said=figures)
    return done(one, found, event, criterion=criterion)


@act("admission.ask", verb="examine")
def ask(
    by: Person, key: str, words: str, *, until: datetime.date | None = None, kind: str = "",
    criterion: str = "", seen: int,
) -> Done[int]:  # fmt: skip
    """Ask the applicant something, by a day. The number of the question. `kind`: the document that
    is asked for; `criterion`: what it is about."""
    one, words = case_of(key, seen, {"words": words}), said(words, _("the question"))
    today = day_of(None)
    if until is not None and until < today:
        raise Refused(_("%(day)s is over: name a day to come") % {"day": until.isoformat()})
    if criterion and cases.criterion_of(one, criterion) is None:
        raise Refused(_("%(name)s is no criterion of this procedure") % {"name": criterion})
    CaseQuestion.objects.create(
        case=one, words=words, kind=kind, criterion=criterion, by=by, at=timezone.now(),
        until=until,
    )  # fmt: skip
    number = one.questions.count()
    told = {"question": number, "until": until.isoformat() if until else ""}
    event = step(one, "ask", by, on=today, why=words, said=told)
    return done(one, number, event, question=number)


@act("admission.match", verb="examine")
def match(
    by: Person, key: str, body: str = "", *, why: str = "", seen: int
) -> Done[str]:  # fmt: skip
    """Say which body on record applies, by its key; without one it is entered as a new body. The
    key of the body."""
    one = case_of(key, seen, {"body": body})
    holder = held(Body, body) if body else entered(one)
    if holder.unnamed:
        raise Refused(_("%(name)s is a class of bodies and no body") % {"name": holder.name})
    before = one.body.key if one.body else ""
    one.body = holder
    named(holder, one.name)
    event = noted(one, "match", by, on=day_of(None), why=why, said={"body": holder.key})
    return done(one, holder.key, event, holder, body=holder.key, before=before)


def entered(one: Case) -> Body:
    """A new body under the name that the applicant gave. Refused where one goes by that name."""
    same = BodyName.objects.select_related("body").filter(folded=folded(one.name)).first()
    if same is not None:
        told = _("the record has %(name)s already: it is %(key)s")
        raise Refused(told % {"name": one.name, "key": same.body.key})
    kind = str(one.values.get("org_type") or "")
    return Body.objects.create(
        key=free(slug(one.name)), name=one.name, kind=KINDS.get(kind, "ngo"), country=one.country,
        constituency=CONSTITUENCIES.get(kind, ""), consent=one.consent,
    )  # fmt: skip


@act("admission.request_approval", verb="examine")
def request_approval(
    by: Person, key: str, *, until: datetime.date | None = None, why: str = "", seen: int
) -> Done[str]:  # fmt: skip
    """Ask the State in which the body sits for its approval. The code of the State."""
    one = case_of(key, seen, {})
    if not one.country:
        raise Refused(_("the State in which it sits is not known: ask the applicant"))
    told = {"until": until.isoformat() if until else ""}
    event = step(
        one, "request-approval", by, on=day_of(None), why=why, party=one.country, said=told
    )
    return done(one, one.country, event, party=one.country)


@act("admission.note_approval", verb="examine")
def note_approval(
    by: Person, key: str, answer: str, *, on: datetime.date | None = None, why: str = "", seen: int
) -> Done[str]:  # fmt: skip
    """Note what its State answered by letter: approved, refused or pending. `on`: the day of the
    letter."""
    one = case_of(key, seen, {"answer": answer})
    if not one.country:
        raise Refused(_("the State in which it sits is not known: ask the applicant"))
    return spoken(one, by, answer, on=day_of(on), why=why, party=one.country, letter=True)
