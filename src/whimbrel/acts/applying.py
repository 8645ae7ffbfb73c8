"""A body applies: its application is begun, written, sent and answered for by whoever acts for it.
Nothing is lost by leaving a question open: unknown is an answer."""

import datetime
from collections.abc import Mapping

from django.utils import timezone

from whimbrel.acts.act import Done, act
from whimbrel.acts.given import day, said
from whimbrel.acts.held import held, not_overtaken
from whimbrel.acts.refused import Refused
from whimbrel.acts.stepping import case_of, day_of, done, step
from whimbrel.acts.uploads import looked_at
from whimbrel.admission import form, hosts
from whimbrel.bodies.names import folded
from whimbrel.queries import cases
from whimbrel.queries.access import Standing
from whimbrel.queries.countries import country_name
from whimbrel.queries.said import said as _
from whimbrel.register.models import Case, CaseDocument, Meeting, Person
from whimbrel.register.names import about

MOST_PAPERS = 30
MOST_WORDS = 5000
"""Characters of a statement, of an answer."""


def theirs(by: Person, key: str, *_rest: object, **_more: object) -> Standing:
    """An application is its contact's own, and that of the people of its body."""
    one = Case.objects.filter(key=key).first()
    if one is None:
        return Standing.OFFICE
    same = one.contact_id == by.pk or (by.body_id is not None and one.body_id == by.body_id)
    return Standing.OWN if same else Standing.OFFICE


def own_to_begin(by: Person, name: str, meeting: str, **_more: object) -> Standing:
    """What is begun for a meeting that there is, is one's own."""
    there = Meeting.objects.filter(short=meeting).exists()
    return Standing.OWN if there else Standing.OFFICE


@act("admission.begin", verb="apply", standing=own_to_begin)
def begin(by: Person, name: str, meeting: str, *, country: str = "") -> Done[str]:
    """Begin an application of a body for a meeting. Its key."""
    name = said(name, _("the name of the body"))
    holder = held(Meeting, meeting)
    if holder.starts is not None and holder.starts <= timezone.now().date():
        raise Refused(_("%(meeting)s has begun: nobody can apply for it any more") % {
            "meeting": holder.short
        })  # fmt: skip
    state(country)
    host = "cms"
    schemes = hosts.hosts()[host].open
    number = Case.objects.filter(key__startswith=f"{holder.short}-").count() + 1
    while Case.objects.filter(key=f"{holder.short}-{number:04}").exists():
        number += 1
    one = Case.objects.create(
        key=f"{holder.short}-{number:04}", scheme=schemes[0], host=host, meeting=holder, name=name,
        folded=folded(name), country=country, contact=by, body=by.body, language=by.language,
        begun_at=timezone.now(),
    )  # fmt: skip
    return Done(value=one.key, about=about(one), open={"meeting": holder.short}, kept=(one,))


@act("admission.save", verb="apply", standing=theirs)
def save(
    by: Person, key: str, values: Mapping[str, object], *, name: str | None = None,
    country: str | None = None, statement: str | None = None, seen: int,
) -> Done[int]:  # fmt: skip
    """Keep what an application says. What is left out stays as it was; an empty value is taken
    away: it is not known. How often it was changed."""
    one = writing(held(Case, key))
    not_overtaken(one, seen, {"statement": statement} if statement else {"name": name or one.name})
    kept = {**one.values, **{field: answered(field, value) for field, value in values.items()}}
    one.values = {field: value for field, value in kept.items() if value not in (None, "", [])}
    if name is not None:
        one.name = said(name, _("the name of the body"))
        one.folded = folded(one.name)
    if country is not None:
        one.country = state(country)
    if statement is not None:
        one.statement = brief(statement)
    one.change += 1
    one.save()
    return Done(value=one.change, about=about(one), open={"fields": sorted(values)}, kept=(one,))


@act("admission.bring", verb="apply", standing=theirs)
def bring(
    by: Person, key: str, kind: str, name: str, data: bytes, *, instead: bool = False,
    language: str = "", certified: bool = False, issued_on: datetime.date | None = None,
    expires_on: datetime.date | None = None, seen: int,
) -> Done[int]:  # fmt: skip
    """Bring a document to an application. Its number. `kind`: `statutes`, `letter`; `instead`: it
    takes the place of one that the body does not have."""
    one = going(held(Case, key))
    not_overtaken(one, seen, {"name": name})
    if one.papers.filter(withdrawn_at=None).count() >= MOST_PAPERS:
        told = _("an application has at most %(most)s documents: take one away first")
        raise Refused(told % {"most": MOST_PAPERS})
    file = looked_at(name, data)
    issued, expires = day(issued_on), day(expires_on)
    if issued and expires and expires < issued:
        raise Refused(_("it cannot end before it begins"))
    paper = CaseDocument.objects.create(
        case=one, kind=said(kind, _("what the document is"))[:40], instead=instead,
        name=file.name, media=file.media, sha256=file.sha256, file=data, language=language[:2],
        certified=certified, issued_on=issued, expires_on=expires, by=by, at=timezone.now(),
    )  # fmt: skip
    one.change += 1
    one.save()
    figures = {"document": paper.pk, "kind": paper.kind, "sha256": file.sha256}
    return Done(value=paper.pk, about=about(one), open=figures, kept=(one,))


@act("admission.take_away", verb="apply", standing=theirs)
def take_away(by: Person, key: str, number: int, *, seen: int) -> Done[int]:
    """Take a document away from an application: it is kept, and counts no more."""
    one = going(held(Case, key))
    not_overtaken(one, seen, {"name": one.name})
    paper = one.papers.filter(pk=number, withdrawn_at=None).first()
    if paper is None:
        raise Refused(_("the application has no document %(number)s") % {"number": number})
    paper.withdrawn_at = timezone.now()
    paper.save()
    one.change += 1
    one.save()
    return Done(value=number, about=about(one), open={"document": number}, kept=(one,))


@act("admission.send", verb="apply", standing=theirs)
def send(by: Person, key: str, consent: str, *, seen: int) -> Done[str]:
    """Send an application to the Secretariat. `consent`: what the body agreed to, in the words that
    were shown to it."""
    one = writing(case_of(key, seen, {}))
    consent = said(consent, _("the consent to keep what you sent"))
    now = timezone.now()
    one.consent, one.consented_at, one.sent_at = consent, now, now
    scheme = cases.scheme(one.scheme, now.date())
    one.version = scheme.version if scheme is not None else ""
    event = step(one, "send", by, on=day_of(None))
    return done(one, one.key, event)


@act("admission.answer", verb="apply", standing=theirs)
def answer(by: Person, key: str, number: int, words: str, *, seen: int) -> Done[int]:
    """Answer a question of the office. `number`: which one, counted from 1."""
    one, words = case_of(key, seen, {"answer": words}), brief(said(words, _("the answer")))
    listed = list(one.questions.order_by("id"))
    if not 1 <= number <= len(listed):
        raise Refused(_("there is no question %(number)s") % {"number": number})
    asked = listed[number - 1]
    if asked.answered_at is not None:
        raise Refused(_("it was answered already"))
    asked.answer, asked.answered_at = words, timezone.now()
    asked.save()
    event = step(one, "answer", by, on=day_of(None), said={"question": number})
    return done(one, number, event, question=number)


@act("admission.withdraw", verb="apply", standing=theirs)
def withdraw(by: Person, key: str, *, why: str = "", seen: int) -> Done[str]:
    """Take an application back."""
    one = case_of(key, seen, {"why": why})
    if one.sent_at is None:
        raise Refused(_("it was not sent: there is nothing to take back"))
    event = step(one, "withdraw", by, on=day_of(None), why=why)
    return done(one, one.key, event)


def answered(field: str, value: object) -> object:
    """An answer as it is kept."""
    try:
        return form.value_of(field, value)
    except KeyError:
        raise Refused(_("%(field)s is no question of the form") % {"field": field[:60]}) from None
    except (ValueError, TypeError):
        told = _("“%(value)s” is no answer to this question")
        raise Refused(told % {"value": str(value)[:60]}) from None


def writing(one: Case) -> Case:
    """Go on where an application is still being written."""
    if one.sent_at is not None:
        raise Refused(_("it was sent: the office asks where something has to be changed"))
    return one


def going(one: Case) -> Case:
    """Go on where documents can still be brought: nothing was decided."""
    if one.state in ("admitted", "refused", "taken back"):
        raise Refused(_("the case has ended: no document can be brought or taken away"))
    return one


def state(code: str) -> str:
    """A State by its code; empty where it is not known."""
    if code and country_name(code) is None:
        raise Refused(_("%(code)s is the code of no country") % {"code": code[:10]})
    return code


def brief(words: str) -> str:
    """Words that are no book."""
    if len(words) > MOST_WORDS:
        told = _("it is longer than %(most)s characters: bring it as a document")
        raise Refused(told % {"most": MOST_WORDS})
    return words.strip()
