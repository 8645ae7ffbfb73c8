"""A body applies: its application is begun, written, sent and answered for by whoever acts for it.
Nothing is lost by leaving a question open: unknown is an answer."""

import datetime
from collections.abc import Mapping
from hashlib import sha256

from django.db import transaction
from django.db.models import Sum
from django.db.models.functions import Length
from django.utils import timezone

from whimbrel.acts import people
from whimbrel.acts.act import Done, act
from whimbrel.acts.given import day, said
from whimbrel.acts.held import held, not_overtaken
from whimbrel.acts.refused import Refused
from whimbrel.acts.stepping import case_of, day_of, done, noted, step
from whimbrel.acts.uploads import looked_at
from whimbrel.admission import form
from whimbrel.bodies.names import folded
from whimbrel.queries import cases
from whimbrel.queries.access import Standing
from whimbrel.queries.applying import COP, HOST, WRITTEN
from whimbrel.queries.countries import country_name
from whimbrel.queries.in_use import in_use
from whimbrel.queries.said import said as _
from whimbrel.register.models import Case, CaseDocument, Meeting, Person
from whimbrel.register.names import about

MOST_PAPERS = 30
MOST_BYTES = 100 * 2**20
"""Of all documents of an application together, those taken away too: they are kept."""
MOST_BEGUN = 10
"""Applications for one meeting by the same person: who begins without an account is a stranger."""
MOST_NAME = 400
MOST_WORDS = 5000
"""Characters of a statement, of an answer."""


def theirs(by: Person, key: str, *_rest: object, **_more: object) -> Standing:
    """An application is its contact's own, and that of the people of its body."""
    one = Case.objects.filter(key=key).first()
    if one is None:
        return Standing.OFFICE
    same = one.contact_id == by.pk or (by.body_id is not None and one.body_id == by.body_id)
    return Standing.OWN if same else Standing.OFFICE


def themselves(by: Person, email: str) -> Standing:
    """A way in is one's own."""
    return Standing.OWN if email == by.email else Standing.OFFICE


def own_to_begin(by: Person, name: str, meeting: str, **_more: object) -> Standing:
    """What is begun for a meeting that there is, is one's own."""
    there = Meeting.objects.filter(short=meeting).exists()
    return Standing.OWN if there else Standing.OFFICE


@act("admission.begin", verb="apply", standing=own_to_begin)
def begin(by: Person, name: str, meeting: str, *, country: str = "", scheme: str = "") -> Done[str]:
    """Begin an application of a body for a meeting. Its key. `scheme`: under which rules, of those
    in use; empty: those of the treaty."""
    name, holder = beginning(name, meeting, country)
    if Case.objects.filter(contact=by, meeting=holder).count() >= MOST_BEGUN:
        told = _("you have begun %(most)s applications for %(meeting)s: ask the Secretariat")
        raise Refused(told % {"most": MOST_BEGUN, "meeting": holder.short})
    used = in_use(HOST, timezone.now().date())
    if scheme and scheme not in used:
        raise Refused(_("%(name)s is not in use: nobody can apply under it") % {"name": scheme})
    number = Case.objects.filter(key__startswith=f"{holder.short}-").count() + 1
    while Case.objects.filter(key=f"{holder.short}-{number:04}").exists():
        number += 1
    one = Case.objects.create(
        key=f"{holder.short}-{number:04}", scheme=scheme or used[0], host=HOST, meeting=holder,
        name=name, folded=folded(name), country=country, contact=by, body=by.body,
        language=by.language, begun_at=timezone.now(),
    )  # fmt: skip
    return Done(value=one.key, about=about(one), open={"meeting": holder.short}, kept=(one,))


def from_outside(
    email: str, person: str, name: str, meeting: str, *, country: str = "", scheme: str = "",
    language: str = "en",
) -> tuple[str, str]:  # fmt: skip
    """Enter somebody who has no account, and begin the application of their body: both or neither,
    so that a mistake in the one does not leave them entered with no way back. (address, key)."""
    with transaction.atomic():
        who = people.come_in(email, person, language)
        return who, begin(who, "", name, meeting, country=country, scheme=scheme)


def in_order(email: str, person: str, name: str, meeting: str, country: str) -> None:
    """Go on where what somebody from outside wrote can begin an application. It is asked of
    everybody alike, and before anybody looks whether they are known: the answer tells nothing of
    who is."""
    with transaction.atomic():
        people.introduced(email, person)
        beginning(name, meeting, country)


def beginning(name: str, meeting: str, country: str) -> tuple[str, Meeting]:
    """The name of the body and the meeting. Refused where an application cannot begin with them."""
    name = said(name, _("the name of the body"))
    if len(name) > MOST_NAME:
        raise Refused(_("a name has at most %(most)s characters") % {"most": MOST_NAME})
    holder = held(Meeting, meeting)
    ours = holder.body is None or holder.body.key == HOST
    if not ours or not holder.short.startswith(COP):
        told = _("%(meeting)s is a meeting of others: apply there")
        raise Refused(told % {"meeting": holder.short})
    if holder.starts is not None and holder.starts <= timezone.now().date():
        raise Refused(_("%(meeting)s has begun: nobody can apply for it any more") % {
            "meeting": holder.short
        })  # fmt: skip
    state(country)
    return name, holder


@act("admission.change_link", verb="apply", standing=themselves)
def change_link(by: Person, email: str) -> Done[str]:
    """Make every link useless by which an applicant without a password came back until now."""
    if by.has_usable_password():
        raise Refused(_("you sign in with a password: change it where you set it"))
    by.set_unusable_password()  # It differs each time, and a link holds its digest.
    by.save()
    return Done(value=email, about="a person")


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
    if kind not in form.every_kind():
        raise Refused(_("%(kind)s is no kind of document that is asked for") % {"kind": kind[:40]})
    file = looked_at(name, data)
    light(one, data)
    issued, expires = day(issued_on), day(expires_on)
    if issued and expires and expires < issued:
        raise Refused(_("it cannot end before it begins"))
    paper = CaseDocument.objects.create(
        case=one, kind=kind, instead=instead,
        name=file.name, media=file.media, sha256=file.sha256, file=data, language=language[:2],
        certified=certified, issued_on=issued, expires_on=expires, by=by, at=timezone.now(),
    )  # fmt: skip
    noticed(one, by, "bring", document=paper.pk, kind=paper.kind)
    figures = {"document": paper.pk, "kind": paper.kind, "sha256": file.sha256}
    return Done(value=paper.pk, about=about(one), open=figures, kept=(one,))


@act("admission.name_people", verb="apply", standing=theirs)
def name_people(by: Person, key: str, names: str, *, seen: int) -> Done[int]:
    """Say who represents the body, one name on each line: it needs no file for that. How many.
    Without a name, what was written before counts no more."""
    one = going(held(Case, key))
    not_overtaken(one, seen, {"people": names})
    listed = tuple(filter(None, (" ".join(line.split()) for line in brief(names).splitlines())))
    told = {"kind": "representatives", "media": WRITTEN}
    one.papers.filter(**told, withdrawn_at=None).update(withdrawn_at=timezone.now())
    if listed:
        data = "\n".join(listed).encode()
        light(one, data)
        CaseDocument.objects.create(
            case=one, **told, name="representatives.txt", sha256=sha256(data).hexdigest(),
            file=data, language=one.language, by=by, at=timezone.now(),
        )  # fmt: skip
    noticed(one, by, "bring", kind="representatives")
    return Done(value=len(listed), about=about(one), open={"names": len(listed)}, kept=(one,))


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
    noticed(one, by, "take-away", document=number, kind=paper.kind)
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


def noticed(one: Case, by: Person, name: str, **said: object) -> None:
    """What changes an application that was sent stands in its history, where its officer meets it;
    one that is still written has none."""
    if one.sent_at is not None:
        noted(one, name, by, on=day_of(None), said=said)
        return
    one.change += 1
    one.save()


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


def light(one: Case, data: bytes) -> None:
    """Go on where the application can hold so much more: what was taken away is kept too."""
    heavy = one.papers.aggregate(all=Sum(Length("file")))["all"] or 0
    if heavy + len(data) > MOST_BYTES:
        told = _(
            "the documents of an application have at most %(most)s MiB together, also those "
            "that were taken away: ask the Secretariat"
        )
        raise Refused(told % {"most": MOST_BYTES // 2**20})


def going(one: Case) -> Case:
    """Go on where documents can still be brought: no step has ended it, whatever its scheme calls
    that."""
    if cases.over(one):
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
