"""Sign in and sign out."""

from django.contrib.auth import authenticate, login, logout
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

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


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Sign out."""
    logout(request)
    return redirect("sign-in")
