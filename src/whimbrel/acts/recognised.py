"""What the record holds already under other words: an agreement, and an engagement that a person
recorded before a document told of it."""

from typing import Any

from django.db.models import QuerySet

from whimbrel.acts.naming import body_of
from whimbrel.bodies.names import folded
from whimbrel.engagements.likeness import covered, stems, title_of
from whimbrel.register.models import Agreement, Body, Engagement, Provision, Reading

Values = dict[str, Any]
ALIKE = 0.5
"""How many of the words of a title must stand in a sentence, where neither has a date and the
record does not name its paragraph."""


def agreement_of(
    name: str, *, kind: str = "", since: str = "", until: str = "", parties: tuple[Body, ...] = ()
) -> Agreement | None:
    """The agreement of a name, up to capitals, dashes, articles and an acronym in brackets; or of
    the same kind, period and parties."""
    same = Agreement.objects.filter(name__iexact=name).first()
    if same is not None:
        return same
    wanted = title_of(name)
    for key, other in Agreement.objects.values_list("pk", "name"):
        if title_of(other) == wanted:
            return Agreement.objects.get(pk=key)
    if not (kind and since and until and parties):
        return None
    listed = Agreement.objects.filter(kind=kind, since=since, until=until)
    for one in listed:
        if set(one.parties.all()) == set(parties):
            return one
    return None


def entered(reading: Reading) -> Engagement | None:
    """The engagement that was made of a reading, or took in its words."""
    made = Engagement.objects.filter(key=reading.key).first()
    return made or recorded(reading, reading.corrected or reading.row)


def recorded(reading: Reading, row: Values) -> Engagement | None:
    """The engagement recorded by hand of which a reading tells: their partners overlap, their dates
    agree, and so do their kinds or places. Of several the one that is most alike."""
    bodies = {body_of(name) for role in ("partners", "organiser") for name in row[role]}
    address = f"{reading.version.document.symbol}#{reading.eid}"
    told = [
        (rank, one)
        for one in by_hand(bodies, row["quote"], address)
        if (rank := agreement(one, row, bodies, address)) is not None
    ]
    return max(told, key=lambda each: each[0])[1] if told else None


def by_hand(bodies: set[Body], quote: str, address: str) -> list[Engagement]:
    """Engagements with one of these bodies that no reading made, and whose words are still wanted
    or are these."""
    named: QuerySet[Engagement] = Engagement.objects.filter(parts__body__in=bodies)
    told = named.filter(sentence=quote, evidence__address=address) | named.filter(sentence="")
    return list(
        told.exclude(key__in=Reading.objects.filter(kind="engagements").values("key")).distinct()
    )


def agreement(
    one: Engagement, row: Values, bodies: set[Body], address: str
) -> tuple[float, ...] | None:
    """How well an engagement agrees with a reading; None where it does not."""
    date = row["date"]
    if not dates_agree(one, date["start"] or "", date["end"] or ""):
        return None
    kinds, places = one.kind == row["kind"], places_agree(one.place, row["place"] or "")
    if places is False or not (kinds or places):
        return None
    alike = covered(one.title, row["quote"]) / (len(stems(one.title)) or 1)
    there = one.evidence.filter(address=address).exists()
    if not one.since and not there and alike < ALIKE:
        return None
    shared = len(bodies & {part.body for part in one.parts.select_related("body")})
    return (kinds + bool(places), there, round(alike, 3), shared, -one.pk)


def dates_agree(one: Engagement, since: str, until: str) -> bool:
    """Whether two periods are the same, as exactly as both are known: somebody may have recorded
    only when it began."""
    if not one.since or not since:
        return not one.since and not since
    if not near(one.since, since):
        return False
    begun = one.until in ("", one.since) or until in ("", since)
    return begun or near(one.until, until)


def near(one: str, other: str) -> bool:
    """Whether one date is the other, or holds it."""
    return one.startswith(other) or other.startswith(one)


def places_agree(one: str, other: str) -> bool | None:
    """Whether two places are one; None where either is not known."""
    if not one or not other:
        return None
    first, second = folded(one), folded(other)
    return first in second or second in first


def house_of(reading: Reading) -> str:
    """The convention of the document in which something was read."""
    organ = reading.version.document.symbol.split("/")
    return organ[1] if organ[0] == "UNEP" and len(organ) > 2 else organ[0]


def meant(reading: Reading, name: str) -> Provision | None:
    """The provision of which a document speaks: where several instruments have one of the name,
    that of its own house, or none."""
    listed = Provision.objects.filter(name=name)
    if len(listed) > 1:
        listed = listed.filter(instrument__key__startswith=f"{house_of(reading)}/")
    return listed[0] if len(listed) == 1 else None
