"""Of what the officer of a case is told: on the day, the day after, and once."""

import datetime
from dataclasses import replace

import pytest
from django.core import mail
from django.utils import timezone

from tests.applied import applied, approver, seen
from tests.record import OFFICER
from whimbrel.acts import deciding, examining
from whimbrel.procedures.known import Known, Text
from whimbrel.procedures.procedure import Duty, Validity
from whimbrel.queries import cases
from whimbrel.queries.due import What, due
from whimbrel.register.models import BodyStatus, CaseQuestion
from whimbrel.tasks import reminders

pytestmark = pytest.mark.usefixtures("house")
WORDS = Text(en="a report", fr="un rapport", es="un informe")


def in_hands(key: str) -> str:
    """The officer examines it."""
    examining.assign(OFFICER, "", key, OFFICER, seen=seen(key))
    return key


@pytest.mark.parametrize(("days", "told"), [(0, False), (-1, True)])
def test_a_question_is_brought_to_mind_the_day_after_its_day_and_not_on_it(
    days: int, told: bool
) -> None:
    key = in_hands(applied())
    now = timezone.now()
    examining.ask(OFFICER, "", key, "Who?", until=now.date(), seen=seen(key))
    CaseQuestion.objects.update(until=now.date() + datetime.timedelta(days=days))
    assert [one.what for one in due(now)] == ([What.QUESTION] if told else [])


def test_nobody_is_told_of_a_case_that_nobody_examines() -> None:
    key = applied()
    examining.ask(OFFICER, "", key, "Who?", until=timezone.now().date(), seen=seen(key))
    CaseQuestion.objects.update(until=datetime.date(2026, 1, 1))
    assert due(timezone.now()) == ()


def test_a_mail_goes_out_once_and_to_the_officer(settings) -> None:
    settings.MAIL_SET, settings.ADDRESS = True, "https://house.example.org"
    key = in_hands(applied())
    examining.ask(OFFICER, "", key, "Who?", until=timezone.now().date(), seen=seen(key))
    CaseQuestion.objects.update(until=datetime.date(2026, 1, 1))
    assert [reminders.remind.call(), reminders.remind.call()] == [1, 0]
    assert mail.outbox[0].to == [OFFICER]
    assert mail.outbox[0].subject == f"{key}: a question has no answer"


@pytest.mark.parametrize(("days", "what"), [(61, []), (60, ["ends"]), (0, ["ends"]), (-1, [])])
def test_a_standing_that_ends_is_brought_to_mind_sixty_days_before(
    monkeypatch: pytest.MonkeyPatch, days: int, what: list[str]
) -> None:
    standing(monkeypatch, Validity(**line("validity"), text=WORDS, years=4))
    end = BodyStatus.objects.get().until
    assert end is not None
    day = end - datetime.timedelta(days=days)
    now = datetime.datetime.combine(day, datetime.time(9), tzinfo=datetime.UTC)
    assert [one.what for one in due(now)] == what


def test_a_report_is_brought_to_mind_before_its_day(monkeypatch: pytest.MonkeyPatch) -> None:
    duty = Duty(**line("report"), text=WORDS, every_years=2)
    standing(monkeypatch, Validity(**line("validity"), text=WORDS), (duty,))
    now = datetime.datetime(2028, 2, 1, tzinfo=datetime.UTC)
    assert [(one.what, one.day) for one in due(now)] == [(What.REPORT, datetime.date(2028, 3, 23))]


def line(name: str) -> dict[str, object]:
    """What every line of a procedure has."""
    return {"id": name, "source": "made up", "status": Known.PROPOSED}


def standing(
    monkeypatch: pytest.MonkeyPatch, validity: Validity, duties: tuple[Duty, ...] = ()
) -> None:
    """A body that holds a status under a scheme that is made up."""
    real = cases.scheme("cms-art7")
    assert real is not None
    made = replace(real, validity=validity, duties=duties)
    monkeypatch.setattr(cases, "versions", lambda name: (made,))
    key = in_hands(applied(scope="international"))
    examining.match(OFFICER, "", key, seen=seen(key))
    deciding.decide(
        approver(), "", key, "admit", "COP15", "agreed", on=datetime.date(2026, 3, 23),
        seen=seen(key),
    )  # fmt: skip
