"""Who holds which role of the authority matrix, since when and by which delegation."""

import datetime
from dataclasses import dataclass

from whimbrel.queries import bound, cases
from whimbrel.queries.papers import inside
from whimbrel.queries.partnerships import iso
from whimbrel.queries.scope import reader
from whimbrel.register.models import Authority


@dataclass(frozen=True, slots=True, kw_only=True)
class Holds:
    """A role that a person holds for a time."""

    person: str
    email: str
    role: str
    text: str
    since: str
    until: str
    document: str
    """The delegation by which they hold it."""
    now: bool


def words() -> dict[str, str]:
    """The roles of all policies in words, the lowest first."""
    listed = sorted((one for pack in bound.every() for one in pack.roles), key=lambda one: one.rank)
    return {one.id: cases.told(one.text) for one in listed}


def authorities(by: str | None, *, today: datetime.date | None = None) -> tuple[Holds, ...]:
    """Who holds which role, for those who see the whole record; those who hold it now first."""
    if not inside(reader(by)):
        return ()
    today, told = today or datetime.date.today(), words()
    listed = [
        Holds(
            person=one.person.name, email=one.person.email, role=one.role,
            text=told.get(one.role, one.role), since=iso(one.since), until=iso(one.until),
            document=one.document,
            now=one.since <= today and (one.until is None or today <= one.until),
        )
        for one in Authority.objects.select_related("person").order_by("person__name", "since")
    ]  # fmt: skip
    return tuple(sorted(listed, key=lambda one: not one.now))


def roles(by: str | None) -> tuple[tuple[str, str], ...]:
    """(id, words) of the roles that can be given, the lowest first."""
    return tuple(words().items()) if inside(reader(by)) else ()
