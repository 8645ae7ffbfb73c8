"""A line in the log for every request: what was asked, how it ended, how long it took. Not by whom,
and not what was asked for after the `?`."""

import logging
import secrets
import time
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

LOG = logging.getLogger("whimbrel.web")
QUIET = ("/alive", "/ready", "/static/")
"""Asked for all the time; told only where they fail."""


def told(
    answer: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Give each request a number, which is told in the log, in a header and on the page of a
    fault."""

    def answered(request: HttpRequest) -> HttpResponse:
        number, since = secrets.token_hex(6), time.monotonic()
        request.META["WHIMBREL_REQUEST"] = number
        response = answer(request)
        response["X-Request-ID"] = number
        if response.status_code < 500 and request.path.startswith(QUIET):
            return response
        level = logging.ERROR if response.status_code >= 500 else logging.INFO
        said = {
            "path": place(request),
            "method": request.method,
            "status": response.status_code,
            "ms": round((time.monotonic() - since) * 1000),
            "request": number,
        }
        LOG.log(level, "request", extra=said)
        return response

    return answered


def place(request: HttpRequest) -> str:
    """What was asked for. An address that lets in whoever has it stands in no log: of that, the
    pattern of the address does."""
    match = request.resolver_match
    if match is not None and "signed" in match.kwargs:
        return f"/{match.route}"
    return request.path
