"""What an instrument lists: taxa in appendices, from a day to a day, whole or in some populations.

A listing may hold for a higher taxon. Whether the species under it count is the choice of who asks.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from whimbrel.procedures.known import Known
from whimbrel.synergy.answer import Source
from whimbrel.synergy.taxa import LOW, Taxon


class Basis(StrEnum):
    """Why two conventions share an interest in a taxon."""

    LISTED = "listed by name"
    HIGHER = "covered by the listing of a higher taxon"
    INITIATIVE = "named by a joint initiative"
    CONCERTED = "named by a concerted action"


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """One taxon in one appendix of one instrument, while it is there."""

    instrument: str
    taxon: Taxon
    appendix: str
    """As written: I, II, III; the name of the instrument where it has no appendices."""
    since: date | None = None
    """None: not said, and taken to be there on the day of the source and before."""
    until: date | None = None
    """The first day on which it is there no more."""
    populations: tuple[str, ...] = ()
    """Codes of countries to whose populations it is limited."""
    excluded: tuple[str, ...] = ()
    """Codes of countries whose populations are excepted."""
    under: str = ""
    """The higher taxon that carries the listing, where the source says so."""
    range: tuple[str, ...] = ()
    """Codes of the range States that the source names."""
    note: str = ""
    row: int = 0
    """The row of the source, counted with its head; 0: none."""
    source: Source

    @property
    def verified(self) -> bool:
        """False for what comes from memory or from a source that nobody saw."""
        return self.source.known is Known.SEEN

    def there(self, at: date | None) -> bool:
        """Whether it is listed on a day; without a day, whether nothing ended it."""
        if at is None:
            return self.until is None
        return (self.since is None or self.since <= at) and (self.until is None or at < self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class Interest:
    """An undertaking of several instruments that names taxa, without listing them."""

    name: str
    basis: Basis
    instruments: tuple[str, ...]
    taxa: tuple[str, ...]
    source: str
    known: Known
    since: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """The listings of one instrument in one data set."""

    instrument: str
    listings: tuple[Listing, ...]
    source: Source
    expanded: bool = False
    """The data set names the species under each higher taxon itself, so nothing of it has to be
    expanded: what it leaves out is left out on purpose or goes by another name."""


def in_force(listings: Iterable[Listing], at: date | None) -> tuple[Listing, ...]:
    """The listings that hold on a day. "NC" in a list of CITES means: not covered."""
    return tuple(
        one for one in listings if one.there(at) and one.appendix.upper() not in ("NC", "")
    )


def higher(listings: Iterable[Listing]) -> dict[str, tuple[Listing, ...]]:
    """Name of a higher taxon -> its listings."""
    found: dict[str, list[Listing]] = {}
    for one in listings:
        if one.taxon.rank not in LOW:
            found.setdefault(one.taxon.name, []).append(one)
    return {name: tuple(several) for name, several in found.items()}


def covering(taxon: Taxon, above: dict[str, tuple[Listing, ...]]) -> tuple[Listing, ...]:
    """The listings of higher taxa that cover a taxon: those of the nearest."""
    for name in taxon.above:
        if name in above:
            return above[name]
    return ()
