"""What the record holds: decisions, engagements, partners, and the ledger."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from whimbrel.acts import engagements as acts
from whimbrel.queries import engagements as deeds
from whimbrel.queries import ledger as kept
from whimbrel.queries import mandates
from whimbrel.queries.people import can
from whimbrel.web.answers import guarded, listing, refused
from whimbrel.web.frame import by

KINDS = (
    "cooperation", "workshop", "capacity-building-workshop", "training", "liaison-meeting",
    "intergovernmental-session", "joint-output", "written-contribution", "outreach-event",
)  # fmt: skip
"""Kinds of engagement that the form offers."""


@require_GET
@guarded
def decisions(request: HttpRequest, form: str = "") -> HttpResponse:
    """Every provision, narrowed by addressee and due meeting in the address bar."""
    to, due = request.GET.get("to", ""), request.GET.get("due", "")
    every = mandates.provisions(by(request))
    listed = mandates.provisions(by(request), to=to, due=due)
    context = {
        "provisions": listed,
        "to": to,
        "due": due,
        "addressees": sorted({name for one in every for name in one.addressees}),
        "meetings": sorted({one.due for one in every if one.due}),
    }
    return listing(request, "decisions.html", context, rows=listed, form=form)


@require_GET
@guarded
def provision(request: HttpRequest, name: str) -> HttpResponse:
    """One provision: its words, what it asks, and what became of it."""
    one = mandates.provision(by(request), name)
    if one is None:
        return refused(request, f"there is no provision {name} that you may see", status=404)
    context = {"one": one, "may_record": can(by(request), "record"), "kinds": KINDS}
    return render(request, "provision.html", context)


@require_POST
@guarded
def record(request: HttpRequest, name: str) -> HttpResponse:
    """Record an engagement that answers a provision, with the address that shows it."""
    sent, who = request.POST, by(request) or ""
    why, shows = sent.get("reason", ""), sent.get("evidence", "").strip()
    key = acts.record(
        who, why, sent.get("title", "").strip(), kind=sent.get("kind") or "cooperation",
        partners=lines(sent.get("partners", "")),
        since=sent.get("since", "").strip(), place=sent.get("place", "").strip(),
        provisions=(name,),
    )  # fmt: skip
    if shows:
        acts.attach_evidence(who, why, key, shows)
    return redirect("provision", name=name)


def lines(text: str) -> tuple[str, ...]:
    """What a person wrote one a line."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


@require_GET
@guarded
def engagements(request: HttpRequest, form: str = "") -> HttpResponse:
    """What was done, narrowed by partner, country, or by having no evidence."""
    partner, country = request.GET.get("partner", ""), request.GET.get("country", "")
    bare = request.GET.get("evidence") == "none"
    every = deeds.engagements(by(request))
    listed = deeds.engagements(by(request), partner=partner, country=country, bare=bare)
    context = {
        "engagements": listed,
        "partner": partner,
        "country": country,
        "bare": bare,
        "partners": deeds.partners(by(request)),
        "countries": sorted({code for one in every for code in one.countries}),
    }
    return listing(request, "engagements.html", context, rows=listed, form=form)


@require_GET
@guarded
def partners(request: HttpRequest, form: str = "") -> HttpResponse:
    """With whom something was done."""
    listed = deeds.partners(by(request))
    return listing(request, "partners.html", {"partners": listed}, rows=listed, form=form)


@require_GET
@guarded
def ledger(request: HttpRequest, form: str = "") -> HttpResponse:
    """Who did what, when and why; and whether the ledger is whole."""
    listed = kept.lines(by(request), last=200)
    if not listed:
        return refused(request, "the ledger is for those whose role may audit")
    context = {"lines": listed, "verdict": kept.verify()}
    return listing(request, "ledger.html", context, rows=listed, form=form)


def alive(request: HttpRequest) -> HttpResponse:
    """For those who watch the server: it answers, and the record can be asked."""
    verdict = kept.newest()
    return JsonResponse({"alive": True, "newest_line": verdict})
