"""Lists of taxa: our own CSV, Species+ and CITES Checklist exports, amendments of a meeting.

The layout is told by the head, never by the name of the file. Each instrument of a file becomes a
`Listed`; names of instruments are kept as the file has them.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from whimbrel.importing.brought import Brought, Kind, Tray
from whimbrel.importing.cells import Unfit
from whimbrel.importing.listing_rows import CODE, amended, checklist, ours, ranged, species_plus
from whimbrel.importing.rows import File, Row, opened, refused
from whimbrel.synergy.answer import Source
from whimbrel.synergy.listings import Listed, Listing
from whimbrel.synergy.taxa import LOW, Alias, Through, clean

Shape = tuple[str, frozenset[str], Callable[[Row, Source], Iterator[Listing]], bool]
SHAPES: tuple[Shape, ...] = (
    ("own", frozenset({"scientific_name", "instrument", "listing"}), ours, False),
    ("amendments", frozenset({"scientific_name", "effective", "appendix_added"}), amended, False),
    ("checklist", frozenset({"fullname", "rankname", "currentlisting"}), checklist, True),
    ("checklist", frozenset({"full_name", "rank", "current_listing"}), checklist, True),
    ("species-plus-cms", frozenset({"scientificname", "agreement", "listing"}), species_plus, True),
    ("species-plus-cites", frozenset({"scientific_name", "party", "listed_under", "listing"}),
     species_plus, True),
)  # fmt: skip
"""(name, columns that tell it, reader of a row, whether it names the species of higher taxa)."""
HISTORY = frozenset({"scientific_name", "is_current", "effective_from", "listing"})


def read_listings(
    path: Path, *, name: str = "", on: date | None = None, licence: str = ""
) -> Brought[Listing]:
    """The listings of a file. Unreadable where no layout fits its head, or most of its rows cannot
    be taken."""
    file = opened(path)
    if set(file.head) >= HISTORY:
        from whimbrel.importing.history import read_history

        return read_history(file, name=name, on=on, licence=licence)
    shape, reader, expanded = shape_of(file)
    source = Source(name=name or path.name, on=on, licence=licence)
    tray, odd = Tray(), Counter[str]()
    records: list[Listing] = []
    for row in file.rows():
        tray.rows += 1
        if tray.twice(tuple(row.cells.items()), row.number):
            continue
        try:
            if row.get("#wide"):
                raise Unfit("it has more cells than the head")
            records += tuple(reader(row, source))
            odd.update(code for code in ranged(row) if not CODE.fullmatch(code))
        except Unfit as error:
            named = row.get("scientific_name", "scientificname", "full_name", "fullname")
            tray.reject(row.number, str(error), named)
    tray.check(file.name)
    remarks = list(file.remarks)
    if on is None:
        newest = max((one.since for one in records if one.since), default=None)
        if newest:
            source = replace(source, on=newest)
            dated = {one.source: replace(one.source, on=newest) for one in records}
            records = [replace(one, source=dated[one.source]) for one in records]
            remarks.append(f"no date was given: the newest day in it, {newest}, is taken")
        else:
            remarks.append("no date was given, and none is in it")
    remarks += doubled(records)
    remarks += [
        f"“{code[:20]}” is no code of a country; {times} rows were taken without it in their range"
        for code, times in odd.most_common(10)
    ]
    return Brought(
        kind=Kind.LISTINGS, shape=shape + ("-expanded" if expanded else ""), source=source,
        sha256=file.sha256, records=tuple(records), rows=tray.rows, rejected=tuple(tray.kept),
        rejected_count=tray.count, remarks=tuple(remarks),
    )  # fmt: skip


def shape_of(file: File) -> tuple[str, Callable[[Row, Source], Iterator[Listing]], bool]:
    """The layout that the head shows."""
    for name, columns, reader, expanded in SHAPES:
        if columns <= set(file.head):
            return name, reader, expanded
    known = "; ".join(" + ".join(sorted(columns)) for _, columns, _, _ in SHAPES)
    raise refused(
        file.name, f"no layout of a list of taxa fits its head ({', '.join(file.head[:10])})",
        f"The columns that tell a layout are: {known}", "row 1",
    )  # fmt: skip


def listed(brought: Brought[Listing]) -> tuple[Listed, ...]:
    """The lists of a file, one for each instrument, with what each stands for."""
    found: dict[str, list[Listing]] = defaultdict(list)
    for one in brought.records:
        found[one.instrument].append(one)
    return tuple(
        Listed(
            instrument=instrument,
            listings=tuple(several),
            source=brought.source,
            expanded=brought.shape.endswith("-expanded"),
        )
        for instrument, several in found.items()
    )


def doubled(records: list[Listing]) -> list[str]:
    """Remarks on one taxon under two names: the same identifier, or the same author and epithet,
    cannot be told from a list; the same name with two ranks or families can."""
    homes: dict[str, set[str]] = defaultdict(set)
    for one in records:
        if one.taxon.rank in LOW and one.taxon.family:
            homes[one.taxon.name].add(one.taxon.family)
    twice = sorted(name for name, families in homes.items() if len(families) > 1)
    return [f"in two families: {', '.join(twice[:10])}"] if twice else []


def read_names(path: Path, *, name: str = "", on: date | None = None, licence: str = "") -> (
    Brought[Alias]
):  # fmt: skip
    """Synonyms (synonym, accepted_name) or a mapping made by a person (name, accepted)."""
    file = opened(path)
    mapping = {"name", "accepted"} <= set(file.head)
    if not mapping and not {"synonym", "accepted_name"} <= set(file.head):
        raise refused(
            file.name, "its head has neither synonym and accepted_name nor name and accepted",
            "Name the columns so", "row 1",
        )  # fmt: skip
    source = Source(name=name or path.name, on=on, licence=licence)
    tray, records = Tray(), []
    for row in file.rows():
        tray.rows += 1
        one = clean(row.get("name", "synonym"))
        other = clean(row.get("accepted", "accepted_name"))
        if not one or not other:
            tray.reject(row.number, "a name is missing", one or other)
            continue
        if one.lower() == other.lower():
            tray.reject(row.number, "it names itself", one)
            continue
        through = Through.MAPPING if mapping else Through.SYNONYM
        records.append(Alias(name=one, accepted=other, through=through, source=source))
    tray.check(file.name)
    bare = sum(" " not in one.name for one in records) if not mapping else 0
    remarks = [*file.remarks]
    if bare:
        remarks.append(f"{bare} bare epithets mean many taxa and join none")
    return Brought(
        kind=Kind.NAMES, shape="mapping" if mapping else "synonyms", source=source,
        sha256=file.sha256, records=tuple(records), rows=tray.rows, rejected=tuple(tray.kept),
        rejected_count=tray.count, remarks=tuple(remarks),
    )  # fmt: skip
