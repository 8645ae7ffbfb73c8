"""What is said when the house itself cannot: the database is busy or full, or we made a mistake.
In one place for every page, whatever stopped it. The page asks the database nothing."""

import errno
import sys
from dataclasses import dataclass

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

FULL = ("disk is full", "no space left", "could not extend", "disk full")
BUSY = ("locked", "lock timeout", "lock_timeout", "deadlock")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A fault as it is told."""

    status: int
    title: str
    says: str
    do: str


def fault(request: HttpRequest) -> HttpResponse:
    """The page of a fault; for programs, the same as JSON."""
    one = told(sys.exception())
    number = request.META.get("WHIMBREL_REQUEST", "")
    if request.path.endswith(".json") or "json" in request.headers.get("Accept", ""):
        said = {"error": one.title, "says": one.says, "do": one.do, "request": number}
        response: HttpResponse = JsonResponse(said, status=one.status)
    else:
        page = render_to_string("fault.html", {"fault": one, "number": number})
        response = HttpResponse(page, status=one.status)
    if one.status == 503:
        response["Retry-After"] = "5"
    return response


def told(error: BaseException | None) -> Fault:
    """What is said of an error."""
    words = str(error).casefold()
    full = isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT)
    if full or (isinstance(error, OperationalError) and any(one in words for one in FULL)):
        return Fault(
            status=507,
            title=_("The house has no room left"),
            says=_("The disk on which the record is kept is full. What you sent was not kept."),
            do=_("Tell whoever runs the house; try again once there is room."),
        )
    if isinstance(error, OperationalError) and any(one in words for one in BUSY):
        return Fault(
            status=503,
            title=_("Somebody else is writing"),
            says=_(
                "The record was busy for too long. What you sent was not kept, nor is it half kept."
            ),
            do=_("Go back, your words are still there; then try again."),
        )
    if isinstance(error, OperationalError | InterfaceError):
        return Fault(
            status=503,
            title=_("The record cannot be reached"),
            says=_("The database does not answer. What you sent was not kept."),
            do=_("Try again in a minute; if it lasts, tell whoever runs the house."),
        )
    return Fault(
        status=500,
        title=_("Whimbrel made a mistake"),
        says=_("This page could not be made. An act is kept whole or not at all, never in half."),
        do=_("Look whether what you did is there; tell whoever runs the house the number below."),
    )
