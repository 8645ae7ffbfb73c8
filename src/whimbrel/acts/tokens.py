"""Tokens, with which programs act for a person."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from whimbrel.acts.act import Done, act
from whimbrel.acts.refused import Refused
from whimbrel.queries.said import said as _
from whimbrel.queries.tokens import digest
from whimbrel.register.models import Person, Token

MOST_DAYS, MOST = 366, 20
"""How long a token may last, and how many a person may have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A token as it is shown, once; only its digest is kept."""

    secret: str
    name: str
    until: datetime


@act("tokens.make", verb="token")
def make(by: Person, name: str, *, days: int = 90) -> Done[Made]:
    """Make a token with which a program acts for the person."""
    name = name.strip()
    if not 0 < len(name) <= 120:
        raise Refused(_("say in a few words what the token is for"))
    if not 0 < days <= MOST_DAYS:
        raise Refused(_("a token lasts from 1 to %(most)s days") % {"most": MOST_DAYS})
    now = timezone.now()
    if by.tokens.filter(until__gt=now).count() >= MOST:
        raise Refused(_("you have %(most)s tokens: end one first") % {"most": MOST})
    secret, until = f"whimbrel_{secrets.token_urlsafe(32)}", now + timedelta(days=days)
    Token.objects.create(person=by, name=name, digest=digest(secret), made_at=now, until=until)
    told = Made(secret=secret, name=name, until=until)
    return Done(value=told, about="a token", open={"days": days}, change={"token": name})


@act("tokens.end", verb="token")
def end(by: Person, number: int) -> Done[str]:
    """End a token of one's own: the program that has it comes in no more."""
    one = by.tokens.filter(pk=number).first()
    if one is None:
        raise Refused(_("you have no token %(number)s") % {"number": number})
    one.delete()
    return Done(value=one.name, about="a token", change={"token": one.name})
