"""One row of a list of taxa -> its listings, for each layout."""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from whimbrel.importing.cells import Unfit, day, states
from whimbrel.importing.rows import Row
from whimbrel.procedures.known import Known
from whimbrel.synergy.answer import Source
from whimbrel.synergy.listings import Listing
from whimbrel.synergy.taxa import Rank, Taxon, clean, rank_of

APPENDIX = re.compile(r"(?:I{1,3}|NC)(?:/(?:I{1,3}|NC))*")
NAME = re.compile(r"""[A-Z][\w-]+(?: [\w().×'"/&-]+){0,5}""")
ENTRY = re.compile(r"\*\*\s*(?P<appendix>[^*]+?)\s*\*\*\s*(?P<text>[^*;\n<]*)")
TAGS = re.compile(r"<[^>]*>")
CODE = re.compile(r"[A-Z]{2}")


def taxon(row: Row, name: str, rank: str) -> Taxon:
    """The taxon of a row. Unfit for what is no scientific name, or a rank that does not fit it."""
    tidy = clean(name)
    if not NAME.fullmatch(tidy):
        raise Unfit(f"“{tidy[:60]}” is no scientific name")
    try:
        found = Rank(rank.strip().lower()) if rank else rank_of(tidy)
    except ValueError:
        raise Unfit(f"“{rank[:40]}” is no rank that listings are made at") from None
    words = len(tidy.split(" "))
    if (words > 1) != (found in (Rank.SPECIES, Rank.SUBSPECIES)) and found is not Rank.GENUS:
        raise Unfit(f"“{tidy[:60]}” does not look like a {found.value}")
    return Taxon(
        name=tidy, rank=found, order=row.get("order"), family=row.get("family"),
        genus=row.get("genus"), kind=row.get("class"),
    )  # fmt: skip


def lived(row: Row) -> tuple[str, ...]:
    """The range States of a row by their codes. What is no code is left out: it takes nothing from
    the listing, and the reader tells of it."""
    return tuple(code for code in ranged(row) if CODE.fullmatch(code))


def ranged(row: Row) -> tuple[str, ...]:
    """What a row has in the place of codes of range States."""
    text = row.get("range_iso2", "all_distributionisocodes")
    return tuple(dict.fromkeys(filter(None, re.split(r"[,;\s]+", text))))


def appendix(text: str, instrument: str = "") -> str:
    """An appendix as written. Unfit for what is none."""
    value = text.strip()
    if APPENDIX.fullmatch(value) or (instrument and value.lower() in ("", instrument.lower())):
        return value or instrument
    raise Unfit(f"“{value[:40]}” is no appendix")


def ours(row: Row, source: Source) -> Iterator[Listing]:
    """A row of our own layout: scientific_name, rank, order, family, instrument, listing,
    effective_from, effective_until, populations_iso2, excluded_populations_iso2, note."""
    listing, instrument = row.get("listing"), row.get("instrument")
    if not instrument and not listing:
        raise Unfit("neither an instrument nor a listing is named")
    if not instrument and APPENDIX.fullmatch(listing):
        raise Unfit(f"appendix {listing}, and no instrument is named")
    known = row.get("status").lower()
    yield Listing(
        instrument=instrument or listing,
        taxon=taxon(row, row.get("scientific_name"), row.get("rank")),
        appendix=listing or instrument, since=day(row.get("effective_from")),
        until=day(row.get("effective_until")), populations=states(row.get("populations_iso2")),
        excluded=states(row.get("excluded_populations_iso2")), note=row.get("note"),
        range=lived(row), row=row.number,
        source=source if known != "memory" else marked(source, Known.MEMORY),
    )  # fmt: skip


def amended(row: Row, source: Source) -> Iterator[Listing]:
    """A row of amendments to the appendices: cop, effective, appendix_added, scientific_name,
    evidence, and `instrument` where it is not CMS. What its evidence gives as seen is seen; all
    else is unverified."""
    evidence = row.get("evidence")
    seen = evidence.lower().startswith("seen") and "memory" not in evidence.lower()
    since = day(row.get("effective"))
    if since is None:
        raise Unfit("it does not say from which day the amendment holds")
    name = row.get("scientific_name")
    for one in filter(None, re.split(r"[;,/\s]+", row.get("appendix_added"))):
        yield Listing(
            instrument=row.get("instrument") or "CMS", taxon=taxon(row, name, row.get("rank")),
            appendix=appendix(one), since=since, note=f"{row.get('cop')}: {evidence}".strip(": "),
            row=row.number, source=marked(source, Known.SEEN if seen else Known.MEMORY),
        )  # fmt: skip


@lru_cache(maxsize=64)
def marked(source: Source, known: Known) -> Source:
    """The source with another mark; each is made once."""
    return Source(
        name=source.name, on=source.on, known=known, licence=source.licence, place=source.place
    )


def checklist(row: Row, source: Source) -> Iterator[Listing]:
    """A row of the index of the Checklist of CITES Species, whole or cut to fewer columns."""
    listing = row.get("current_listing", "currentlisting")
    note = row.get("annotation_en", "annotationenglish", "fullannotationenglish")
    yield Listing(
        instrument="CITES",
        taxon=taxon(row, row.get("full_name", "fullname"), row.get("rank", "rankname")),
        appendix=appendix(listing),
        note=" ".join(TAGS.sub(" ", note).split()),
        range=lived(row), row=row.number,
        source=source,
    )  # fmt: skip


def species_plus(row: Row, source: Source) -> Iterator[Listing]:
    """A row of a Species+ export of CMS or CITES: one taxon; its days and notes hold an entry for
    each appendix. A taxon listed under another inherits the listing."""
    name = row.get("scientificname", "scientific_name")
    found = taxon(row, name, row.get("rank"))
    agreement = row.get("agreement") or ("CITES" if "party" in row.cells else "CMS")
    under = clean(row.get("listed_under"))
    listing = row.get("listing")
    days, notes = entries(row.get("date")), entries(row.get("note", "full_note"))
    range_ = lived(row)
    parts = [one for one in listing.split("/") if one] or [""]
    for instrument in (part.strip() for part in agreement.split(",")):
        family = instrument not in ("CMS", "CITES")
        for part in [instrument] if family else parts:
            if not family:
                appendix(part)
            yield Listing(
                instrument=instrument, taxon=found, appendix=part,
                since=dated(days.get(part, "")), note=notes.get(part, "") or notes.get("", ""),
                under=under if under and under != found.name else "", range=range_,
                row=row.number, source=source,
            )  # fmt: skip


def entries(text: str) -> dict[str, str]:
    """Appendix -> its entry in a cell such as "**I** 01/11/1983; **II** 08/02/2015"."""
    plain = re.sub(r"<br\s*/?>", "\n", text, flags=re.IGNORECASE)
    found = {one["appendix"].strip(): one["text"].strip(" ;") for one in ENTRY.finditer(plain)}
    if not found and plain.strip():
        return {"": " ".join(TAGS.sub(" ", plain).split())}
    return found


def dated(text: str) -> date | None:
    """The day of an entry, the day before the month."""
    return day(text, day_first=True)
