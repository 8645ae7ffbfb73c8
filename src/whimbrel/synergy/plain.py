"""Answers as plain values, for JSON and for tables: rule, sources, day and remarks always go with
the rows."""

from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum

from whimbrel.synergy.accession import Candidate
from whimbrel.synergy.answer import Answer, Source
from whimbrel.synergy.country import Tie
from whimbrel.synergy.listings import Basis
from whimbrel.synergy.parties import Pair, PartyRow
from whimbrel.synergy.species import Ground, SharedTaxon
from whimbrel.synergy.status import Standing
from whimbrel.synergy.targets import SharedTarget
from whimbrel.synergy.words import called, say

Flat = dict[str, object]


def plain(value: object) -> object:
    """Anything of an answer as lists, mappings, texts and numbers."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value) and not isinstance(value, type):
        return {one.name: plain(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(one) for one in value]
    return value


def as_data(answer: Answer[object], language: str = "en") -> Flat:
    """An answer for JSON: rows are flat, and everything that they rest on is under `grounds`."""
    return {
        "question": answer.question,
        "rule": say(answer.rule, language),
        "as_at": answer.as_at.isoformat() if answer.as_at else None,
        "sources": [plain(one) for one in answer.sources],
        "counts": {one.key: one.number for one in answer.counts},
        "remarks": [say(one, language) for one in answer.remarks],
        "rows": [
            {**flat(one, language), "grounds": plain(one)} for one in answer.rows
        ],
    }  # fmt: skip


def flat(row: object, language: str = "en") -> Flat:
    """A row of any question as cells of a table."""
    if isinstance(row, PartyRow):
        cells: Flat = {"party": called(row.party, language), "code": row.party}
        cells["counted"] = row.counted
        return cells | {one.treaty: standing(one) for one in row.standings}
    if isinstance(row, Pair):
        return {"one": row.one, "other": row.other, "shared": row.shared}
    if isinstance(row, SharedTaxon):
        return {
            "taxon": row.taxon.name, "rank": row.taxon.rank.value, "family": row.taxon.family,
            "basis": row.basis.value, "verified": row.verified,
            "grounds_told": "; ".join(told(one) for one in row.grounds),
        }  # fmt: skip
    if isinstance(row, Ground):
        return {"instruments": " + ".join(row.instruments), "basis": row.basis.value,
                "told": told(row), "source": row.source, "verified": row.verified}  # fmt: skip
    if isinstance(row, SharedTarget):
        return {
            "target": row.target.code, "title": row.target.title, "counted": row.counted,
            **{plan: ", ".join(codes) or "not known" for plan, codes in row.aligned},
            "source": "; ".join(one.name for one in row.sources),
        }  # fmt: skip
    if isinstance(row, Candidate):
        return {
            "party": called(row.party, language), "code": row.party,
            "status": row.standing.status.value, "family": ", ".join(row.family),
            "sisters": ", ".join(row.sisters),
            "range_of": "not known" if row.range_of is None else row.range_of,
            "promoted": "; ".join(row.promoted),
        }  # fmt: skip
    if isinstance(row, Tie):
        return {
            "treaty": row.treaty, "status": row.standing.status.value,
            "since": row.standing.since.isoformat() if row.standing.since else "",
            "disputed": row.standing.disputed,
            "sources": "; ".join(dict.fromkeys(one.source.name for one in row.standing.by)),
            "notes": "; ".join(row.standing.notes),
        }  # fmt: skip
    raise TypeError(type(row).__name__)


def standing(one: Standing) -> str:
    """A standing in a cell: its status and since when, where it is a Party."""
    return f"{one.status.value} ({one.since.isoformat()})" if one.since else one.status.value


def told(one: Ground) -> str:
    """A ground in few words."""
    where = " + ".join(one.instruments)
    mark = "" if one.verified else " (unverified)"
    if one.listing is None:
        return f"{where}: {one.note}{mark}"
    listing = one.listing
    over = "" if one.basis is not Basis.HIGHER else (
        f" through {listing.under or listing.taxon.name}"
    )  # fmt: skip
    day = f" since {listing.since.isoformat()}" if listing.since else ""
    limits = "".join(
        f", {words} {', '.join(codes)}"
        for words, codes in (("only", listing.populations), ("except", listing.excluded))
        if codes
    )
    joined = f", by {one.through.through.value} {one.through.name}" if one.through else ""
    return f"{where}: {listing.appendix}{over}{day}{limits}{joined}{mark}"


def cited(sources: Iterable[Source]) -> str:
    """Sources in one line, each with its day."""
    return "; ".join(
        f"{one.name} ({one.on.isoformat() if one.on else 'date not known'}"
        f"{', unverified' if one.known != 'seen' else ''})"
        for one in sources
    )
