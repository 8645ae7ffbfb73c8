"""Screen all bodies again, a hundred at a time, so that how far it has come can be seen."""

import logging

from django_tasks import task

from whimbrel.acts import screening
from whimbrel.acts.refused import Refused

LOG = logging.getLogger("whimbrel.tasks")


@task()
def go_on(by: str, key: str) -> int:
    """Go on with a rescreening until it has ended. How many batches were screened."""
    count = 0
    try:
        while screening.go_on(by, "", key):
            count += 1
    except Refused:
        # Another has begun meanwhile, or screening was switched off, or who asked has left.
        LOG.warning("a rescreening was not finished")
        return count
    return count + 1
