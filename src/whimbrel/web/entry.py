"""Sign in, sign out, and the desk."""

from typing import Any

from allauth.account import views
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from whimbrel.acts.act import ACTS
from whimbrel.queries import documents, ledger, mandates
from whimbrel.queries.people import can
from whimbrel.web.answers import refused
from whimbrel.web.frame import by


class SignIn(views.LoginView):  # type: ignore[misc]
    """Ask for address and password. An answer that lets nobody in says so to programs, too."""

    def form_invalid(self, form: Any) -> HttpResponse:
        """400, or 429 where there were too many wrong passwords."""
        response: HttpResponse = super().form_invalid(form)
        codes = {one.code for one in form.non_field_errors().as_data()}
        response.status_code = 429 if "too_many_login_attempts" in codes else 400
        return response


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


def said(name: str) -> str:
    """What an act does, in a sentence; its name where the house itself acted."""
    return ACTS[name].says if name in ACTS else name


def desk(request: HttpRequest) -> HttpResponse:
    """What waits: documents with readings to judge, provisions that are due or silent."""
    who = by(request)
    if who is None:
        return redirect("sign-in")
    if not can(who, "read"):
        return refused(request, "a desk is for those whose role sees all documents")
    listed = mandates.provisions(who)
    context = {
        "waiting": [one for one in documents.documents(who) if one.waiting],
        "silent": [one for one in listed if one.status in ("", "not-reported")],
        "unfunded": [
            one
            for one in listed
            if one.conditions and one.status in ("not-implemented", "partly-implemented")
        ],
        "acts": [(one, said(one.act)) for one in ledger.lines(who, last=8)],
    }
    return render(request, "desk.html", context)
