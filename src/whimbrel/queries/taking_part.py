"""How to take part in the meetings of a convention: what the rules in use ask, by when, and how
each line of them is known. For everybody."""

import datetime
from dataclasses import dataclass

from whimbrel.admission import hosts
from whimbrel.procedures.known import Known, Line
from whimbrel.queries import cases
from whimbrel.queries.in_use import adopted, in_use


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One line of the rules in words."""

    text: str
    source: str
    known: Known


@dataclass(frozen=True, slots=True, kw_only=True)
class Last:
    """A deadline: so many days before the meeting opens; None: how many is not known."""

    days: int | None
    source: str
    known: Known


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """A scheme in use, as who wants to apply reads it."""

    scheme: str
    title: str
    of_treaty: bool
    """The treaty itself provides for it; else a governing body adopted it."""
    because: str
    """The provision, or the decision that adopted it."""
    treaty: Asked
    criteria: tuple[Asked, ...]
    documents: tuple[Asked, ...]
    deadlines: tuple[Last, ...]
    rights: tuple[Asked, ...]
    duties: tuple[Asked, ...]


def rules(host: str = "cms", *, today: datetime.date | None = None) -> tuple[Rules, ...]:
    """The schemes in use at a convention on a day, those of the treaty first."""
    day = today or datetime.date.today()
    found = (read(host, name, day) for name in in_use(host, day))
    return tuple(one for one in found if one is not None)


def read(host: str, name: str, day: datetime.date) -> Rules | None:
    """One of them; None where the facts do not know it."""
    one, known = cases.scheme(name, day), hosts.hosts().get(host)
    if one is None:
        return None
    opened = known is not None and name in known.open
    decided = [each.decision for each in adopted(host) if each.scheme == name and each.since <= day]
    return Rules(
        scheme=name, title=cases.told(one.title), of_treaty=opened,
        because=known.source if opened and known is not None else "; ".join(decided[-1:]),
        treaty=asked(one.treaty), criteria=tuple(map(asked, one.criteria)),
        documents=tuple(map(asked, one.documents)),
        deadlines=tuple(
            Last(days=each.days, source=each.source, known=each.status) for each in one.deadlines
        ),
        rights=tuple(map(asked, one.rights)), duties=tuple(map(asked, one.duties)),
    )  # fmt: skip


def asked(line: Line) -> Asked:
    """A line in the language of the page."""
    return Asked(text=cases.told(getattr(line, "text")), source=line.source, known=line.status)  # noqa: B009
