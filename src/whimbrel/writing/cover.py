"""The first page: what it prints, line by line, with the field that each piece of it shows."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from whimbrel.document import Masthead
from whimbrel.facts import load
from whimbrel.facts.calendar import Calendar
from whimbrel.writing.house_style import CoverWords, HouseStyle, cover_words


class Place(StrEnum):
    """Where on the first page a line stands."""

    LETTERHEAD = "letterhead"
    """On the left, above everything: the name of the convention."""
    IMPRINT = "imprint"
    """On the right, beside it: symbol, date and language of the original."""
    MEETING = "meeting"
    """Below, on the left: meeting, venue and days, agenda item."""
    TITLE = "title"
    AUTHOR = "author"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Words of a line, and the field of the masthead that they show."""

    text: str
    field: str | None = None
    """A field of the masthead, or `days` for the first and last one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverLine:
    """One line of the first page."""

    place: Place
    pieces: tuple[Piece, ...]


def cover(masthead: Masthead, style: HouseStyle) -> tuple[CoverLine, ...]:
    """The lines of the first page. None where the masthead says nothing that is printed."""
    lines = [line for line in lines_of(masthead, cover_words(masthead.language)) if line.pieces]
    if not lines:
        return ()
    names = style.conventions
    name = names.get(masthead.language or "") or names.get("en") or next(iter(names.values()))
    return (CoverLine(place=Place.LETTERHEAD, pieces=(Piece(text=name),)), *lines)


def lines_of(said: Masthead, words: CoverWords) -> Iterator[CoverLine]:
    """Every line that a first page has room for; empty where nothing is known."""
    date = dated(said.date, words) if said.date else None
    yield CoverLine(place=Place.IMPRINT, pieces=framed("{}", said.symbol, "symbol"))
    yield CoverLine(place=Place.IMPRINT, pieces=framed("{}", date, "date"))
    original = said.original and language_named(said.original, words)
    yield CoverLine(place=Place.IMPRINT, pieces=framed(words.original, original, "original"))
    yield CoverLine(place=Place.MEETING, pieces=framed("{}", said.meeting, "meeting"))
    venue = framed("{}", said.venue, "venue")
    days = framed("{}", days_of(said, words), "days")
    between = (Piece(text=", "),) if venue and days else ()
    yield CoverLine(place=Place.MEETING, pieces=(*venue, *between, *days))
    item = "{}" if spelled_out(said.agenda_item) else words.agenda
    yield CoverLine(place=Place.MEETING, pieces=framed(item, said.agenda_item, "agenda_item"))
    yield CoverLine(place=Place.TITLE, pieces=framed("{}", said.title, "title"))
    yield CoverLine(place=Place.AUTHOR, pieces=prepared(said.author, words))


def framed(frame: str, value: str | None, field: str) -> tuple[Piece, ...]:
    """A value between the words around it."""
    if not value:
        return ()
    before, _, after = frame.partition("{}")
    pieces = (Piece(text=before), Piece(text=value, field=field), Piece(text=after))
    return tuple(piece for piece in pieces if piece.text)


def spelled_out(item: str | None) -> bool:
    """True for an agenda item that says itself what it is: `Agenda Item 7.2`."""
    return bool(item) and not (item or "")[0].isdigit()


def prepared(author: str | None, words: CoverWords) -> tuple[Piece, ...]:
    """`(Prepared by the Secretariat)`; an author that says so already stands as it is."""
    before = words.prepared.partition("{}")[0].strip("( ")
    if author and author.casefold().startswith(before.casefold()):
        return framed("({})", author, "author")
    named = words.authors.get(author or "", author or "")
    article = named.removesuffix(author or "") if author and named.endswith(author) else ""
    frame = words.prepared.replace("{}", article + "{}")
    return framed(frame, author if article else named, "author")


def language_named(name: str, words: CoverWords) -> str:
    """The name of a language in the language of the page: `English` -> `anglais`."""
    for known in load("cover/*.yaml", CoverWords):
        for code, spelled in known.languages.items():
            if spelled.casefold() == name.casefold() and known.language != words.language:
                return words.languages.get(code, name)
    return name


def month(number: int, language: str) -> str:
    """The name of a month."""
    months = next(
        each.months for each in load("months/*.yaml", Calendar) if each.language == language
    )
    name = months[number - 1][0]
    return name.capitalize() if language == "en" else name


def dated(day: datetime.date, words: CoverWords) -> str:
    """`8 January 2026`, `1er mars 2026`, `8 de enero de 2026`."""
    return words.day.format(
        day=day_number(day, words), month=month(day.month, words.language), year=day.year
    )


def day_number(day: datetime.date, words: CoverWords) -> str:
    """The day of a date as printed."""
    return words.first_day if day.day == 1 else str(day.day)


def days_of(said: Masthead, words: CoverWords) -> str | None:
    """First and last day of the meeting: `23 to 29 March 2026`."""
    first, last = said.starts, said.ends
    if first is None or last is None or first == last:
        only = first or last
        return dated(only, words) if only else None
    if first.year != last.year:
        return words.days_apart.format(start=dated(first, words), end=dated(last, words))
    frame = words.days_of_month if first.month == last.month else words.days_of_year
    return frame.format(
        first=day_number(first, words),
        last=day_number(last, words),
        month=month(first.month, words.language),
        until=month(last.month, words.language),
        year=last.year,
    )


def tied(text: str, words: CoverWords) -> str:
    """Words with spaces that do not break where the language ties signs to words."""
    for pair in words.tied:
        if pair in text:
            text = text.replace(pair, pair.replace(" ", "\u00a0"))
    return text
