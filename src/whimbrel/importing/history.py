"""The history of listings: additions and deletions by day -> listings from a day to a day.

A later listing of the same taxon in the same appendix takes the place of the earlier one; a
deletion (DELII) ends it. Reservations of Parties (II/r) and their withdrawal (II/w) list nothing.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from whimbrel.importing.brought import Brought, Kind, Tray
from whimbrel.importing.cells import Unfit, day, states
from whimbrel.importing.listing_rows import taxon
from whimbrel.importing.rows import File, Row
from whimbrel.synergy.answer import Source
from whimbrel.synergy.listings import Listing

WRITTEN = re.compile(r"(?P<gone>DEL)?(?P<appendix>I{1,3})")
RESERVED = re.compile(r"I{1,3}/[rw]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One line of a history."""

    listing: Listing
    gone: bool
    party: str
    """Who listed it in Appendix III; else empty."""
    current: bool


def read_history(file: File, *, name: str, on: date | None, licence: str) -> Brought[Listing]:
    """The listings of a history with their periods."""
    source = Source(name=name or file.name, on=on, licence=licence)
    tray = Tray()
    changes: dict[tuple[str, str], list[Change]] = defaultdict(list)
    for row in file.rows():
        tray.rows += 1
        if RESERVED.fullmatch(row.get("listing")):
            tray.passed += 1
            continue
        if tray.twice(tuple(row.cells.items()), row.number):
            continue
        try:
            change = of_row(row, source)
        except Unfit as error:
            tray.reject(row.number, str(error), row.get("scientific_name"))
            continue
        changes[change.listing.taxon.name, change.party].append(change)
    tray.check(file.name)
    records = [one for several in changes.values() for one in periods(several)]
    newest = max((one.since for one in records if one.since), default=None)
    if on is None and newest:
        source = Source(name=source.name, on=newest, licence=licence)
        from dataclasses import replace

        records = [replace(one, source=source) for one in records]
    return Brought(
        kind=Kind.LISTINGS, shape="history", source=source, sha256=file.sha256,
        records=tuple(records), rows=tray.rows, rejected=tuple(tray.kept),
        rejected_count=tray.count, passed=tray.passed, remarks=file.remarks,
    )  # fmt: skip


def of_row(row: Row, source: Source) -> Change:
    """One line."""
    match = WRITTEN.fullmatch(row.get("listing"))
    if match is None:
        raise Unfit(f"“{row.get('listing')[:40]}” is no change of a listing")
    since = day(row.get("effective_from"))
    if since is None:
        raise Unfit("it does not say from which day")
    party = row.get("party_iso2") if match["appendix"] == "III" else ""
    listing = Listing(
        instrument=row.get("instrument") or "CITES",
        taxon=taxon(row, row.get("scientific_name"), row.get("rank")),
        appendix=match["appendix"], since=since, populations=states(row.get("populations_iso2")),
        excluded=states(row.get("excluded_populations_iso2")), note=row.get("note_en"),
        row=row.number, source=source,
    )  # fmt: skip
    return Change(
        listing=listing, gone=bool(match["gone"]), party=party, current=row.get("is_current") == "1"
    )


def periods(changes: Sequence[Change]) -> list[Listing]:
    """The listings of one taxon (and, in Appendix III, of one Party) with their last days. Who is
    not current, and ended by nothing of the kind, ended with the next change of any kind; where
    there is none, its end is not known and it is left out."""
    from dataclasses import replace

    ordered = sorted(changes, key=lambda one: one.listing.since or date.min)
    found = []
    for number, change in enumerate(ordered):
        if change.gone:
            continue
        mine = change.listing
        later = [
            one for one in ordered[number + 1 :]
            if one.listing.since and mine.since and one.listing.since > mine.since
        ]  # fmt: skip
        same = [one for one in later if one.listing.appendix == mine.appendix]
        until = same[0].listing.since if same else None
        if until is None and not change.current:
            until = later[0].listing.since if later else mine.since
        found.append(replace(mine, until=until))
    return found
