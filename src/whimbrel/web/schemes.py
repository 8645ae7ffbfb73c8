"""The schemes of admission that are known, each line with its source, what the treaty leaves to a
decision, and what a scheme would make of a body that somebody describes. Nothing of it is kept."""

from dataclasses import asdict

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from whimbrel.admission.form import fields
from whimbrel.queries import rules_known
from whimbrel.queries.comparing import Unasked
from whimbrel.queries.documents import Hidden
from whimbrel.queries.rules_known import Tried, Whole
from whimbrel.web.answers import guarded, refused
from whimbrel.web.decisions import day
from whimbrel.web.frame import by
from whimbrel.web.vocabulary import language, word

ANSWERS = ("granted", "pending", "refused", "none")
"""What a State may have said of a body."""


@require_GET
@guarded
def schemes(request: HttpRequest, form: str = "") -> HttpResponse:
    """All of them."""
    found = rules_known.schemes(by(request))
    if form == "json":
        return JsonResponse({"rows": [asdict(one) for one in found]})
    return render(request, "schemes.html", {"schemes": found})


@require_GET
@guarded
def scheme(request: HttpRequest, name: str, form: str = "") -> HttpResponse:
    """One, and what it makes of the body in the address bar."""
    one = rules_known.scheme(by(request), name)
    if one is None:
        raise Hidden(_("there is no %(name)s that you may see") % {"name": name})
    try:
        made = tried(request, name)
    except Unasked as error:
        return refused(request, str(error), status=400)
    if form == "json":
        return JsonResponse({**asdict(one), "assessment": asdict(made) if made else None})
    context = {
        "one": one, "made": made, "asked": asked(request, one),
        "answers": [(value, word(value)) for value in ANSWERS],
        "state": request.GET.get("f-state_approval", ""),
        "brought": request.GET.getlist("document"), "said": request.GET,
    }  # fmt: skip
    return render(request, "scheme.html", context)


def tried(request: HttpRequest, name: str) -> Tried | None:
    """What it makes of the body that is described; None where none is."""
    given = request.GET
    if "try" not in given:
        return None
    values = tuple(
        f"{attribute}:{given[key]}" for key in given if key.startswith("f-") and given[key]
        for attribute in (key.removeprefix("f-"),)
    )  # fmt: skip
    return rules_known.tried(
        by(request), name, values=values, documents=tuple(given.getlist("document")),
        opens=day(given.get("opens", "")), applied=day(given.get("applied", "")),
        present=number(given.get("present", "")), objections=number(given.get("objections", "")),
    )  # fmt: skip


def number(given: str) -> int | None:
    """A number, where one is given. Unasked: something else is."""
    if not given:
        return None
    if not (given.isascii() and given.isdigit() and len(given) < len("1000000")):
        raise Unasked(_("“%(said)s” is no number") % {"said": given[:40]})
    return int(given)


def asked(request: HttpRequest, one: Whole) -> list[dict[str, object]]:
    """The questions on which it turns, with their answers: as a form has them."""
    known = fields()
    return [
        {
            "id": name, "text": known[name].text[language()], "day": known[name].kind == "day",
            "options": [(value, word(value)) for value in known[name].options]
            if known[name].kind == "choice" else [("yes", _("yes")), ("no", _("no"))],
            "value": request.GET.get(f"f-{name}", ""),
        }
        for name in one.asks
    ]  # fmt: skip
