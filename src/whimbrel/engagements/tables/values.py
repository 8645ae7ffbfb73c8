"""Read a cell as its field wants it. Unfit says why it cannot be."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from whimbrel.bodies import find
from whimbrel.bodies.names import folded
from whimbrel.engagements.tables.kinds import Field, words
from whimbrel.engagements.tables.places import countries, country
from whimbrel.engagements.tables.problem import Unfit
from whimbrel.engagements.tables.when import Order, When, when
from whimbrel.reading.sheet import Cell, Sort


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """How a file is read: what a person said once for all its rows."""

    order: Order | None = None
    language: str = "en"


PARTS = re.compile(r"\s*[;\n•]\s*")
PROVISION = re.compile(
    r"""
    (?: (?:[A-Z]{2,8}\s)? (?:Decisions?|Décisions?|Decisión|Decisiones|Dec|Déc|D[eé]c)\.?\s* )?
    (?P<number>\d{1,2}\.(?:\d{1,3}|[A-Z]{2}))
    (?: [\s,./-]* (?:(?:para(?:graphe?)?|párrafo)\.?\s*)? \(? (?P<item>[a-z]) \)? )?
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""14.10 c), 14.10(c), Decision 14.10 (c), CMS Decision 14.10, paragraph c)."""
MEETING = re.compile(r"(?:[A-Z]{2,8}\s)?(?P<organ>COP|MOP|StC|ScC|CoP)\s?-?(?P<number>\d{1,3})")
ROR = re.compile(r"(?:https?://)?(?:ror\.org/)?(0[a-hj-km-np-tv-z0-9]{6}\d{2})", re.IGNORECASE)
LEI = re.compile(r"[A-Z0-9]{18}\d\d")


def read(cell: Cell, field: Field, how: Read) -> object:
    """The value of a cell; None where there is nothing in it."""
    if cell.sort is Sort.LOST:
        raise Unfit("lost")
    if not cell or cell.text in words().nothing:
        return None
    value = READERS[field.reads](cell, field, how)
    for part in value if isinstance(value, tuple) else (value,):
        if field.longest and isinstance(part, str) and len(part) > field.longest:
            raise Unfit("long", value=part[:60], count=str(len(part)), most=str(field.longest))
    return value


def as_text(cell: Cell, field: Field, how: Read) -> object:
    """Words as they stand."""
    return cell.text


def as_name(cell: Cell, field: Field, how: Read) -> object:
    """One name, on one line."""
    return " ".join(cell.text.split()).rstrip(";").strip() or None


def as_list(cell: Cell, field: Field, how: Read) -> object:
    """Several things, parted by semicolons or lines."""
    listed = (" ".join(one.split()) for one in PARTS.split(cell.text))
    return tuple(dict.fromkeys(one for one in listed if one)) or None


def as_names(cell: Cell, field: Field, how: Read) -> object:
    """Names of bodies. Commas part them only where every piece is a body that is known."""
    if PARTS.search(cell.text) or "," not in cell.text:
        return as_list(cell, field, how)
    pieces = tuple(" ".join(one.split()) for one in cell.text.split(",") if one.strip())
    if is_body(cell.text):
        return (" ".join(cell.text.split()),)
    if all(map(is_body, pieces)):
        return tuple(dict.fromkeys(pieces))
    raise Unfit("commas")


def is_body(name: str) -> bool:
    """Whether the facts know a body by the whole of a name."""
    return any(
        one.start == 0 and one.end == len(name) and (one.key or one.group) for one in find(name)
    )


def as_choice(cell: Cell, field: Field, how: Read) -> object:
    """One of the words that the field knows."""
    known = field.chosen()
    # What stands in brackets may turn the word round ("planned (cancelled)"), and is not dropped.
    for form in (cell.text, re.sub(r"[\s.*!]+$", "", cell.text)):
        if folded(form) in known:
            return known[folded(form)]
    column = {"en": 0, "fr": 1, "es": 2}.get(how.language, 0)
    listed = ", ".join(dict.fromkeys(said[0] for said in field.choices.values()))
    if column:
        listed = field.says[how.language]
    raise Unfit("choice", listed=listed)


def as_dates(cell: Cell, field: Field, how: Read) -> object:
    """A date, as exact as it is written."""
    if cell.date is not None:
        told = cell.date.isoformat()
        return When(since=told, until=told)
    if cell.sort is Sort.NUMBER and not re.fullmatch(r"(?:19|20)\d\d", cell.text):
        raise Unfit("date")
    return when(cell.text, how.order)


def as_due(cell: Cell, field: Field, how: Read) -> object:
    """A meeting, a date, or words: COP15, 2026-03, "before the next session"."""
    if cell.date is not None:
        return cell.date.isoformat()
    meeting = MEETING.fullmatch(cell.text)
    if meeting:
        return f"{meeting['organ'].replace('CoP', 'COP')}{meeting['number']}"
    try:
        found = when(cell.text, how.order)
    except Unfit as problem:
        # Words are kept as they stand; what looks like a date and is none is asked about.
        if problem.why != "date":
            raise
        return cell.text
    return found.since if found.since == found.until else f"{found.since}/{found.until}"


def as_country(cell: Cell, field: Field, how: Read) -> object:
    """One country."""
    return country(cell.text)


def as_countries(cell: Cell, field: Field, how: Read) -> object:
    """Several countries."""
    return countries(cell.text)


def provision(text: str) -> str:
    """The name of a provision: `14.10 c)`."""
    found = PROVISION.fullmatch(" ".join(text.split()))
    if not found:
        raise Unfit("provision", value=text)
    item = found["item"]
    return f"{found['number']} {item.lower()})" if item else found["number"]


def as_provision(cell: Cell, field: Field, how: Read) -> object:
    """One provision. A bare number with one decimal may have lost a nought: 14.1 was 14.10."""
    if cell.sort is Sort.NUMBER and cell.bare and re.fullmatch(r"\d+\.\d", cell.text):
        raise Unfit("bare")
    return provision(cell.text)


def as_provisions(cell: Cell, field: Field, how: Read) -> object:
    """Several provisions, parted by semicolons, commas or lines."""
    if cell.sort is Sort.NUMBER:
        return (as_provision(cell, field, how),)
    return tuple(
        dict.fromkeys(provision(one) for one in re.split(r"[;,\n]", cell.text) if one.strip())
    )


def as_yes_no(cell: Cell, field: Field, how: Read) -> object:
    """Yes or no."""
    word = cell.text.strip().casefold()
    if word in words().affirmed:
        return True
    if word in words().denied:
        return False
    raise Unfit("yes_no")


def as_ror(cell: Cell, field: Field, how: Read) -> object:
    """A number of the Research Organization Registry."""
    found = ROR.fullmatch(cell.text.rstrip("/"))
    if not found:
        raise Unfit("ror")
    return found[1].lower()


def as_lei(cell: Cell, field: Field, how: Read) -> object:
    """A legal entity identifier whose check figures are right (ISO 7064, mod 97-10)."""
    told = cell.text.replace(" ", "").upper()
    if not LEI.fullmatch(told) or int("".join(str(int(char, 36)) for char in told)) % 97 != 1:
        raise Unfit("lei")
    return told


READERS: dict[str, Callable[[Cell, Field, Read], object]] = {
    "choice": as_choice,
    "countries": as_countries,
    "country": as_country,
    "dates": as_dates,
    "due": as_due,
    "lei": as_lei,
    "list": as_list,
    "name": as_name,
    "names": as_names,
    "provision": as_provision,
    "provisions": as_provisions,
    "ror": as_ror,
    "text": as_text,
    "yes_no": as_yes_no,
}
