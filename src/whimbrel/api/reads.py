"""The address of a query: what it asks for is in the address, what it gives is the answer."""

import inspect
import re
from collections.abc import Callable
from dataclasses import dataclass, is_dataclass
from types import GenericAlias
from typing import Any, get_args, get_origin, get_type_hints

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import Router
from ninja.params.functions import Query
from pydantic import TypeAdapter

from whimbrel.api import said
from whimbrel.api.given import Fields, Given, Page, Short, checked, model, narrowing, parameters
from whimbrel.api.unchanged import answered
from whimbrel.api.who import by
from whimbrel.queries.documents import Hidden
from whimbrel.queries.listed import Listed

Asking = Callable[..., Any]
OURS = frozenset({"today", "last"})
"""Parameters that a query has for the house itself, and for tests."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A query that programs can ask."""

    query: Asking
    kind: Any
    """What it gives: of a list, one row."""
    listed: bool
    adapter: TypeAdapter[Any]

    def bytes(self, value: Any) -> bytes:
        """An answer as JSON. Rows are written at once, without a copy of them in between."""
        if not self.listed:
            return self.adapter.dump_json(value)
        figures = b'],"total":%d,"page":%d,"pages":%d}' % (value.total, value.page, value.pages)
        return b'{"rows":[' + self.adapter.dump_json(value.rows)[1:-1] + figures


READS: dict[str, Read] = {}
"""Every query that can be asked, by the name of its operation."""


def reads(
    router: Router, path: str, query: Asking, *, of: Asking | None = None, lined: bool = True
) -> None:
    """Give a query an address. Names in its path are parameters of the query; all others follow
    the question mark. `of`: the query that this one stands for. `lined`: what it gives changes only
    with a line of the ledger.
    """
    hints = get_type_hints(query)
    listed = get_origin(hints["return"]) is Listed
    kind = get_args(hints["return"])[0] if listed else hints["return"]
    names = tuple(re.findall(r"{(?:\w+:)?(\w+)}", path))
    given = parameters(query, leave=OURS)
    filters = narrowed_by(given)
    operation = f"{query.__module__.rpartition('.')[2]}.{query.__name__}"
    asked = question(operation.replace(".", "_"), given, names, filters)
    made = Read(
        query=of or query, kind=kind, listed=listed,
        adapter=adapted(kind, listed=listed),
    )  # fmt: skip
    READS[operation] = made

    def view(request: HttpRequest, given: Any = (), **named: Any) -> HttpResponse:
        def answer() -> bytes:
            values = dict(given)
            if filters is not None:
                narrowed = {name: values.pop(name) for name in filters.__dataclass_fields__}
                values["asks"] = filters(**{name: plain(one) for name, one in narrowed.items()})
            value = query(by(request), **values, **named)
            if value is None:
                raise Hidden(_("there is no such record that you may see"))
            return made.bytes(value)

        return answered(request, answer, lined=lined)

    view.__name__ = operation.replace(".", "_")
    view.__signature__ = signature(asked, names, given)  # type: ignore[attr-defined]
    router.get(
        path, operation_id=operation, url_name=operation, summary=said.first(query).rstrip("."),
        description=said.whole(query), tags=[operation.partition(".")[0]],
    )(view)  # fmt: skip


def adapted(kind: Any, *, listed: bool) -> TypeAdapter[Any]:
    """What writes an answer, or the rows of a list."""
    whole: Any = GenericAlias(tuple, (kind, ...)) if listed else kind
    return TypeAdapter(whole)


def narrowed_by(given: Fields) -> Any:
    """The class of a query's filter; None where it has none."""
    kind = given["asks"][0] if "asks" in given else None
    return next((one for one in (kind, *get_args(kind)) if is_dataclass(one)), None)


def plain(value: Any) -> str:
    """A value as a filter has it: a day as it is written, empty for none."""
    return value if isinstance(value, str) else value.isoformat() if value else ""


def question(name: str, given: Fields, names: tuple[str, ...], filters: Any) -> type[Given]:
    """What follows the question mark."""
    asked: Fields = {}
    for field, (kind, default) in given.items():
        if field == "asks":
            asked |= narrowing(filters)
        elif field not in names and field != "page":
            asked[field] = (kind, default)
    made = model(name, asked, Short)
    if "page" not in given:
        return made
    return type(name, (made,), {"__annotations__": {"page": Page}, "page": 1})


def signature(asked: type[Given], names: tuple[str, ...], given: Fields) -> inspect.Signature:
    """The parameters of a view, as they are read from the address."""
    kind = inspect.Parameter.POSITIONAL_OR_KEYWORD
    parts = [inspect.Parameter("request", kind)]
    for name in names:
        parts.append(inspect.Parameter(name, kind, annotation=checked(given[name][0], Short)))
    if asked.model_fields:
        parts.append(inspect.Parameter("given", kind, annotation=asked, default=Query(...)))
    return inspect.Signature(parts)
