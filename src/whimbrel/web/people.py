"""People, for administrators: enter them, give them another role, let them leave and come back."""

from collections.abc import Callable
from dataclasses import asdict, replace

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from whimbrel.acts import people as acts
from whimbrel.queries import people as kept
from whimbrel.queries.access import matrix
from whimbrel.queries.countries import countries, country_name
from whimbrel.web.answers import guarded, refused
from whimbrel.web.frame import by
from whimbrel.web.lists import exported

Act = Callable[[str, str, str], object]


@require_GET
@login_required
@guarded
def people(request: HttpRequest, form: str = "") -> HttpResponse:
    """Everybody who was entered, and a place to enter somebody."""
    if not kept.can(by(request), "people"):
        return refused(request, _("people are for those whose role may enter them"))
    if form:
        return exported("people", named(request), form)
    return listed(request)


def listed(request: HttpRequest, entered: acts.Entered | None = None) -> HttpResponse:
    """The list; with a person who was entered just now, whose password is shown once."""
    told = {"people": named(request), "entered": entered}
    context = {**choices(request), **told}
    return render(request, "people.html", context)


def named(request: HttpRequest) -> list[kept.Listed]:
    """Everybody, their countries by name."""
    return [
        replace(one, country=country_name(one.country, spoken()) or one.country)
        for one in kept.people(by(request))
    ]


def spoken() -> str:
    """The language of the page, without its region."""
    return (get_language() or "en").partition("-")[0]


def choices(request: HttpRequest) -> dict[str, object]:
    """What the forms offer."""
    return {
        "roles": [one for one in matrix().roles if one != "public"],
        "countries": countries(spoken()),
        "bodies": kept.bodies(by(request)),
    }


@require_POST
@login_required
@never_cache
@guarded
def enter(request: HttpRequest) -> HttpResponse:
    """Enter a person, and show the first password once."""
    sent = request.POST
    told = acts.enter(
        by(request) or "", sent.get("reason", ""), sent.get("email", ""), sent.get("name", ""),
        sent.get("role", ""), country=sent.get("country", ""), body=sent.get("body", ""),
    )  # fmt: skip
    return listed(request, told)


@require_GET
@login_required
@guarded
def person(request: HttpRequest, number: int, form: str = "") -> HttpResponse:
    """One person, and what can be done."""
    one = kept.person(by(request), number)
    if form and one is not None:
        return JsonResponse(asdict(one))
    return shown(request, number)


def shown(request: HttpRequest, number: int, entered: acts.Entered | None = None) -> HttpResponse:
    """The page of a person; with a new password, which is shown once."""
    one = kept.person(by(request), number)
    if one is None:
        return refused(request, _("there is no such person that you may see"), status=404)
    context = {**choices(request), "one": one, "entered": entered}
    context["country"] = country_name(one.country, spoken())
    return render(request, "person.html", context)


def done(request: HttpRequest, number: int, act: Act) -> HttpResponse:
    """Do an act to the person of a number. The act itself refuses, where the role may not."""
    one = kept.person(by(request), number)
    told = act(by(request) or "", request.POST.get("reason", ""), one.email if one else "")
    if isinstance(told, acts.Entered):
        return shown(request, number, told)
    return redirect("person", number=number)


@require_POST
@login_required
@guarded
def change_role(request: HttpRequest, number: int) -> HttpResponse:
    """Give them another role."""
    sent = request.POST

    def given(who: str, why: str, email: str) -> str:
        return acts.change_role(
            who, why, email, sent.get("role", ""),
            country=sent.get("country", ""), body=sent.get("body", ""),
        )  # fmt: skip

    return done(request, number, given)


@require_POST
@login_required
@guarded
def leave(request: HttpRequest, number: int) -> HttpResponse:
    """Let them leave."""
    return done(request, number, acts.leave)


@require_POST
@login_required
@never_cache
@guarded
def come_back(request: HttpRequest, number: int) -> HttpResponse:
    """Let them come back."""
    return done(request, number, acts.come_back)


@require_POST
@login_required
@never_cache
@guarded
def set_password(request: HttpRequest, number: int) -> HttpResponse:
    """Give them a new password."""
    return done(request, number, acts.set_password)


@require_POST
@login_required
@guarded
def clear_factors(request: HttpRequest, number: int) -> HttpResponse:
    """Take away second factors that were lost."""
    return done(request, number, acts.clear_factors)
