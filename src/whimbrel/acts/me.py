"""What everybody may change of themselves, whatever their role: how they are called, and the
language in which the pages speak to them."""

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from whimbrel.acts import ledger
from whimbrel.acts.refused import Refused
from whimbrel.queries.said import said as _
from whimbrel.register.models import Person

LANGUAGES = dict(settings.LANGUAGES)


def call_me(by: str, name: str) -> str:
    """Change one's own name. No role needs to allow it, and the ledger still has a line."""
    name = name.strip()
    if not 0 < len(name) <= 200:
        raise Refused(_("a person has a name: say it"))
    with transaction.atomic():
        person = myself(by)
        if person.name != name:
            change = {"before": person.name, "after": name}
            person.name = name
            person.save(update_fields=["name"])
            ledger.add(
                act="me.call", at=timezone.now(), about="a person", open_={},
                personal={"by": by, "reason": "", "change": change},
            )  # fmt: skip
    return name


def speak(by: str, language: str) -> str:
    """Have the pages speak another language. A taste and no part of the record: it has no line."""
    if language not in LANGUAGES:
        told = _("%(language)s is no language of the house: one of %(known)s")
        raise Refused(told % {"language": language, "known": ", ".join(LANGUAGES)})
    with transaction.atomic():
        person = myself(by)
        person.language = language
        person.save(update_fields=["language"])
    return language


def myself(by: str) -> Person:
    """The person who asks."""
    person = Person.objects.select_for_update(of=("self",)).filter(email=by, is_active=True).first()
    if person is None:
        raise Refused(_("sign in first"))
    return person
