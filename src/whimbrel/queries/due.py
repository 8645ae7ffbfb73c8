"""Of what the officer of a case is told by mail: a question whose day is past, a status that ends
soon, a report that is due. The applicant is reminded by a letter, which the officer sends."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Max, Q, QuerySet

from whimbrel.queries import cases
from whimbrel.queries.owing import owed as demanded
from whimbrel.queries.reminders import AGAIN
from whimbrel.register.models import BodyStatus, CaseQuestion

SOON = datetime.timedelta(days=60)
"""So long before its last day, or that of a report, a status is brought to mind. Ours."""
LATER = datetime.timedelta(days=30)
"""So long after that it is brought to mind again."""


class What(StrEnum):
    """What is due."""

    QUESTION = "question"
    ENDS = "ends"
    REPORT = "report"


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """Something of which an officer is told."""

    what: What
    number: int
    """Of the question, or of the status."""
    email: str
    language: str
    case: str
    name: str
    day: datetime.date
    words: str = ""
    """Of a question; of a report the duty."""


def due(now: datetime.datetime) -> tuple[Due, ...]:
    """Everything of which it is time to tell an officer. Cases in nobody's hands are in the list of
    applications, and nobody is told of them."""
    return (*unanswered(now), *standing(now))


def unanswered(now: datetime.datetime) -> Iterator[Due]:
    """Questions to applicants without an answer whose day is past: at once, then each week."""
    turn = Q(reminded_at=None) | Q(reminded_at__lte=now - AGAIN)
    listed = CaseQuestion.objects.filter(
        turn, answered_at=None, until__lt=now.date(), case__officer__is_active=True
    )
    for one in listed.select_related("case__officer").order_by("until", "id"):
        officer = one.case.officer
        if officer is None or one.until is None:
            continue
        yield Due(
            what=What.QUESTION, number=one.pk, email=officer.email, language=officer.language,
            case=one.case.key, name=one.case.name, day=one.until, words=one.words,
        )  # fmt: skip


def standing(now: datetime.datetime) -> Iterator[Due]:
    """Statuses that end soon and reports that are due. One for a single meeting ends with it, and
    nobody is told."""
    today = now.date()
    for one in last_ones(now):
        rules = cases.scheme_of(one.case)
        if rules is None or rules.validity.meeting or one.status in cases.ENDED:
            continue
        if one.until is not None and today <= one.until <= today + SOON:
            yield from told(one, What.ENDS, one.until)
            continue
        for owed in demanded(one.case, one.status, today):
            if owed.day is not None and owed.day <= today + SOON:
                yield from told(one, What.REPORT, owed.day, cases.told(owed.duty.text))
                break


def last_ones(now: datetime.datetime) -> QuerySet[BodyStatus]:
    """The last status of each case in somebody's hands, whose turn it is."""
    newest = BodyStatus.objects.order_by().values("case").annotate(last=Max("id")).values("last")
    turn = Q(reminded_at=None) | Q(reminded_at__lte=now - LATER)
    listed = BodyStatus.objects.filter(turn, pk__in=newest, case__officer__is_active=True)
    return listed.select_related("case__officer", "case__meeting", "body").order_by("id")


def told(
    one: BodyStatus, what: What, day: datetime.date, words: str = ""
) -> Iterator[Due]:  # fmt: skip
    """A status as a mail tells its officer of it."""
    officer = one.case.officer
    if officer is None:
        return
    yield Due(
        what=what, number=one.pk, email=officer.email, language=officer.language,
        case=one.case.key, name=one.body.name, day=day, words=words,
    )  # fmt: skip
