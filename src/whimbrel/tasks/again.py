"""Read a kept file again, with the reader of today: within limits, in a process of its own."""

import logging

from django_tasks import task

from whimbrel.acts import documents as acts
from whimbrel.acts.documents import Deposited
from whimbrel.acts.refused import Refused
from whimbrel.queries import documents as kept
from whimbrel.queries.people import can
from whimbrel.queries.said import said as _
from whimbrel.tasks.reading import understood

LOG = logging.getLogger("whimbrel.tasks")


@task()
def again(by: str, reason: str, symbol: str) -> int:
    """Read the newest version of a document again. How many readings wait to be judged; 0 where it
    was not read."""
    try:
        return read_again(by, reason, symbol).proposed
    except (Refused, kept.Hidden):
        # Whoever asked may have left since, or lost the role.
        LOG.warning("a document was not read again")
        return 0


def read_again(by: str, reason: str, symbol: str) -> Deposited:
    """The same at once. Hidden where there is no such document for them; Refused where they may
    not, or where the file cannot be read any more."""
    version = kept.version_of(by, symbol)
    if not can(by, "judge"):
        raise Refused(_("your role may not judge what was read"))
    outcome = understood(version.file_name, bytes(version.file))
    if outcome.answer is None:
        raise Refused(str(outcome.error))
    return acts.read_again(by, reason, outcome.answer)
