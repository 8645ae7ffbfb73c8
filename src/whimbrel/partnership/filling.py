"""A policy filled in from a file beside: an administrator enters the text rule by rule, each line
with its source; what is entered is claimed from then on, and the rest stays not known."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, ClassVar

from whimbrel.partnership.faults import faults
from whimbrel.partnership.packs import NoSuchPack, by_id, over
from whimbrel.partnership.policy import (
    PARTS,
    WITHIN,
    Aspect,
    Assurance,
    Category,
    Check,
    Demand,
    Grant,
    Instrument,
    Level,
    Mark,
    Modality,
    Named,
    Pack,
    Question,
    Ranked,
    Separation,
    Term,
    Track,
)
from whimbrel.procedures.criterion import Criterion
from whimbrel.procedures.known import STRICT, Gap, Line
from whimbrel.procedures.outside import content, parsed
from whimbrel.procedures.procedure import (
    Deadline,
    DocumentNeeded,
    Duty,
    Fee,
    Procedure,
    Right,
    Step,
)
from whimbrel.reading.errors import Unreadable

REMEDY = "Correct it; every line needs an id, a source, a status and words in three languages"


@dataclass(frozen=True, slots=True, kw_only=True)
class Inner:
    """Lines of the procedure."""

    __pydantic_config__: ClassVar = STRICT
    criteria: tuple[Criterion, ...] = ()
    documents: tuple[DocumentNeeded, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    fees: tuple[Fee, ...] = ()
    steps: tuple[Step, ...] = ()
    rights: tuple[Right, ...] = ()
    duties: tuple[Duty, ...] = ()
    gaps: tuple[Gap, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Filling:
    """What a file fills in: lines take the place of those with their id, or are added."""

    __pydantic_config__: ClassVar = STRICT
    pack: str
    """Id of the policy."""
    filled: tuple[str, ...] = ()
    """Ids of the slots that are filled by it: from then on nothing more is missing there."""
    without: tuple[str, ...] = ()
    """`part.id` of lines that the text does not have; `part.*`: all of them."""
    roles: tuple[Ranked, ...] = ()
    risks: tuple[Ranked, ...] = ()
    dimensions: tuple[Named, ...] = ()
    categories: tuple[Category, ...] = ()
    modalities: tuple[Modality, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    tracks: tuple[Track, ...] = ()
    checks: tuple[Check, ...] = ()
    questions: tuple[Question, ...] = ()
    criteria: tuple[Mark, ...] = ()
    levels: tuple[Level, ...] = ()
    demands: tuple[Demand, ...] = ()
    authority: tuple[Grant, ...] = ()
    separation: tuple[Separation, ...] = ()
    terms: tuple[Term, ...] = ()
    triggers: tuple[Named, ...] = ()
    assurance: tuple[Assurance, ...] = ()
    templates: tuple[Named, ...] = ()
    aspects: tuple[Aspect, ...] = ()
    procedure: Inner = Inner()


def fillings(path: Path) -> tuple[Filling, ...]:
    """What a file fills in, of one policy or of several. Unreadable names file, place and cause."""
    from pydantic import TypeAdapter, ValidationError

    data = parsed(path, content(path), REMEDY)
    rows = data if isinstance(data, list) else [data]
    adapter = TypeAdapter(Filling)
    found = []
    for number, row in enumerate(rows, 1):
        try:
            found.append(adapter.validate_python(row))
        except ValidationError as error:
            first = error.errors(include_input=False, include_url=False)[0]
            place = ".".join(str(part) for part in first["loc"]) or "the whole entry"
            raise Unreadable(path, first["msg"], REMEDY, f"entry {number}, {place}") from error
        except RecursionError as error:
            cause = "its tests go round in a circle"
            raise Unreadable(path, cause, REMEDY, f"entry {number}") from error
    if not found:
        raise Unreadable(path, "it fills in nothing", REMEDY)
    return tuple(found)


def filled(listed: Iterable[Pack], path: Path) -> tuple[Pack, ...]:
    """Packs with what a file fills in. Unreadable names file, place and cause: also where what
    comes of it is no sound policy."""
    found = {one.id: one for one in listed}
    for number, one in enumerate(fillings(path), 1):
        if one.pack not in found:
            cause = str(NoSuchPack(f"no policy is called {one.pack}: {', '.join(found)}"))
            raise Unreadable(path, cause, REMEDY, f"entry {number}, pack")
        try:
            made = laid(found[one.pack], one)
        except KeyError as error:
            cause = f"{error.args[0]} is no slot of {one.pack} that is open"
            raise Unreadable(path, cause, REMEDY, f"entry {number}, filled") from error
        slots = [by_id(found[one.pack].slots, name) for name in one.filled]
        if empty := next((slot.id for slot in slots if not entered(one, slot.part)), ""):
            cause = f"the slot {empty} is said to be filled, and no line of that part is there"
            raise Unreadable(path, cause, REMEDY, f"entry {number}, filled")
        if wrong := faults(made):
            more = f", and {len(wrong) - 1} more" if len(wrong) > 1 else ""
            place = f"entry {number}, {by_name(made, wrong[0].place)}"
            raise Unreadable(path, wrong[0].cause + more, REMEDY, place)
        found[one.pack] = made
    return tuple(found.values())


def laid(pack: Pack, one: Filling) -> Pack:
    """A pack with the lines of a file over its own. KeyError: a slot that is none, or is filled."""
    for name in one.filled:
        by_id(pack.slots, name)
    bare = replace(pack, without=one.without, unclaimed=())
    rows: Mapping[str, Any] = {
        part: over(getattr(pack, part), getattr(one, part), bare, part)
        for part in PARTS
        if part != "slots"
    }
    inner: Mapping[str, Any] = {
        part: over(
            getattr(pack.procedure, part), getattr(one.procedure, part), bare, f"procedure.{part}"
        )
        for part in WITHIN
    }
    return replace(
        pack,
        **rows,
        slots=tuple(slot for slot in pack.slots if slot.id not in one.filled),
        procedure=replace(pack.procedure, **inner),
    )


def entered(one: Filling, part: str) -> tuple[Line, ...]:
    """The lines that a file has for a part."""
    whole, _, inner = part.partition(".")
    rows: tuple[Line, ...] = getattr(getattr(one, whole), inner) if inner else getattr(one, whole)
    return rows


def by_name(pack: Pack, place: str) -> str:
    """A place in a whole policy with the id of the line for its number: the file has only some of
    the lines, so the number would say nothing. `demands.3.level` -> `demands.everybody.level`."""
    holder: Pack | Procedure = pack
    prefix = ""
    if place.startswith("procedure."):
        prefix, holder, place = "procedure.", pack.procedure, place.removeprefix("procedure.")
    part, _, rest = place.partition(".")
    number, dot, field = rest.partition(".")
    rows = getattr(holder, part, ())
    if not number.isdecimal() or not isinstance(rows, tuple) or int(number) >= len(rows):
        return prefix + place
    return f"{prefix}{part}.{rows[int(number)].id}{dot}{field}"
