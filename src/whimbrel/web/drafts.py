"""Draft decisions: the list of them, and one with its versions, its costs and what it goes on
from."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from whimbrel.queries import drafts as kept
from whimbrel.queries import effects
from whimbrel.queries.people import can
from whimbrel.web import beside
from whimbrel.web.answers import asked, guarded, single
from whimbrel.web.decisions import LABELS
from whimbrel.web.frame import by
from whimbrel.web.lists import Control, Page, chosen, listing
from whimbrel.web.vocabulary import word


@require_GET
@guarded
def drafts(request: HttpRequest, form: str = "") -> HttpResponse:
    """Drafts by their meeting, narrowed in the address bar."""
    who, asks = by(request), asked(request, kept.Filter)
    costs = (("yes", _("somebody said what it costs")), ("no", _("no cost implication given")))
    page = Page(
        title=_("Draft decisions"),
        name="drafts",
        row="rows/drafts.html",
        heads=(
            (_("Draft"), False), (_("What it asks"), False), (_("Goes on from"), False),
            (_("Costs"), False), (_("State"), False),
        ),
        empty=_(
            "No draft decision like this is on record. They enter when one that was read in a "
            "document is accepted, or are proposed by hand."
        ),
        controls=(
            Control(name="q", label=_("Words"), value=asks.q, kind="search"),
            chosen("meeting", _("Proposed to"), kept.meetings(who), asks.meeting, str),
            chosen("state", _("State"), kept.STATES, asks.state),
            Control(name="costed", label=_("Costs"), value=asks.costed, options=costs),
        ),
        extra={"may_record": can(who, "record")},
        template="drafts.html",
    )  # fmt: skip
    return listing(request, page, lambda at: kept.drafts(who, asks, page=at), form)


@require_GET
@guarded
def draft(request: HttpRequest, key: str) -> HttpResponse:
    """One draft, or its JSON twin."""
    who, form = by(request), ""
    one = kept.draft(who, key)
    if one is None and key.endswith(".json"):
        key, form = key.removesuffix(".json"), "json"
        one = kept.draft(who, key)
    beside_others = "effects" in request.GET and can(who, "record")
    extra: dict[str, object] = {
        "compared": beside_others,
        "effects": effects.effects(who, key) if beside_others else (),
        "may_record": can(who, "record"),
        "may_judge": can(who, "judge"),
        "labels": [(label, word(label)) for label in LABELS],
        **beside.about(who, f"draft {key}"),
    }
    return single(request, "draft.html", one, key, form, extra)
