"""What the house asks of allauth, which signs people in: nobody signs up, everybody is led to a
page that they may see, and in their language."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from whimbrel.queries.people import can, somebody
from whimbrel.web.language import remembered

FIRST = "a first password"


class Accounts(DefaultAccountAdapter):  # type: ignore[misc]
    """Accounts of people who were entered by an administrator."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody enters themselves."""
        return False

    def login(self, request: HttpRequest, user: Any) -> None:
        """Sign in, and note whether the password was given to them by somebody else."""
        first = user.last_login is None and user.has_usable_password()
        super().login(request, user)
        if first:
            request.session[FIRST] = True

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Their desk; documents for those who have none; first of all a password of their own."""
        if request.session.pop(FIRST, False):
            return reverse("account_change_password")
        return reverse("desk" if can(request.user.get_username(), "read") else "documents")

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Back to one's own page."""
        return reverse("me")

    def post_login(self, request: HttpRequest, user: Any, **told: Any) -> HttpResponse:
        """Onward, in the language of the person."""
        response: HttpResponse = super().post_login(request, user, **told)
        person = somebody(user.get_username())
        return remembered(response, person.language) if person else response


class Providers(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """Single sign-on: it joins to a person who is entered, and makes none."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """Nobody is made by signing in."""
        return False

    def authenticate_by_email(self, sociallogin: Any) -> Any:
        """The person of a verified address; none who has left."""
        told = super().authenticate_by_email(sociallogin)
        return told if told and told[0].is_active else None

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """Say why somebody is not let in, before anything is kept of them."""
        if sociallogin.is_existing or request.user.is_authenticated:
            return
        why = _("nobody is entered here under a verified address of this account")
        page = render(request, "refused.html", {"why": why}, status=403)
        raise ImmediateHttpResponse(page)
