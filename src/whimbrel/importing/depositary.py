"""Tables of depositaries, saved as CSV: one treaty a file, a Party a row, letters for how it
consented. UNTC writes them behind the day, the Dutch Verdragenbank before or in the same column."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from whimbrel.importing.brought import Brought, Kind, Tray
from whimbrel.importing.cells import Unfit, day, party
from whimbrel.importing.rows import Row, opened, wants
from whimbrel.synergy.answer import Source
from whimbrel.synergy.status import Assertion, Event

LETTERED = re.compile(r"(?P<day>.*?\d{4}|\d{4}-\d\d-\d\d)\s*\(?(?P<how>[A-Za-z]{1,2})?\)?\.?")
BEFORE = re.compile(r"(?P<how>[A-Z][A-Za-z]?)\s+(?P<day>\d.*)")
UNTC = {"": "ratification", "a": "accession", "A": "acceptance", "AA": "approval",
        "d": "succession", "c": "formal confirmation"}  # fmt: skip
DUTCH = {"S": "definitive signature", "R": "ratification", "A": "accession", "Su": "succession",
         "NK": "notification", "T": "accession", "O": "ratification", "": ""}  # fmt: skip


def read_depositary(
    path: Path, *, treaty: str, name: str = "", on: date | None = None, licence: str = ""
) -> Brought[Assertion]:
    """The assertions of a depositary's table on one treaty. Unreadable where it is none."""
    file = opened(path)
    wants(file, "participant/party/partij/country")
    consent = next((c for c in file.head if c.startswith(("ratification", "accession"))), "")
    dutch = "partij" in file.head or "renunciation" in file.head or "denunciation" in file.head
    wants(file, consent or "ratification")
    shape = "verdragenbank" if dutch else "untc"
    source = Source(name=name or f"depositary: {path.name}", on=on, licence=licence)
    tray = Tray()
    records: list[Assertion] = []
    for row in file.rows():
        tray.rows += 1
        if tray.twice(tuple(row.cells.items()), row.number):
            continue
        try:
            # Whole or not at all: a row that fails in its last cell leaves nothing behind.
            records += tuple(of_row(row, treaty, consent, source, DUTCH if dutch else UNTC))
        except Unfit as error:
            tray.reject(row.number, str(error), row.get("participant", "party", "partij"))
    tray.check(file.name)
    return Brought(
        kind=Kind.MEMBERSHIPS, shape=shape, source=source, sha256=file.sha256,
        records=tuple(records), rows=tray.rows, rejected=tuple(tray.kept),
        rejected_count=tray.count, remarks=file.remarks,
    )  # fmt: skip


def of_row(
    row: Row, treaty: str, consent: str, source: Source, letters: dict[str, str]
) -> Iterator[Assertion]:
    """What one row asserts."""
    state = party(row.get("participant", "party", "partij", "country"))
    found = False

    def made(event: Event, on: date | None, how: str = "") -> Assertion:
        return Assertion(
            treaty=treaty, party=state, event=event, on=on, how=how, source=source, row=row.number
        )

    for event, columns in (
        (Event.SIGNATURE, ("signature",)),
        (Event.ENTRY, ("entry_into_force",)),
        (Event.WITHDRAWAL, ("renunciation", "denunciation", "withdrawal", "termination")),
    ):
        text, how = lettered(row.get(*columns), letters)
        on = day(text, day_first=True)
        if on:
            found = True
            yield made(event, on, how if event is Event.SIGNATURE and how else "")
    text, how = lettered(row.get(consent), letters)
    on = day(text, day_first=True)
    if on:
        found = True
        yield made(Event.CONSENT, on, how)
    if not found:
        raise Unfit("it has no day")


def lettered(value: str, letters: dict[str, str]) -> tuple[str, str]:
    """(day, how) of a cell such as "14 Jul 1993 a" or "R 14-07-1993". Unfit for letters that mean
    nothing here."""
    if not value:
        return "", ""
    text = value.strip()
    match = BEFORE.fullmatch(text) or LETTERED.fullmatch(text)
    if match is None:
        return text, ""
    mark = match["how"] or ""
    if mark not in letters:
        raise Unfit(f"“{mark}” in “{text[:40]}” is no way to consent that the table knows")
    return match["day"].strip(), letters[mark]
