"""The packs that are known, and one by its id."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from typing import Any, TypeVar

from whimbrel.facts import BadFact, load
from whimbrel.partnership.faults import faults
from whimbrel.partnership.policy import PARTS, WITHIN, Pack
from whimbrel.procedures.known import Known, Line

L = TypeVar("L", bound=Line)


class NoSuchPack(LookupError):
    """No pack has this id. The message names those that there are."""


@cache
def packs() -> tuple[Pack, ...]:
    """Every pack with the lines that it takes from its base, in the order of their ids. BadFact
    names the pack, the place and the cause of a mistake."""
    raw = {one.id: one for one in load("policy/packs/*.yaml", Pack)}
    found = tuple(whole(one, raw) for _, one in sorted(raw.items()))
    for one in found:
        if wrong := faults(one):
            raise BadFact(f"facts/policy/packs, {one.id}, {wrong[0]}")
    return found


def pack(name: str) -> Pack:
    """The pack of an id. NoSuchPack says which there are."""
    for one in packs():
        if one.id == name.strip().casefold():
            return one
    raise NoSuchPack(
        f"no policy is called {name}. There are: " + ", ".join(one.id for one in packs())
    )


def whole(one: Pack, raw: dict[str, Pack], path: tuple[str, ...] = ()) -> Pack:
    """A pack with the lines of its base. BadFact: there is no such base, or bases go in a
    circle."""
    if not one.base:
        return one
    if one.base not in raw or one.base in path:
        raise BadFact(f"facts/policy/packs, {one.id}, base: {one.base} is no other pack")
    base = whole(raw[one.base], raw, (*path, one.id))
    rows: dict[str, Any] = {
        part: over(getattr(base, part), getattr(one, part), one, part) for part in PARTS
    }
    inner: dict[str, Any] = {
        part: over(
            getattr(base.procedure, part), getattr(one.procedure, part), one, f"procedure.{part}"
        )
        for part in WITHIN
    }
    return replace(one, **rows, procedure=replace(one.procedure, **inner))


def over(old: tuple[L, ...], new: tuple[L, ...], one: Pack, part: str) -> tuple[L, ...]:
    """The rows of the base with those of a pack in their place, without those it leaves out."""
    taken = {row.id: row for row in new}
    gone = {name.removeprefix(f"{part}.") for name in one.without if name.startswith(f"{part}.")}
    kept = [] if "*" in gone else [row for row in old if row.id not in gone]
    rows = [taken.pop(row.id) if row.id in taken else unclaimed(row, one, part) for row in kept]
    return (*rows, *taken.values())


def unclaimed(row: L, one: Pack, part: str) -> L:
    """A row of the base as the pack takes it: as it is, or as a word only."""
    if part not in one.unclaimed:
        return row
    return replace(row, status=Known.UNKNOWN, source=one.source, note=f"taken from {one.base}")


def by_id(rows: Iterable[L], name: str) -> L:
    """The row of an id. KeyError: there is none."""
    for row in rows:
        if row.id == name:
            return row
    raise KeyError(name)
