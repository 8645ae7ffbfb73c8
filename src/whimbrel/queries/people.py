"""Who somebody is, and what their role lets them do."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from allauth.mfa.models import Authenticator

from whimbrel.queries.access import Standing, may
from whimbrel.queries.glance import person_of
from whimbrel.register.models import Body, Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Somebody:
    """A person as the pages greet them."""

    email: str
    name: str
    role: str
    language: str = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A person as administrators see them."""

    number: int
    email: str
    name: str
    role: str
    country: str
    body: str
    """The key of the body they belong to."""
    body_name: str
    active: bool
    last_sign_in: datetime | None
    """None: not since their last password was given to them."""
    second_factor: bool


def somebody(by: str | None) -> Somebody | None:
    """The person of an address; None for nobody, or for somebody who has left."""
    person = person_of(by)
    if person is None:
        return None
    return Somebody(
        email=person.email, name=person.name, role=person.role, language=person.language
    )


def role_of(by: str | None) -> str | None:
    """The role of a person; None for somebody who has not signed in."""
    found = somebody(by)
    return found.role if found else None


def can(by: str | None, verb: str) -> bool:
    """Whether a person may do something to records of the house."""
    return bool(may(role_of(by), verb))


def could(by: str | None, verb: str) -> bool:
    """Whether somebody may do something at least to what is their own."""
    return bool(may(role_of(by), verb, Standing.OWN))


def people(by: str | None) -> list[Listed]:
    """Everybody who was entered, those who left last; empty for who may not enter people."""
    if not can(by, "people"):
        return []
    factors = set(
        Authenticator.objects.filter(
            type__in=(Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
        ).values_list("user_id", flat=True)
    )
    return [
        Listed(
            number=one.pk, email=one.email, name=one.name, role=one.role, country=one.country,
            body=one.body.key if one.body else "", body_name=str(one.body or ""),
            active=one.is_active, last_sign_in=one.last_login, second_factor=one.pk in factors,
        )
        for one in Person.objects.select_related("body").order_by("-is_active", "name", "email")
    ]  # fmt: skip


def person(by: str | None, number: int) -> Listed | None:
    """One person, for who may enter people."""
    return next((one for one in people(by) if one.number == number), None)


def bodies(by: str | None) -> dict[str, str]:
    """Key and name of the bodies that a partner may belong to, for who may enter people."""
    if not can(by, "people"):
        return {}
    listed = Body.objects.filter(merged_into=None, unnamed=False).order_by("name")
    return dict(listed.values_list("key", "name"))


def applicant_by(email: str | None) -> bool:
    """Whether somebody who applies goes by this address, and is still here."""
    found = person_of(email)
    return found is not None and found.role == "applicant"


def way_of(email: str | None) -> str:
    """What changes when the way in of somebody changes: of their password's hash, its hash."""
    found = person_of(email)
    return hashlib.sha256(found.password.encode()).hexdigest()[:16] if found is not None else ""


def person_row(email: str) -> Person:
    """The person of an address, for whoever lets them in. KeyError: nobody goes by it."""
    found = Person.objects.filter(email=email, is_active=True).first()
    if found is None:
        raise KeyError(email)
    return found
