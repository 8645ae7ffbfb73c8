"""Gather from the record what the questions on synergy are asked of: provisions in force,
engagements, agreements, meetings and seats, as far as a reader may see them. Values are fetched and
not whole records, so that a large house answers too."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Q

from whimbrel.engagements.coverage import Output
from whimbrel.mandates.kept import Limit
from whimbrel.queries.countries import countries, country_name
from whimbrel.queries.kept import conditions, outputs, place
from whimbrel.queries.narrowing import spoken
from whimbrel.queries.once import once
from whimbrel.queries.papers import inside, unseen
from whimbrel.queries.papers import versions as versions_seen
from whimbrel.queries.provisions import path_to, published
from whimbrel.queries.scope import Reader, audience, seen
from whimbrel.register.models import (
    Agreement,
    Body,
    Engagement,
    Evidence,
    Meeting,
    Membership,
    Paragraph,
    Part,
    Place,
    Provision,
)
from whimbrel.register.names import SHORT
from whimbrel.synergy.matter import (
    Accord,
    Asked,
    Covering,
    Deed,
    Matter,
    Passage,
    Ref,
    Session,
    Sitting,
    Who,
)

TARGETS = ("target", "goal", "cible", "objectif", "meta", "objetivo")
AGREED = "mea"
"""The kind of body that is a convention or agreement."""
PASSAGES = 5000
"""Paragraphs that speak of targets are looked at up to here, the newest documents first."""


def matter(who: Reader, at: datetime.date) -> Matter:
    """All of it, worked out once after each act."""
    return once(("joined", audience(who), at), lambda: gathered(who, at))


def gathered(who: Reader, at: datetime.date) -> Matter:
    """The same, from the record."""
    bodies = known_bodies(who)
    own = next(iter(
        Body.objects.filter(ours=True, parent=None).order_by("pk").values_list("acronym", "name")
    ), ("", ""))  # fmt: skip
    return Matter(
        own=own[0] or own[1], at=at, asked=provisions(who, at), deeds=deeds(who, bodies),
        accords=accords(who, bodies), sessions=sessions(who, bodies),
        coverings=coverings(who), sittings=sittings(who, bodies),
        countries={code: country_name(code) or code for code in countries()},
    )  # fmt: skip


def known_bodies(who: Reader) -> dict[int, Who]:
    """Key -> body with its convention, of those that a reader may see."""
    rows = {
        pk: (key, name, acronym, kind, parent)
        for pk, key, name, acronym, kind, parent in Body.objects.order_by("pk").values_list(
            "pk", "key", "name", "acronym", "kind", "parent"
        )
    }
    visible = set(seen(Body.objects.filter(merged_into=None), who).values_list("pk", flat=True))
    return {
        pk: Who(
            key=rows[pk][0], short=rows[pk][2] or rows[pk][1], kind=rows[pk][3],
            convention=convention(pk, rows),
        )
        for pk in sorted(visible & rows.keys())
    }  # fmt: skip


Row = tuple[str, str, str, str, int | None]


def convention(pk: int, rows: dict[int, Row]) -> str:
    """The nearest convention at or above a body: of a secretariat, that whose it is."""
    passed: set[int] = set()
    now: int | None = pk
    while now is not None and now in rows and now not in passed:
        passed.add(now)
        _key, name, acronym, kind, parent = rows[now]
        if kind == AGREED:
            return acronym or name
        now = parent
    return ""


def provisions(who: Reader, at: datetime.date) -> tuple[Asked, ...]:
    """The provisions in force on a day."""
    over = Q(until__lt=at) | Q(instrument__until__lt=at)
    later = Q(since__gt=at) | Q(instrument__since__gt=at)
    listed = seen(Provision.objects.all(), who).exclude(over | later).order_by("pk")
    rows = list(
        listed.values_list(
            "pk", "name", "text", "addressees", "collaborators", "targets", "due", "since",
            "instrument__key", "instrument__number", "instrument__since", "eid",
            "version__document__symbol", "version__document__public", "version__language",
        )
    )  # fmt: skip
    keys = [row[0] for row in rows]
    earlier = {} if inside(who) else published(keys)
    money: defaultdict[int, list[tuple[str, str]]] = defaultdict(list)
    for key, words, kind, funding in conditions(keys):
        if Limit(words=words, kind=kind).of_money:
            money[key].append((words, funding))
    made = outputs(keys, who)
    return tuple(asked(row, earlier, money, made, who) for row in rows)


def asked(
    row: Sequence[Any], earlier: dict[int, tuple[str, bool]],
    money: dict[int, list[tuple[str, str]]], made: dict[int, list[Output]], who: Reader,
) -> Asked:  # fmt: skip
    """A provision of a row."""
    (pk, name, text, addressees, collaborators, targets, due, since, key, number, adopted, eid,
     symbol, public, language) = row  # fmt: skip
    held = symbol and (public or inside(who))
    at = f"{symbol}#{eid}"
    return Asked(
        ref=Ref(kind="provision", name=path_to(number, name), words=name),
        convention=key.partition("/")[0] if "/" in key else "",
        text=earlier.get(pk, (text, False))[0], language=language or "en",
        addressees=tuple(addressees), outputs=tuple(one.kind for one in made.get(pk, ())),
        collaborators=tuple(collaborators), targets=tuple(targets), money=tuple(money.get(pk, ())),
        due=due, since=(since or adopted).isoformat() if since or adopted else "",
        source=Ref(kind="document", name=at, words=at) if held else None,
    )  # fmt: skip


def deeds(who: Reader, bodies: dict[int, Who]) -> tuple[Deed, ...]:
    """The engagements that are no mere announcements."""
    listed = seen(Engagement.objects.filter(umbrella=False), who).order_by("pk")
    rows = list(
        listed.values_list(
            "pk", "key", "title", "kind", "state", "since", "until", "themes", "species",
            "sentence",
        )
    )  # fmt: skip
    keys = {row[0] for row in rows}
    parts: defaultdict[tuple[int, str], list[Who]] = defaultdict(list)
    for key, body, role in Part.objects.order_by("pk").values_list("engagement", "body", "role"):
        if key in keys and body in bodies:
            sort = "organiser" if role.startswith("organ") else "partner"
            parts[key, sort].append(bodies[body])
    where: defaultdict[tuple[int, str], list[str]] = defaultdict(list)
    for key, code, role in Place.objects.order_by("pk").values_list(
        "engagement", "country", "role"
    ):
        where[key, role].append(code)
    linked: defaultdict[int, list[str]] = defaultdict(list)
    for key, name in Engagement.provisions.through.objects.order_by("pk").values_list(
        "engagement", "provision__name"
    ):
        linked[key].append(name)
    shown: defaultdict[int, list[Ref]] = defaultdict(list)
    told = list(
        Evidence.objects.filter(engagement__umbrella=False)
        .order_by("pk")
        .values_list("engagement", "address")
    )
    hidden = unseen((address for _key, address in told), who)
    for key, address in told:
        if address not in hidden:
            shown[key].append(Ref(kind="document", name=address, words=address))
    return tuple(
        Deed(
            ref=Ref(kind="engagement", name=key[:SHORT], words=title), kind=kind, state=state,
            since=since, until=until, partners=tuple(parts[pk, "partner"]),
            organisers=tuple(parts[pk, "organiser"]),
            held=tuple(where[pk, Place.Role.VENUE]),
            concerned=tuple(where[pk, Place.Role.CONCERNED]), themes=tuple(themes),
            species=tuple(species), provisions=tuple(linked[pk]),
            words=sentence if inside(who) else "", sources=tuple(shown[pk]),
        )
        for pk, key, title, kind, state, since, until, themes, species, sentence in rows
    )  # fmt: skip


def accords(who: Reader, bodies: dict[int, Who]) -> tuple[Accord, ...]:
    """Agreements, programmes and plans with their parties."""
    listed = seen(Agreement.objects.all(), who).order_by("pk")
    rows = list(listed.values_list("pk", "key", "name", "kind", "since", "until", "address"))
    parties: defaultdict[int, list[Who]] = defaultdict(list)
    through = Agreement.parties.through.objects.order_by("pk")
    for key, body in through.values_list("agreement", "body"):
        if body in bodies:
            parties[key].append(bodies[body])
    hidden = unseen((row[6] for row in rows), who)
    return tuple(
        Accord(
            ref=Ref(kind="agreement", name=key[:SHORT], words=name), kind=kind, since=since,
            until=until, parties=tuple(parties[pk]),
            sources=(
                (Ref(kind="document", name=address, words=address),)
                if address and address not in hidden else ()
            ),
        )
        for pk, key, name, kind, since, until, address in rows
    )  # fmt: skip


def sessions(who: Reader, bodies: dict[int, Who]) -> tuple[Session, ...]:
    """Meetings with their days, and events on exact days that took place somewhere."""
    listed = seen(Meeting.objects.exclude(starts=None), who).order_by("pk")
    found = [
        Session(
            ref=Ref(kind="meeting", name=short, words=short),
            convention=bodies[body].convention if body in bodies else "", since=starts,
            until=max(ends or starts, starts), country=country, venue=venue,
        )
        for short, body, starts, ends, country, venue in listed.values_list(
            "short", "body", "starts", "ends", "country", "venue"
        )
        if starts is not None
    ]  # fmt: skip
    rows = (
        seen(Engagement.objects.filter(precision="day", places__role=Place.Role.VENUE), who)
        .order_by("pk")
        .values_list("key", "title", "since", "until", "place", "places__country")
    )
    for key, title, since, until, venue, country in rows:
        first, last = day(since), day(until or since)
        if first and last:
            found.append(
                Session(
                    ref=Ref(kind="engagement", name=key[:SHORT], words=title), convention="",
                    since=first, until=max(first, last), country=country, venue=venue,
                )
            )  # fmt: skip
    return tuple(dict.fromkeys(found))


def day(said: str) -> datetime.date | None:
    """A day as the record has it; None for a month or a year."""
    try:
        return datetime.date.fromisoformat(said)
    except ValueError:
        return None


def coverings(who: Reader) -> tuple[Covering, ...]:
    """What is said of provisions that the work of others covers."""
    listed = spoken(who).exclude(covered=[]).exclude(provision=None).order_by("pk")
    rows = listed.values_list(
        "provision__name", "reason", "covered", "left", "version__document__symbol", "paragraphs",
        "quotes",
    )  # fmt: skip
    return tuple(
        Covering(
            provision=name,
            words=reason or first_quote(quotes),
            covered=tuple(map(str, covered)),
            left=tuple(map(str, left)),
            source=paper(symbol, paragraphs),
        )
        for name, reason, covered, left, symbol, paragraphs, quotes in rows
    )


def first_quote(quotes: Iterable[dict[str, str]]) -> str:
    """The first words that a document is quoted with."""
    return next((str(one.get("quote", "")) for one in quotes), "")


def paper(symbol: str | None, paragraphs: Sequence[object]) -> Ref | None:
    """The place in a document; None for what a colleague says."""
    if not symbol:
        return None
    at = f"{symbol}#{place(paragraphs[0])}" if paragraphs else symbol
    return Ref(kind="document", name=at, words=at)


def sittings(who: Reader, bodies: dict[int, Who]) -> tuple[Sitting, ...]:
    """Who sits in which group today."""
    listed = Membership.objects.filter(until=None).order_by("pk")
    return tuple(
        Sitting(group=bodies[group], member=bodies[member], role=role)
        for group, member, role in listed.values_list("group", "member", "role")
        if group in bodies and member in bodies
    )


def passages(who: Reader) -> tuple[Passage, ...]:
    """Paragraphs that speak of targets or goals, of versions that a reader may see."""
    words = Q()
    for one in TARGETS:
        words |= Q(text__icontains=one)
    newest = versions_seen(who).order_by("document", "-number")
    # The newest version of each document; SQLite has no DISTINCT ON.
    kept = {document: pk for pk, document in reversed(list(newest.values_list("pk", "document")))}
    rows = (
        Paragraph.objects.filter(words, version__in=kept.values())
        .order_by("-version__document__dated", "version", "place")
        .values_list("version__document__symbol", "eid", "text", "version__language")[:PASSAGES]
    )
    return tuple(
        Passage(
            ref=Ref(kind="document", name=f"{symbol}#{eid}", words=f"{symbol}#{eid}"), text=text,
            language=language or "en",
        )
        for symbol, eid, text, language in rows
    )  # fmt: skip
