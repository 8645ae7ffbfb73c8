"""What is public of the record, in the shapes of InforMEA."""

import datetime
from collections.abc import Callable

from django.utils.text import slugify

from whimbrel.api.informea_shape import (
    Decision,
    Document,
    Files,
    Linked,
    LocalizableString,
    Meeting,
    Strings,
    Terms,
    Value,
    Values,
)
from whimbrel.queries import documents, history, mandates, meetings

Absolute = Callable[[str], str]
"""An address of the house, with its host before it."""
VERSION = "1.0"


def stamp(date: str | None) -> str | None:
    """A day or an instant as OData has it: milliseconds since 1970, at the beginning of the day."""
    if not date:
        return None
    when = datetime.datetime.fromisoformat(date)
    if when.tzinfo is None:
        when = when.replace(tzinfo=datetime.UTC)
    return f"/Date({int(when.timestamp() * 1000)})/"


def updated(about: str) -> str | None:
    """When a record was changed last."""
    return stamp(history.changed_at(None, about))


def name(treaty: str | None, kind: str, number: str) -> str:
    """The name of a record for good: made of what is printed on it, so that another database of the
    same house gives the same."""
    return "-".join(slugify(part.replace(".", "-").replace("/", "-"))
                    for part in (treaty or "", kind, number) if part)  # fmt: skip


def strings(of: str, field: str, value: str, language: str | None) -> Strings:
    """Words in one language; none for no words."""
    if not value:
        return Strings()
    one = LocalizableString(id=f"{of}-{field}-{language or 'und'}", language=language, value=value)
    return Strings(results=(one,))


def treaty_of(symbol: str) -> str | None:
    """The machine name of the treaty that a symbol belongs to; None where it does not tell."""
    parts = symbol.split("/")
    known = parts[1] if parts[0] == "UNEP" and len(parts) > 1 else parts[0]
    return known.lower() if len(parts) > 1 else None


def numbers() -> list[str]:
    """The numbers of public decisions and resolutions, those of the newest meeting first."""
    return [number for one in mandates.tree(None) for _kind, number, _t, _n in one.instruments]


def decision(number: str, order: int, absolute: Absolute) -> Decision | None:
    """A decision or resolution."""
    one = mandates.instrument(None, number)
    if one is None or not one.provisions:
        return None
    treaty = one.provisions[0].instrument.partition("/")[0].lower()
    this, link = name(treaty, one.kind, one.number), absolute(f"/decisions/{one.path}")
    language = spoken(one.provisions[0].path)
    over = bool(one.until) and one.until < datetime.date.today().isoformat()
    held = meetings.meeting(None, one.meeting) if one.meeting else None
    content = "\n\n".join(f"{each.name} {each.text}" for each in one.provisions)
    file = Linked(url=link, mimeType="text/html", language=language, filename=one.number)
    return Decision(
        id=this, link=link, type=one.kind, status="retired" if over else "active",
        number=one.number, treaty=treaty, published=stamp(one.since),
        updated=updated(f"instrument {one.number}"),
        meetingId=name(treaty, "meeting", one.meeting) if one.meeting else None,
        meetingTitle=(held.held.title or held.held.short) if held else one.meeting or None,
        meetingUrl=absolute(f"/meetings/{one.meeting}") if held else None,
        displayOrder=order, title=strings(this, "title", one.title or one.number, language),
        longTitle=Strings(), summary=Strings(),
        content=strings(this, "content", content, language),
        keywords=Terms(), files=Files(results=(file,)),
    )  # fmt: skip


def spoken(path: str) -> str | None:
    """The language of the words of a provision: that of the document that has them."""
    one = mandates.provision(None, path)
    if one is None or one.source is None:
        return None
    try:
        return documents.paper(None, one.source.symbol).language or None
    except documents.Hidden:
        return None


def meeting(one: meetings.Held, absolute: Absolute) -> Meeting:
    """A meeting."""
    papers = meetings.meeting(None, one.short)
    treaty = next(filter(None, (treaty_of(symbol) for symbol, _t in papers.papers)), None) if papers else None  # fmt: skip  # noqa: E501
    this = name(treaty, "meeting", one.short)
    return Meeting(
        id=this, treaty=treaty, url=one.url or absolute(f"/meetings/{one.short}"),
        start=stamp(one.starts), end=stamp(one.ends), repetition=None, kind=None,
        type="cop" if one.short.startswith("COP") else None, access=None, status=None,
        imageUrl=None, imageCopyright=None, location=one.venue or None, city=None,
        country=one.country or None, latitude=None, longitude=None, virtual=None,
        updated=updated(f"meeting {one.short}"),
        title=strings(this, "title", one.title or one.short, None), description=Strings(),
    )  # fmt: skip


def document(one: documents.Paperwork, order: int, absolute: Absolute) -> Document:
    """A document."""
    treaty, link = treaty_of(one.symbol), absolute(f"/documents/{one.symbol}")
    this, language = name(None, "document", one.symbol), one.language or None
    file = Linked(url=link, mimeType="text/html", language=language, filename=one.symbol)
    return Document(
        id=this, published=stamp(one.dated), updated=updated(f"document {one.symbol}"),
        treaty=treaty, country=None, thumbnailUrl=None, displayOrder=order, schemaVersion=VERSION,
        types=Values(), authors=Values(), keywords=Terms(),
        titles=strings(this, "title", one.title or one.symbol, language), descriptions=Strings(),
        identifiers=Values(results=(Value(value=one.symbol),)), files=Files(results=(file,)),
        tags=Terms(), references=Values(),
        treaties=Values(results=(Value(value=treaty),)) if treaty else Values(),
    )  # fmt: skip
