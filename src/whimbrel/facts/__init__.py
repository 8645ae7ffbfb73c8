"""Facts as data: YAML files beside this module, and the one loader that turns them into frozen dataclasses."""

from collections.abc import Hashable
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

T = TypeVar("T")


class BadFact(ValueError):
    """A fact file that does not hold what its type asks for. The message names file and field."""


def load(pattern: str, kind: type[T]) -> tuple[T, ...]:
    """Every fact of the files that match `pattern` ("verbs/*.yaml"), in file order; a file holds one fact or a list.

    BadFact names the file and the field that is wrong. The answer is kept: facts do not change while we run.
    """
    return tuple(_load(pattern, kind))


@cache
def _load(pattern: str, kind: Hashable) -> tuple[Any, ...]:
    from pydantic import TypeAdapter, ValidationError

    adapter: TypeAdapter[Any] = TypeAdapter(kind)
    found: list[Any] = []
    for name, data in sources(pattern):
        for number, item in enumerate(data if isinstance(data, list) else [data]):
            try:
                found.append(adapter.validate_python(item))
            except ValidationError as error:
                first = error.errors()[0]
                field = ".".join(str(part) for part in first["loc"]) or "the whole entry"
                raise BadFact(f"facts/{name}, entry {number + 1}, {field}: {first['msg']}") from error
    return tuple(found)


def sources(pattern: str) -> list[tuple[str, object]]:
    """(name, parsed YAML) of every fact file that matches. BadFact where none does or one is no YAML."""
    import yaml

    folder, _, glob = pattern.rpartition("/")
    here: Traversable = files(__name__)
    for part in filter(None, folder.split("/")):
        here = here / part
    suffix = glob.removeprefix("*")
    entries = here.iterdir() if here.is_dir() else ()
    names = sorted(entry.name for entry in entries if entry.name.endswith(suffix) and (glob[:1] == "*" or entry.name == glob))
    if not names:
        raise BadFact(f"facts/{pattern}: no such fact file")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    found = []
    for name in names:
        path = f"{folder}/{name}".lstrip("/")
        try:
            found.append((path, yaml.load((here / name).read_text(encoding="utf-8"), Loader=loader)))  # noqa: S506 (a safe loader)
        except yaml.YAMLError as error:
            raise BadFact(f"facts/{path}: not YAML: {error}") from error
    return found
