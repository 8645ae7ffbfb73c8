"""Sign in, and what is said to who cannot."""

from typing import Any

from allauth.account import views
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.generic import RedirectView

from whimbrel.web.answers import refused


class SignIn(views.LoginView):  # type: ignore[misc]
    """Ask for address and password. An answer that lets nobody in says so to programs, too."""

    def form_invalid(self, form: Any) -> HttpResponse:
        """400, or 429 where there were too many wrong passwords."""
        response: HttpResponse = super().form_invalid(form)
        codes = {one.code for one in form.non_field_errors().as_data()}
        response.status_code = 429 if "too_many_login_attempts" in codes else 400
        return response


DOOR = RedirectView.as_view(pattern_name="sign-in", query_string=True)
"""Leads to the page above, and takes nothing that is sent."""


def forgotten(request: HttpRequest) -> HttpResponse:
    """A forgotten password: mended by mail where the house can send any, else by a person."""
    if settings.MAIL_SET:
        answer: HttpResponse = views.password_reset(request)
        return answer
    return render(request, "account/forgotten.html")


def closed(request: HttpRequest, **_given: object) -> HttpResponse:
    """People and their addresses are entered by an administrator, and not by themselves."""
    why = _("people and their addresses are entered by an administrator of the house")
    return refused(request, why, status=404)
