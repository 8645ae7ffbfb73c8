"""Enter people and give them roles."""

import secrets
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from whimbrel.acts import ledger
from whimbrel.acts.act import Done, act
from whimbrel.acts.given import countries
from whimbrel.acts.naming import found
from whimbrel.acts.refused import Refused
from whimbrel.acts.shred import shredded
from whimbrel.queries.access import matrix
from whimbrel.register.models import Body, Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    """A person who was entered, and the password that lets them in; it is kept nowhere else."""

    email: str
    password: str


@act("people.enter", verb="people")
def enter(
    by: Person, email: str, name: str, role: str, *, country: str = "", body: str = ""
) -> Done[Entered]:
    """Enter a person with a role: a focal point with the country, a partner with the body that they
    speak for."""
    told = entered(email, name, role, country, body)
    return Done(value=told, about="a person", open={"role": role}, change={"email": email})


@act("people.shred", verb="keep", reasoned=True)
def shred(by: Person, email: str) -> Done[int]:
    """Shred what the record holds of a person; what they did stays, and the ledger stays whole.
    How many lines do not name them any more."""
    person = Person.objects.filter(email=email).first()
    if person is None:
        raise Refused(_("nobody here goes by %(email)s") % {"email": email})
    if person == by:
        raise Refused(_("another administrator does this for you: a line would name you again"))
    lines = shredded(person)
    return Done(value=lines, about="a person", open={"lines": lines})


def entered(email: str, name: str, role: str, country: str = "", body: str = "") -> Entered:
    """The person, entered. Refused for a role that is none and an address that is taken."""
    if role not in matrix().roles or role == "public":
        roles = ", ".join(name for name in matrix().roles if name != "public")
        raise Refused(f"{role} is no role: one of {roles}")
    if Person.objects.filter(email=email).exists():
        raise Refused(f"{email} is entered already")
    countries((country,))
    spoken_for = body_they_speak_for(body) if body else None
    person = Person(email=email, name=name, role=role, country=country, body=spoken_for)
    password = secrets.token_urlsafe(12)
    person.set_password(password)
    person.save()
    return Entered(email=email, password=password)


def body_they_speak_for(name: str) -> Body:
    """A body of the record, by its key or any name. Refused where there is none."""
    one = found(name)
    if one is None:
        raise Refused(_("there is no body %(name)s in the record: enter it first") % {"name": name})
    return one


def found_house(email: str, name: str) -> Entered:
    """Enter the first administrator of an empty house: the one act that nobody can be asked for.

    Refused where somebody is entered already.
    """
    with transaction.atomic():
        if Person.objects.exists():
            raise Refused("this house has people: ask an administrator to enter you")
        told = entered(email, name, "administrator")
        ledger.add(
            act="house.found",
            at=timezone.now(),
            about="the house",
            open_={},
            personal={"by": email, "reason": "the first person of the house", "change": {}},
        )
    return told
