"""Engagements in spreadsheets: the same title, date and partners are the same engagement."""

import hashlib

from django.utils import timezone

from whimbrel.acts.entering import shown
from whimbrel.acts.tables.bodies import body, matched_in, strings
from whimbrel.acts.tables.outcome import Filling
from whimbrel.engagements.tables import Unfit, When
from whimbrel.register.models import Body, Engagement, Part, Person, Place, Provision


def enter(filling: Filling, by: Person) -> str:
    """A row of a list of engagements."""
    told = filling.values
    title, names = " ".join(str(told["title"]).split()), strings(told["partners"])
    asked = [provision_of(name) for name in strings(told.get("provisions"))]
    since, until = period(told.get("since"), told.get("until"))
    key = hashlib.sha256("\n".join((title, since, *names)).encode()).hexdigest()
    matched = [matched_in("partners", name) for name in names]
    one = same(key, title, since, [each for each in matched if each is not None])
    if one is None:
        one = Engagement.objects.create(
            key=key, title=title, kind="unknown", state="unknown", since=since, until=until,
            precision={0: "none", 4: "year", 7: "month"}.get(len(since), "day"),
            recorded_by=by, recorded_at=timezone.now(),
        )  # fmt: skip
        filling.new = True
        taking = [known or body(name, filling) for name, known in zip(names, matched, strict=True)]
        for each in dict.fromkeys(taking):
            Part.objects.create(engagement=one, body=each, role="partner")
    else:
        missing = [
            name
            for name, each in zip(names, matched, strict=True)
            if each is None or not one.parts.filter(body=each).exists()
        ]
        if missing:
            held = dict.fromkeys(str(part.body) for part in one.parts.filter(role="partner"))
            filling.differ("partners", tuple(held), names)
    filling.fill(one, "until", until)
    for field in ("kind", "state", "place", "outcome", "mode"):
        filling.fill(one, field, told.get(field), nothing=("unknown",))
    if told.get("training") and not one.training:
        one.training = True
        filling.changed["training"] = None
    hang(one, filling, by, asked)
    if filling.new:
        one.save()
        filling.keep(one)
    else:
        filling.save(one)
    return one.title


def same(key: str, title: str, since: str, partners: list[Body]) -> Engagement | None:
    """The engagement that the record has: by its key, or by title and date with a partner of the
    row."""
    found = Engagement.objects.filter(key=key).first()
    if found is not None or not partners:
        return found
    listed = Engagement.objects.filter(title__iexact=title, since=since)
    return listed.filter(parts__body__in=partners).order_by("id").first()


def hang(one: Engagement, filling: Filling, by: Person, asked: list[Provision]) -> None:
    """What hangs on an engagement: organisers, places, provisions, evidence. All that is missing is
    added; a venue in another country is a conflict."""
    told = filling.values
    for name in strings(told.get("organisers")):
        organiser = matched_in("organisers", name) or body(name, filling)
        _, new = Part.objects.get_or_create(engagement=one, body=organiser, role="organiser")
        changed(filling, "organisers", new)
    venue = one.places.filter(role=Place.Role.VENUE).first()
    if told.get("country") and venue is None:
        one.places.create(country=str(told["country"]), role=Place.Role.VENUE)
        changed(filling, "country", True)
    elif venue is not None and told.get("country") not in (None, venue.country):
        filling.differ("country", venue.country, told["country"])
    for code in strings(told.get("concerned")):
        _, new = one.places.get_or_create(country=code, role=Place.Role.CONCERNED)
        changed(filling, "concerned", new)
    held = set(one.provisions.all())
    for each in asked:
        one.provisions.add(each)
        changed(filling, "provisions", each not in held)
    addresses = set(one.evidence.values_list("address", flat=True))
    for address in strings(told.get("evidence")):
        shown(one, address, "", "paragraph", by)
        changed(filling, "evidence", address not in addresses)


def changed(filling: Filling, field: str, new: bool) -> None:
    """Something was added."""
    if new:
        filling.changed[field] = None


def period(since: object, until: object) -> tuple[str, str]:
    """First and last day of two columns, of which either may be empty."""
    first = since.since if isinstance(since, When) else ""
    if isinstance(until, When):
        return first, until.until
    return first, since.until if isinstance(since, When) else ""


def provision_of(name: str) -> Provision:
    """The provision of a name. Unfit where the record has none, or several."""
    listed = list(Provision.objects.filter(name=name)[:2])
    if not listed:
        raise Unfit("no_such_provision", field="provisions", value=name, name=name)
    if len(listed) > 1:
        raise Unfit("many_provisions", field="provisions", value=name, name=name)
    return listed[0]
