"""Whether a program has the newest answer already: a tag of each, made of the newest line of the
ledger, for nothing of the record changes without a line; or, of what does, of the answer itself."""

import datetime
import hashlib
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from django.utils.http import parse_etags, quote_etag

from whimbrel import __version__
from whimbrel.api.who import by
from whimbrel.queries import ledger


def tag(request: HttpRequest) -> str:
    """The tag of an answer: of the record as it stands, for whom, to what question, and on which
    day, for what is due or has run out depends on that. It is made before the record is asked, so
    that it is never newer than what it stands for."""
    day = datetime.date.today().isoformat()
    told = (__version__, ledger.newest(), by(request) or "", request.get_full_path(), day)
    return quote_etag(hashlib.sha256("\n".join(map(str, told)).encode()).hexdigest()[:32])


def has(request: HttpRequest, tagged: str) -> bool:
    """Whether the program said that it has this answer."""
    given = parse_etags(request.headers.get("If-None-Match", ""))
    return "*" in given or tagged in (one.removeprefix("W/") for one in given)


def tag_of(made: bytes) -> str:
    """The tag of an answer that may change without a line: of what it says."""
    return quote_etag(hashlib.sha256(made).hexdigest()[:32])


def answered(
    request: HttpRequest, make: Callable[[], bytes], *, lined: bool = True
) -> HttpResponse:
    """An answer in JSON with its tag, to be kept by its program alone and asked for again each
    time; 304 where the program has it, and then nothing is made. `lined`: nothing that it says
    changes without a line of the ledger."""
    made = None if lined else make()
    tagged = tag(request) if made is None else tag_of(made)
    response = HttpResponse(status=304)
    if not has(request, tagged):
        response = HttpResponse(make() if made is None else made, content_type="application/json")
    response["ETag"], response["Cache-Control"] = tagged, "private, no-cache"
    patch_vary_headers(response, ("Authorization", "Cookie"))
    return response
