"""A Document laid flat and raised again: nodes with their depth, a masthead as named texts."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from whimbrel.document.form import DEEPEST
from whimbrel.document.tree import Masthead, Node

DATES = ("date", "starts", "ends")
FIELDS = (
    "symbol",
    "title",
    "meeting",
    "date",
    "language",
    "original",
    "venue",
    "starts",
    "ends",
    "agenda_item",
    "author",
)
"""The fields of a masthead that hold one value, in the order they are written."""


def nest(flat: Iterable[tuple[int, Node]]) -> tuple[Node, ...]:
    """Nodes in reading order with their depth -> the tree. ValueError where a node hangs in the
    air."""
    root: list[Node] = []
    around: list[tuple[Node, list[Node]]] = []

    def close(depth: int) -> None:
        while len(around) > depth:
            node, children = around.pop()
            siblings = around[-1][1] if around else root
            siblings.append(replace(node, children=tuple(children)) if children else node)

    for depth, node in flat:
        if not 0 <= depth <= len(around):
            raise ValueError(
                f"{node.label or node.text[:40]!r} has depth {depth}, "
                f"but only {len(around)} nodes are around it"
            )
        if depth > DEEPEST:
            raise ValueError(f"nodes stand inside nodes more than {DEEPEST} deep")
        close(depth)
        around.append((node, []))
    close(0)
    return tuple(root)


def masthead_fields(masthead: Masthead) -> dict[str, str]:
    """What a masthead says, by field; dates as ISO."""
    values = {name: getattr(masthead, name) for name in FIELDS}
    return {name: str(value) for name, value in values.items() if value is not None}


def masthead_of(fields: Mapping[str, object], lines: Iterable[str] = ()) -> Masthead:
    """The masthead of `masthead_fields`. ValueError names the field that is unknown or wrong."""
    values: dict[str, Any] = {}
    for name, value in fields.items():
        if value is None:
            continue
        if not isinstance(value, str) or name not in FIELDS:
            raise ValueError(f"the masthead has no field {name!r} with the value {value!r}")
        values[name] = date.fromisoformat(value) if name in DATES else value
    return Masthead(lines=tuple(lines), **values)


def size(nodes: Iterable[Node]) -> int:
    """How many nodes there are, those below counted."""
    return sum(1 + size(node.children) for node in nodes)
