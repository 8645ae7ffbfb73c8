"""Enter an accepted reading into the record. What the record holds already gets words and evidence,
never a twin."""

from collections.abc import Callable
from typing import Any

from django.db.models import Model
from django.utils import timezone
from django.utils.text import slugify

from whimbrel.bodies import find, known
from whimbrel.bodies.names import folded
from whimbrel.register.models import (
    Agreement,
    Body,
    BodyName,
    Condition,
    Engagement,
    Evidence,
    Instrument,
    Output,
    Part,
    Person,
    Place,
    Position,
    Provision,
    Reading,
    Status,
    Wording,
)

Values = dict[str, Any]


def enter(reading: Reading, by: Person) -> tuple[Model, ...]:
    """Enter a reading, where its kind has a table of its own. The records that it changed."""
    make = KINDS.get(reading.kind)
    return make(reading, reading.corrected or reading.row, by) if make is not None else ()


def organisation(reading: Reading, row: Values, by: Person) -> tuple[Model, ...]:
    """A body with every name that the document gives it."""
    one = body_of(row["name"], key=row["id"], kind=row["kind"], acronym=row["acronym"] or "")
    one.ours = one.ours or bool(row["self"])
    one.save()
    for surface in row["surfaces"]:
        named(one, surface, reading.version.language)
    parent = Body.objects.filter(key=slug(row["parent"])).first() if row["parent"] else None
    if parent is not None and one.parent is None and parent != one:
        one.parent = parent
        one.save()
    return (one,)


def group(reading: Reading, row: Values, by: Person) -> tuple[Model, ...]:
    """An unnamed class of bodies."""
    one = body_of(row["name"], key=row["name"], kind=row["kind"])
    one.unnamed = True
    one.save()
    return (one,)


def body_of(name: str, *, key: str = "", kind: str = "unknown", acronym: str = "") -> Body:
    """The body of a name: by its key, by any of its names, or new."""
    same = Body.objects.filter(key=slug(key)).first() if key else None
    if same is None:
        listed = BodyName.objects.select_related("body").filter(folded=folded(name)).first()
        same = listed.body if listed else None
    if same is None and not key and (told := mentioned(name)) is not None:
        return told
    if same is None:
        same = Body.objects.create(key=slug(key or name), name=name, acronym=acronym, kind=kind)
    for each in (name, acronym):
        named(same, each)
    return same


def mentioned(name: str) -> Body | None:
    """The body or class that a name means by the facts: "NGOs" is the class of the non-governmental
    organizations. None where they do not know it."""
    for one in find(name):
        if one.group:
            made = body_of(one.name, key=one.name, kind=one.kind.value)
            Body.objects.filter(pk=made.pk).update(unnamed=True)
            return made
        fact = known().get(one.key or "")
        if fact is not None:
            return body_of(
                fact.name, key=fact.key, kind=fact.kind.value, acronym=fact.acronym or ""
            )
    return None


def named(body: Body, name: str, language: str = "") -> None:
    """Give a body a name that it has not yet."""
    if name:
        told = {"folded": folded(name), "language": language}
        BodyName.objects.get_or_create(body=body, name=name, defaults=told)


def slug(name: str) -> str:
    """A name as a key."""
    return slugify(name)[:120] or "body"


def engagement(reading: Reading, row: Values, by: Person) -> tuple[Model, ...]:
    """An engagement with its parts and evidence."""
    date = row["date"]
    told = {
        "kind": row["kind"],
        "title": row["title"],
        "sentence": row["quote"],
        "state": row["status"],
        "role": row["cms_role"] or "",
        "mode": row["mode"] or "",
        "support": row["support"] or "",
        "since": date["start"] or "",
        "until": date["end"] or "",
        "precision": date["precision"],
        "place": row["place"] or "",
        "level": row["level"] or "",
        "regions": row["regions"],
        "training": row["kind"] == "training-received",
        "themes": row["themes"],
        "species": row["species"],
        "outcome": row["outcome"] or "",
        "umbrella": row["umbrella"],
        "recorded_by": by,
        "recorded_at": timezone.now(),
    }
    one, _ = Engagement.objects.update_or_create(key=reading.key, defaults=told)
    one.parts.all().delete()
    for role in ("partners", "organiser"):
        for body in dict.fromkeys(body_of(name) for name in row[role]):
            Part.objects.create(engagement=one, body=body, role=role.rstrip("s"))
    symbol = reading.version.document.symbol
    shown(one, f"{symbol}#{reading.eid}", row["quote"], "paragraph", by)
    for target in row["evidence"]:
        shown(one, target, "", row["evidence_scope"] or "paragraph", by)
    placed(one, row)
    kept = umbrella_of(reading, row)
    if kept is not None and kept != one:
        one.parent = kept
        one.save()
    for part in Engagement.objects.filter(key__in=held(reading, row["title"])).exclude(pk=one.pk):
        part.parent = one
        part.save()
    return (one,)


def placed(one: Engagement, row: Values) -> None:
    """The countries of an engagement: where it was, what it was about, what is only inferred."""
    one.places.all().delete()
    told = [(code, Place.Role.CONCERNED) for code in row["countries_concerned"]]
    told += [
        (row["venue_country"], Place.Role.VENUE),
        (row["inferred_country"], Place.Role.INFERRED),
    ]
    for country, role in dict.fromkeys(told):
        if country:
            Place.objects.create(engagement=one, country=country, role=role)


def umbrella_of(reading: Reading, row: Values) -> Engagement | None:
    """The event that this one was part of, where it was accepted before."""
    if not row["parent"]:
        return None
    listed = reading.version.readings.filter(kind="engagements", row__title=row["parent"])
    keys = [one.key for one in listed]
    return Engagement.objects.filter(key__in=keys).first()


def held(reading: Reading, title: str) -> list[str]:
    """The keys of readings that were part of the event of a title."""
    listed = reading.version.readings.filter(kind="engagements", row__parent=title)
    return [one.key for one in listed]


def shown(one: Engagement, address: str, words: str, scope: str, by: Person) -> None:
    """Attach evidence that is not there yet."""
    told = {"words": words, "scope": scope, "added_by": by, "added_at": timezone.now()}
    Evidence.objects.get_or_create(engagement=one, address=address, defaults=told)


def agreement(reading: Reading, row: Values, by: Person) -> tuple[Model, ...]:
    """An agreement with its period and parties."""
    same = Agreement.objects.filter(name__iexact=row["name"]).first()
    one = same or Agreement(key=reading.key, recorded_by=by, recorded_at=timezone.now())
    one.name, one.kind = row["name"], row["kind"]
    one.since, one.until = row["valid_from"] or one.since, row["valid_to"] or one.until
    one.said = row["state_at_document_date"] if row["explicit"] else one.said
    one.address = one.address or f"{reading.version.document.symbol}#{reading.eid}"
    one.words = one.words or row["quote"]
    one.save()
    one.parties.add(*(body_of(name) for name in row["parties"]))
    return (one,)


def position(reading: Reading, row: Values, by: Person) -> tuple[Model, ...]:
    """A view, attributed."""
    told = {
        "holder": row["holder"],
        "body": body_of(row["holder"]),
        "topic": row["topic"],
        "stance": row["stance"],
        "quote": row["quote"],
        "version": reading.version,
        "paragraph": str(row["paragraph"]),
    }
    Position.objects.update_or_create(key=reading.key, defaults=told)
    return ()


def provision(reading: Reading, row: Values, by: Person) -> tuple[Model, ...]:
    """A quoted provision; a paraphrase that the record held is replaced by the words."""
    organ = reading.version.document.symbol.split("/")
    house = organ[1] if organ[0] == "UNEP" and len(organ) > 2 else organ[0]
    number = row["decision"]
    holder, _ = Instrument.objects.get_or_create(
        key=f"{house}/Decision/{number}", defaults={"kind": "decision", "number": number}
    )
    told = {
        "text": row["text"],
        "paraphrase": False,
        "addressees": row["addressee"],
        "line": row["addressee_line"] or "",
        "force": row["deontic"] or "",
        "due": row["deadline"] or "",
        "report_to": row["report_to"] or "",
        "collaborators": row["collaborators"],
        "version": reading.version,
        "eid": reading.eid,
    }
    one, _ = Provision.objects.update_or_create(instrument=holder, name=row["id"], defaults=told)
    if row["condition"]:
        words = row["condition_quote"] or row["condition"]
        Condition.objects.get_or_create(
            provision=one, kind=row["condition"], defaults={"words": words}
        )
    for kind in row["outputs"]:
        Output.objects.get_or_create(provision=one, kind=str(kind))
    worded(one, reading)
    return (one,)


def worded(one: Provision, reading: Reading) -> None:
    """Keep the words as one more wording, where they are not those that it had last."""
    last = one.wordings.last()
    if last is not None and last.text == one.text and last.paraphrase == one.paraphrase:
        return
    Wording.objects.create(
        provision=one, text=one.text, paraphrase=one.paraphrase, version=reading.version,
        eid=reading.eid, meeting=one.instrument.meeting, since=one.since,
    )  # fmt: skip


def status(reading: Reading, row: Values, by: Person) -> tuple[Model, ...]:
    """What the document says became of a provision."""
    told = {
        "provision": Provision.objects.filter(name=row["provision"]).first(),
        "status": row["status"],
        "reason": row["reason"] or "",
        "stated": row["explicit"],
        "disposition": row["disposition"] or "",
        "paragraphs": row["paragraphs"],
        "quotes": row["quotes"],
    }
    Status.objects.update_or_create(version=reading.version, about=row["provision"], defaults=told)
    return ()


KINDS: dict[str, Callable[[Reading, Values, Person], tuple[Model, ...]]] = {
    "organisations": organisation,
    "groups": group,
    "engagements": engagement,
    "agreements": agreement,
    "positions": position,
    "provisions": provision,
    "statuses": status,
}
"""Kinds with tables of their own; the others stay readings of their document."""
