"""JSON of others: InforMEA (treaties, meetings, decisions, documents), ROR (bodies), Species+ rows
re-keyed. Read whole, within bounds, and item by item: an item that is wrong is rejected alone."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import cast

from whimbrel.importing.brought import Brought, Kind, Tray
from whimbrel.importing.cells import Unfit, day
from whimbrel.importing.rows import raw, refused
from whimbrel.reading.encoding import decoded
from whimbrel.reading.limits import MIB
from whimbrel.synergy.answer import Source

Item = Mapping[str, object]
SIZE = 50 * MIB
SETS = {
    "meetings": Kind.MEETINGS, "decisions": Kind.DECISIONS, "treaties": Kind.TREATIES,
    "documents": Kind.DOCUMENTS, "contacts": Kind.CONTACTS,
}  # fmt: skip
LEVELS = ("active", "inactive", "withdrawn")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A treaty, meeting, decision or document as InforMEA gives it."""

    id: str
    kind: Kind
    treaty: str
    titles: tuple[tuple[str, str], ...]
    """(language, words)."""
    number: str = ""
    status: str = ""
    country: str = ""
    city: str = ""
    start: date | None = None
    end: date | None = None
    link: str = ""
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Registered:
    """A body as ROR has it."""

    id: str
    name: str
    names: tuple[str, ...]
    """Its other names and acronyms."""
    kinds: tuple[str, ...]
    countries: tuple[str, ...]
    status: str
    successors: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    source: Source


def loaded(path: Path) -> tuple[object, str]:
    """(what a JSON file holds, its SHA-256). Unreadable where it is none."""
    data = raw(path, SIZE)
    text, _ = decoded(data, name=path.name)
    if text.lstrip()[:1] == "<":
        raise refused(
            path.name, "it is a web page and no data: the download went wrong", "Fetch it again"
        )
    try:
        return json.loads(text), hashlib.sha256(data).hexdigest()
    except (json.JSONDecodeError, RecursionError) as error:
        place = f"line {error.lineno}" if isinstance(error, json.JSONDecodeError) else ""
        raise refused(path.name, "it is no JSON, or is cut off", "Fetch it again", place) from error


def items(found: object, name: str) -> list[object]:
    """The items of an answer: a list, or a list under `d`, `results`, `value` or `items`."""
    if isinstance(found, list):
        return found
    if isinstance(found, dict):
        for key in ("d", "results", "value", "items", "species_data"):
            if key in found:
                return items(found[key], name)
        if "id" in found:
            return [found]
    raise refused(name, "it holds no list of items", "Fetch the list, not a single page")


def read_informea(
    path: Path, kind: Kind, *, name: str = "", on: date | None = None, purpose: str = ""
) -> Brought[Entry]:
    """The entries of one set. Contacts are people: they come only with a purpose, and Unreadable
    says so where none is given."""
    if kind is Kind.CONTACTS and not purpose.strip():
        raise refused(
            path.name, "contacts are personal data", "Say for what purpose with --purpose"
        )
    found, digest = loaded(path)
    source = Source(name=name or f"InforMEA: {path.name}", on=on)
    tray, records = Tray(), []
    for number, item in enumerate(items(found, path.name), start=1):
        tray.rows += 1
        try:
            one = entry(item, kind, source)
        except Unfit as error:
            tray.reject(number, str(error))
            continue
        if not tray.twice((one.id, kind), number):
            records.append(one)
    tray.check(path.name)
    return Brought(
        kind=kind, shape="informea", source=source, sha256=digest, records=tuple(records),
        rows=tray.rows, rejected=tuple(tray.kept), rejected_count=tray.count,
    )  # fmt: skip


def entry(item: object, kind: Kind, source: Source) -> Entry:
    """One item. Unfit without an identifier or, but for people and treaties, a treaty."""
    if not isinstance(item, dict):
        raise Unfit("it is no object")
    one = cast(Item, item)
    id_ = word(one, "id")
    if not id_:
        raise Unfit("it has no id")
    treaty = word(one, "treaty", "titleEnglish") or ",".join(texts(one, "treaties"))
    if not treaty and kind in (Kind.MEETINGS, Kind.DECISIONS):
        raise Unfit(f"{id_} names no treaty")
    titles = tuple(spoken(one.get("title") or one.get("titles")))
    if kind is Kind.CONTACTS:
        called = " ".join(filter(None, (word(one, "firstName"), word(one, "lastName"))))
        titles = (("", called),) if called else ()
    start, end = moment(one, "start", "published"), moment(one, "end")
    if start and end and end < start:
        raise Unfit(f"{id_} ends on {end} before it starts on {start}")
    return Entry(
        id=id_, kind=kind, treaty=treaty, titles=titles, number=word(one, "number"),
        status=word(one, "status"), country=word(one, "country"), city=word(one, "city"),
        start=start, end=end, link=word(one, "link", "url"), source=source,
    )  # fmt: skip


def spoken(value: object) -> Iterator[tuple[str, str]]:
    """(language, words) of localizable strings, in either wrapping that services use."""
    if isinstance(value, str):
        yield "en", value
    if isinstance(value, dict):
        yield from spoken(value.get("results", [value] if "value" in value else []))
    if isinstance(value, list):
        for one in value:
            if isinstance(one, dict) and isinstance(one.get("value"), str):
                yield str(one.get("language") or ""), one["value"]


def word(item: Item, *names: str) -> str:
    """The first of these fields that is a text or a number."""
    for name in names:
        value = item.get(name)
        if isinstance(value, str | int) and str(value).strip():
            return str(value).strip()
    return ""


def texts(item: Item, name: str) -> tuple[str, ...]:
    """A field that is a list of texts."""
    value = item.get(name)
    if not isinstance(value, list):
        return ()
    return tuple(one for one in value if isinstance(one, str) and one.strip())


def moment(item: Item, *names: str) -> date | None:
    """The first of these fields as a day, in ISO form or as OData writes it."""
    text = word(item, *names)
    if text.startswith("/Date(") and text.endswith(")/"):
        digits = text[6:-2].split("+")[0]
        if digits.lstrip("-").isdigit():
            return date.fromordinal(date(1970, 1, 1).toordinal() + int(digits) // 86_400_000)
    return day(text)


def read_ror(path: Path, *, name: str = "", on: date | None = None) -> Brought[Registered]:
    """The bodies of a ROR file of version 2. Unreadable for version 1, which still circulates."""
    found, digest = loaded(path)
    listed = items(found, path.name)
    if listed and isinstance(listed[0], dict) and "names" not in listed[0]:
        raise refused(
            path.name, "its records have no names: it is of version 1, or no ROR file",
            "Fetch the dump of version 2",
        )  # fmt: skip
    source = Source(name=name or f"ROR: {path.name}", on=on, licence="CC0")
    tray, records = Tray(), []
    for number, item in enumerate(listed, start=1):
        tray.rows += 1
        try:
            one = registered(item, source)
        except Unfit as error:
            tray.reject(number, str(error))
            continue
        if not tray.twice(one.id, number):
            records.append(one)
    tray.check(path.name)
    return Brought(
        kind=Kind.BODIES, shape="ror-v2", source=source, sha256=digest, records=tuple(records),
        rows=tray.rows, rejected=tuple(tray.kept), rejected_count=tray.count,
    )  # fmt: skip


def registered(item: object, source: Source) -> Registered:
    """One body. Unfit without its identifier or a name to show."""
    if not isinstance(item, dict):
        raise Unfit("it is no object")
    one = cast(Item, item)
    id_ = word(one, "id")
    if not id_.startswith("https://ror.org/"):
        raise Unfit(f"“{id_[:60]}” is no identifier of ROR")
    names = [n for n in cast(list[object], one.get("names") or []) if isinstance(n, dict)]
    shown = [n["value"] for n in names if "ror_display" in (n.get("types") or ())]
    if len(shown) != 1 or not isinstance(shown[0], str):
        raise Unfit(f"{id_} has {len(shown)} names to show and not one")
    status = word(one, "status")
    if status not in LEVELS:
        raise Unfit(f"“{status[:40]}” is no status")
    places = [p for p in cast(list[object], one.get("locations") or []) if isinstance(p, dict)]
    kin = [k for k in cast(list[object], one.get("relationships") or []) if isinstance(k, dict)]
    links = [k for k in cast(list[object], one.get("links") or []) if isinstance(k, dict)]
    return Registered(
        id=id_, name=shown[0],
        names=tuple(str(n["value"]) for n in names if n.get("value") and n["value"] != shown[0]),
        kinds=texts(one, "types"), status=status,
        countries=tuple(dict.fromkeys(
            str(p["geonames_details"]["country_code"]) for p in places
            if isinstance(p.get("geonames_details"), dict)
            and p["geonames_details"].get("country_code")
        )),
        successors=tuple(str(k.get("id")) for k in kin if k.get("type") == "successor"),
        links=tuple(str(k["value"]) for k in links if k.get("type") == "website"), source=source,
    )  # fmt: skip
