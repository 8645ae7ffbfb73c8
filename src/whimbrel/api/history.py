"""What the record said and when."""

import datetime
from enum import StrEnum

from ninja import Router

from whimbrel.api.reads import reads
from whimbrel.queries import history as kept
from whimbrel.queries.listed import Listed, whole

router = Router()


class Kind(StrEnum):
    """A kind of record."""

    AGREEMENT = "agreement"
    BARRIER = "barrier"
    BODY = "body"
    CAMPAIGN = "campaign"
    DOCUMENT = "document"
    ENGAGEMENT = "engagement"
    GROUP = "group"
    INITIATIVE = "initiative"
    INSTRUMENT = "instrument"
    MECHANISM = "mechanism"
    MEETING = "meeting"
    PARTICIPATION = "participation"
    PROVISION = "provision"
    SUGGESTION = "suggestion"


def history(by: str | None, about: str, *, page: int | None = None) -> Listed[kept.Step]:
    """The changes of a record, by its kind and name (`provision 14.10 c)`), the newest first; names
    and reasons for those who may audit."""
    return whole(kept.history(by, about), page)


def said_on(
    by: str | None, kind: Kind, day: datetime.date, *, page: int | None = None
) -> Listed[kept.Said]:
    """What the record said at the end of a day of every record of a kind that you may see today,
    whatever it has learned since."""
    return whole(kept.said_on(by, kind, day), page)


reads(router, "/history", history, of=kept.history)
reads(router, "/said-on", said_on, of=kept.said_on)
