"""What the service says of itself: OpenAPI, with the shapes of answers and refusals."""

from typing import Any

from whimbrel.api.files import FILES, contents
from whimbrel.api.informea_shape import SETS
from whimbrel.api.reads import READS
from whimbrel.api.refusals import WORDS
from whimbrel.api.shapes import Shapes, page
from whimbrel.api.writes import WRITES

Schema = dict[str, Any]
WHY: Schema = {
    "type": "object",
    "description": "Why something was not done.",
    "properties": {
        "why": {"type": "string"},
        "where": {
            "type": "array",
            "description": "Fields that have not the shape that is asked for.",
            "items": {
                "type": "object",
                "properties": {"field": {"type": "string"}, "why": {"type": "string"}},
                "required": ["field", "why"],
            },
        },
    },
    "required": ["why"],
    "additionalProperties": False,
}
TAG: Schema = {
    "ETag": {
        "description": "Send it as `If-None-Match` next time.",
        "schema": {"type": "string"},
    }
}
OF_READS, OF_WRITES = (401, 403, 404, 422, 429), (401, 403, 404, 409, 422, 429)


def told(whole: Schema) -> None:
    """Add to the whole what each operation answers."""
    shapes = Shapes()
    for methods in whole["paths"].values():
        for operation in methods.values():
            name = operation["operationId"]
            if name in READS:
                read = READS[name]
                shape = shapes.of(read.kind)
                answers(operation, page(shape) if read.listed else shape, OF_READS, headers=TAG)
                operation["responses"]["304"] = {"description": "Nothing changed since."}
                operation["security"] = [{}, {"token": []}, {"session": []}]
            elif name in FILES:
                answers(operation, {}, OF_READS)
                operation["responses"]["200"]["content"] = contents()
                operation["security"] = [{}, {"token": []}, {"session": []}]
            elif name in WRITES:
                answers(operation, done(name, shapes), OF_WRITES)
                operation["security"] = [{"token": []}, {"session": []}]
            else:
                shape = shapes.of(SETS[name])
                answers(operation, enveloped(shape), OF_READS, headers=TAG)
                operation["responses"]["304"] = {"description": "Nothing changed since."}
    known = {**whole["components"]["schemas"], "Why": WHY, **shapes.known}
    whole["components"]["schemas"] = needed(whole["paths"], known)
    whole["components"]["securitySchemes"] = {
        "token": {"type": "http", "scheme": "bearer"},
        "session": {"type": "apiKey", "in": "cookie", "name": "sessionid"},
    }


def needed(paths: Schema, known: Schema) -> Schema:
    """The shapes that are pointed to."""
    found: set[str] = set()
    left = pointers(paths)
    while left:
        found |= left
        left = set().union(*(pointers(known[name]) for name in left)) - found
    return {name: known[name] for name in sorted(found)}


def pointers(value: Any) -> set[str]:
    """The names of the shapes to which something points."""
    if isinstance(value, dict):
        pointer = value.get("$ref")
        own = {pointer.rpartition("/")[2]} if isinstance(pointer, str) else set()
        return own.union(*(pointers(one) for one in value.values()))
    return set().union(*(pointers(one) for one in value)) if isinstance(value, list) else set()


def answers(
    operation: Schema, shape: Schema, refusals: tuple[int, ...], *, headers: Schema | None = None
) -> None:
    """Say what an operation answers."""
    ok: Schema = {"description": "It is so.", "content": {"application/json": {"schema": shape}}}
    if headers:
        ok["headers"] = headers
    pointer = {"schema": {"$ref": "#/components/schemas/Why"}}
    operation["responses"] = {"200": ok} | {
        str(status): {"description": WORDS[status], "content": {"application/json": pointer}}
        for status in refusals
    }


def done(name: str, shapes: Shapes) -> Schema:
    """What an act gives back."""
    return {
        "type": "object",
        "description": WRITES[name].act.says,
        "properties": {"act": {"const": name}, "value": shapes.of(WRITES[name].kind)},
        "required": ["act", "value"],
        "additionalProperties": False,
    }


def enveloped(shape: Schema) -> Schema:
    """The envelope of InforMEA."""
    inner = {
        "type": "object",
        "properties": {
            "results": {"type": "array", "items": shape},
            "__count": {"type": "string", "description": "How many there are in all."},
        },
        "required": ["results"],
        "additionalProperties": False,
    }
    return {
        "type": "object",
        "properties": {"d": inner},
        "required": ["d"],
        "additionalProperties": False,
    }
