"""How decisions stand on a day, and the ledger of mandates that no money reached."""

from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from whimbrel.queries import standing as kept
from whimbrel.queries.listed import Listed
from whimbrel.queries.narrowing import Filter
from whimbrel.web.answers import asked, guarded
from whimbrel.web.decisions import controls
from whimbrel.web.frame import by
from whimbrel.web.lists import Page, listing
from whimbrel.web.vocabulary import day


@require_GET
@guarded
def standing(request: HttpRequest, form: str = "") -> HttpResponse:
    """Every provision as it stands today, or on the day that is asked."""
    who, asks = by(request), asked(request, Filter)
    page = Page(
        title=_("How decisions stand"),
        name="standing",
        row="rows/standing.html",
        heads=(
            (_("Provision"), False), (_("What became of it"), False), (_("How it stands"), False),
            (_("To be produced"), False), (_("Proposed"), False),
        ),
        empty=_(
            "No provision like this is on record. They enter when a document that quotes them is "
            "accepted."
        ),
        controls=controls(who, asks, _("On the day")),
        extra={"on": day(asks.on or kept.today().isoformat())},
        template="standing.html",
    )  # fmt: skip

    def rows(at: int | None) -> Listed[Any]:
        found: Listed[Any] = kept.stands(who, asks, page=at)
        return replace(found, rows=tuple(map(kept.line, found.rows))) if form else found

    return listing(request, page, rows, form)


@require_GET
@guarded
def unfunded(request: HttpRequest, form: str = "") -> HttpResponse:
    """Mandates renewed again and again that never had the money they depend on."""
    who = by(request)
    page = Page(
        title=_("Mandates without money"),
        name="unfunded",
        row="rows/unfunded.html",
        heads=(
            (_("Mandate"), False), (_("Renewed"), True), (_("First adopted at"), False),
            (_("What was never met"), False), (_("Known"), False),
        ),
        empty=_("No mandate on record depends on money that never came."),
        template="unfunded.html",
    )  # fmt: skip

    def rows(at: int | None) -> Listed[Any]:
        found: Listed[Any] = kept.unfunded(who, page=at)
        return replace(found, rows=tuple(map(kept.wanting_line, found.rows))) if form else found

    return listing(request, page, rows, form)
