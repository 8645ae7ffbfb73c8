"""Documents: the list, the paper with its margin, and the verdicts on what was read."""

from collections import defaultdict
from dataclasses import asdict

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from whimbrel.acts import documents as acts
from whimbrel.acts import readings
from whimbrel.acts.act import FollowUp
from whimbrel.acts.refused import Overtaken, Refused
from whimbrel.queries import documents as kept
from whimbrel.queries import drafts as proposals
from whimbrel.queries.intake import intakes
from whimbrel.queries.people import can
from whimbrel.tasks.hand import hand
from whimbrel.web import beside, margin
from whimbrel.web.answers import asked, guarded
from whimbrel.web.frame import by
from whimbrel.web.lists import Control, Page, chosen, listing
from whimbrel.web.margin import corrected, fields, noted
from whimbrel.web.vocabulary import tongue, word


@require_GET
@guarded
def documents(request: HttpRequest, form: str = "") -> HttpResponse:
    """Every document, and a place to deposit one."""
    who, asks = by(request), asked(request, kept.Filter)
    controls = (
        Control(name="q", label=_("Words"), value=asks.q, kind="search"),
        Control(name="meeting", label=_("Meeting"), value=asks.meeting),
        chosen("language", _("Language"), ("en", "fr", "es"), asks.language, tongue),
        chosen("waiting", _("With readings to judge"), ("yes",), asks.waiting),
    )
    page = Page(
        title=_("Documents"),
        name="documents",
        row="rows/documents.html",
        heads=(
            (_("Symbol"), False), (_("Title"), False), (_("Date"), False), (_("Versions"), True),
            (_("To judge"), True),
        ),
        empty=_("There is no document like this yet. The first one is deposited here."),
        controls=controls,
        extra={
            "may_deposit": can(who, "deposit"),
            "may_record": can(who, "record"),
            "coming": intakes(who),
        },
        template="documents.html",
    )  # fmt: skip
    return listing(request, page, lambda at: kept.documents(who, asks, page=at), form)


@require_GET
@guarded
def document(request: HttpRequest, symbol: str) -> HttpResponse:
    """The paper, and in its margin what was understood."""
    who = by(request)
    if symbol.endswith(".json"):
        return JsonResponse(kept.rows(who, symbol.removesuffix(".json")))
    paper = kept.paper(who, symbol)
    margin: dict[str, list[object]] = defaultdict(list)
    whole: dict[str, list[object]] = defaultdict(list)
    addresses = {one.address for one in paper.paragraphs}
    for one in paper.readings:
        (margin[one.address] if one.address in addresses else whole[one.kind]).append(noted(one))
    rows = [(one, margin.get(one.address, [])) for one in paper.paragraphs]
    revised = can(who, "read") and kept.revised(symbol)
    context = {
        "paper": paper,
        "rows": rows,
        "whole": sorted(whole.items()),
        "drafts": proposals.entered(who, paper.symbol),
        "may_judge": can(who, "judge"),
        **beside.about(who, f"document {paper.symbol}"),
        "may_publish": can(who, "publish") and (not paper.public or revised),
        "revised": revised,
    }
    return render(request, "document.html", context)


@require_POST
@guarded
def publish(request: HttpRequest, symbol: str) -> HttpResponse:
    """Let everybody read a document."""
    why = request.POST.get("reason", "")
    acts.publish(by(request) or "", why, symbol, why=why)
    return redirect("document", symbol=symbol)


@require_POST
@guarded
def accept_sure(request: HttpRequest, symbol: str) -> HttpResponse:
    """Accept all the sure readings."""
    many = readings.accept_sure(by(request) or "", request.POST.get("reason", ""), symbol)
    told = ngettext("%(many)s reading is accepted.", "%(many)s readings are accepted.", many)
    messages.success(request, told % {"many": many})
    return redirect("document", symbol=symbol)


@require_POST
@guarded
def read_again(request: HttpRequest, symbol: str) -> HttpResponse:
    """Have a worker read the kept file again: that takes longer than a page waits."""
    who = by(request) or ""
    kept.left(who, symbol)
    if not can(who, "judge"):
        raise Refused(_("your role may not judge what was read"))
    given = {"by": who, "reason": request.POST.get("reason", ""), "symbol": symbol}
    hand(FollowUp(task="documents.read_again", given=given))
    messages.success(request, _("A worker reads it again; what was judged stays as it is."))
    return redirect("document", symbol=symbol)


@guarded
def reading(request: HttpRequest, symbol: str, kind: str, place: int) -> HttpResponse:
    """One reading: its words, its fields to correct, and the verdict."""
    who = by(request)
    found = one_of(who, symbol, kind, place)
    if request.method == "POST":
        return judged(request, symbol, found)
    context = {
        "symbol": symbol, "reading": found, "note": noted(found), "fields": fields(found.row),
        "may_judge": can(who, "judge"),
    }  # fmt: skip
    return render(request, "reading.html", context)


@require_GET
@guarded
def reading_json(request: HttpRequest, symbol: str, kind: str, place: int) -> HttpResponse:
    """The same for programs."""
    return JsonResponse(asdict(one_of(by(request), symbol, kind, place)))


def one_of(who: str | None, symbol: str, kind: str, place: int) -> kept.Judged:
    """A reading of a document. Refused where it has none like this."""
    for one in kept.readings(who, symbol, kind=kind):
        if one.place == place:
            return one
    told = _("%(symbol)s has no reading %(kind)s %(place)s")
    raise Refused(told % {"symbol": symbol, "kind": word(kind), "place": place})


def judged(request: HttpRequest, symbol: str, found: kept.Judged) -> HttpResponse:
    """The verdict is kept. A browser with scripts gets the note as it now is, in its place on the
    page, and also there a refusal; every other one is led back to the paragraph."""
    who, why, verdict = by(request) or "", "", request.POST.get("verdict", "")
    named = readings.Named(symbol=symbol, kind=found.kind, place=found.place)
    row = corrected(found.row, request.POST) if verdict == "correct" else None
    try:
        seen = int(request.POST.get("seen") or 0)
        readings.judge(who, request.POST.get("reason", ""), named, verdict, row=row, seen=seen)
    except Overtaken as refusal:
        if verdict == "correct":
            return overtaken(request, symbol, found, str(refusal))
        if not request.headers.get("HX-Request"):
            raise
        why = str(refusal)
    except Refused as refusal:
        if not request.headers.get("HX-Request"):
            raise
        why = str(refusal)
    if not request.headers.get("HX-Request"):
        return redirect(f"{reverse('document', args=[symbol])}#{found.address}")
    now = one_of(who, symbol, found.kind, found.place)
    context = {
        "paper": kept.left(who, symbol), "note": noted(now), "why": why, "again": True,
        "may_judge": can(who, "judge"),
    }  # fmt: skip
    return render(request, "note.html", context)


def overtaken(request: HttpRequest, symbol: str, found: kept.Judged, why: str) -> HttpResponse:
    """The form of a correction again, with what the second wrote and what the first changed: it is
    theirs to decide which stands."""
    now = one_of(by(request), symbol, found.kind, found.place)
    context = {
        "symbol": symbol, "reading": now, "note": noted(now), "why": why,
        "fields": margin.beside(now.row, request.POST), "may_judge": True,
        "reason": request.POST.get("reason", ""),
    }  # fmt: skip
    return render(request, "reading.html", context, status=409)
