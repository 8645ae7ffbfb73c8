"""The shape of an answer as OpenAPI tells it, made of the dataclass that a query gives."""

import datetime
import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import StrEnum
from typing import Any, Union, get_args, get_origin, get_type_hints

from whimbrel.api import said

Schema = dict[str, Any]
PLAIN: dict[object, Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    type(None): {"type": "null"},
    datetime.date: {"type": "string", "format": "date"},
    datetime.datetime: {"type": "string", "format": "date-time"},
    object: {},
    Any: {},
}


class Shapes:
    """Shapes by their names; each class is told once and pointed to wherever it is held."""

    def __init__(self) -> None:
        self.known: dict[str, Schema] = {}

    def of(self, kind: Any) -> Schema:
        """The shape of a type. TypeError for one that no query gives yet."""
        if kind in PLAIN:
            return dict(PLAIN[kind])
        if is_dataclass(kind) and isinstance(kind, type):
            return self.pointed(kind)
        if isinstance(kind, type) and issubclass(kind, StrEnum):
            return {"type": "string", "enum": [str(one) for one in kind]}
        return self.held(get_origin(kind), get_args(kind), kind)

    def held(self, origin: object, args: tuple[Any, ...], kind: Any) -> Schema:
        """The shape of what holds others: lists, pairs, mappings, one or another."""
        if origin in (Union, types.UnionType):
            return {"anyOf": [self.of(one) for one in args]}
        if origin is tuple and args[-1:] != (...,):
            size = len(args)
            each = [self.of(one) for one in args]
            return {"type": "array", "prefixItems": each, "minItems": size, "maxItems": size}
        if origin in (tuple, list):
            return {"type": "array", "items": self.of(args[0])}
        if isinstance(origin, type) and issubclass(origin, Mapping):
            return {"type": "object", "additionalProperties": self.of(args[1])}
        raise TypeError(f"the shape of {kind} is not told in {__name__}")

    def pointed(self, kind: type) -> Schema:
        """A pointer to the shape of a dataclass: `engagements.Deed`."""
        name = f"{kind.__module__.rpartition('.')[2]}.{kind.__name__}"
        if name not in self.known:
            self.known[name] = {}  # Before its fields, for one may point back.
            hints, words = get_type_hints(kind), said.fields(kind)
            properties = {}
            for one in fields(kind):
                shape = self.of(hints[one.name])
                if one.name in words:
                    shape["description"] = words[one.name]
                properties[one.name] = shape
            self.known[name] = {
                "type": "object",
                "description": said.first(kind),
                "properties": properties,
                "required": list(properties),
                "additionalProperties": False,
            }
        return {"$ref": f"#/components/schemas/{name}"}


def page(row: Schema) -> Schema:
    """One page of a list."""
    number = {"type": "integer", "minimum": 0}
    return {
        "type": "object",
        "description": "One page of a list.",
        "properties": {
            "rows": {"type": "array", "items": row},
            "total": {**number, "description": "Rows on all pages."},
            "page": {**number, "description": "Which page this is, from 1."},
            "pages": {**number, "description": "How many pages there are."},
        },
        "required": ["rows", "total", "page", "pages"],
        "additionalProperties": False,
    }
