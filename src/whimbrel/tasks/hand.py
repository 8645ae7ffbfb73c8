"""Take what an act hands on, and put it into the queue."""

import logging

from django.db import DatabaseError
from django_tasks.base import Task

from whimbrel.acts.act import FollowUp
from whimbrel.tasks.again import again
from whimbrel.tasks.reading import read
from whimbrel.tasks.reminders import digest, remind, tell
from whimbrel.tasks.screening import go_on

LOG = logging.getLogger("whimbrel.tasks")
TASKS: dict[str, Task[..., int]] = {
    "intake.read": read,
    "documents.read_again": again,
    "questions.tell": tell,
    "reminders.send": remind,
    "digests.send": digest,
    "screening.go_on": go_on,
}
"""What acts call a task -> the task."""


def hand(then: FollowUp) -> None:
    """Put a follow-up into the queue. KeyError for a task that there is not.

    The act stands by now. Where the queue cannot be written to, that is logged, and what was meant
    is found again by the worker that looks for it (`acts.intake.resume`).
    """
    task = TASKS[then.task]
    try:
        task.enqueue(**then.given)
    except DatabaseError:
        LOG.exception("a follow-up could not be queued", extra={"task": then.task})
