"""Memberships: our own CSV, and lists merged from several sources, into assertions.

Columns of our own: treaty, party (code or name), signature, consent_type, consent_date,
entry_into_force, withdrawal_effective, party_no, territorial_note, source, source_date. Known
besides: iso2, iso3, status, sources, and eif_NAME for the entry into force by a further source.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from whimbrel.importing.brought import Brought, Kind, Tray
from whimbrel.importing.cells import Unfit, day, party
from whimbrel.importing.rows import File, Row, opened, wants
from whimbrel.procedures.known import Known
from whimbrel.synergy.answer import Source
from whimbrel.synergy.status import Assertion, Event, Status

TREATY = re.compile(r"[A-Z][A-Z0-9-]{1,23}")
STATED = {
    "party": Status.PARTY, "conflict": Status.CONFLICT, "signatory": Status.SIGNATORY,
    "consent-no-eif": Status.CONSENTED, "consent, not in force": Status.CONSENTED,
    "withdrawn": Status.WITHDRAWN, "non-party": Status.NONE, "no action": Status.NONE,
}  # fmt: skip
HOW = {
    "a": "accession", "r": "ratification", "aa": "approval", "d": "succession",
    "accession": "accession", "ratification": "ratification", "acceptance": "acceptance",
    "approval": "approval", "succession": "succession",
}  # fmt: skip
UNSURE = (
    "the same row says that it is a Party and gives no return: another text replaced the treaty"
)
BARE = "names the State and gives no entry into force"


@dataclass(slots=True)
class Sources:
    """The sources of a file, each made once."""

    name: str
    on: date | None
    licence: str
    ends: dict[str, date]
    made: dict[tuple[str, str], Source]

    def of(self, treaty: str, name: str = "", on: date | None = None) -> Source:
        """The source of a row; its day is that of the row, of the file, or of the newest data on
        the treaty."""
        day_ = on or self.on or self.ends.get(treaty)
        key = (name or self.name, day_.isoformat() if day_ else "")
        if key not in self.made:
            self.made[key] = Source(name=key[0], on=day_, licence=self.licence, known=Known.SEEN)
        return self.made[key]


def read_memberships(
    path: Path, *, name: str = "", on: date | None = None, licence: str = ""
) -> Brought[Assertion]:
    """The assertions of a file. Unreadable where it is no list of memberships, or most of its rows
    cannot be taken."""
    file = opened(path)
    wants(file, "treaty", "party/iso2/iso3", "entry_into_force/consent_date/consent/status")
    merged = any(column.startswith("eif_") for column in file.head)
    ends = {} if on else newest(file)
    called = name or (f"{path.name} (merged)" if merged else path.name)
    sources = Sources(called, on, licence, ends, {})
    tray = Tray()
    records: list[Assertion] = []
    open_: dict[tuple[str, str, str], bool] = {}
    for row in file.rows():
        tray.rows += 1
        if tray.twice(tuple(row.cells.items()), row.number):
            continue
        try:
            found = tuple(of_row(row, sources))
        except Unfit as error:
            tray.reject(row.number, str(error), row.get("party", "iso3", "iso2"))
            continue
        key = (found[0].treaty, found[0].party, found[0].source.name)
        # A second row for one Party tells of its return, and needs a withdrawal before it.
        if key in open_ and not open_[key]:
            tray.reject(row.number, "another row says otherwise of the same Party and treaty")
            continue
        open_[key] = any(one.event is Event.WITHDRAWAL for one in found)
        records += found
    tray.check(file.name)
    remarks = list(file.remarks)
    if on is None and ends:
        remarks.append("no date was given: for each treaty the newest day in the file is taken")
    return Brought(
        kind=Kind.MEMBERSHIPS, shape="merged" if merged else "memberships",
        source=Source(name=called, on=on or (max(ends.values()) if ends else None),
                      licence=licence),
        sha256=file.sha256, records=tuple(records), rows=tray.rows, rejected=tuple(tray.kept),
        rejected_count=tray.count, remarks=tuple(remarks),
    )  # fmt: skip


def of_row(row: Row, sources: Sources) -> Iterator[Assertion]:
    """What one row asserts. Unfit says why it cannot be taken."""
    if row.get("#wide"):
        raise Unfit("it has more cells than the head: a comma in a name may want quotes")
    treaty = row.get("treaty").upper().replace(" ", "-")
    if not TREATY.fullmatch(treaty):
        raise Unfit(f"“{row.get('treaty')[:40]}” is no code of a treaty")
    state = party(*(row.get(column) for column in ("iso2", "iso3", "party")))
    status = row.get("status").lower()
    if status and status not in STATED:
        raise Unfit(f"“{status}” is no status")
    source = sources.of(treaty, row.get("source"), day(row.get("source_date")))
    days = {
        Event.SIGNATURE: day(row.get("signature")),
        Event.CONSENT: day(row.get("consent_date", "consent")),
        Event.ENTRY: day(row.get("entry_into_force")),
        Event.WITHDRAWAL: day(row.get("withdrawal_effective", "withdrawal")),
    }
    how = row.get("consent_type").lower()
    if how and how not in HOW:
        raise Unfit(f"“{how}” is no way to consent")
    if not status and not any(days.values()) and not how:
        raise Unfit("it has neither a day nor a status")
    consent, entry, left = days[Event.CONSENT], days[Event.ENTRY], days[Event.WITHDRAWAL]
    back = bool(left and consent and consent > left)
    unsure = bool(left) and status in ("party", "consent-no-eif") and not back
    if entry and left and left < entry and not status:
        raise Unfit(f"it withdraws on {left} before it enters into force on {entry}")

    def made(event: Event, on: date | None, **more: object) -> Assertion:
        return Assertion(
            treaty=treaty, party=state, event=event, on=on, source=source, row=row.number, **more  # type: ignore[arg-type]
        )  # fmt: skip

    for event, on in days.items():
        if on is None and not (event is Event.CONSENT and how):
            continue
        if event is Event.WITHDRAWAL:
            yield made(event, on, unsure=unsure, note=UNSURE if unsure else "")
        else:
            yield made(event, on, how=HOW[how] if how and event is Event.CONSENT else "")
    if back:
        yield made(Event.RETURN, consent, note="it consented again")
    if status:
        yield made(Event.STATED, None, how=STATED[status].value)
    if row.get("territorial_note"):
        yield made(Event.TERRITORY, None, note=row.get("territorial_note"))
    yield from voices(row, treaty, state, sources, entry)


def voices(
    row: Row, treaty: str, state: str, sources: Sources, entry: date | None
) -> Iterator[Assertion]:
    """What each source that a merged list names says of the entry into force."""
    named = {one for one in re.split(r"[+;,\s]+", row.get("sources").lower()) if one}
    for column in row.cells:
        if not column.startswith("eif_"):
            continue
        name = column.removeprefix("eif_")
        on = day(row.get(column))
        if on is None and (name not in named or entry is None):
            continue
        yield Assertion(
            treaty=treaty, party=state, event=Event.ENTRY, on=on, note="" if on else BARE,
            source=sources.of(treaty, name), row=row.number,
        )  # fmt: skip


def newest(file: File) -> dict[str, date]:
    """Treaty -> the newest day of entry into force in the file that is past."""
    found: dict[str, date] = {}
    for row in file.rows():
        try:
            on = day(row.get("entry_into_force"))
        except Unfit:
            continue
        treaty = row.get("treaty").upper().replace(" ", "-")
        if on:
            found[treaty] = max(found.get(treaty, date.min), on)
    return found
