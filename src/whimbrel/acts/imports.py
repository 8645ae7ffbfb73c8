"""Bring in data sets of others, and take them back: memberships and lists of taxa are kept with
their source, day and the rows that were not taken."""

import datetime
import tempfile
from itertools import islice
from pathlib import Path
from typing import Any

from django.db.models import Model
from django.utils import timezone

from whimbrel.acts.act import Done, act
from whimbrel.acts.held import counted, held
from whimbrel.acts.refused import Refused
from whimbrel.importing.brought import Brought, Kind
from whimbrel.importing.kinds import READERS, Asked, read
from whimbrel.queries.said import said as _
from whimbrel.reading.errors import Unreadable
from whimbrel.register.models import Asserted, Dataset, KeptListing, Person, RejectedRow
from whimbrel.register.names import about
from whimbrel.synergy.listings import Listing
from whimbrel.synergy.status import Assertion

KEPT = (Kind.MEMBERSHIPS, Kind.LISTINGS)
BATCH = 2000
"""Rows that are written at once."""


@act("imports.bring", verb="record")
def bring(
    by: Person, kind: str, file: str, data: bytes, *, of: str = "", source: str = "",
    on: datetime.date | None = None, licence: str = "",
) -> Done[str]:  # fmt: skip
    """Bring in a file of memberships or listings. The key of the data set. Refused where it cannot
    be read, is kept already, or is of a kind that is only tried; then nothing of it is kept."""
    if kind not in READERS:
        raise Refused(_("%(kind)s is no kind of file") % {"kind": kind})
    asked = Asked(path=Path(Path(file).name or "file"), name=source, on=on, licence=licence, of=of)
    found = brought(kind, asked, data)
    if found.kind not in KEPT:
        raise Refused(_("%(kind)s are tried and not kept yet") % {"kind": found.kind.value})
    had = Dataset.objects.filter(sha256=found.sha256, kind=found.kind, of=of, gone=False).first()
    if had is not None:
        raise Refused(_("the record has this file already: %(name)s") % {"name": had.key})
    again = Dataset.objects.filter(sha256=found.sha256, kind=found.kind).count()
    one = Dataset.objects.create(
        key=f"{found.kind.value}-{found.sha256[:10]}" + (f"-{again + 1}" if again else ""),
        kind=found.kind.value, shape=found.shape, file=asked.path.name[:255],
        name=found.source.name[:300], on=found.source.on, licence=licence[:300], of=of,
        sha256=found.sha256, rows=found.rows, records=len(found.records),
        rejected=found.rejected_count, remarks=list(found.remarks), at=timezone.now(),
    )  # fmt: skip
    keep(one, found)
    open_ = {"rows": one.rows, "records": one.records, "rejected": one.rejected}
    return Done(value=one.key, about=about(one), open=open_, kept=(one,))


@act("imports.take_back", verb="record", reasoned=True)
def take_back(by: Person, key: str) -> Done[int]:
    """Take back a data set: what it brought goes, and the line of where it came from stays. How
    many records went."""
    one = held(Dataset, key)
    if one.gone:
        raise Refused(_("%(name)s was taken back already") % {"name": one.key})
    went = one.assertions.count() + one.listings.count()
    for rows in (one.assertions, one.listings, one.rejected_rows):
        rows.all().delete()
    one.gone = True
    one.save()
    counted(one)
    return Done(value=went, about=about(one), open={"records": went}, kept=(one,))


def brought(kind: str, asked: Asked, data: bytes) -> Brought[Any]:
    """What the bytes of a file bring. Refused says why they cannot be read."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / asked.path.name
        path.write_bytes(data)
        try:
            return read(
                kind,
                Asked(path=path, name=asked.name, on=asked.on, licence=asked.licence, of=asked.of),
            )
        except Unreadable as error:
            raise Refused(str(error)) from error


def keep(one: Dataset, found: Brought[Any]) -> None:
    """Write what a file brings, some thousand rows at once."""
    rejected = (
        RejectedRow(dataset=one, row=each.row, cause=each.cause, value=each.value)
        for each in found.rejected
    )
    many(RejectedRow, rejected)
    if found.kind is Kind.MEMBERSHIPS:
        many(Asserted, (asserted(one, each) for each in found.records))
        return
    many(KeptListing, (kept(one, each) for each in found.records))


def many(table: type[Model], rows: Any) -> None:
    """Write rows in batches, so that a long file needs no room for all of them twice."""
    coming = iter(rows)
    while batch := list(islice(coming, BATCH)):
        table._default_manager.bulk_create(batch)


def asserted(one: Dataset, each: Assertion) -> Asserted:
    """An assertion as a row."""
    return Asserted(
        dataset=one, treaty=each.treaty, party=each.party, event=each.event.value, on=each.on,
        how=each.how, note=each.note, row=each.row, unsure=each.unsure, source=each.source.name,
        source_on=each.source.on,
    )  # fmt: skip


def kept(one: Dataset, each: Listing) -> KeptListing:
    """A listing as a row."""
    taxon = each.taxon
    return KeptListing(
        dataset=one, instrument=each.instrument, taxon=taxon.name, rank=taxon.rank.value,
        above={"kind": taxon.kind, "order": taxon.order, "family": taxon.family,
               "genus": taxon.genus},
        appendix=each.appendix, since=each.since, until=each.until,
        where={"populations": each.populations, "excluded": each.excluded, "range": each.range},
        under=each.under, note=each.note, row=each.row, known=each.source.known.value,
    )  # fmt: skip
