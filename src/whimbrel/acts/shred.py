"""Shred what the record holds of one person. The chain of the ledger holds only digests of it, and
stays whole."""

import json
import re
import secrets
from collections.abc import Iterable
from typing import Any

from whimbrel.register.models import Edition, Person, Personal

NOBODY = "somebody who has left"


def shredded(person: Person) -> list[int]:
    """Make a person nobody. The lines of the ledger that named them."""
    called = names_of(person)
    names = pattern((person.email, *called))
    told = [
        one.pk
        for one in Personal.objects.iterator()
        if names.search(json.dumps(one.data, ensure_ascii=False))
    ]
    # What a line says of people is sealed as a whole: it goes as a whole, or the seal breaks.
    Personal.objects.filter(pk__in=told).delete()
    for edition in Edition.objects.filter(about__startswith="provision ").iterator():
        if edition.said.get("assigned") in called:
            edition.said = {**edition.said, "assigned": NOBODY}
            edition.save()
    accounts(person)
    person.tokens.all().delete()
    person.follows.all().delete()
    person.email = f"{secrets.token_hex(8)}@shredded.invalid"
    person.name, person.country, person.body = NOBODY, "", None
    person.is_active, person.last_login = False, None
    person.set_unusable_password()
    person.save()
    return sorted(told)


def names_of(person: Person) -> frozenset[str]:
    """Every name that they ever had here: the one of now, and those that they changed."""
    called = {person.name}
    for one in Personal.objects.filter(line__act="me.call").iterator():
        if one.data.get("by") == person.email:
            called |= {str(one.data["change"][when]) for when in ("before", "after")}
    return frozenset(called)


def pattern(names: Iterable[str]) -> re.Pattern[str]:
    """Their address and names, as whole words."""
    listed = "|".join(re.escape(json_of(one)) for one in names if one)
    return re.compile(rf"(?<!\w)(?:{listed})(?!\w)", re.IGNORECASE)


def json_of(text: str) -> str:
    """A text as it stands inside JSON."""
    return json.dumps(text, ensure_ascii=False)[1:-1]


def accounts(person: Person) -> None:
    """Take away what the libraries for signing in keep of them: addresses, keys, other accounts."""
    for relation in Person._meta.related_objects:
        table: Any = relation.related_model
        if table._meta.app_label != "register" and not relation.many_to_many:
            table._default_manager.filter(**{relation.field.name: person}).delete()
