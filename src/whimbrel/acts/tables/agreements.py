"""Agreements in spreadsheets: the same name is the same agreement."""

import hashlib

from django.utils import timezone

from whimbrel.acts.tables.bodies import body, matched_in, strings
from whimbrel.acts.tables.outcome import Filling, squashed
from whimbrel.engagements.tables import When
from whimbrel.register.models import Agreement, Person

FIELDS = ("kind", "said", "renewal", "signatories", "words", "address")


def enter(filling: Filling, by: Person) -> str:
    """A row of a list of agreements."""
    told = filling.values
    name = " ".join(str(told["name"]).split())
    one = Agreement.objects.filter(name__iexact=name).order_by("id").first()
    if one is None:
        key = hashlib.sha256(f"agreement\n{squashed(name)}".encode()).hexdigest()
        one = Agreement.objects.create(
            key=key, name=name, kind="unknown", recorded_by=by, recorded_at=timezone.now()
        )
        filling.new = True
    since, until = term(told.get("since"), told.get("until"))
    filling.fill(one, "since", since)
    filling.fill(one, "until", until)
    for field in FIELDS:
        filling.fill(one, field, told.get(field), nothing=("unknown",))
    held = set(one.parties.all())
    for each in strings(told.get("parties")):
        party = matched_in("parties", each) or body(each, filling)
        if party not in held:
            one.parties.add(party)
            filling.changed["parties"] = None
    if filling.new:
        one.save()
        filling.keep(one)
    else:
        filling.save(one)
    return one.name


def term(since: object, until: object) -> tuple[str, str]:
    """From when until when. One date alone is the beginning: an end is never made of it."""
    first = since.since if isinstance(since, When) else ""
    if isinstance(until, When):
        return first, until.until
    ranged = isinstance(since, When) and since.until != since.since
    return first, since.until if ranged and isinstance(since, When) else ""
