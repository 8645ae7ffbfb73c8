"""The consolidated list of the United Nations Security Council, in its XML.

The form was seen in the published files of 2020 and 2024: VERSIONNUM never changes there, aliases
may be empty or several in one element, and elements are often empty.
"""

import io
import re
from datetime import date

from lxml import etree

from whimbrel.reading.errors import Unreadable
from whimbrel.reading.limits import Clock, Limits
from whimbrel.screening.listed import Kind, Listed, Name, NameList, Quality, Source

ROOT = "CONSOLIDATED_LIST"
KINDS = {"INDIVIDUAL": Kind.PERSON, "ENTITY": Kind.BODY}
GIVEN = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
QUALITIES = {
    "good": Quality.GOOD,
    "a.k.a.": Quality.GOOD,
    "low": Quality.LOW,
    "f.k.a.": Quality.FORMER,
}
YEAR = re.compile(r"\b(1[89]\d\d|20\d\d)\b")
SPAN = 30
"""Years: a span of possible births that is longer says nothing."""
AGAIN = "Fetch the list again from the Security Council; the list in force stays as it is"


def take(data: bytes, *, name: str, digest: str, limits: Limits) -> NameList:
    """The list. Unreadable, with line and cause, where the XML is broken or is no such list."""
    if b"<!DOCTYPE" in data[:4096] or b"<!ENTITY" in data[:4096]:
        raise Unreadable(name, "its XML declares a document type, which can be an attack", AGAIN)
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Unreadable(name, "it says UTF-8 and is not", AGAIN, f"line {line}") from error
    clock, found, dated = Clock(name, limits.seconds), [], None
    stream = etree.iterparse(
        io.BytesIO(data),
        events=("start", "end"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    root = None
    try:
        for event, element in stream:
            if root is None:
                root = checked(element, name)
                dated = day(root.get("dateGenerated") or "")
            if event == "start" or element.tag not in KINDS:
                continue
            found.append(listed(element, name))
            if len(found) % 200 == 0:
                clock.check(f"line {element.sourceline}")
            element.clear()
    except etree.XMLSyntaxError as error:
        line = error.lineno or 0
        cause = str(error.msg or "its XML is broken")
        raise Unreadable(
            name, f"its XML is broken: {cause[:200]}", AGAIN, f"line {line}"
        ) from error
    return NameList(source=Source.UN, file=name, digest=digest, dated=dated, listed=tuple(found))


def checked(root: etree._Element, name: str) -> etree._Element:
    """The root. Unreadable where it is that of another kind of file."""
    if root.tag != ROOT:
        raise Unreadable(
            name,
            f"its first element is {str(root.tag)[:60]!r}, and that of the list is {ROOT}",
            "Choose the XML of the consolidated list",
            f"line {root.sourceline}",
        )
    return root


def listed(element: etree._Element, name: str) -> Listed:
    """Somebody listed. Unreadable where key or name are missing."""
    kind = KINDS[str(element.tag)]
    key, names = text(element, "DATAID"), every_name(element)
    if not key or not names:
        lacking = "a name" if key else "its DATAID"
        raise Unreadable(name, f"an entry lacks {lacking}", AGAIN, f"line {element.sourceline}")
    return Listed(
        key=key,
        reference=text(element, "REFERENCE_NUMBER"),
        kind=kind,
        names=names,
        regime=text(element, "UN_LIST_TYPE"),
        countries=countries(element),
        births=births(element),
        listed_on=text(element, "LISTED_ON"),
        note=text(element, "COMMENTS1"),
    )


def every_name(element: etree._Element) -> tuple[Name, ...]:
    """All names, the primary one first, each once."""
    found: dict[str, Name] = {}

    def note(value: str, quality: Quality) -> None:
        for part in value.split(";") if quality is not Quality.PRIMARY else [value]:
            if clean := tidy(part):
                found.setdefault(clean, Name(text=clean, quality=quality))

    note(" ".join(filter(None, (text(element, one) for one in GIVEN))), Quality.PRIMARY)
    if not found:
        return ()
    note(text(element, "NAME_ORIGINAL_SCRIPT"), Quality.ORIGINAL)
    for alias in element.iterfind(f"{element.tag!s}_ALIAS"):
        quality = QUALITIES.get(text(alias, "QUALITY").lower(), Quality.GOOD)
        note(text(alias, "ALIAS_NAME"), quality)
    return tuple(found.values())


def countries(element: etree._Element) -> tuple[str, ...]:
    """Countries of nationality, address and birth, as they are written, each once."""
    kind = str(element.tag)
    places = [one.text for one in element.iterfind("NATIONALITY/VALUE")]
    for part in ("ADDRESS", "PLACE_OF_BIRTH"):
        places += [one.text for one in element.iterfind(f"{kind}_{part}/COUNTRY")]
    return tuple(dict.fromkeys(filter(None, (tidy(one or "") for one in places))))


def births(element: etree._Element) -> tuple[int, ...]:
    """Years in which somebody may have been born."""
    years: set[int] = set()
    for one in element.iterfind("INDIVIDUAL_DATE_OF_BIRTH"):
        since, until = text(one, "FROM_YEAR"), text(one, "TO_YEAR")
        if since.isdigit() and until.isdigit() and 0 <= int(until) - int(since) <= SPAN:
            years.update(range(int(since), int(until) + 1))
        for part in ("YEAR", "DATE"):
            years.update(int(year) for year in YEAR.findall(text(one, part)))
    return tuple(sorted(years))


def text(element: etree._Element, tag: str) -> str:
    """The text of a child, without blanks around it; nothing where it is missing or empty."""
    return tidy(element.findtext(tag) or "")


def tidy(value: str) -> str:
    """A value on one line."""
    return " ".join(value.split())


def day(value: str) -> date | None:
    """The day of an ISO date with time."""
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None
