"""Mail: who is reminded of what and when, and what followers are told."""

import datetime
from typing import Any

import pytest
from django.core import mail
from django.core.mail import BadHeaderError
from django.core.management import call_command
from django.utils import timezone, translation

from tests.record import ADMINISTRATOR, AUDITOR, OFFICER
from whimbrel.acts import engagements, people, talk
from whimbrel.queries import reminders as due
from whimbrel.register.models import Engagement, Following, Person, Question
from whimbrel.register.names import about
from whimbrel.tasks import reminders

pytestmark = pytest.mark.usefixtures("house")


APPROVER = "pat@example.org"


@pytest.fixture(autouse=True)
def with_mail(house: object, settings: Any) -> None:
    """A house with an approver, that sends mail."""
    people.enter(ADMINISTRATOR, "", APPROVER, "Pat", "approver")
    settings.MAIL_SET, settings.ADDRESS = True, "https://house.example.org"


def asked(days: int, **more: Any) -> Question:
    """A question to the officer whose answer is wanted so many days from now."""
    return Question.objects.create(
        about="provision 14.10 c)",
        words="How far is the plan?",
        asked_by=Person.objects.get(email=ADMINISTRATOR),
        asked_of=Person.objects.get(email=OFFICER),
        asked_at=timezone.now(),
        by=timezone.now().date() + datetime.timedelta(days=days),
        **more,
    )


def engagement() -> str:
    """An engagement, recorded; its name."""
    engagements.record(
        OFFICER, "", "A workshop", kind="workshop", partners=("FAO",), since="2025-05"
    )
    return about(Engagement.objects.get())


def moved() -> None:
    """The engagement took place elsewhere."""
    key = Engagement.objects.get().key
    engagements.correct(OFFICER, "", key, {"place": "Rome"}, seen=0)


def follows(email: str, name: str) -> Following:
    """Somebody follows a record from now on."""
    return Following.objects.create(
        person=Person.objects.get(email=email), about=name, since=timezone.now()
    )


def test_somebody_is_reminded_once_when_the_day_is_near() -> None:
    one = asked(2)
    assert reminders.remind.func() == 1
    (sent,) = mail.outbox
    assert sent.to == [OFFICER]
    assert "is wanted by" in sent.subject
    assert "Bo asked you about provision 14.10 c)" in sent.body
    assert "https://house.example.org" in sent.body
    one.refresh_from_db()
    assert one.reminded_at is not None
    assert reminders.remind.func() == 0


@pytest.mark.parametrize("more", [{"answered_at": timezone.now()}, {}])
def test_what_is_answered_or_far_off_is_left_alone(more: dict[str, Any]) -> None:
    asked(1 if more else 30, **more)
    assert reminders.remind.func() == 0
    assert mail.outbox == []


@pytest.mark.parametrize(
    ("days", "reminded", "again"), [(-1, 3, True), (-2, 1, False), (-9, 8, True), (1, 0, False)]
)
def test_once_more_when_the_day_is_past_then_each_week(
    days: int, reminded: int, again: bool
) -> None:
    ago = timezone.now() - datetime.timedelta(days=reminded)
    asked(days, reminded_at=ago)
    assert bool(due.reminders(timezone.now())) is again


def test_without_mail_nothing_is_sent_and_nothing_is_noted_as_sent(settings: Any) -> None:
    settings.MAIL_SET = False
    one = asked(0)
    assert reminders.remind.func() == reminders.digest.func() == 0
    one.refresh_from_db()
    assert one.reminded_at is None


def test_a_mail_that_fails_is_tried_again_and_its_address_is_not_logged(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    one = asked(0)

    def refused(_: object) -> None:
        raise OSError(f"mail for {OFFICER} refused")

    with monkeypatch.context() as patched:
        patched.setattr(reminders.EmailMessage, "send", refused)
        assert reminders.remind.func() == 0
    one.refresh_from_db()
    assert one.reminded_at is None
    assert OFFICER not in caplog.text
    assert reminders.remind.func() == 1


def test_a_follower_is_told_what_happened_since_and_only_once() -> None:
    name = engagement()
    one = follows(AUDITOR, name)
    assert reminders.digest.func() == 0
    moved()
    assert reminders.digest.func() == 1
    (sent,) = mail.outbox
    assert sent.to == [AUDITOR]
    assert f"{name}: Correct fields of an engagement" in sent.body
    one.refresh_from_db()
    assert one.told > 0
    assert reminders.digest.func() == 0


def test_a_follower_is_not_told_of_what_they_may_not_see() -> None:
    people.enter(ADMINISTRATOR, "", "fp@example.org", "Fay", "focal point", country="SN")
    name = engagement()
    follows("fp@example.org", name)
    moved()
    assert due.digests() == ()


def test_a_name_of_several_lines_makes_one_subject_and_the_next_mail_goes_out() -> None:
    first, second = asked(0), asked(1)
    Question.objects.filter(pk=first.pk).update(about="document A\r\nBcc: x@y.z\x0b\u2028/1")
    Question.objects.filter(pk=second.pk).update(about="provision 1.1")
    assert reminders.remind.func() == 2
    subjects = [one.subject for one in mail.outbox]
    assert any("A Bcc: x@y.z /1" in one for one in subjects)
    assert all(one.isprintable() for one in subjects)


def test_what_cannot_be_made_a_mail_stops_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    asked(0), asked(1)
    once = iter([BadHeaderError("no header")])

    def sent(self: object) -> None:
        for error in once:
            raise error

    monkeypatch.setattr(reminders.EmailMessage, "send", sent)
    assert reminders.remind.func() == 1


@pytest.mark.parametrize("days", [2, 30])
def test_who_is_asked_gets_a_mail_at_once(days: int) -> None:
    name, day = engagement(), timezone.now().date() + datetime.timedelta(days=days)
    with translation.override("fr"):
        talk.ask(OFFICER, "", name, "How many came?", of=APPROVER, day=day)
    call_command("db_worker", batch=True, startup_delay=False, verbosity=0)
    (sent,) = mail.outbox
    assert sent.to == [APPROVER]
    assert sent.subject == f"Ann asks you about {name}"
    assert "How many came?" in sent.body
    assert "Your answer is wanted by" in sent.body
    assert reminders.remind.func() == 0
    later = due.reminders(timezone.now() + datetime.timedelta(days=28))
    assert [one.email for one in later] == [APPROVER]


def test_who_is_asked_where_no_mail_is_set_or_answered_already_gets_none(settings: Any) -> None:
    one = asked(9)
    settings.MAIL_SET = False
    assert reminders.tell.func(question=one.pk) == 0
    settings.MAIL_SET = True
    Question.objects.filter(pk=one.pk).update(answered_at=timezone.now())
    assert reminders.tell.func(question=one.pk) == 0
    assert mail.outbox == []


def test_a_follower_hears_what_is_asked_answered_and_said() -> None:
    name = engagement()
    talk.comment(OFFICER, "", name, "Said before anybody followed")
    talk.follow(APPROVER, "", name)
    talk.ask(OFFICER, "", name, "How many came?", of=APPROVER, day=datetime.date(2099, 1, 1))
    talk.answer(APPROVER, "", name, 1, "Thirty")
    talk.comment(OFFICER, "", name, "More than I thought")
    (one,) = due.digests()
    assert [each.act for each in one.news] == ["records.ask", "records.answer", "records.comment"]
    assert reminders.digest.func() == 1
    assert due.digests() == ()


def test_a_follower_who_may_not_see_questions_does_not_hear_of_them() -> None:
    people.enter(ADMINISTRATOR, "", "fp@example.org", "Fay", "focal point", country="SN")
    name = engagement()
    Engagement.objects.update(public=True)
    talk.follow("fp@example.org", "", name)
    talk.ask(OFFICER, "", name, "How many came?", of=APPROVER, day=datetime.date(2099, 1, 1))
    assert due.digests() == ()
    talk.comment(OFFICER, "", name, "Thirty came")
    (one,) = due.digests()
    assert [each.act for each in one.news] == ["records.comment"]
