"""After an act: keep an edition of each record that it changed, and let the search find its new
words."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Model

from whimbrel.bodies.names import folded
from whimbrel.queries.countries import country_name
from whimbrel.register.models import (
    Agreement,
    Barrier,
    Body,
    Campaign,
    Case,
    Circulation,
    Contribution,
    Document,
    Draft,
    Edition,
    Engagement,
    Facet,
    Findable,
    Group,
    Initiative,
    Instrument,
    Line,
    Mechanism,
    Meeting,
    Participation,
    Partnership,
    Provision,
    Report,
    Suggestion,
)
from whimbrel.register.names import KINDS, about

LISTS: dict[type[Model], tuple[str, ...]] = {
    Engagement: ("parts", "places", "provisions", "evidence"),
    Provision: ("conditions", "outputs", "successors", "predecessors"),
    Draft: ("texts", "costs", "predecessors"),
    Report: ("passages", "issued"),
    Agreement: ("parties",),
    Body: ("names", "identifiers", "memberships"),
    Group: ("sittings", "provisions"),
    Campaign: ("themes", "partners"),
    Case: ("papers", "questions", "findings", "objections", "statuses"),
    Circulation: ("cases",),
    Contribution: ("lines",),
    Initiative: ("partners",),
    Partnership: (
        "versions",
        "papers",
        "answers",
        "flags",
        "measures",
        "dues",
        "reliances",
        "engagements",
    ),
}
"""What hangs on a record and is part of what it says."""
UNSAID = frozenset({
    "id", "recorded_by", "recorded_at", "change", "merged_into", "by", "contact", "officer",
    "requester",
})  # fmt: skip


def remember(kept: Iterable[Model], line: Line) -> None:
    """An edition and a findable row for each record."""
    for one in dict.fromkeys(kept):
        Edition.objects.create(about=about(one), at=line.at, line=line.number, said=said(one))
        find_by(one)
        facets(one)


def facets(one: Model) -> None:
    """The values by which lists are narrowed, each in a row of its own."""
    if isinstance(one, Provision):
        told = [("addressee", name) for name in one.addressees]
        told += [("target", name) for name in one.targets]
    elif isinstance(one, Engagement):
        told = [("species", name) for name in one.species]
        told += [("theme", name) for name in one.themes]
    else:
        return
    holder = {"provision": one} if isinstance(one, Provision) else {"engagement": one}
    Facet.objects.filter(**holder).delete()
    Facet.objects.bulk_create(
        Facet(kind=kind, value=str(value)[:200], **holder) for kind, value in dict.fromkeys(told)
    )


def said(one: Model) -> dict[str, Any]:
    """What a record says, as values that can be kept and compared."""
    told: dict[str, Any] = {}
    for field in one._meta.concrete_fields:
        if field.name in UNSAID:
            continue
        value = getattr(one, field.name)
        told[field.name] = value if isinstance(value, int | str | list | None) else str(value)
    for name in LISTS.get(type(one), ()):
        told[name] = sorted(line(each) for each in getattr(one, name).all())
    return told


def line(one: Model) -> str:
    """Something that hangs on a record, in a line: with its state where it has one."""
    state = getattr(one, "funding", None) or {True: "done", False: "not done"}.get(
        getattr(one, "done", None)  # type: ignore[arg-type]
    )
    return f"{one} ({state})" if state else str(one)


def find_by(one: Model) -> None:
    """Let the search find a record by its words; a body that was merged is found no more."""
    if type(one) not in WORDS:
        return
    if getattr(one, "merged_into_id", None):
        Findable.objects.filter(about=about(one)).delete()
        return
    name = about(one)
    told = WORDS[type(one)](one)
    places = " ".join(name for code in told.get("countries", ()) for name in named(code))
    told["folded"] = folded(f"{told['title']} {told['words']} {places}")
    told["public"] = bool(getattr(one, "public", False))
    kind = KINDS[type(one)]
    told |= {"kind": kind, "name": name.removeprefix(f"{kind} ")}
    Findable.objects.update_or_create(about=name, defaults=told)


def named(code: str) -> tuple[str, ...]:
    """The names of a country in the languages of the house: it is kept as a code, and looked for by
    any of them."""
    return tuple(country_name(code, language) or "" for language in ("en", "fr", "es"))


def of_engagement(one: Engagement) -> dict[str, Any]:
    """Its title and sentence, who took part, where and to what end."""
    partners = " ".join(f"{part.body.name} {part.body.acronym}" for part in one.parts.all())
    return {
        "title": one.title,
        "words": " ".join((one.sentence, partners, one.place, one.outcome)),
        "dated": one.since,
        "countries": [place.country for place in one.places.all()],
    }


def of_provision(one: Provision) -> dict[str, Any]:
    """Its number, the title of its instrument, and its text."""
    adopted = one.since or one.instrument.since
    return {
        "title": f"{one.name} {one.instrument.title}".strip(),
        "words": one.text,
        "dated": adopted.isoformat() if adopted else "",
    }


def of_body(one: Body) -> dict[str, Any]:
    """All its names."""
    return {
        "title": f"{one.name} ({one.acronym})" if one.acronym else one.name,
        "words": " ".join(each.name for each in one.names.all()),
        "countries": [one.country] if one.country else [],
    }


def of_agreement(one: Agreement) -> dict[str, Any]:
    """Its name, its words and its parties."""
    parties = " ".join(f"{each.name} {each.acronym}" for each in one.parties.all())
    return {"title": one.name, "words": f"{one.words} {parties}", "dated": one.since}


def of_document(one: Document) -> dict[str, Any]:
    """Its symbol and title; its paragraphs are found by themselves."""
    return {
        "title": f"{one.symbol} {one.title}".strip(),
        "words": one.author,
        "dated": one.dated.isoformat() if one.dated else "",
        "document": one.symbol,
    }


def of_meeting(one: Meeting) -> dict[str, Any]:
    """Its short name, title and venue."""
    return {
        "title": f"{one.short} {one.title}".strip(),
        "words": one.venue,
        "dated": one.starts.isoformat() if one.starts else "",
        "countries": [one.country] if one.country else [],
    }


def of_instrument(one: Instrument) -> dict[str, Any]:
    """Its number and title."""
    return {
        "title": f"{one.kind} {one.number} {one.title}".strip(),
        "words": "",
        "dated": one.since.isoformat() if one.since else "",
    }


def of_draft(one: Draft) -> dict[str, Any]:
    """Its number, heading and words."""
    words = " ".join((one.line, one.text, *(f"{label} {text}" for label, text in one.items)))
    return {"title": f"{one.placeholder} {one.heading}".strip(), "words": words}


def of_report(one: Report) -> dict[str, Any]:
    """Its symbol and title, and what people wrote in it."""
    return {
        "title": f"{one.symbol} {one.title}".strip(),
        "words": " ".join(each.words for each in one.passages.all()),
        "language": one.language,
    }


def of_partnership(one: Partnership) -> dict[str, Any]:
    """Its title, its partner, and what everybody may read of it: not what was found of anybody."""
    partner = f"{one.body.name} {one.body.acronym}" if one.body else ""
    return {
        "title": one.title,
        "words": f"{partner} {one.summary}",
        "dated": one.since.isoformat() if one.since else "",
    }


def of_group(one: Group) -> dict[str, Any]:
    """Its name, who is to sit in it, and what it spoke of."""
    spoken = " ".join(
        f"{each.title} {each.topics} {each.conclusions}" for each in one.sittings.all()
    )
    return {"title": one.body.name, "words": f"{one.composition} {one.why} {spoken}"}


def of_campaign(one: Campaign) -> dict[str, Any]:
    """Its name and its themes."""
    return {"title": one.name, "words": " ".join(each.theme for each in one.themes.all())}


def of_participation(one: Participation) -> dict[str, Any]:
    """What a body said or held, and where."""
    return {
        "title": f"{one.body} {one.meeting.short} {one.title}".strip(),
        "words": "",
        "dated": one.on.isoformat() if one.on else "",
    }


def of_barrier(one: Barrier) -> dict[str, Any]:
    """What was said of it."""
    return {
        "title": one.words,
        "words": f"{one.body or ''} {one.whom}".strip(),
        "dated": one.on.isoformat() if one.on else "",
    }


def of_mechanism(one: Mechanism) -> dict[str, Any]:
    """Its name, whose it is and what it does."""
    return {"title": one.name, "words": f"{one.body or ''} {one.constituency} {one.offers}".strip()}


def of_suggestion(one: Suggestion) -> dict[str, Any]:
    """Its words and for whom it is."""
    return {"title": one.words, "words": one.constituency}


def of_initiative(one: Initiative) -> dict[str, Any]:
    """Its name, focus, instruments and fora."""
    return {"title": one.name, "words": " ".join((*one.focus, *one.instruments, *one.fora))}


WORDS: dict[type[Model], Any] = {
    Agreement: of_agreement,
    Barrier: of_barrier,
    Body: of_body,
    Campaign: of_campaign,
    Document: of_document,
    Draft: of_draft,
    Engagement: of_engagement,
    Group: of_group,
    Initiative: of_initiative,
    Instrument: of_instrument,
    Mechanism: of_mechanism,
    Meeting: of_meeting,
    Partnership: of_partnership,
    Participation: of_participation,
    Provision: of_provision,
    Report: of_report,
    Suggestion: of_suggestion,
}
"""What a record of each kind is found by."""
