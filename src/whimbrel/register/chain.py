"""How lines of the ledger are chained: what is hashed, and in which form."""

import datetime
import hashlib
import json
from collections.abc import Mapping


def canonical(value: object) -> bytes:
    """A value in the one form that is hashed."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def sealed(salt: str, data: object) -> str:
    """The digest of what is kept apart. Without the salt it tells nothing of short texts."""
    return hashlib.sha256(salt.encode() + canonical(data)).hexdigest()


def linked(
    *, number: int, act: str, at: datetime.datetime, about: str, refused: bool, open_: object,
    seal: str, before: str,
) -> str:  # fmt: skip
    """The hash of a line: of all that it says, and of the line above."""
    moment = at.astimezone(datetime.UTC).isoformat(timespec="microseconds")
    whole = [number, act, moment, about, refused, open_, seal, before]
    return hashlib.sha256(canonical(whole)).hexdigest()


PEOPLE = frozenset({"assigned"})
"""What an edition says of people: it can be shredded, so no digest holds it."""


def digest(said: Mapping[str, object]) -> str:
    """The digest of an edition."""
    kept = {name: value for name, value in said.items() if name not in PEOPLE}
    return hashlib.sha256(canonical(kept)).hexdigest()
