"""The language in which the pages speak: switched in the frame, kept with the person."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import check_for_language
from django.views.decorators.http import require_POST

from whimbrel.acts import me
from whimbrel.web.frame import by

YEAR = 365 * 24 * 60 * 60


def remembered(response: HttpResponse, language: str) -> HttpResponse:
    """The answer, with the language for the next ones."""
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME, language, max_age=YEAR,
        secure=settings.LANGUAGE_COOKIE_SECURE, httponly=settings.LANGUAGE_COOKIE_HTTPONLY,
        samesite="Lax",
    )  # fmt: skip
    return response


@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Speak another language; also to somebody who has not signed in."""
    onward, wanted = request.POST.get("next", ""), request.POST.get("language", "")
    if not url_has_allowed_host_and_scheme(onward, allowed_hosts={request.get_host()}):
        onward = "/"
    response = redirect(onward)
    if wanted not in me.LANGUAGES or not check_for_language(wanted):
        return response
    who = by(request)
    if who is not None:
        me.speak(who, wanted)
    return remembered(response, wanted)
