"""Applicants from a YAML file: `defaults` for all, and `applicants`, each with what differs. The
file comes from outside: its size is bounded, and every mistake is named with its place."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any

from whimbrel.admission.applicant import Applicant
from whimbrel.procedures.outside import content, parsed
from whimbrel.reading.errors import Unreadable

APPLICANTS = 100_000
FIELDS = frozenset(one.name for one in fields(Applicant))
MINUS = "documents_minus"
SHAPE = "Write `applicants:` as a list, each with an `id`, and `defaults:` for what they share"
TYPO = 0.8
"""How near an unknown key must be to a known one to be taken for a slip of the pen."""
MANY = frozenset({"countries", "subjects", "memberships", "documents", "objections_on"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Applicants:
    """What was read of a file, and the remarks on it."""

    applicants: tuple[Applicant, ...]
    remarks: tuple[str, ...] = ()


def read(path: Path) -> Applicants:
    """The applicants of a file. Unreadable names the file, the entry, the field and what to do."""
    return understood(path, parsed(path, content(path), SHAPE))


def understood(path: Path, data: object) -> Applicants:
    """The entries of a file as applicants."""
    whole = {"applicants": data} if isinstance(data, list) else data
    if not isinstance(whole, dict) or not isinstance(whole.get("applicants"), list):
        raise Unreadable(path, "it has no list of applicants", SHAPE)
    if odd := [str(key) for key in whole if key not in ("defaults", "applicants")]:
        raise Unreadable(path, f"it has the unknown key {odd[0]}", SHAPE)
    defaults = whole.get("defaults") or {}
    if not isinstance(defaults, dict):
        raise Unreadable(path, "its defaults are no fields with values", SHAPE, "defaults")
    if MINUS in defaults:
        raise Unreadable(
            path,
            f"{MINUS} stands in the defaults",
            f"Leave them out of `documents` there, or write {MINUS} at an applicant",
            "defaults",
        )
    rows = whole["applicants"]
    if len(rows) > APPLICANTS:
        raise Unreadable(path, f"it has more than {APPLICANTS:,} applicants", "Split it")
    remarks: dict[str, None] = {}
    shared = fields_of(path, "defaults", defaults, remarks)
    found: dict[str, Applicant] = {}
    for number, row in enumerate(rows, 1):
        one = entry(path, number, row, shared, remarks)
        if one.id in found:
            raise Unreadable(
                path,
                f"a second applicant has the id {one.id}",
                "Give each its own",
                f"entry {number}",
            )
        found[one.id] = one
    return Applicants(applicants=tuple(found.values()), remarks=tuple(remarks))


def entry(
    path: Path, number: int, row: object, shared: Mapping[str, object], remarks: dict[str, None]
) -> Applicant:
    """One applicant: the defaults, with what it says of itself."""
    from pydantic import ValidationError

    place = f"entry {number}"
    if not isinstance(row, dict):
        raise Unreadable(path, "it is no applicant with fields", SHAPE, place)
    if row.get("id") in (None, ""):
        raise Unreadable(path, "it has no id", SHAPE, place)
    place = f"{place} ({str(row['id'])[:60]})"
    own = fields_of(path, place, row, remarks)
    minus = own.pop(MINUS, None)
    values = {name: value for name, value in shared.items() if name != MINUS} | own
    if minus is not None:
        left = as_many(minus)
        values["documents"] = [one for one in as_many(values.get("documents")) if one not in left]
    try:
        made: Applicant = adapter().validate_python(shaped(values))
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        field = ".".join(str(part) for part in first["loc"]) or "the whole entry"
        raise Unreadable(
            path, f"{field}: {first['msg']}", "Correct it, or leave it out where it is not known",
            place,
        ) from error  # fmt: skip
    return made


@cache
def adapter() -> Any:
    """What checks an applicant. Pydantic is slow to import, so only when it is needed."""
    from pydantic import TypeAdapter

    return TypeAdapter(Applicant)


def fields_of(
    path: Path, place: str, row: Mapping[Any, object], remarks: dict[str, None]
) -> dict[str, object]:
    """The fields of an entry that are known. One that is nearly known is refused as a slip of the
    pen; another is left aside, and said so once."""
    found: dict[str, object] = {}
    for key, value in row.items():
        name = str(key)
        if name in FIELDS or name == MINUS:
            found[name] = value
            continue
        near = get_close_matches(name, (*FIELDS, MINUS), n=1, cutoff=TYPO)
        if near:
            raise Unreadable(path, f"the key {name} is not known", f"Is {near[0]} meant?", place)
        remarks[f"the key {name[:60]} is not known and was left aside"] = None
    return found


def shaped(values: dict[str, object]) -> dict[str, object]:
    """The same as the types want it: one value where many may stand, objections as days."""
    made = {
        name: as_many(value) if name in MANY and value is not None else value
        for name, value in values.items()
    }
    if made.get("documents") is None:
        made.pop("documents", None)
    if made.get("countries") is None:
        made.pop("countries", None)
    made["id"] = str(made["id"])
    if isinstance(subjects := made.get("subjects"), list):
        made["subjects"] = [fold(one) for one in subjects]
    listed = made.get("objections")
    if isinstance(listed, list):
        made["objections"] = len(listed)
        # YAML reads a key `on` as true.
        days = [one.get("on", one.get(True)) if isinstance(one, dict) else one for one in listed]
        made["objections_on"] = [one for one in days if one is not None]
    return made


def fold(subject: object) -> object:
    """A subject as schemes write it: `Migratory_species` is "migratory species"."""
    if not isinstance(subject, str):
        return subject
    return " ".join(subject.casefold().replace("_", " ").split())


def as_many(value: object) -> list[object]:
    """A value, or a list of values, as a list."""
    if value is None:
        return []
    return list(value) if isinstance(value, (list, tuple)) else [value]
