"""Procedures from files, refused where they are not sound: with the file, the place in it and the
cause."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeVar

from whimbrel import facts
from whimbrel.procedures.faults import Fault, faults
from whimbrel.procedures.outside import content, parsed
from whimbrel.procedures.procedure import Procedure
from whimbrel.reading.errors import Unreadable

P = TypeVar("P", bound=Procedure)
REMEDY = "Correct it; every line needs an id, a source and a status"
MOST = 200
"""Procedures that one file may hold."""


def load(pattern: str, kind: type[P]) -> tuple[P, ...]:
    """The procedures of fact files. facts.BadFact names the file, the entry, the place and the
    cause of the first mistake."""
    return facts.load(pattern, kind, check)


def check(procedure: Procedure) -> str:
    """The first mistake in a procedure, with its place; empty: it is sound."""
    return next((str(one) for one in faults(procedure)), "")


def load_file(path: Path, kind: type[P]) -> tuple[P, ...]:
    """The procedures of a file of a user: one, or a list.

    Unreadable names the file, the place and the cause; so it does where two have one id and one
    version.
    """
    from pydantic import TypeAdapter

    data = parsed(path, content(path), REMEDY)
    rows = data if isinstance(data, list) else [data]
    if not rows or len(rows) > MOST:
        raise Unreadable(path, f"it holds {len(rows)} procedures, not 1 to {MOST}", REMEDY)
    adapter: TypeAdapter[P] = TypeAdapter(kind)
    found = [entry(path, number, row, adapter) for number, row in enumerate(rows, 1)]
    refuse_twins(path, found)
    return tuple(found)


def entry(path: Path, number: int, row: object, adapter: Any) -> Any:
    """One procedure of a file."""
    from pydantic import ValidationError

    try:
        made = adapter.validate_python(row)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        place = ".".join(str(part) for part in first["loc"]) or "the whole entry"
        raise refused(path, number, [Fault(place=place, cause=first["msg"])]) from error
    except RecursionError as error:
        raise Unreadable(path, "its tests go round in a circle", REMEDY, f"entry {number}") from (
            error
        )
    if wrong := faults(made):
        raise refused(path, number, wrong)
    return made


def refused(path: Path, number: int, wrong: Sequence[Fault]) -> Unreadable:
    """The first mistake, and how many more there are."""
    more = f", and {len(wrong) - 1} more" if len(wrong) > 1 else ""
    return Unreadable(path, wrong[0].cause + more, REMEDY, f"entry {number}, {wrong[0].place}")


def refuse_twins(path: Path, found: Sequence[Procedure]) -> None:
    """Two of one id need versions that tell them apart."""
    seen: set[tuple[str, str]] = set()
    for number, one in enumerate(found, 1):
        if (one.id, one.version) in seen:
            cause = f"a second procedure is {one.id} in the version {one.version or 'without name'}"
            raise Unreadable(path, cause, REMEDY, f"entry {number}, version")
        seen.add((one.id, one.version))
