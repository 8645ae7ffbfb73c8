"""The addresses by which people sign in. An administrator entered them, so they count as shown to
be theirs; without one, neither a second factor nor single sign-on finds the person."""

from allauth.account.models import EmailAddress

from whimbrel.register.models import Person


def address(person: Person) -> None:
    """Note the address of a person, where it is not noted yet."""
    told = {"verified": True, "primary": True}
    EmailAddress.objects.update_or_create(
        user_id=person.pk, email=person.email.lower(), defaults=told
    )


def address_all() -> None:
    """Note the addresses of all who were entered before addresses were noted."""
    for person in Person.objects.exclude(pk__in=EmailAddress.objects.values("user_id")):
        address(person)
