"""Which taxa instruments share, and why: both list them, a higher taxon covers them, or an
undertaking of both names them without listing them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from whimbrel.synergy.answer import Answer, Count, Said, Source, said
from whimbrel.synergy.listings import (
    Basis,
    Interest,
    Listed,
    Listing,
    covering,
    higher,
    in_force,
)
from whimbrel.synergy.taxa import Alias, Names, Rank, Taxon, rank_of

SHOWN = 12
"""Names that a remark gives before it counts the rest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """Why an instrument, or several, have to do with a taxon."""

    basis: Basis
    instruments: tuple[str, ...]
    source: str
    listing: Listing | None = None
    through: Alias | None = None
    """The synonym or mapping by which the name was joined."""
    note: str = ""
    verified: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedTaxon:
    """A taxon that several instruments have an interest in."""

    taxon: Taxon
    basis: Basis
    """The strongest: by name in all, else through a higher taxon, else through an undertaking."""
    grounds: tuple[Ground, ...]

    @property
    def verified(self) -> bool:
        """False where it would not be here without something from memory."""
        by: dict[tuple[str, ...], bool] = defaultdict(bool)
        for ground in self.grounds:
            if ground.basis is self.basis or ground.listing is not None:
                by[ground.instruments] |= ground.verified
        return all(by.values())


@dataclass(frozen=True, slots=True)
class Side:
    """What one instrument lists on the day."""

    instrument: str
    direct: Mapping[str, tuple[tuple[Listing, Alias | None], ...]]
    above: Mapping[str, tuple[Listing, ...]]


def species(
    lists: Iterable[Listed],
    instruments: Sequence[str],
    *,
    expand: bool = False,
    ranks: Sequence[Rank] = (Rank.SPECIES,),
    names: Names | None = None,
    interests: Iterable[Interest] = (),
    at: date | None = None,
) -> Answer[SharedTaxon]:
    """The taxa that all the instruments share, each with its grounds.

    `expand` lets listings of families and genera cover the species that another instrument lists
    by name; subspecies are joined by name only. A list that names the species of its higher taxa
    itself is not expanded again. KeyError for an instrument of which nothing is listed.
    """
    every, interests = tuple(lists), tuple(interests)
    sides = [side(every, one, names or Names(), ranks, expand, at) for one in instruments]
    taxa = {name: found[0][0].taxon for each in sides for name, found in each.direct.items()}
    rows: dict[str, SharedTaxon] = {}
    for name, taxon in taxa.items():
        grounds = [ground for each in sides for ground in grounds_of(each, name, taxon)]
        if {one.instruments[0] for one in grounds} >= set(instruments):
            every_by_name = all(one.basis is Basis.LISTED for one in grounds)
            rows[name] = SharedTaxon(
                taxon=taxon, basis=Basis.LISTED if every_by_name else Basis.HIGHER,
                grounds=tuple(grounds),
            )  # fmt: skip
    joined(rows, interests, instruments, names or Names(), taxa, at)
    ordered = tuple(sorted(rows.values(), key=lambda row: row.taxon.name))
    bases = [row.basis for row in ordered]
    exact, more = bases.count(Basis.LISTED), bases.count(Basis.HIGHER)
    used = [each for each in every if each.instrument in instruments]
    return Answer(
        question="species",
        rule=said(
            "species.expanded" if expand else "species.exact", instruments=", ".join(instruments),
            ranks=" / ".join(rank.value for rank in ranks),
        ),
        sources=tuple({each.source.name: each.source for each in used}.values()),
        as_at=at, rows=ordered,
        counts=(
            Count(key="exact", number=exact), Count(key="higher", number=more),
            Count(key="shared", number=exact + more),
            Count(key="interest", number=len(bases) - exact - more),
            Count(key="unverified", number=sum(not row.verified for row in ordered)),
        ),
        remarks=(
            *dated(used, at), *missed(sides, every, expand), *unnamed(names),
            *undated(interests, instruments, at),
        ),
    )  # fmt: skip


def side(
    lists: Iterable[Listed], instrument: str, names: Names, ranks: Sequence[Rank], expand: bool,
    at: date | None,
) -> Side:  # fmt: skip
    """What an instrument lists on a day, by accepted name, and what its higher taxa cover."""
    mine = [one for one in lists if one.instrument == instrument]
    if not mine:
        raise KeyError(instrument)
    direct: dict[str, list[tuple[Listing, Alias | None]]] = defaultdict(list)
    above: dict[str, tuple[Listing, ...]] = {}
    for each in mine:
        holding = in_force(each.listings, at)
        for one in holding:
            if one.taxon.rank in ranks and (expand or not one.under):
                name, alias = names.accepted(one.taxon.name)
                direct[name].append((one, alias))
        if expand and not each.expanded:
            for name, several in higher(holding).items():
                above[name] = (*above.get(name, ()), *several)
    return Side(instrument, {name: tuple(found) for name, found in direct.items()}, above)


def grounds_of(each: Side, name: str, taxon: Taxon) -> Iterable[Ground]:
    """Why one instrument has to do with a taxon: by name, or through the nearest higher taxon."""
    if name in each.direct:
        for listing, alias in each.direct[name]:
            inherited = bool(listing.under)
            yield ground(
                each.instrument, listing, Basis.HIGHER if inherited else Basis.LISTED, alias
            )
        return
    if taxon.rank is Rank.SPECIES:
        for listing in covering(taxon, dict(each.above)):
            yield ground(each.instrument, listing, Basis.HIGHER, None)


def ground(instrument: str, listing: Listing, basis: Basis, alias: Alias | None) -> Ground:
    """A listing as a ground."""
    return Ground(
        basis=basis, instruments=(instrument,), source=listing.source.name, listing=listing,
        through=alias, note=listing.note, verified=listing.verified,
    )  # fmt: skip


def joined(
    rows: dict[str, SharedTaxon], interests: Iterable[Interest], instruments: Sequence[str],
    names: Names, taxa: Mapping[str, Taxon], at: date | None,
) -> None:  # fmt: skip
    """Add the undertakings that all the instruments take part in: to rows that are there, and as
    rows of their own where no listing brings the taxon in."""
    for one in interests:
        if not set(instruments) <= set(one.instruments) or (at and one.since and at < one.since):
            continue
        for called in one.taxa:
            name, alias = names.accepted(called)
            because = Ground(
                basis=one.basis, instruments=one.instruments, source=one.source, through=alias,
                note=one.name, verified=one.known == "seen",
            )  # fmt: skip
            there = rows.get(name)
            taxon = taxa.get(name) or Taxon(name=name, rank=rank_of(name))
            rows[name] = SharedTaxon(
                taxon=there.taxon if there else taxon,
                basis=there.basis if there else one.basis,
                grounds=(*(there.grounds if there else ()), because),
            )  # fmt: skip


def dated(used: Iterable[Listed], at: date | None) -> tuple[Said, ...]:
    """As of which day each list is; a warning where the day asked about lies behind it."""
    mine: dict[Source, dict[str, None]] = defaultdict(dict)
    for each in used:
        mine[each.source][each.instrument] = None
    said_: list[Said] = []
    for source, instruments in mine.items():
        of, on = ", ".join(instruments), source.on
        if on is None:
            said_.append(said("as-of-unknown", of=f"{source.name} ({of})"))
        elif at is not None and at > on:
            said_.append(said("older", of=of, on=on, at=at, source=source.name))
        else:
            said_.append(said("as-of", of=f"{source.name} ({of})", on=on))
    return tuple(said_)


def missed(sides: Sequence[Side], lists: Iterable[Listed], expand: bool) -> tuple[Said, ...]:
    """Taxa that stand under a higher taxon of a list that names its species itself, and that it
    does not name: excepted, or there under another name."""
    found: list[Said] = []
    whole = {one.instrument: one for one in lists if one.expanded}
    for each in sides if expand else ():
        if each.instrument not in whole:
            continue
        above = higher(in_force(whole[each.instrument].listings, None))
        others = {
            name: listed[0][0].taxon
            for other in sides if other is not each
            for name, listed in other.direct.items()
        }  # fmt: skip
        named = sorted(
            name for name, taxon in others.items()
            if taxon.rank is Rank.SPECIES and name not in each.direct and covering(taxon, above)
        )  # fmt: skip
        if named:
            more = f", +{len(named) - SHOWN}" if len(named) > SHOWN else ""
            found.append(
                said("names.missed", of=each.instrument, number=len(named),
                     names=", ".join(named[:SHOWN]) + more)
            )  # fmt: skip
    return tuple(found)


def unnamed(names: Names | None) -> tuple[Said, ...]:
    """Names that mean several taxa and join none."""
    if names is None or not names.ambiguous:
        return ()
    listed = [f"{name} ({', '.join(means)})" for name, means in sorted(names.ambiguous.items())]
    return (said("names.ambiguous", number=len(listed), names="; ".join(listed[:SHOWN])),)


def undated(
    interests: Iterable[Interest], instruments: Sequence[str], at: date | None
) -> tuple[Said, ...]:
    """Undertakings of which nobody said since when they are, where a day is asked about."""
    return tuple(
        said("interest.undated", name=one.name)
        for one in interests
        if at is not None and one.since is None and set(instruments) <= set(one.instruments)
    )


def about(
    lists: Iterable[Listed],
    called: str,
    *,
    names: Names | None = None,
    interests: Iterable[Interest] = (),
    at: date | None = None,
) -> Answer[Ground]:
    """Everything that instruments have to do with one taxon, by name, through a higher taxon and
    through undertakings."""
    every = tuple(lists)
    known = names or Names()
    name, _ = known.accepted(called)
    rows: list[Ground] = []
    taxon: Taxon | None = None
    instruments = sorted({one.instrument for one in every})
    sides = [side(every, one, known, tuple(Rank), True, at) for one in instruments]
    for each in sides:
        if name in each.direct:
            taxon = taxon or each.direct[name][0][0].taxon
    taxon = taxon or Taxon(name=name, rank=rank_of(name))
    for each in sides:
        rows.extend(grounds_of(each, name, taxon))
    for one in interests:
        if name in {known.accepted(other)[0] for other in one.taxa}:
            rows.append(
                Ground(
                    basis=one.basis,
                    instruments=one.instruments,
                    source=one.source,
                    note=one.name,
                    verified=one.known == "seen",
                )
            )
    return Answer(
        question="taxon", rule=said("species.about", taxon=name),
        sources=tuple({one.source.name: one.source for one in every}.values()), as_at=at,
        rows=tuple(rows),
        counts=(
            Count(key="listings", number=sum(row.listing is not None for row in rows)),
            Count(key="interest", number=sum(row.listing is None for row in rows)),
        ),
        remarks=dated(every, at),
    )  # fmt: skip
