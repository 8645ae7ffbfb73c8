"""The pages of screening: lists in force, what is found, and the word of a person on each."""

from dataclasses import asdict

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from whimbrel.acts import lists
from whimbrel.acts import screening as acts
from whimbrel.acts.refused import Refused
from whimbrel.queries import bodies, screening
from whimbrel.queries.documents import Hidden
from whimbrel.queries.listing import is_on
from whimbrel.queries.people import can
from whimbrel.reading.limits import MIB
from whimbrel.web.answers import guarded
from whimbrel.web.frame import by

MOST = 40 * MIB
"""Bytes of a list that a page takes; longer ones are for the command."""
WORDS = ("different", "unsure", "same")


@require_GET
@guarded
def state(request: HttpRequest, form: str = "") -> HttpResponse:
    """Where screening stands, and what waits for a person."""
    who = by(request)
    now = screening.in_force(who)
    if form == "json":
        return JsonResponse(asdict(now))
    context = {"now": now, "found": now.found, "words": WORDS, "may_arrange": can(who, "arrange")}
    return render(request, "screening.html", context)


@require_GET
@guarded
def of_body(request: HttpRequest, key: str, form: str = "") -> HttpResponse:
    """What was found of one body."""
    who = by(request)
    found = screening.of_body(who, key)
    if form == "json":
        return JsonResponse([asdict(one) for one in found], safe=False)
    one = bodies.body(who, key)
    if one is None:
        raise Hidden(_("there is no %(name)s that you may see") % {"name": key})
    context = {
        "body": one.partner, "found": found, "words": WORDS, "on": is_on(),
        "warnings": screening.warnings(),
    }  # fmt: skip
    return render(request, "screening_of.html", context)


@require_POST
@guarded
def bring_in(request: HttpRequest) -> HttpResponse:
    """Bring in a list."""
    screening.open_to(by(request))
    sent = request.FILES.get("file")
    if sent is None:
        raise Refused(_("choose the file of the list"))
    if (sent.size or 0) > MOST:
        told = _("the file has more than %(most)s MB: bring it in with the command")
        raise Refused(told % {"most": MOST // MIB})
    key = lists.bring_in(by(request) or "", reason(request), sent.read(), file=str(sent.name))
    messages.success(request, _("%(key)s is in force.") % {"key": key})
    return redirect("screening")


@require_POST
@guarded
def switch(request: HttpRequest) -> HttpResponse:
    """Switch name screening on or off."""
    deed = acts.switch_on if request.POST.get("to") == "on" else acts.switch_off
    deed(by(request) or "", reason(request))
    return redirect("screening")


@require_POST
@guarded
def rescreen(request: HttpRequest) -> HttpResponse:
    """Screen all bodies again."""
    acts.rescreen(by(request) or "", reason(request))
    messages.success(request, _("The bodies are being screened. This page tells how far it is."))
    return redirect("screening")


@require_POST
@guarded
def screen(request: HttpRequest, key: str) -> HttpResponse:
    """Screen one body."""
    acts.screen(by(request) or "", reason(request), key)
    for warning in screening.warnings():
        messages.warning(request, warning)
    return redirect("screening-of", key)


@require_POST
@guarded
def judge(request: HttpRequest, key: str) -> HttpResponse:
    """Say what somebody found out."""
    word, why = (str(request.POST.get(name, "")) for name in ("word", "because"))
    acts.judge(by(request) or "", "", key, word, why)
    messages.success(request, _("It is done, and stands in the ledger."))
    body = str(request.POST.get("body", ""))
    return redirect("screening-of", body) if body else redirect("screening")


def reason(request: HttpRequest) -> str:
    """Why, as the person wrote it."""
    return str(request.POST.get("reason", ""))
