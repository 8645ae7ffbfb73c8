"""Who calls: a program with its token, somebody in a browser, or nobody that we know."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja.errors import AuthenticationError, AuthorizationError
from ninja.utils import check_csrf

from whimbrel.queries.tokens import digest, person_of_token

SAFE = ("GET", "HEAD", "OPTIONS")


@dataclass(frozen=True, slots=True, kw_only=True)
class Caller:
    """Somebody who calls."""

    by: str | None
    """The address of the person for whom it is done; None for somebody we do not know."""
    counted: str
    """Under what their requests are counted."""


def caller(request: HttpRequest) -> Caller:
    """Who calls. 401 for a token that lets nobody in; 403 for a form that another page sent.

    A request that brings a token is judged by that alone, never by a session beside it.
    """
    header = request.headers.get("Authorization")
    if header is not None:
        scheme, _space, secret = header.partition(" ")
        by = person_of_token(secret.strip()) if scheme.lower() == "bearer" else None
        if by is None:
            told = _("this token lets nobody in: it is over or none, or its person has left")
            raise AuthenticationError(message=told)
        return Caller(by=by, counted=f"token {digest(secret.strip())[:32]}")
    if request.user.is_authenticated:
        if request.method not in SAFE and check_csrf(request):
            told = _("send the token of the form (X-CSRFToken) with it, or a token of your own")
            raise AuthorizationError(message=told)
        return Caller(by=request.user.get_username(), counted=f"person {request.user.pk}")
    return Caller(by=None, counted=f"address {address(request)}")


def known(request: HttpRequest) -> Caller:
    """Who calls; 401 for somebody we do not know: they read, and write nothing."""
    found = caller(request)
    if found.by is None:
        told = _("say who you are: send a token of yours as `Authorization: Bearer TOKEN`")
        raise AuthenticationError(message=told)
    return found


def address(request: HttpRequest) -> str:
    """The address that calls; behind our own web server, the one that this server saw."""
    through = settings.ALLAUTH_TRUSTED_PROXY_COUNT
    passed = request.headers.get("X-Forwarded-For", "").split(",") if through else []
    if len(passed) >= through > 0:
        return passed[-through].strip()
    return str(request.META.get("REMOTE_ADDR", ""))


def by(request: HttpRequest) -> str | None:
    """The address of the person for whom something is asked, once the door has let them in."""
    found: Caller = request.auth  # type: ignore[attr-defined]
    return found.by
