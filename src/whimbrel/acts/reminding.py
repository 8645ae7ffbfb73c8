"""What is noted once a reminder or a digest has left the house."""

from django.utils import timezone

from whimbrel.register.models import Following, Question


def reminded(question: int) -> None:
    """Somebody was reminded of a question."""
    Question.objects.filter(pk=question).update(reminded_at=timezone.now())


def told(following: int, line: int) -> None:
    """Somebody was told what happened, up to a line of the ledger."""
    Following.objects.filter(pk=following, told__lt=line).update(told=line)
