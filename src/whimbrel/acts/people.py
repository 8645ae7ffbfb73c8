"""Enter people and give them roles; let them leave and come back."""

import secrets
from dataclasses import dataclass

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils import timezone

from whimbrel.acts import ledger, naming
from whimbrel.acts.act import Done, act
from whimbrel.acts.addresses import address
from whimbrel.acts.refused import Refused
from whimbrel.acts.shred import shredded
from whimbrel.queries.access import matrix
from whimbrel.queries.countries import country_name
from whimbrel.queries.said import said as _
from whimbrel.register.models import Person

ADMINISTRATOR, FOCAL_POINT, PARTNER = "administrator", "focal point", "partner"
APPLICANT = "applicant"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    """A person who was entered, and the password that lets them in; it is kept nowhere else."""

    email: str
    password: str


@act("people.enter", verb="people")
def enter(
    by: Person, email: str, name: str, role: str, *, country: str = "", body: str = ""
) -> Done[Entered]:
    """Enter a person with a role."""
    told = entered(email, name, role, country, body)
    return Done(value=told, about="a person", open={"role": role}, change={"email": told.email})


@act("people.change_role", verb="people")
def change_role(
    by: Person, email: str, role: str, *, country: str = "", body: str = ""
) -> Done[str]:
    """Give a person another role."""
    person = found(email)
    if person == by:
        raise Refused(_("another administrator does this for you: nobody gives themselves a role"))
    place(person, role, country, body)
    before = Person.objects.get(pk=person.pk)
    if before.role == ADMINISTRATOR != role:
        keep_one(before)
    person.save()
    return Done(
        value=role,
        about="a person",
        open={"before": before.role, "after": role},
        change={"email": person.email, "before": said(before), "after": said(person)},
    )


@act("people.leave", verb="people")
def leave(by: Person, email: str) -> Done[str]:
    """Let somebody leave: they are signed out, and neither they nor their programs come in."""
    person = found(email)
    if not person.is_active:
        raise Refused(_("%(name)s has left already") % {"name": person.name})
    if person.role == ADMINISTRATOR:
        keep_one(person)
    person.is_active = False
    # No session outlives the password that opened it.
    person.set_unusable_password()
    person.save()
    person.tokens.all().delete()
    forget_factors(person)
    return Done(value=email, about="a person", open={"role": person.role}, change={"email": email})


@act("people.come_back", verb="people")
def come_back(by: Person, email: str) -> Done[Entered]:
    """Let somebody who left come back, with a new password."""
    person = found(email)
    if person.is_active:
        raise Refused(_("%(name)s is here already") % {"name": person.name})
    person.is_active = True
    told = let_in(person)
    return Done(value=told, about="a person", open={"role": person.role}, change={"email": email})


@act("people.set_password", verb="people")
def set_password(by: Person, email: str) -> Done[Entered]:
    """Give a person a new password in place of one that is lost."""
    person = here(email)
    return Done(value=let_in(person), about="a person", change={"email": email})


@act("people.clear_factors", verb="people")
def clear_factors(by: Person, email: str) -> Done[int]:
    """Take away the second factors of a person who has lost them."""
    count = forget_factors(here(email))
    return Done(value=count, about="a person", open={"factors": count}, change={"email": email})


def found_house(email: str, name: str) -> Entered:
    """Enter the first administrator of an empty house: the one act that nobody can be asked for.

    Refused where somebody is entered already.
    """
    with transaction.atomic():
        if Person.objects.exists():
            raise Refused(_("this house has people: ask an administrator to enter you"))
        told = entered(email, name, ADMINISTRATOR)
        ledger.add(
            act="house.found",
            at=timezone.now(),
            about="the house",
            open_={},
            personal={"by": told.email, "reason": "the first person of the house", "change": {}},
        )
    return told


def come_in(email: str, name: str, language: str = "en") -> str:
    """Enter somebody who wants to apply for a body: who comes from outside enters themselves, and
    as nothing but an applicant. Their address. Refused where the address is taken."""
    with transaction.atomic():
        ledger.turn()
        person = applicant(email, name, language)
        ledger.add(
            act="people.come_in",
            at=timezone.now(),
            about="a person",
            open_={"role": APPLICANT},
            personal={"by": person.email, "reason": "to apply for a body", "change": {}},
        )
    return person.email


def applicant(email: str, name: str, language: str) -> Person:
    """An applicant, entered, without a password."""
    email, name = email.strip().lower(), " ".join(name.split())
    try:
        validate_email(email)
    except ValidationError:
        raise Refused(_("%(email)s is no e-mail address") % {"email": email[:80]}) from None
    if not name:
        raise Refused(_("a person has a name: say it"))
    if len(name) > 200:
        raise Refused(_("a name has at most %(most)s characters") % {"most": 200})
    if Person.objects.filter(email__iexact=email).exists():
        raise Refused(_("%(email)s is entered already") % {"email": email})
    person = Person(email=email, name=name, role=APPLICANT, language=language)
    person.set_unusable_password()
    person.save()
    return person


@act("people.shred", verb="keep", reasoned=True)
def shred(by: Person, email: str) -> Done[int]:
    """Shred what the record holds of a person; what they did stays, and the ledger stays whole.
    How many lines do not name them any more."""
    person = found(email)
    if person == by:
        raise Refused(_("another administrator does this for you: a line would name you again"))
    lines = shredded(person)
    # Named, so that verifying tells what was shredded from what was taken away.
    figures = {"lines": len(lines), "shredded": lines}
    return Done(value=len(lines), about="a person", open=figures)


def entered(email: str, name: str, role: str, country: str = "", body: str = "") -> Entered:
    """The person, entered. Refused for a role that is none and an address that is taken."""
    email, name = email.strip().lower(), name.strip()
    try:
        validate_email(email)
    except ValidationError:
        raise Refused(_("%(email)s is no e-mail address") % {"email": email}) from None
    if not name:
        raise Refused(_("a person has a name: say it"))
    if Person.objects.filter(email__iexact=email).exists():
        raise Refused(_("%(email)s is entered already") % {"email": email})
    person = Person(email=email, name=name)
    place(person, role, country, body)
    return let_in(person)


def place(person: Person, role: str, country: str, body: str) -> None:
    """Give a person, not saved, their role, and the country or body that they speak for."""
    if role not in matrix().roles or role == "public":
        roles = ", ".join(name for name in matrix().roles if name != "public")
        raise Refused(_("%(role)s is no role: one of %(roles)s") % {"role": role, "roles": roles})
    country, body = country.strip().upper(), body.strip()
    if country and country_name(country) is None:
        told = _("%(code)s is no country: give its code of two letters, such as KE")
        raise Refused(told % {"code": country})
    if role == FOCAL_POINT and not country:
        raise Refused(_("a focal point speaks for a Party: give the code of the country"))
    if role == PARTNER and not body:
        raise Refused(_("a partner belongs to a body of the record: name it"))
    theirs = naming.found(body) if body else None
    if body and theirs is None:
        told = _("there is no body %(name)s in the record: enter it first")
        raise Refused(told % {"name": body})
    person.role, person.country, person.body = role, country, theirs


def let_in(person: Person) -> Entered:
    """Give a person a new random password, and keep them. Earlier sessions end with it."""
    password = secrets.token_urlsafe(12)
    person.set_password(password)
    # Known to another person until it is changed: the pages ask for that at the next sign-in.
    person.last_login = None
    person.save()
    address(person)
    return Entered(email=person.email, password=password)


def forget_factors(person: Person) -> int:
    """Second factors and joined accounts of a person, gone. How many there were."""
    SocialAccount.objects.filter(user_id=person.pk).delete()
    count, _each = Authenticator.objects.filter(user_id=person.pk).delete()
    return int(count)


def found(email: str) -> Person:
    """The person of an address. Refused where there is none."""
    person = Person.objects.select_for_update(of=("self",)).filter(email=email).first()
    if person is None:
        raise Refused(_("nobody is entered as %(email)s") % {"email": email})
    return person


def here(email: str) -> Person:
    """The person of an address who has not left."""
    person = found(email)
    if not person.is_active:
        raise Refused(_("%(name)s has left: let them come back first") % {"name": person.name})
    return person


def keep_one(leaving: Person) -> None:
    """Refused where nobody would be left who may enter people."""
    active = Person.objects.select_for_update().filter(role=ADMINISTRATOR, is_active=True)
    if not active.exclude(pk=leaving.pk).exists():
        raise Refused(_("the house keeps at least one administrator: enter another one first"))


def said(person: Person) -> dict[str, str]:
    """Role, country and body of a person, for the sealed part of the ledger."""
    body = person.body.key if person.body else ""
    return {"role": person.role, "country": person.country, "body": body}
