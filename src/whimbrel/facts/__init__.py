"""Facts as data: YAML files beside this module, and the one loader that turns them into frozen
dataclasses."""

from collections.abc import Callable
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

T = TypeVar("T")
Check = Callable[[Any], str]
"""What is wrong with a fact beyond its type, with its place; empty: nothing."""


class BadFact(ValueError):
    """A fact file that does not hold what its type asks for. The message names file and field."""


def load(pattern: str, kind: type[T], check: Check | None = None) -> tuple[T, ...]:
    """Every fact of the files that match `pattern` ("verbs/*.yaml"), in file order; a file holds
    one fact or a list.

    BadFact names the file and the field that is wrong, also where `check` finds it. The answer is
    kept: facts do not change while we run.
    """
    key = (pattern, kind, check)
    if key not in KNOWN:
        KNOWN[key] = read(pattern, kind, check)
    return KNOWN[key]


KNOWN: dict[tuple[str, object, Check | None], tuple[Any, ...]] = {}
"""What was loaded: a process reads a fact file once."""


def read(pattern: str, kind: type[T], check: Check | None = None) -> tuple[T, ...]:
    """The same from the files, every time."""
    from pydantic import TypeAdapter, ValidationError

    adapter = TypeAdapter(kind)
    found: list[T] = []
    for name, data in sources(pattern):
        for number, item in enumerate(data if isinstance(data, list) else [data]):
            try:
                found.append(adapter.validate_python(item))
            except ValidationError as error:
                first = error.errors()[0]
                field = ".".join(str(part) for part in first["loc"]) or "the whole entry"
                raise BadFact(
                    f"facts/{name}, entry {number + 1}, {field}: {first['msg']}"
                ) from error
            wrong = check(found[-1]) if check is not None else ""
            if wrong:
                raise BadFact(f"facts/{name}, entry {number + 1}, {wrong}")
    return tuple(found)


def sources(pattern: str) -> list[tuple[str, object]]:
    """(name, parsed YAML) of every fact file that matches. BadFact where none does or one is no
    YAML."""
    import yaml

    folder, _, glob = pattern.rpartition("/")
    here: Traversable = files(__name__)
    for part in filter(None, folder.split("/")):
        here = here / part
    suffix = glob.removeprefix("*")
    entries = here.iterdir() if here.is_dir() else ()
    names = sorted(
        entry.name
        for entry in entries
        if entry.name.endswith(suffix) and (glob[:1] == "*" or entry.name == glob)
    )
    if not names:
        raise BadFact(f"facts/{pattern}: no such fact file")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    found = []
    for name in names:
        path = f"{folder}/{name}".lstrip("/")
        try:
            text = (here / name).read_text(encoding="utf-8")
            found.append((path, yaml.load(text, Loader=loader)))  # noqa: S506 (a safe loader)
        except yaml.YAMLError as error:
            raise BadFact(f"facts/{path}: not YAML: {error}") from error
    return found
