"""Read a file that was dropped, within limits and in a process of its own, and deposit it."""

import logging
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import connection
from django.utils.translation import gettext as _
from django_tasks import task

from whimbrel.acts import intake as acts
from whimbrel.acts.intake import Taken
from whimbrel.engagements.understood import Understood, understand_file
from whimbrel.reading import Limits
from whimbrel.reading.bulk import Outcome, each

LOG = logging.getLogger("whimbrel.tasks")
SIGN = 5.0
"""Seconds between two signs of a worker that reads."""


@task()
def read(intake: int) -> int:
    """Read one file and deposit it. How many readings wait to be judged; 0 where nothing was
    deposited."""
    taken = acts.take(intake)
    if taken is None:
        return 0
    try:
        with signs_of_life(taken):
            outcome = understood(taken.name, taken.data)
            if outcome.answer is not None:
                acts.progress(taken, "entering")
    except OSError as error:
        # No room for the file, or no room for a process: both may pass.
        LOG.warning("reading was put off", extra={"intake": intake, "why": error.strerror or ""})
        acts.put_back(taken, out_of_room(error))
        return 0
    if outcome.answer is None:
        acts.fail(taken, str(outcome.error))
        return 0
    told = acts.finish(taken, outcome.answer)
    return told.proposed if told else 0


def understood(name: str, data: bytes) -> Outcome[Understood]:
    """What the file says; messages name it as it was dropped, not where it lay here."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / name
        file.write_bytes(data)
        outcome = next(iter(each([str(file)], understand_file, limits=Limits())))
        if outcome.error is not None:
            outcome.error.file = name
        return outcome


def out_of_room(error: OSError) -> str:
    """What is said while a file waits again."""
    words = _("The machine said “%(why)s” while it was read; it is tried again by itself")
    return words % {"why": error.strerror or type(error).__name__}


@contextmanager
def signs_of_life(taken: Taken) -> Iterator[None]:
    """While the file is read, say every few seconds that somebody is at it."""
    over = threading.Event()

    def go_on() -> None:
        try:
            while not over.wait(SIGN):
                acts.progress(taken)
        finally:
            connection.close()

    signs = threading.Thread(target=go_on, daemon=True)
    signs.start()
    try:
        yield
    finally:
        over.set()
        signs.join()
