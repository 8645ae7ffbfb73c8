"""Whose token a program shows, and which tokens a person has."""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q
from django.utils import timezone

from whimbrel.queries.people import can
from whimbrel.register.models import Token

NOTED_EVERY = timedelta(minutes=1)
"""How exactly the last use of a token is noted; so a busy program does not write all the time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A token of a person; its secret nobody knows but the program."""

    number: int
    name: str
    made_at: datetime
    until: datetime
    used_at: datetime | None
    over: bool
    """Its time is up."""


def digest(secret: str) -> str:
    """What is kept of a token. Long and random as it is, it needs no salt."""
    return hashlib.sha256(secret.encode()).hexdigest()


def person_of_token(secret: str) -> str | None:
    """The address of the person for whom a program acts; None for a token that is none, is over,
    or whose person has left or may have none any more.

    It is looked up by its digest, so how long that takes tells nothing of the secret.
    """
    now = timezone.now()
    one = (
        Token.objects.select_related("person")
        .filter(digest=digest(secret), until__gt=now, person__is_active=True)
        .first()
    )
    if one is None or not can(one.person.email, "token"):
        return None
    stale = Q(used_at=None) | Q(used_at__lt=now - NOTED_EVERY)
    if one.used_at is None or one.used_at < now - NOTED_EVERY:
        Token.objects.filter(stale, pk=one.pk).update(used_at=now)
    return one.person.email


def tokens(by: str | None) -> list[Held]:
    """The tokens of a person, newest first."""
    now = timezone.now()
    return [
        Held(
            number=one.pk, name=one.name, made_at=one.made_at, until=one.until,
            used_at=one.used_at, over=one.until <= now,
        )
        for one in Token.objects.filter(person__email=by or "").order_by("-made_at")
    ]  # fmt: skip
