"""What a program is told where something is not done: a status, and why in words."""

from collections.abc import Callable
from typing import Any

from django.db import DataError, IntegrityError
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from whimbrel.acts.refused import Overtaken, Refused
from whimbrel.queries.comparing import Unasked
from whimbrel.queries.documents import Hidden

WORDS = {
    401: "The token lets nobody in, or nobody said who they are.",
    403: "The gate or the state of the record refuses it.",
    404: "There is no such record that you may see.",
    409: "Somebody else changed the record first.",
    422: "What was sent has not the shape that is asked for.",
    429: "Too many requests in this minute; `Retry-After` says how many seconds to wait.",
}
"""Status -> when it is answered."""


def why(status: int, words: str, **more: object) -> HttpResponse:
    """A refusal."""
    return JsonResponse({"why": words, **more}, status=status)


def malformed(_request: HttpRequest, error: Any) -> HttpResponse:
    """422, with the place of each field that is wrong."""
    where = [
        {"field": ".".join(map(str, one["loc"][1:])) or str(one["loc"][0]), "why": one["msg"]}
        for one in error.errors
    ]
    return why(422, _("what was sent has not the shape that is asked for"), where=where)


def http(_request: HttpRequest, error: Any) -> HttpResponse:
    """The status of an error of the door itself; a body that is no JSON is one of bad shape."""
    return why(422 if error.status_code == 400 else error.status_code, str(error))


def told(status: int, words: str = "") -> Callable[[HttpRequest, Any], HttpResponse]:
    """An answer to a kind of error: with its own words, or with ours."""
    return lambda _request, error: why(status, words or str(error))


def install(api: NinjaAPI) -> None:
    """Answer each kind of error in its way. What is not foreseen here is a mistake of ours, and
    stays one."""
    long = "a value is longer or larger than the record can keep"
    twice = "the record has this already, or somebody wrote it at the same time: look again"
    api.add_exception_handler(Refused, told(403))
    api.add_exception_handler(Overtaken, told(409))
    api.add_exception_handler(Hidden, told(404))
    api.add_exception_handler(Unasked, told(422))
    api.add_exception_handler(Http404, told(404, WORDS[404]))
    api.add_exception_handler(DataError, told(422, long))
    api.add_exception_handler(IntegrityError, told(409, twice))
    api.add_exception_handler(ValidationError, malformed)
    api.add_exception_handler(HttpError, http)
