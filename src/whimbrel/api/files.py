"""The address of a query that gives a file: the bytes, with their kind and name."""

from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import Router

from whimbrel.api import said
from whimbrel.api.given import parameters
from whimbrel.api.reads import question, signature
from whimbrel.api.who import by
from whimbrel.queries.documents import Hidden
from whimbrel.queries.prints import KINDS, File

Asking = Callable[..., File | None]
FILES: dict[str, Asking] = {}
"""Every query that gives a file, by the name of its operation."""


def files(router: Router, path: str, query: Asking) -> None:
    """Give a query an address. Names in its path are parameters of the query; all others follow
    the question mark."""
    names = tuple(part.strip("{}").rpartition(":")[2] for part in path.replace(".", "/").split("/")
                  if part.startswith("{"))  # fmt: skip
    given = parameters(query, leave=frozenset())
    operation = f"{query.__module__.rpartition('.')[2]}.{query.__name__}"
    asked = question(operation.replace(".", "_"), given, names, None)
    FILES[operation] = query

    def view(request: HttpRequest, given: Any = (), **named: Any) -> HttpResponse:
        made = query(by(request), **dict(given), **named)
        if made is None:
            raise Hidden(_("there is no such record that you may see"))
        answer = HttpResponse(made.data, content_type=made.kind)
        answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(made.name)}"
        answer["Cache-Control"] = "private, no-cache"
        return answer

    view.__name__ = operation.replace(".", "_")
    view.__signature__ = signature(asked, names, given)  # type: ignore[attr-defined]
    router.get(
        path, operation_id=operation, url_name=operation, summary=said.first(query).rstrip("."),
        description=said.whole(query), tags=[operation.partition(".")[0]],
    )(view)  # fmt: skip


def contents() -> dict[str, Any]:
    """What such an address answers, for the description of the service."""
    shape = {"schema": {"type": "string", "format": "binary"}}
    return {kind.partition(";")[0]: shape for kind in KINDS.values()}
