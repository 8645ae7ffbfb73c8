"""A paper on its way in: how far it is, as a page that looks again by itself, without script."""

from dataclasses import asdict
from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from whimbrel.acts import intake as acts
from whimbrel.acts.refused import Refused
from whimbrel.queries import intake as kept
from whimbrel.queries.intake import Coming
from whimbrel.queries.people import can
from whimbrel.reading import Limits
from whimbrel.web.answers import guarded
from whimbrel.web.frame import by

SHAPES = {"past": "✓", "now": "●", "to come": "○"}


@require_POST
@guarded
def deposit(request: HttpRequest) -> HttpResponse:
    """Take a document that was dropped here; a worker reads it."""
    # Before the bytes are taken into memory; the act asks the same of whoever calls it.
    if not can(by(request), "deposit"):
        raise Refused(_("your role may not deposit documents"))
    sent = request.FILES.get("file")
    if sent is None:
        raise Refused(_("no file came with it: choose one, then deposit it"))
    if (sent.size or 0) > Limits().size:
        said = {"name": sent.name, "most": Limits().size // 2**20}
        raise Refused(_("%(name)s is larger than %(most)d MiB: split it") % said)
    why = request.POST.get("reason", "")
    told = acts.drop(by(request) or "", why, sent.name or "", sent.read(), why=why)
    if told.id is None:
        messages.success(request, _("The record had these bytes already: this is the document."))
        return redirect("document", symbol=told.symbol)
    return redirect("intake", number=told.id)


@require_GET
@guarded
def intake(request: HttpRequest, number: int) -> HttpResponse:
    """How far a paper is."""
    one, still = kept.intake(by(request), number), "still" in request.GET
    since = date_format(datetime.fromisoformat(one.since), _("j F Y, H:i"))
    context = {"one": one, "steps": steps(one), "still": still, "since": since}
    response = render(request, "intake.html", context)
    # A header, which needs no script; who reads slowly, or hears the page, may let it stand still.
    if not one.ended and not still:
        response["Refresh"] = "2"
    elif one.state == "done" and not still:
        response["Refresh"] = f"1; url={reverse('document', args=[one.symbol])}"
    return response


@require_GET
@guarded
def intake_json(request: HttpRequest, number: int) -> HttpResponse:
    """The same for programs."""
    return JsonResponse(asdict(kept.intake(by(request), number)))


def steps(one: Coming) -> list[dict[str, str]]:
    """What it goes through, each step past, now or to come. A paper that failed has no steps any
    more."""
    words = (_("Waits for a worker"), _("Is read"), _("Enters the record"), _("Is in the record"))
    if one.step is None:
        return []
    listed = []
    for number, said in enumerate(words, 1):
        past = number < one.step or one.state == "done"
        state = "past" if past else "now" if number == one.step else "to come"
        listed.append({"state": state.replace(" ", "-"), "shape": SHAPES[state], "words": said})
    return listed
