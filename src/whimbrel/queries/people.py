"""Who somebody is, and what their role lets them do."""

from dataclasses import dataclass

from whimbrel.queries.access import may
from whimbrel.register.models import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Somebody:
    """A person as the pages greet them."""

    email: str
    name: str
    role: str


def somebody(by: str | None) -> Somebody | None:
    """The person of an address; None for nobody, or for somebody who has left."""
    person = Person.objects.filter(email=by or "", is_active=True).first()
    if person is None:
        return None
    return Somebody(email=person.email, name=person.name, role=person.role)


def role_of(by: str | None) -> str | None:
    """The role of a person; None for somebody who has not signed in."""
    found = somebody(by)
    return found.role if found else None


def can(by: str | None, verb: str) -> bool:
    """Whether a person may do something to records of the house."""
    return bool(may(role_of(by), verb))
