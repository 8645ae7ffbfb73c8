"""Countries: where events were held and what concerned each; and all that is on record of one.

An event is held where an engagement says that it took place; what is only inferred does not count.
An obligation of a country is a provision in force that names it; what is asked of all Parties is
not listed for each.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from whimbrel.synergy.answer import Source
from whimbrel.synergy.matter import Matter, Ref
from whimbrel.synergy.status import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A country with its events."""

    country: Ref
    held: int
    concerned: int
    conventions: tuple[str, ...]
    """That took part in what was held there or concerned it; ours among them."""
    meetings: tuple[Ref, ...]
    """Meetings of bodies of conventions that are on record there."""
    last: str
    beside: tuple[Ref, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """One thing that is on record of a country."""

    what: str
    """`membership`, `obligation`, `meeting`, `event` or `concerned`."""
    record: Ref
    conventions: tuple[str, ...]
    when: str
    """As exact as known, with a stroke between first and last: `2025-10`, `2026-03-23/2026-03-29`;
    empty where no date is."""
    words: str
    sources: tuple[Ref, ...]


def countries(matter: Matter) -> tuple[Country, ...]:
    """The countries of events, those with the most first."""
    held: defaultdict[str, list[Ref]] = defaultdict(list)
    concerned: defaultdict[str, list[Ref]] = defaultdict(list)
    met: defaultdict[str, set[str]] = defaultdict(set)
    last: defaultdict[str, str] = defaultdict(str)
    meetings: defaultdict[str, list[Ref]] = defaultdict(list)
    for one in matter.deeds:
        for into, codes in ((held, one.held), (concerned, one.concerned)):
            for code in codes:
                into[code].append(one.ref)
                met[code] |= {matter.own, *one.conventions}
                last[code] = max(last[code], one.until or one.since)
    for session in matter.sessions:
        if session.country and session.ref.kind == "meeting":
            meetings[session.country].append(session.ref)
            met[session.country] |= {session.convention} - {""}
            last[session.country] = max(last[session.country], session.until.isoformat())
    found = [
        Country(
            country=Ref(kind="country", name=code, words=matter.countries.get(code, code)),
            held=len(held[code]), concerned=len(concerned[code]),
            conventions=tuple(sorted(met[code])), meetings=tuple(meetings[code]), last=last[code],
            beside=tuple(dict.fromkeys((*held[code], *concerned[code]))),
        )
        for code in {*held, *concerned, *meetings}
    ]  # fmt: skip
    return tuple(
        sorted(found, key=lambda one: (-one.held - len(one.meetings), -one.concerned,
                                       one.country.words))
    )  # fmt: skip


def of_country(matter: Matter, code: str) -> tuple[Held, ...]:
    """Everything that is on record of a country by its code, the newest first of each kind."""
    found = []
    for one in matter.deeds:
        if code in one.held or code in one.concerned:
            found.append(
                Held(
                    what="event" if code in one.held else "concerned", record=one.ref,
                    conventions=tuple(sorted({matter.own, *one.conventions})),
                    when="/".join(filter(None, (one.since, one.until))),
                    words=one.words, sources=one.sources,
                )
            )  # fmt: skip
    for session in matter.sessions:
        if session.country == code and session.ref.kind == "meeting":
            found.append(
                Held(
                    what="meeting", record=session.ref,
                    conventions=(session.convention,) if session.convention else (),
                    when=f"{session.since.isoformat()}/{session.until.isoformat()}",
                    words=session.venue, sources=(),
                )
            )  # fmt: skip
    name = matter.countries.get(code, "")
    says = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE) if name else None
    for provision in matter.asked:
        if says is not None and says.search(provision.text):
            found.append(
                Held(
                    what="obligation", record=provision.ref, conventions=(provision.convention,),
                    when=provision.since, words=provision.text,
                    sources=(provision.source,) if provision.source else (),
                )
            )  # fmt: skip
    order = ("obligation", "meeting", "event", "concerned")
    found.sort(key=lambda one: one.when, reverse=True)
    return tuple(sorted(found, key=lambda one: order.index(one.what)))


def memberships(several: Iterable[Standing]) -> tuple[Held, ...]:
    """How a country stands to each treaty, by what the data sets of the house assert."""
    return tuple(
        Held(
            what="membership", record=Ref(kind="treaty", name=one.treaty, words=one.treaty),
            conventions=(one.treaty,), when=one.since.isoformat() if one.since else "",
            words=str(one.status),
            sources=tuple(
                dict.fromkeys(
                    Ref(kind="dataset", name=each.source.name, words=dated(each.source))
                    for each in one.by
                )
            ),
        )
        for one in several
    )  # fmt: skip


def dated(one: Source) -> str:
    """A source with the day of its data."""
    return f"{one.name} ({one.on.isoformat()})" if one.on else one.name
