"""What a program gives: the fields of a query or an act, checked before either hears of it."""

import datetime
import inspect
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import StrEnum
from types import GenericAlias, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from ninja import Schema
from pydantic import AfterValidator, ConfigDict, Field, JsonValue, create_model

from whimbrel.api import said

LONGEST, LARGEST, PAGES = 20_000, 2**31 - 1, 100_000
"""Characters of a text, the largest number, and the last page that can be asked for."""


def sound(value: Any) -> Any:
    """A value that a database can keep. ValueError where a text holds a null character, or half of
    a letter that is written as two."""
    if isinstance(value, str):
        if "\x00" in value or any("\ud800" <= letter <= "\udfff" for letter in value):
            raise ValueError("a text holds a character that is none")
    elif isinstance(value, Mapping):
        for key, one in value.items():
            sound(key)
            sound(one)
    elif isinstance(value, list | tuple):
        for one in value:
            sound(one)
    return value


Text = Annotated[str, Field(max_length=LONGEST), AfterValidator(sound)]
Short = Annotated[str, Field(max_length=400), AfterValidator(sound)]
"""What a list is narrowed by, and the name of a record."""
Number = Annotated[int, Field(ge=0, le=LARGEST)]
Year = Annotated[int, Field(ge=1900, lt=2200)]
Page = Annotated[int, Field(ge=1, le=PAGES, description="Which page, from 1; each has 50 rows.")]
Json = Annotated[dict[str, JsonValue], AfterValidator(sound)]


class Given(Schema):
    """What a program gives: its known fields, and no others."""

    model_config = ConfigDict(extra="forbid")


def checked(kind: Any, text: Any = Text) -> Any:
    """A type whose values are checked. TypeError for one that does not come in JSON."""
    if kind is str:
        return text
    if kind is int:
        return Number
    if kind in (bool, type(None), datetime.date):
        return kind
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind
    origin, args = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        listed = [checked(one, text) for one in args]
        return Union[tuple(listed)]  # noqa: UP007  Of as many as there are.
    if origin is tuple:
        each = tuple(one if one is ... else checked(one, text) for one in args)
        return GenericAlias(tuple, each)
    if origin in (dict, Mapping) or (isinstance(origin, type) and issubclass(origin, Mapping)):
        if args[1] is object:
            return Json
        return GenericAlias(dict, tuple(checked(one, text) for one in args))
    if is_dataclass(kind) and isinstance(kind, type):
        return model(kind.__name__, hinted(kind), text)
    raise TypeError(f"{kind} does not come in JSON")


Fields = dict[str, tuple[Any, Any]]
"""Field -> its type, and its default; `...` where it has to be given."""


def model(name: str, given: Fields, text: Any = Text) -> type[Given]:
    """A class of checked fields."""
    made: dict[str, Any] = {
        field: (Year if field == "year" and kind is int else checked(kind, text), default)
        for field, (kind, default) in given.items()
    }
    return create_model(name, __base__=Given, **made)


def hinted(kind: type) -> Fields:
    """The fields of a dataclass."""
    hints = get_type_hints(kind)
    return {
        one.name: (hints[one.name], ... if one.default is MISSING else one.default)
        for one in fields(kind)
    }


def parameters(function: Callable[..., Any], *, leave: frozenset[str] = frozenset()) -> Fields:
    """The parameters of a query or an act after the first, which says who asks."""
    hints = get_type_hints(inspect.unwrap(function))
    listed = list(inspect.signature(function).parameters.values())[1:]
    return {
        one.name: (hints[one.name], ... if one.default is one.empty else one.default)
        for one in listed
        if one.name not in leave
    }


def narrowing(kind: type) -> Fields:
    """The fields by which a list is narrowed, each with the words that stand under it; a day is a
    date."""
    words = said.fields(kind)
    found: Fields = {}
    for name, (hint, default) in hinted(kind).items():
        as_date = name == "on"
        whole = datetime.date | None if as_date else hint
        value = Field(None if as_date else default, description=words.get(name))
        found[name] = (whole, value)
    return found
