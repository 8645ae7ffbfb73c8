"""Under which policy a partnership is, and which binds a secretariat today."""

import datetime
from dataclasses import dataclass

from whimbrel.partnership import applies, packs
from whimbrel.partnership.policy import Pack
from whimbrel.queries import cases
from whimbrel.queries.said import said as _
from whimbrel.register.models import Partnership as Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """The policy under which a partnership is begun."""

    pack: str
    because: str


def pack_named(name: str) -> Pack | None:
    """A pack by its id; None where it is not known here."""
    try:
        return packs.pack(name)
    except packs.NoSuchPack:
        return None


def pack_of(row: Row) -> Pack | None:
    """The pack of a partnership; None where the facts do not know it any more."""
    return pack_named(row.pack)


def every() -> tuple[Pack, ...]:
    """Every pack that the facts know."""
    return packs.packs()


def binding(host: str, on: datetime.date) -> applies.Binding:
    """Which policy binds on a day, with the reasons."""
    return applies.binding(on=on, body=host)


def chosen(host: str, on: datetime.date, name: str = "") -> Chosen | None:
    """The policy for a partnership that is begun on a day: the one that is named, else the one that
    binds. None: the named one is not known, or it is not known which one binds: then a person names
    one."""
    binds = binding(host, on)
    told = " ".join(cases.told(one.text) for one in (*binds.reasons, *binds.warnings))
    if not name:
        return Chosen(pack=binds.packs[0].id, because=told) if binds.settled else None
    pack = pack_named(name)
    if pack is None:
        return None
    if pack.id not in {one.id for one in binds.packs}:
        own = _("A person has chosen this policy; it is not the one that binds by default.")
        told = f"{own} {told}"
    return Chosen(pack=pack.id, because=told)
