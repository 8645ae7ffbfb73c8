"""Enter people and give them roles."""

from django.db import transaction
from django.utils import timezone

from whimbrel.acts import ledger
from whimbrel.acts.act import Done, act
from whimbrel.acts.refused import Refused
from whimbrel.queries.access import matrix
from whimbrel.register.models import Person


@act("people.enter", verb="people")
def enter(by: Person, email: str, name: str, role: str, *, country: str = "") -> Done[str]:
    """Enter a person with a role."""
    person = entered(email, name, role, country)
    return Done(value=person.email, about="a person", open={"role": role}, change={"email": email})


def entered(email: str, name: str, role: str, country: str = "") -> Person:
    """The person, entered. Refused for a role that is none and an address that is taken."""
    if role not in matrix().roles or role == "public":
        roles = ", ".join(name for name in matrix().roles if name != "public")
        raise Refused(f"{role} is no role: one of {roles}")
    if Person.objects.filter(email=email).exists():
        raise Refused(f"{email} is entered already")
    person = Person(email=email, name=name, role=role, country=country)
    person.set_unusable_password()
    person.save()
    return person


def found_house(email: str, name: str) -> str:
    """Enter the first administrator of an empty house: the one act that nobody can be asked for.

    Refused where somebody is entered already.
    """
    with transaction.atomic():
        if Person.objects.exists():
            raise Refused("this house has people: ask an administrator to enter you")
        person = entered(email, name, "administrator")
        ledger.add(
            act="house.found",
            at=timezone.now(),
            about="the house",
            open_={},
            personal={"by": email, "reason": "the first person of the house", "change": {}},
        )
    return person.email
