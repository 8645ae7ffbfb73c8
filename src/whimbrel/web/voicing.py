"""What waits for a Party, and its answers."""

from dataclasses import asdict

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from whimbrel.acts import voicing as acts
from whimbrel.queries.documents import Hidden
from whimbrel.queries.voicing import waiting
from whimbrel.web.answers import guarded
from whimbrel.web.frame import by
from whimbrel.web.record import back, seen, sent


@require_GET
@guarded
def voice(request: HttpRequest, form: str = "") -> HttpResponse:
    """Bodies that wait for the approval of a State, and applicants to whom it may object; nothing
    for who speaks for no Party."""
    who = by(request)
    if who is None:
        return redirect_to_login(request.get_full_path())
    listed = waiting(who)
    if form == "json":
        return JsonResponse({"rows": [asdict(one) for one in listed]})
    return render(request, "voice.html", {"waits": listed})


@require_POST
@guarded
def do(request: HttpRequest, key: str, deed: str) -> HttpResponse:
    """Answer for a Party."""
    who, why = by(request) or "", sent(request, "why")
    if deed == "approve":
        acts.approve_state(who, why, key, sent(request, "answer"), why=why, seen=seen(request))
        told = _("Your answer is kept, and the Secretariat sees it.")
    elif deed == "object":
        acts.object_to(who, why, key, why=why, seen=seen(request))
        told = _("Your objection is kept.")
    elif deed == "take-back":
        acts.take_back_objection(who, why, key, why=why, seen=seen(request))
        told = _("Your objection is taken back.")
    else:
        raise Hidden(_("there is no %(name)s that you may see") % {"name": deed})
    return back(request, reverse("voice"), told)
