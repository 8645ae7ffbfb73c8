"""How a view answers: a page or its JSON twin; and what is said when the gate or an act refuses."""

from collections.abc import Callable, Mapping
from dataclasses import asdict
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django_htmx.http import HttpResponseClientRedirect

from whimbrel.acts.refused import Overtaken, Refused
from whimbrel.queries.documents import Hidden
from whimbrel.web.frame import by

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]


def guarded(view: View[P]) -> View[P]:
    """A view whose refusals are told on a page. Who has not signed in is asked to; they reach no
    act, so that strangers write nothing into the ledger."""

    @wraps(view)
    def answered(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if request.method == "POST" and by(request) is None:
            return door(request)
        try:
            return view(request, *args, **kwargs)
        except Overtaken as refusal:
            return refused(request, str(refusal), status=409)
        except Refused as refusal:
            return refused(request, str(refusal))
        except Hidden as hidden:
            if by(request) is None:
                return redirect_to_login(request.get_full_path())
            return refused(request, str(hidden), status=404)

    return answered


def door(request: HttpRequest) -> HttpResponse:
    """The way to sign in for who sent a form: the address of a form is no page to come back to. A
    part of a page that asked leaves the page as a whole."""
    address = reverse("sign-in")
    if request.headers.get("HX-Request"):
        return HttpResponseClientRedirect(address)
    return redirect(address)


def refused(request: HttpRequest, why: str, *, status: int = 403) -> HttpResponse:
    """The page that says why something was not done. It gives back what a person wrote: no word of
    theirs is lost."""
    context = {"why": why, "wrote": wrote(request), "back": came_from(request)}
    return render(request, "refused.html", context, status=status)


UNTOLD = frozenset({"csrfmiddlewaretoken", "seen", "password", "next", "verdict", "on", "about"})
"""Fields of a form that nobody wrote, or that are shown to nobody."""


def wrote(request: HttpRequest) -> list[tuple[str, str]]:
    """(field, value) of what a person wrote in a form."""
    return [
        (name, str(value)[:10_000])
        for name, value in request.POST.items()
        if str(value).strip() and name not in UNTOLD
    ]


def came_from(request: HttpRequest) -> str:
    """The page of ours from which a form was sent; empty where that is not known."""
    before = request.headers.get("Referer", "")
    ours = url_has_allowed_host_and_scheme(before, allowed_hosts={request.get_host()})
    return before if before and ours and request.method == "POST" else ""


def single(
    request: HttpRequest, template: str, one: Any, name: str, form: str = "",
    extra: Mapping[str, object] | None = None,
) -> HttpResponse:  # fmt: skip
    """One record as a page or as JSON. Hidden where there is none that this person may see."""
    if one is None:
        raise Hidden(_("there is no %(name)s that you may see") % {"name": name})
    if form == "json":
        return JsonResponse(asdict(one))
    return render(request, template, {"one": one, **(extra or {})})


def asked(request: HttpRequest, kind: type[Any]) -> Any:
    """The filter that the address bar holds: its known fields, each at most 200 characters."""
    known = kind.__dataclass_fields__
    return kind(
        **{name: str(value).strip()[:200] for name, value in request.GET.items() if name in known}
    )
