"""What people say to each other about a record: ask, answer, comment; and follow a record."""

import datetime

from django.db.models import Model
from django.utils import timezone

from whimbrel.acts.act import Done, FollowUp, act
from whimbrel.acts.given import said
from whimbrel.acts.refused import Refused
from whimbrel.queries import ledger, scope
from whimbrel.queries.access import Standing, may
from whimbrel.queries.said import record as in_full
from whimbrel.queries.said import said as _
from whimbrel.register.models import Comment, Following, Person, Question
from whimbrel.register.names import about as called
from whimbrel.register.names import named


def of_record(by: Person, about: str, *_: object, **__: object) -> Standing:
    """What a record is to a person; one that is not there is no more to them than one of others."""
    one = named(about)
    return scope.standing(one, scope.reader(by.email)) if one is not None else Standing.OFFICE


def of_question(by: Person, about: str, number: int, *_: object, **__: object) -> Standing:
    """A question is theirs of whom it was asked."""
    one = question(about, number)
    return Standing.OWN if one is not None and one.asked_of_id == by.pk else Standing.OFFICE


@act("records.ask", verb="ask")
def ask(by: Person, about: str, words: str, *, of: str, day: datetime.date) -> Done[int]:
    """Ask somebody for input on a record, by a day. The number of the question on that record."""
    name, words = record(about), said_in_full(words, _("the question"))
    asked = Person.objects.filter(email=of, is_active=True).first()
    if asked is None:
        raise Refused(_("nobody here goes by %(of)s") % {"of": of})
    answer = may(asked.role, "answer", Standing.OWN)
    if not answer:
        raise Refused(answer.because)
    now = timezone.now()
    if day < now.date():
        raise Refused(_("%(day)s is over: name a day to come") % {"day": day.isoformat()})
    made = Question.objects.create(
        about=name, words=words, asked_by=by, asked_of=asked, asked_at=now, by=day
    )
    number = Question.objects.filter(about=name).count()
    return Done(
        value=number, about=name, open={"question": number, "by": day.isoformat()},
        change={"of": of, "words": words},
        then=(FollowUp(task="questions.tell", given={"question": made.pk}),),
    )  # fmt: skip


@act("records.answer", verb="answer", standing=of_question)
def answer(by: Person, about: str, number: int, words: str) -> Done[int]:
    """Answer a question, by its number on its record. Only the one who was asked may."""
    one = question(about, number)
    if one is None or one.asked_of_id != by.pk:
        raise Refused(_("you were not asked this: there is no such question to you"))
    if one.answered_at is not None:
        raise Refused(_("it is answered already; say more in a comment"))
    one.answer, one.answered_at = said_in_full(words, _("the answer")), timezone.now()
    one.save()
    figures = {"question": number}
    return Done(value=number, about=one.about, open=figures, change={"words": one.answer})


@act("records.comment", verb="comment", standing=of_record)
def comment(by: Person, about: str, words: str) -> Done[int]:
    """Say something about a record. The number of the comment on it."""
    name, words = record(about), said_in_full(words, _("the comment"))
    Comment.objects.create(about=name, by=by, at=timezone.now(), words=words)
    number = Comment.objects.filter(about=name).count()
    figures = {"comment": number}
    return Done(value=number, about=name, open=figures, change={"words": words})


@act("records.follow", verb="follow", standing=of_record)
def follow(by: Person, about: str) -> Done[str]:
    """Hear what happens to a record."""
    name = record(about)
    _one, fresh = Following.objects.get_or_create(
        person=by, about=name, defaults={"since": timezone.now(), "told": ledger.newest()}
    )
    return Done(value=name, about=name, open={"fresh": fresh})


@act("records.unfollow", verb="follow", standing=of_record)
def unfollow(by: Person, about: str) -> Done[str]:
    """Hear no more of a record."""
    name = record(about)
    gone, _each = Following.objects.filter(person=by, about=name).delete()
    if not gone:
        raise Refused(_("you do not follow it"))
    return Done(value=name, about=name, open={"followed": False})


def record(about: str) -> str:
    """What the record of a kind and name is called. Refused where there is none."""
    one: Model | None = named(about)
    if one is None:
        raise Refused(_("there is no %(about)s in the record") % {"about": in_full(about)})
    return called(one)


def question(about: str, number: int) -> Question | None:
    """A question by its number on its record, the first being 1."""
    one = named(about)
    if one is None or number < 1:
        return None
    listed = Question.objects.filter(about=called(one)).order_by("pk")
    return next(iter(listed[number - 1 : number]), None)


def said_in_full(words: str, what: str) -> str:
    """Words of several lines, that must be there."""
    said(words, what)
    return words.strip()
