"""Lists in CSV: the simple form of OpenSanctions, and a list of the house's own.

OpenSanctions (`targets.simple.csv`) joins several values of one cell with semicolons and quotes
them as CSV does. The own list has the columns `name`, and any of `id`, `kind`, `aliases`,
`former_names`, `countries`, `birth_years`, `reference`, `reason`.
"""

import csv
import io
import re
from collections.abc import Iterator
from datetime import date

from whimbrel.reading.errors import Unreadable
from whimbrel.reading.limits import Clock, Limits
from whimbrel.screening.listed import Kind, Listed, Name, NameList, Quality, Source, digest

OPENSANCTIONS = ("id", "schema", "name", "aliases", "birth_date", "countries", "dataset")
KINDS = {
    "person": Kind.PERSON,
    "organization": Kind.BODY,
    "company": Kind.BODY,
    "legalentity": Kind.UNKNOWN,
    "publicbody": Kind.BODY,
    "vessel": Kind.VESSEL,
    "body": Kind.BODY,
}
OWN = {
    "id", "name", "kind", "aliases", "former_names", "countries", "birth_years", "reference",
    "reason",
}  # fmt: skip
YEAR = re.compile(r"\b(1[89]\d\d|20\d\d)\b")
CELL = 200_000
"""Characters: some of those listed have hundreds of names."""
AGAIN = "Save it again as CSV in UTF-8, with the columns of the guide; the list in force stays"
Row = dict[str, str]


def take(data: bytes, *, name: str, digest: str, limits: Limits) -> NameList:
    """The list. Unreadable, with the row and the cause, where a row cannot be understood."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Unreadable(name, "it is not UTF-8", AGAIN, f"line {line}") from error
    if "\0" in text:
        raise Unreadable(name, "it holds characters that no text has", AGAIN)
    clock, found = Clock(name, limits.seconds), []
    rows = records(text, name)
    heads = next(rows, (0, {}))[1]
    reader = of_opensanctions if set(OPENSANCTIONS) <= set(heads) else of_own
    if reader is of_own:
        checked(heads, name)
    changed = ""
    for line, row in rows:
        found.append(reader(row, name, line))
        changed = max(changed, row.get("last_change", "")[:10], row.get("last_seen", "")[:10])
        if len(found) % 1000 == 0:
            clock.check(f"line {line}")
    source = Source.OPENSANCTIONS if reader is of_opensanctions else Source.OWN
    return NameList(
        source=source, file=name, digest=digest, dated=day(changed), listed=tuple(found)
    )


def records(text: str, name: str) -> Iterator[tuple[int, Row]]:
    """(line, row by head) of each record; the first is that of the heads themselves."""
    before = csv.field_size_limit(CELL)
    heads: list[str] = []
    listed = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        for cells in listed:
            if not any(cells):
                continue
            if not heads:
                heads = [cell.strip().lower() for cell in cells]
                yield listed.line_num, dict.fromkeys(heads, "")
                continue
            if len(cells) != len(heads):
                raise Unreadable(
                    name,
                    f"the row has {len(cells)} cells, and there are {len(heads)} columns",
                    AGAIN,
                    f"line {listed.line_num}",
                )
            yield listed.line_num, dict(zip(heads, map(str.strip, cells), strict=True))
    except csv.Error as error:
        cause = f"its cells cannot be told apart: {error}"
        raise Unreadable(name, cause, AGAIN, f"line {listed.line_num}") from error
    finally:
        csv.field_size_limit(before)


def checked(heads: Row, name: str) -> None:
    """Unreadable where the columns are not those of an own list."""
    strange = sorted(set(heads) - OWN)
    if "name" not in heads or strange:
        cause = f"the column {strange[0][:40]!r} is not known" if strange else "no column `name`"
        raise Unreadable(name, cause, AGAIN, "line 1")


def of_opensanctions(row: Row, name: str, line: int) -> Listed:
    """Somebody listed, as OpenSanctions writes them."""
    if not row["id"] or not row["name"]:
        raise Unreadable(name, "the row lacks its id or its name", AGAIN, f"line {line}")
    return Listed(
        key=row["id"],
        reference=row["id"],
        kind=KINDS.get(row["schema"].lower(), Kind.UNKNOWN),
        names=names(row["name"], {Quality.GOOD: several(row["aliases"])}),
        regime=row["dataset"],
        countries=several(row["countries"]),
        births=years(row["birth_date"]),
        listed_on=row.get("first_seen", "")[:10],
        note=row.get("sanctions", ""),
    )


def of_own(row: Row, name: str, line: int) -> Listed:
    """Somebody listed by the house itself."""
    if not row["name"]:
        raise Unreadable(name, "the row has no name", AGAIN, f"line {line}")
    kind = row.get("kind", "").lower()
    if kind and kind not in KINDS:
        known = ", ".join(KINDS)
        raise Unreadable(name, f"the kind {kind[:40]!r} is none of {known}", AGAIN, f"line {line}")
    others = {
        Quality.GOOD: several(row.get("aliases", "")),
        Quality.FORMER: several(row.get("former_names", "")),
    }
    # Without a key of its own a row is known by its name, so that a moved row is no change.
    key = row.get("id") or digest(row["name"])[:12]
    return Listed(
        key=key,
        reference=row.get("reference") or row.get("id") or "",
        kind=KINDS.get(kind, Kind.UNKNOWN),
        names=names(row["name"], others),
        countries=several(row.get("countries", "")),
        births=years(row.get("birth_years", "")),
        note=row.get("reason", ""),
    )


def names(first: str, others: dict[Quality, tuple[str, ...]]) -> tuple[Name, ...]:
    """All names, the primary one first, each once."""
    found = {first: Name(text=first, quality=Quality.PRIMARY)}
    for quality, texts in others.items():
        for one in texts:
            found.setdefault(one, Name(text=one, quality=quality))
    return tuple(found.values())


def several(cell: str) -> tuple[str, ...]:
    """The values of a cell that are parted by semicolons; one in quotation marks may hold them."""
    if not cell:
        return ()
    parts = next(csv.reader([cell], delimiter=";"), [])
    return tuple(dict.fromkeys(filter(None, (" ".join(one.split()) for one in parts))))


def years(cell: str) -> tuple[int, ...]:
    """The years that a cell names."""
    return tuple(sorted({int(year) for year in YEAR.findall(cell)}))


def day(value: str) -> date | None:
    """A day, where the value is one."""
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None
