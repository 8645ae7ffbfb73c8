"""Headers of every answer: nothing is loaded from anywhere else, and nothing is run inline. And a
bound on what is sent here."""

from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from whimbrel.reading import Limits

Answer = Callable[[HttpRequest], HttpResponse]

POLICY = (
    "default-src 'self'; script-src 'self'; img-src 'self' data:; object-src 'none'; "
    "base-uri 'self'; form-action 'self'{elsewhere}; frame-ancestors 'none'"
)
"""`data:` is for the square that an authenticator reads; it is drawn by the house."""
DEVICES = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"
"""What no page of the house asks a browser for."""
ROOM = 2**20
"""Bytes that the other fields of a form may have beside a file."""


def policy() -> str:
    """The content security policy. A form may lead to the provider that signs people in, too."""
    elsewhere = urlsplit(settings.OIDC_URL)
    origin = f" {elsewhere.scheme}://{elsewhere.netloc}" if elsewhere.netloc else ""
    return POLICY.format(elsewhere=origin)


def content_security(answer: Answer) -> Answer:
    """Add the content security policy, and the devices that pages may not use."""

    def answered(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        response["Content-Security-Policy"] = policy()
        response["Permissions-Policy"] = DEVICES
        return response

    return answered


def kept_by_nobody(answer: Answer) -> Answer:
    """What somebody who signed in is told, no cache and no browser keeps: a machine may be shared.
    The service keeps its own rule for programs, whose tags save them the second answer; static
    files are given before anybody is asked who they are."""

    def answered(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        service = request.path.startswith("/api/") and "Authorization" in request.headers
        if request.user.is_authenticated and not service:
            response["Cache-Control"] = "private, no-store"
        return response

    return answered


def small_enough(answer: Answer) -> Answer:
    """Refuse what is larger than the largest file that is read, before any of it is taken in."""

    def answered(request: HttpRequest) -> HttpResponse:
        told = request.META.get("CONTENT_LENGTH") or "0"
        if not told.isdigit():
            return HttpResponse("The length of what was sent is no number.", status=400)
        if int(told) > Limits().size + ROOM:
            most = f"{Limits().size // 2**20} MiB"
            return HttpResponse(f"Nothing was kept: files may have {most}.", status=413)
        return answer(request)

    return answered
