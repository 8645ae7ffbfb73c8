"""How mandates stand: what became of each, what is due, what no money reached, what is proposed."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace

from whimbrel.engagements.coverage import Answer, answer
from whimbrel.engagements.disposition import Disposition, Proposed, Why, recommend
from whimbrel.engagements.scope import Scope
from whimbrel.mandates.kept import Kept
from whimbrel.mandates.standing import Standing, standing
from whimbrel.mandates.unfunded import Unfunded, chains, ledger
from whimbrel.queries import kept as record
from whimbrel.queries.listed import AT_ONCE, Listed, page_of, whole
from whimbrel.queries.narrowing import Filter, spoken
from whimbrel.queries.once import once
from whimbrel.queries.provisions import Asked, listed_for, rows
from whimbrel.queries.scope import Reader, audience, reader, seen
from whimbrel.register.models import Provision


@dataclass(frozen=True, slots=True, kw_only=True)
class Stands:
    """A provision on a day: what became of it, how it stands, and what is proposed."""

    asked: Asked
    answer: Answer
    standing: Standing
    proposed: Disposition
    scope: Scope | None
    """What another body's work covers, and what is left."""
    renewed: int
    """How often it was renewed so far, as people confirmed."""


def stands(by: str | None, asks: Filter, *, page: int | None = 1) -> Listed[Stands]:
    """Provisions, narrowed, each as it stands today or on the day that is asked."""
    who = reader(by)
    at = datetime.date.fromisoformat(asks.on) if asks.on else today()
    return page_of(listed_for(by, asks), lambda keys: standings(keys, who, at), page)


def today() -> datetime.date:
    """The day of today."""
    return datetime.datetime.now(tz=datetime.UTC).date()


def standings(
    keys: Sequence[int], who: Reader, at: datetime.date, *, late: bool = False
) -> tuple[Stands, ...]:
    """Provisions as they stand on a day, by their keys and in that order. `late`: what was said
    after that day is taken to be said of it, as in a report that is written later."""
    held, meetings = record.kept(keys, who), record.sessions()
    said = record.statements(keys, who)
    if late:
        said = [
            (key, one if one.at is None else replace(one, at=min(one.at, at))) for key, one in said
        ]
    made, done = record.outputs(keys), record.deeds(keys, who)
    shown = {one.name: one for one in rows(keys, who)}
    people, chain = decided(keys, who), renewals(keys, who)
    found = []
    for key, one in held.items():
        told = answer(one, [each for about, each in said if about == key], done[key], made[key], at)
        how = standing(one, at, meetings)
        scope = people[key][1] if key in people else None
        advice = recommend(told, how, nature=one.nature, renewed=chain.get(key, 0), scope=scope)
        if key in people and people[key][0]:
            advice = Disposition(
                provision=one.name, proposed=Proposed(people[key][0]), why=Why.SAID, stated=True
            )
        found.append(
            Stands(
                asked=shown[one.name], answer=told, standing=how, proposed=advice, scope=scope,
                renewed=chain.get(key, 0),
            )
        )  # fmt: skip
    return tuple(found)


def decided(keys: Sequence[int], who: Reader) -> dict[int, tuple[str, Scope | None]]:
    """Key -> (what a colleague would do with it, what of it another body covers)."""
    listed = spoken(who).filter(provision__in=keys, version=None)
    found: dict[int, tuple[str, Scope | None]] = {}
    for one in listed:
        covered, left = tuple(one.covered), tuple(one.left)
        scope = Scope(covered=covered, left=left, sure=True) if covered or left else None
        found[one.provision_id or 0] = (one.disposition, scope)
    return found


def renewals(keys: Sequence[int], who: Reader) -> dict[int, int]:
    """Key -> how often it was renewed."""
    names = dict(Provision.objects.filter(pk__in=keys).values_list("pk", "name"))
    behind = {chain[-1].name: len(chain) - 1 for chain in chains(family(list(keys), who))}
    return {key: behind.get(name, 0) for key, name in names.items()}


def family(keys: list[int], who: Reader) -> tuple[Kept, ...]:
    """Provisions with all that they renew."""
    found: dict[int, Kept] = {}
    while keys:
        names = set[str]()
        for start in range(0, len(keys), AT_ONCE):
            part = record.kept(keys[start : start + AT_ONCE], who)
            found |= part
            names |= {name for one in part.values() for name in one.renews}
        more = Provision.objects.filter(name__in=names) if names else Provision.objects.none()
        keys = [key for key in more.values_list("pk", flat=True) if key not in found]
    return tuple(found.values())


def unfunded(by: str | None, *, page: int | None = 1) -> Listed[Unfunded]:
    """The mandates that depend on money which never came, those renewed most often first."""
    who = reader(by)
    return whole(once(("unfunded", audience(who)), lambda: ledger(family(wanting(who), who))), page)


def wanting(who: Reader) -> list[int]:
    """The keys of the provisions that depend on something."""
    listed = seen(Provision.objects.filter(conditions__isnull=False), who).distinct()
    return list(listed.order_by("pk").values_list("pk", flat=True))
