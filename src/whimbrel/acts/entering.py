"""Enter an accepted reading into the record. What the record holds already gets words and evidence,
never a twin."""

from collections.abc import Callable, Sequence
from typing import Any

from django.db.models import Model, QuerySet
from django.utils import timezone

from whimbrel.acts.hands import by_hand, fill, told_if_changed
from whimbrel.acts.naming import body_of, named, slug
from whimbrel.acts.proposed import draft
from whimbrel.acts.recognised import agreement_of, entered, house_of, meant, recorded
from whimbrel.acts.remember import said
from whimbrel.acts.titled import titled
from whimbrel.register.models import (
    Agreement,
    Body,
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
from whimbrel.symbols import DocumentSymbol

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
    }
    one, before = of_reading(reading, row, told, by)
    for role in ("partners", "organiser"):
        for body in dict.fromkeys(body_of(name) for name in row[role]):
            Part.objects.get_or_create(engagement=one, body=body, role=role.rstrip("s"))
    symbol = reading.version.document.symbol
    shown(one, f"{symbol}#{reading.eid}", row["quote"], "paragraph", by)
    for target in row["evidence"]:
        shown(one, target, "", row["evidence_scope"] or "paragraph", by)
    placed(one, row)
    kept = umbrella_of(reading, row)
    if kept is not None and kept != one and one.parent is None:
        one.parent = kept
        one.save()
    for part in parts_of(reading, row["title"]):
        if part != one and one.parent != part and part.parent is None:
            part.parent = one
            part.save()
    told_if_changed(one, before)
    return (one,)


def of_reading(
    reading: Reading, row: Values, told: Values, by: Person
) -> tuple[Engagement, Values | None]:
    """The engagement of a reading: the one that it made, with what no person has said otherwise;
    one that a person had recorded without words, with what was not known of it; or a new one. And
    what it said before."""
    same = Engagement.objects.filter(key=reading.key).first()
    if same is not None:
        before = said(same)
        fill(same, told, reading)
        return same, before
    same = recorded(reading, row)
    if same is None:
        new = {"key": reading.key, "recorded_by": by, "recorded_at": timezone.now()}
        return Engagement.objects.create(**new, **told), None
    before = said(same)
    for field in LEARNT:
        if not getattr(same, field):
            setattr(same, field, told[field])
    same.save()
    return same, before


LEARNT = (
    "sentence", "role", "mode", "support", "since", "until", "place", "level", "regions", "themes",
    "species", "outcome",
)  # fmt: skip
"""What a document may add to an engagement that a person recorded."""


def placed(one: Engagement, row: Values) -> None:
    """The countries of an engagement: where it was, what it was about, what is only inferred."""
    for country, role in countries_of(row):
        Place.objects.get_or_create(engagement=one, country=country, role=role)


def countries_of(row: Values) -> tuple[tuple[str, Place.Role], ...]:
    """The countries that a row names, each once in a role."""
    told = [(code, Place.Role.CONCERNED) for code in row["countries_concerned"]]
    told += [
        (row["venue_country"], Place.Role.VENUE),
        (row["inferred_country"], Place.Role.INFERRED),
    ]
    return tuple(each for each in dict.fromkeys(told) if each[0])


def umbrella_of(reading: Reading, row: Values) -> Engagement | None:
    """The event that this one was part of, where it was accepted before."""
    if not row["parent"]:
        return None
    listed = accepted(reading).filter(row__title=row["parent"])
    return next((told for one in listed if (told := entered(one)) is not None), None)


def parts_of(reading: Reading, title: str) -> list[Engagement]:
    """The engagements that were part of the event of a title, where they were accepted before."""
    listed = accepted(reading).filter(row__parent=title)
    return [told for one in listed if (told := entered(one)) is not None]


def accepted(reading: Reading) -> QuerySet[Reading]:
    """The engagements of the same version that somebody accepted."""
    states = (Reading.State.ACCEPTED, Reading.State.CORRECTED)
    return reading.version.readings.filter(kind="engagements", state__in=states)


def moved(reading: Reading, before: Values, after: Values) -> None:
    """Take the bodies and countries away that a reading named before it was corrected and names no
    more; those that a person added are left."""
    one = Engagement.objects.filter(key=reading.key).first()
    if one is None:
        return
    for role in ("partners", "organiser"):
        gone = {body_of(name) for name in before[role]} - {body_of(name) for name in after[role]}
        one.parts.filter(role=role.rstrip("s"), body__in=gone).delete()
    for country, place in set(countries_of(before)) - set(countries_of(after)):
        one.places.filter(country=country, role=place).delete()


def shown(one: Engagement, address: str, words: str, scope: str, by: Person) -> None:
    """Attach evidence that is not there yet."""
    told = {"words": words, "scope": scope, "added_by": by, "added_at": timezone.now()}
    Evidence.objects.get_or_create(engagement=one, address=address, defaults=told)


def agreement(reading: Reading, row: Values, by: Person) -> tuple[Model, ...]:
    """An agreement with its period and parties. Of one that a person recorded, what they said
    stays; the document adds what was not known."""
    since, until = row["valid_from"] or "", row["valid_to"] or ""
    parties = tuple(dict.fromkeys(body_of(name) for name in row["parties"]))
    same = Agreement.objects.filter(key=reading.key).first() or agreement_of(
        row["name"], kind=row["kind"], since=since, until=until, parties=parties
    )
    before = said(same) if same else None
    one = same or Agreement(key=reading.key, recorded_by=by, recorded_at=timezone.now())
    told = {"since": one.since or since, "until": one.until or until}
    if one.key == reading.key:
        told = {"since": since or one.since, "until": until or one.until}
        told |= {"name": row["name"], "kind": row["kind"]}
    if row["explicit"]:
        told["said"] = row["state_at_document_date"]
    symbol = reading.version.document.symbol
    address = f"{symbol}#{reading.eid}" if reading.eid else symbol
    # The words follow the address that shows them, where a person named only the document.
    exact = one.words or one.address.startswith(f"{symbol}#")
    one.address = one.address or address if exact else address
    one.words = one.words or row["quote"]
    fill(one, told, reading)
    # Who corrected the parties said which they are.
    if same is None or "parties" not in by_hand(one):
        one.parties.add(*parties)
    told_if_changed(one, before)
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
    fill(
        Position.objects.filter(key=reading.key).first() or Position(key=reading.key), told, reading
    )
    return ()


def provision(reading: Reading, row: Values, by: Person) -> tuple[Model, ...]:
    """A quoted provision; a paraphrase that the record held is replaced by the words."""
    house = house_of(reading)
    number = row["decision"]
    holder, _ = Instrument.objects.get_or_create(
        key=f"{house}/Decision/{number}", defaults={"kind": "decision", "number": number}
    )
    learnt = titled(holder, reading)
    words = {
        "text": row["text"], "paraphrase": False, "version": reading.version, "eid": reading.eid,
        "chapeau": row.get("chapeau") or "",
    }  # fmt: skip
    told = {
        "addressees": row["addressee"],
        "line": row["addressee_line"] or "",
        "force": row["deontic"] or "",
        "due": row["deadline"] or "",
        "report_to": row["report_to"] or "",
        "collaborators": row["collaborators"],
    }
    same = Provision.objects.filter(instrument=holder, name=row["id"]).first()
    before, mine = (said(same), by_hand(same)) if same else (None, frozenset[str]())
    one = same or Provision(instrument=holder, name=row["id"])
    # The words are those of the document, which no person corrects.
    for field, value in words.items():
        setattr(one, field, value)
    fill(one, told, reading)
    if row["condition"]:
        quote = row["condition_quote"] or row["condition"]
        known = one.conditions.filter(kind=row["condition"])
        if not known.exists():
            Condition.objects.create(provision=one, kind=row["condition"], words=quote)
        elif "conditions" not in mine:
            known.update(words=quote)
    for kind in row["outputs"]:
        if not one.outputs.filter(kind=str(kind)).exists():
            Output.objects.create(provision=one, kind=str(kind))
    worded(one, reading)
    told_if_changed(one, before)
    return (one, *learnt)


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
        "provision": meant(reading, row["provision"]),
        "status": row["status"],
        "reason": row["reason"] or "",
        "stated": row["explicit"],
        "disposition": row["disposition"] or "",
        "paragraphs": row["paragraphs"],
        "quotes": row["quotes"],
        "evidence": pointed_to(row["evidence"]),
    }
    Status.objects.update_or_create(version=reading.version, about=row["provision"], defaults=told)
    return ()


def pointed_to(evidence: Sequence[str]) -> list[str]:
    """The documents among what shows a status; titles of works and provisions are no addresses."""
    return [one for one in evidence if is_document(one)]


def is_document(address: str) -> bool:
    """True for the symbol of a document."""
    try:
        DocumentSymbol.parse(address)
    except ValueError:
        return False
    return "/Resolution/" not in address and "/Decision/" not in address


KINDS: dict[str, Callable[[Reading, Values, Person], tuple[Model, ...]]] = {
    "organisations": organisation,
    "groups": group,
    "engagements": engagement,
    "agreements": agreement,
    "draft_decisions": draft,
    "positions": position,
    "provisions": provision,
    "statuses": status,
}
"""Kinds with tables of their own; the others stay readings of their document."""
