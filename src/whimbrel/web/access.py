"""Who may do what, in words, for anybody."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from whimbrel.queries.access import matrix


@require_GET
def access(request: HttpRequest) -> HttpResponse:
    """The matrix of roles as a page."""
    known = matrix()
    rows = [
        (what, [(role, str(verbs.get(verb, ""))) for role, verbs in known.roles.items()])
        for verb, what in known.verbs.items()
    ]
    context = {"roles": list(known.roles), "rows": rows, "source": known.source}
    return render(request, "access.html", context)


@require_GET
def as_json(request: HttpRequest) -> HttpResponse:
    """The matrix of roles as data."""
    known = matrix()
    roles = {
        role: {verb: str(reach) for verb, reach in verbs.items()}
        for role, verbs in known.roles.items()
    }
    return JsonResponse({"verbs": known.verbs, "roles": roles})
