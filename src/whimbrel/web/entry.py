"""Sign in, sign out, and the desk."""

from django.contrib.auth import authenticate, login, logout
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from whimbrel.acts.act import ACTS
from whimbrel.queries import documents, ledger, mandates
from whimbrel.queries.people import can
from whimbrel.web.answers import refused
from whimbrel.web.frame import by

TRIES, MINUTES = 5, 10
"""Wrong passwords for one address before it has to wait, and how long."""


def sign_in(request: HttpRequest) -> HttpResponse:
    """Ask for address and password."""
    onward = request.POST.get("next") or request.GET.get("next") or ""
    if not url_has_allowed_host_and_scheme(onward, allowed_hosts={request.get_host()}):
        onward = "/"
    context: dict[str, object] = {"next": onward}
    if request.method == "POST":
        email = request.POST.get("email", "").strip()
        context["email"] = email
        if cache.get(key(email), 0) >= TRIES:
            context["error"] = f"Too many wrong passwords. Wait {MINUTES} minutes, then try again."
            return render(request, "sign_in.html", context, status=429)
        person = authenticate(request, username=email, password=request.POST.get("password", ""))
        if person is not None:
            cache.delete(key(email))
            login(request, person)
            return redirect(onward)
        cache.set(key(email), cache.get(key(email), 0) + 1, MINUTES * 60)
        context["error"] = "This address and password do not belong together."
        return render(request, "sign_in.html", context, status=400)
    return render(request, "sign_in.html", context)


def key(email: str) -> str:
    """Where the wrong passwords of an address are counted."""
    return f"wrong passwords {email.casefold().encode().hex()[:200]}".replace(" ", "-")


def said(name: str) -> str:
    """What an act does, in a sentence; its name where the house itself acted."""
    return ACTS[name].says if name in ACTS else name


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Sign out."""
    logout(request)
    return redirect("sign-in")


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
