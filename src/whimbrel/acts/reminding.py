"""What is noted once a reminder or a digest has left the house."""

from django.utils import timezone

from whimbrel.register.models import BodyStatus, CaseQuestion, Following, Question


def reminded(question: int) -> None:
    """Somebody was reminded of a question."""
    Question.objects.filter(pk=question).update(reminded_at=timezone.now())


def told(following: int, line: int) -> None:
    """Somebody was told what happened, up to a line of the ledger."""
    Following.objects.filter(pk=following, told__lt=line).update(told=line)


def told_of(what: str, number: int) -> None:
    """An officer was told of what is due in a case: of a question, or of a status."""
    table = CaseQuestion if what == "question" else BodyStatus
    table._default_manager.filter(pk=number).update(reminded_at=timezone.now())
