"""Data sets of others that the house keeps, with their age; and what they assert and list, as the
questions of `synergy` take it."""

import datetime
from collections import defaultdict
from dataclasses import dataclass

from django.db.models import QuerySet

from whimbrel.importing.brought import Kind, stale
from whimbrel.procedures.known import Known
from whimbrel.queries.listed import Listed as Rows
from whimbrel.queries.listed import cut
from whimbrel.queries.people import can
from whimbrel.register.models import Asserted, Dataset, KeptListing
from whimbrel.synergy.answer import Source
from whimbrel.synergy.listings import Listed, Listing
from whimbrel.synergy.status import Assertion, Event, Status, standing
from whimbrel.synergy.taxa import Rank, Taxon


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A row that was not taken."""

    row: int
    cause: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A data set of the house."""

    key: str
    kind: str
    shape: str
    file: str
    name: str
    on: datetime.date | None
    """The day of the data; None: not known."""
    days: int | None
    """How old the data are today."""
    stale: bool | None
    """Whether they should be fetched again; None: their day is not known."""
    licence: str
    of: str
    sha256: str
    rows: int
    records: int
    rejected: int
    refused: tuple[Refused, ...]
    """The first of the rows that were not taken."""
    remarks: tuple[str, ...]
    gone: bool
    at: datetime.datetime


SHOWN = 50


def datasets(
    by: str | None, *, kind: str = "", today: datetime.date | None = None, page: int | None = None
) -> Rows[Held]:
    """The data sets of the house, for who may record; nothing for others."""
    listed = Dataset.objects.order_by("gone", "kind", "-on", "-at")
    if kind:
        listed = listed.filter(kind=kind)
    if not can(by, "record"):
        listed = listed.none()
    return cut(listed, lambda one: held(one, today or datetime.date.today()), page)


def dataset(by: str | None, key: str, *, today: datetime.date | None = None) -> Held | None:
    """One data set; None where there is none that this person may see."""
    one = Dataset.objects.filter(key=key).first() if can(by, "record") else None
    return held(one, today or datetime.date.today()) if one else None


def held(one: Dataset, today: datetime.date) -> Held:
    """A data set with its age."""
    source = Source(name=one.name, on=one.on)
    return Held(
        key=one.key, kind=one.kind, shape=one.shape, file=one.file, name=one.name, on=one.on,
        days=(today - one.on).days if one.on else None,
        stale=None if one.on is None else stale(Kind(one.kind), source, today) is not None,
        licence=one.licence, of=one.of, sha256=one.sha256, rows=one.rows, records=one.records,
        rejected=one.rejected, remarks=tuple(one.remarks), gone=one.gone, at=one.at,
        refused=tuple(
            Refused(row=each.row, cause=each.cause, value=each.value)
            for each in one.rejected_rows.all()[:SHOWN]
        ),
    )  # fmt: skip


def assertions(by: str | None) -> tuple[Assertion, ...]:
    """What the data sets of the house assert of Parties, for who may read all of it."""
    if not can(by, "read"):
        return ()
    return asserted(Asserted.objects.all())


def is_party(treaty: str, country: str, on: datetime.date) -> bool | None:
    """Whether a State is a Party to a treaty on a day, as the data sets of the house have it. None:
    they do not say, or disagree. `treaty`: its short name, in any case."""
    told = asserted(Asserted.objects.filter(treaty__iexact=treaty, party=country))
    status = standing(treaty, country, told, on).status
    if status in (Status.UNKNOWN, Status.CONFLICT):
        return None
    return status is Status.PARTY


def asserted(rows: QuerySet[Asserted]) -> tuple[Assertion, ...]:
    """Rows of data sets as what they assert."""
    made: dict[tuple[str, datetime.date | None, str], Source] = {}

    def source(one: Asserted) -> Source:
        key = (one.source, one.source_on, one.dataset.licence)
        if key not in made:
            made[key] = Source(name=one.source, on=one.source_on, licence=one.dataset.licence)
        return made[key]

    return tuple(
        Assertion(
            treaty=one.treaty, party=one.party, event=Event(one.event), on=one.on, how=one.how,
            note=one.note, row=one.row, unsure=one.unsure, source=source(one),
        )
        for one in rows.select_related("dataset").iterator(chunk_size=2000)
    )  # fmt: skip


def lists(by: str | None) -> tuple[Listed, ...]:
    """What the data sets of the house list, by instrument, for who may read all of it."""
    if not can(by, "read"):
        return ()
    found = []
    for dataset_ in Dataset.objects.filter(kind=Kind.LISTINGS.value, gone=False):
        sources = {
            known.value: Source(
                name=dataset_.name, on=dataset_.on, known=known, licence=dataset_.licence
            )
            for known in Known
        }
        by_instrument: dict[str, list[Listing]] = defaultdict(list)
        for one in dataset_.listings.iterator(chunk_size=2000):
            by_instrument[one.instrument].append(listing(one, sources[one.known]))
        found += [
            Listed(
                instrument=instrument, listings=tuple(several), source=sources["seen"],
                expanded=dataset_.shape.endswith("-expanded"),
            )
            for instrument, several in by_instrument.items()
        ]  # fmt: skip
    return tuple(found)


def listing(one: KeptListing, source: Source) -> Listing:
    """A row as a listing."""
    return Listing(
        instrument=one.instrument, taxon=Taxon(name=one.taxon, rank=Rank(one.rank), **one.above),
        appendix=one.appendix, since=one.since, until=one.until, under=one.under, note=one.note,
        populations=tuple(one.where["populations"]), excluded=tuple(one.where["excluded"]),
        range=tuple(one.where["range"]), row=one.row, source=source,
    )  # fmt: skip
