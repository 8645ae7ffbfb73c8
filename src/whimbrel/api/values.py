"""The fields that can be corrected, each with the type that the record keeps."""

import datetime
from typing import Any

from pydantic import Field

from whimbrel.acts.fields import FIELDS
from whimbrel.api.given import Given, model

Day = datetime.date | None
Texts = tuple[str, ...]
KINDS: dict[str, Any] = {
    "addressees": Texts,
    "collaborators": Texts,
    "ends": Day,
    "focus": Texts,
    "fora": Texts,
    "instruments": Texts,
    "never_convened": bool | None,
    "ours": bool,
    "parties": Texts,
    "regions": Texts,
    "rule": tuple[dict[str, int], ...],
    "species": Texts,
    "starts": Day,
    "targets": Texts,
    "themes": Texts,
    "training": bool,
    "umbrella": bool,
    "unnamed": bool,
    "amount": str | None,
    "constituency": Texts,
    "met": bool,
    "on": Day,
    "serves": Texts,
    "bodies.constituency": str,
    "mandates.since": Day,
    "mandates.until": Day,
}
"""Types of fields that are no plain text."""


def without(shape: dict[str, Any]) -> None:
    """Tell no default of a field."""
    shape.pop("default", None)


def of(act: str) -> type[Given] | None:
    """The fields that an act corrects; None where it takes no such fields."""
    if act not in FIELDS:
        return None
    room = act.partition(".")[0]
    kinds = {name: KINDS.get(f"{room}.{name}", KINDS.get(name, str)) for name in FIELDS[act]}
    # None stands for a field that was not sent, and is no value of it.
    left = Field(None, json_schema_extra=without)
    return model(f"{room}_values", {name: (kind, left) for name, kind in kinds.items()})
