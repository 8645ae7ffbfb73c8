"""The life of a worker: it says that it is there, takes up what was lost, and does what waits."""

import datetime
import logging
import os
import threading

from django.core.management import call_command
from django.db import DatabaseError, connection
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from whimbrel.acts import intake
from whimbrel.queries import health
from whimbrel.tasks.reminders import digest, remind

LOG = logging.getLogger("whimbrel.tasks")
BEAT = 10.0
"""Seconds between two looks."""
HOURLY = datetime.timedelta(hours=1)
GONE = datetime.timedelta(hours=1)
"""No task of ours takes so long: its worker is dead."""


def work(*, once: bool = False, under: int = 0) -> None:
    """Do what waits, until stopped; `once`: until nothing waits. `under`: end as well when the
    process that started this one is gone."""
    look()
    over = threading.Event()
    watch = threading.Thread(target=watched, args=(over, under), daemon=True)
    watch.start()
    try:
        call_command("db_worker", batch=once, startup_delay=False, reload=False, interval=0.5)
    finally:
        over.set()
        watch.join()


def watched(over: threading.Event, under: int) -> None:
    """Look every few seconds, beside the work. What the database refuses is tried again."""
    try:
        while not over.wait(BEAT):
            if under and os.getppid() != under:
                LOG.error("the process that started this worker is gone: it ends")
                os._exit(1)
            try:
                look()
            except DatabaseError:
                LOG.exception("the worker could not look round")
                connection.close()
    finally:
        connection.close()


def look() -> None:
    """Say that a worker is there; take up what was lost; queue what is done by the clock."""
    health.beat()
    for number in intake.resume():
        LOG.info("taken up again", extra={"intake": number})
    now = timezone.now()
    stopped = DBTaskResult.objects.filter(
        status=TaskResultStatus.RUNNING, started_at__lte=now - GONE
    )
    stopped.update(status=TaskResultStatus.FAILED, finished_at=now, traceback="its worker died")
    for one in (remind, digest):
        path = one.module_path
        of_late = DBTaskResult.objects.filter(task_path=path, enqueued_at__gt=now - HOURLY)
        if not of_late.exists():
            one.enqueue()
    # Kept for a week, for whoever looks into what went wrong.
    ended = (TaskResultStatus.SUCCESSFUL, TaskResultStatus.FAILED)
    week = now - datetime.timedelta(days=7)
    DBTaskResult.objects.filter(status__in=ended, finished_at__lte=week).delete()
