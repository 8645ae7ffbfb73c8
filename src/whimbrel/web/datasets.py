"""The shelf of data sets of others: where each came from, how old it is, what was not taken."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from whimbrel.queries import datasets as kept
from whimbrel.web.answers import guarded
from whimbrel.web.frame import by
from whimbrel.web.lists import Page, chosen, listing

KINDS = ("memberships", "listings")


@require_GET
@guarded
def datasets(request: HttpRequest, form: str = "") -> HttpResponse:
    """Data sets with their age, those that should be fetched again marked."""
    who, kind = by(request), request.GET.get("kind", "")[:40]
    page = Page(
        title=_("Data sets"),
        name="datasets",
        row="rows/datasets.html",
        heads=(
            (_("Source"), False), (_("Kind"), False), (_("Day of the data"), False),
            (_("Age in days"), True), (_("Rows"), True), (_("Not taken"), False),
        ),
        empty=_("No data set is on record."),
        controls=(chosen("kind", _("Kind"), KINDS, kind),),
    )  # fmt: skip
    return listing(request, page, lambda at: kept.datasets(who, kind=kind, page=at), form)
