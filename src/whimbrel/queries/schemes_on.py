"""Which schemes of admission are in use at a convention, and which it could adopt: open
participation holds until a governing body decides otherwise."""

import datetime
from dataclasses import dataclass

from whimbrel.admission import hosts
from whimbrel.admission.ceiling import ceiling
from whimbrel.admission.schemes import schemes
from whimbrel.procedures.known import Known
from whimbrel.queries import cases
from whimbrel.queries.in_use import adopted
from whimbrel.queries.papers import inside
from whimbrel.queries.scope import reader


@dataclass(frozen=True, slots=True, kw_only=True)
class Uses:
    """A scheme in use, or one that was."""

    scheme: str
    title: str
    since: str
    """Empty: from the start, by the treaty."""
    until: str
    because: str
    """The decision by which it is in use, or the provision of the treaty."""
    known: Known
    now: bool


def listed(by: str | None, host: str, *, today: datetime.date | None = None) -> tuple[Uses, ...]:
    """The schemes that a convention has in use, had, or will have; for who sees the whole
    record."""
    if not inside(reader(by)):
        return ()
    day, known = today or datetime.date.today(), hosts.hosts().get(host)
    opened = known.open if known is not None else ()
    first = tuple(
        Uses(
            scheme=name, title=titled(name), since="", until="", now=True,
            because=known.source if known else "", known=known.status if known else Known.UNKNOWN,
        )
        for name in opened
    )  # fmt: skip
    return first + tuple(
        Uses(
            scheme=one.scheme, title=titled(one.scheme), since=one.since.isoformat(),
            until=one.until.isoformat() if one.until else "", because=one.decision,
            known=Known.SEEN, now=one.since <= day and not hosts.over(one, day),
        )
        for one in adopted(host)
    )  # fmt: skip


def offered(by: str | None, host: str) -> tuple[tuple[str, str], ...]:
    """(id, title) of the schemes that are not in use: any of them can be adopted. First what was
    made as an option for this body, then what others have."""
    if not inside(reader(by)):
        return ()
    now = {one.scheme for one in listed(by, host) if one.now}
    known = ((not one.option, cases.told(one.title), one.id)
             for one in (*cases.standings(), *schemes()) if one.id not in now)  # fmt: skip
    return tuple((name, title) for _others, title, name in sorted(set(known)))


def above(name: str, host: str) -> int:
    """How many lines of a scheme the treaty of a body does not allow without an amendment; 0 for a
    scheme that nobody knows."""
    one = cases.scheme(name)
    return len(ceiling(one, host=host).findings) if one is not None else 0


def titled(name: str) -> str:
    """The title of a scheme in the language of the page; its id where it is not known."""
    one = cases.scheme(name)
    return cases.told(one.title) if one is not None else name
