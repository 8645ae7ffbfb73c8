"""One's own page: name, language, tokens for programs, and the way to password and second
factor."""

from dataclasses import asdict

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from whimbrel.acts import me as acts
from whimbrel.acts import tokens
from whimbrel.queries import tokens as held
from whimbrel.queries.people import can, somebody
from whimbrel.web.answers import guarded
from whimbrel.web.frame import by


@require_GET
@login_required
@guarded
def page(request: HttpRequest) -> HttpResponse:
    """One's own page."""
    return shown(request)


@require_GET
@login_required
@guarded
def as_json(request: HttpRequest) -> HttpResponse:
    """The same for programs."""
    who = by(request)
    person, tokens_ = somebody(who), [asdict(one) for one in held.tokens(who)]
    return JsonResponse({**(asdict(person) if person else {}), "tokens": tokens_})


def shown(request: HttpRequest, made: tokens.Made | None = None) -> HttpResponse:
    """The page; with a token that was made just now, which is shown once."""
    who = by(request)
    context = {
        "tokens": held.tokens(who),
        "may_token": can(who, "token"),
        "made": made,
        "single_sign_on": bool(settings.OIDC_URL),
    }
    return render(request, "me.html", context)


@require_POST
@login_required
@guarded
def name(request: HttpRequest) -> HttpResponse:
    """Change one's own name."""
    acts.call_me(by(request) or "", request.POST.get("name", ""))
    return redirect("me")


@require_POST
@login_required
@never_cache
@guarded
def make_token(request: HttpRequest) -> HttpResponse:
    """Make a token, and show it once."""
    days, sent = request.POST.get("days", ""), request.POST.get("name", "")
    # What is no number is refused by the act, with the numbers that are.
    made = tokens.make(by(request) or "", "", sent, days=int(days) if days.isdecimal() else 0)
    return shown(request, made)


@require_POST
@login_required
@guarded
def end_token(request: HttpRequest, number: int) -> HttpResponse:
    """End one of one's tokens."""
    tokens.end(by(request) or "", "", number)
    return redirect("me")
