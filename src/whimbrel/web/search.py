"""Search over all that is on record."""

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from whimbrel.queries import search as kept
from whimbrel.web.answers import asked, guarded
from whimbrel.web.frame import by
from whimbrel.web.lists import exported, number
from whimbrel.web.vocabulary import word


@require_GET
@guarded
def search(request: HttpRequest, form: str = "") -> HttpResponse:
    """What holds all the words, the newest first; kinds, language and dates narrow it."""
    who, asks = by(request), asked(request, kept.Asks)
    found = kept.search(who, asks, page=None if form else number(request))
    if form:
        return exported("search", found.listed.rows, form)
    if who is None and not found.listed.total:
        return redirect_to_login(request.get_full_path())
    bar = request.GET.copy()
    bar.pop("page", None)
    without = bar.copy()
    without.pop("kind", None)
    context = {
        "asks": asks,
        "asked_words": asks.q,
        "found": found,
        "listed": found.listed,
        "kinds": [(kind, word(kind), count) for kind, count in found.kinds],
        "asked": bar.urlencode(),
        "without": without.urlencode(),
    }
    return render(request, "search.html", context)
