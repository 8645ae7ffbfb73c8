"""Which records a person may see: the gate of `access`, laid over a whole list at once."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from django.db.models import Model, Q, QuerySet

from whimbrel.queries.access import Reach, Standing, matrix
from whimbrel.queries.glance import person_of
from whimbrel.register.models import (
    Agreement,
    Barrier,
    Body,
    Campaign,
    Engagement,
    Findable,
    Group,
    Initiative,
    Instrument,
    Meeting,
    Participation,
    Position,
    Provision,
    Question,
)
from whimbrel.register.names import NAMES

M = TypeVar("M", bound=Model)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Somebody who reads: with what their role lets them see. The public has no address."""

    email: str
    role: str
    country: str
    body: int | None
    language: str

    def reach(self, verb: str) -> Reach | None:
        """How far a verb reaches for them; None where they may not."""
        return matrix().roles.get(self.role, {}).get(verb)


PUBLIC = Reader(email="", role="public", country="", body=None, language="")


def reader(by: str | None) -> Reader:
    """The reader of an address; the public for nobody, or for somebody who has left."""
    person = person_of(by)
    if person is None:
        return PUBLIC
    return Reader(
        email=person.email, role=person.role, country=person.country, body=person.body_id,
        language=person.language,
    )  # fmt: skip


OPEN: dict[type[Model], Q] = {
    Meeting: Q(documents__public=True) | Q(documents=None),
    Position: Q(version__public=True),
    Instrument: Q(provisions__public=True),
    Group: Q(public=True),
}
"""What everybody sees of tables whose rows are not published themselves."""


def own(table: type[Model], who: Reader) -> Q:
    """The records of a reader's own country or body, and those that they were asked about."""
    nobody = Q(pk__in=())
    country, body = bool(who.country), who.body is not None
    if table is Engagement:
        asked = nobody
        for name in asked_about(who, "engagement"):
            asked |= Q(key__startswith=name)
        return (
            asked
            | (Q(places__country=who.country) if country else nobody)
            | (Q(parts__body=who.body) if body else nobody)
        )
    if table is Agreement:
        return Q(parties=who.body) if body else nobody
    if table is Body:
        return (Q(pk=who.body) if body else nobody) | (
            Q(country=who.country) if country else nobody
        )
    if table in (Campaign, Initiative):
        return Q(partners=who.body) if body else nobody
    if table is Provision:
        return Q(name__in=asked_about(who, "provision"))
    if table in (Position, Participation, Barrier):
        return Q(body=who.body) if body else nobody
    return nobody


def asked_about(who: Reader, kind: str) -> list[str]:
    """The names of records about which a reader was asked something."""
    listed = Question.objects.filter(
        asked_of__email=who.email, about__startswith=f"{kind} "
    ).values_list("about", flat=True)
    return [one.removeprefix(f"{kind} ") for one in listed]


def audience(who: Reader) -> Reader | None:
    """Those who see the same: None for all who see everything, else the reader alone."""
    return None if who.reach("read") is Reach.ALL else who


def seen(listed: QuerySet[M], who: Reader, verb: str = "read") -> QuerySet[M]:
    """Of a list, what a reader may see."""
    reach, table = who.reach(verb), listed.model
    if reach is Reach.ALL:
        return listed
    if reach is None:
        return listed.none()
    if reach is not Reach.OWN and table not in OPEN:
        # A mark on the row itself needs no join: only the rows that are asked for are looked at.
        return listed.filter(public=True)
    public = OPEN.get(table, Q(public=True))
    allowed = public | own(table, who) if reach is Reach.OWN else public
    # By their keys, so that a join of the gate never doubles a row or narrows one of the query's.
    return listed.filter(pk__in=table._default_manager.filter(allowed).values("pk"))


def few(table: type[Model], keys: Iterable[int], who: Reader) -> list[int]:
    """Of a few records, by their keys, those that a reader may see. It is asked apart and of those
    alone: within another question a database may look through all that everybody may see. Who sees
    everything is not asked about."""
    if who.reach("read") is Reach.ALL:
        return sorted(set(keys))
    listed = table._default_manager.filter(pk__in=set(keys)).order_by()
    return list(seen(listed, who).values_list("pk", flat=True))


def standing(one: Model, who: Reader) -> Standing:
    """What a record is to a reader: their own, public, or neither."""
    table = type(one)
    this = table._default_manager.filter(pk=one.pk)
    if this.filter(own(table, who)).exists():
        return Standing.OWN
    if this.filter(OPEN.get(table, Q(public=True))).exists():
        return Standing.PUBLISHED
    return Standing.OFFICE


def findable(who: Reader) -> QuerySet[Findable]:
    """What a reader may find."""
    reach = who.reach("read")
    if reach is Reach.ALL:
        return Findable.objects.all()
    if reach is None:
        return Findable.objects.none()
    allowed = Q(public=True)
    if reach is Reach.OWN:
        for kind in ("engagement", "agreement", "body", "provision"):
            table, name, _ = NAMES[kind]
            names = [name(one) for one in table._default_manager.filter(own(table, who))[:1000]]
            allowed |= Q(kind=kind, name__in=names)
    return Findable.objects.filter(allowed)
