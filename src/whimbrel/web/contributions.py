"""Reports on contributions: who reported to a meeting and who has yet to, one report, and what the
office does with it."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from whimbrel.acts import contribution_taken as acts
from whimbrel.queries import contributed as listed
from whimbrel.queries import contributions as kept
from whimbrel.queries.documents import Hidden
from whimbrel.queries.papers import inside
from whimbrel.queries.people import can
from whimbrel.queries.scope import reader
from whimbrel.web import beside
from whimbrel.web.answers import asked, guarded, single
from whimbrel.web.contributing import named_kinds
from whimbrel.web.frame import by
from whimbrel.web.lists import Control, Page, chosen, listing
from whimbrel.web.record import back, seen, sent


@require_GET
@guarded
def contributions(request: HttpRequest, form: str = "") -> HttpResponse:
    """Reports on contributions, by meeting; for the office those that are due too."""
    who, asks = by(request), asked(request, listed.Filter)
    choices = listed.choices(who)
    controls = (
        Control(name="q", label=_("Name"), value=asks.q, kind="search"),
        chosen("meeting", _("Meeting"), choices.meetings, asks.meeting, str),
        *((chosen("state", _("State"), choices.states, asks.state),) if choices.states else ()),
    )
    office = inside(reader(who))
    page = Page(
        title=_("Reports on contributions"), name="contributions", row="rows/contributions.html",
        heads=(
            (_("Body"), False), (_("Meeting"), False), (_("State"), False),
            (_("Contributions"), True), (_("Owed under its rules"), False),
        ),
        empty=_("No report on contributions is on record."), controls=controls,
        template="contributions.html",
        extra={"papers": choices.meetings if office else (), "office": office},
    )  # fmt: skip
    return listing(request, page, lambda at: listed.contributions(who, asks, page=at), form)


@require_GET
@guarded
def contribution(request: HttpRequest, key: str, form: str = "") -> HttpResponse:
    """One report."""
    who = by(request)
    one = kept.contribution(who, key)
    waits = one is not None and one.state == "received"
    extra = {
        "kinds": dict(named_kinds()), "own": kept.mine(who, key) is not None,
        "may_take": waits and can(who, "record"), "may_show": can(who, "publish"),
        "unlinked": [each for each in one.lines if each.provision and not each.linked]
        if one and waits else [],
        **(beside.about(who, f"contribution {key}") if one else {}), "may_publish": False,
    }  # fmt: skip
    return single(request, "contribution.html", one, key, form, extra)


@require_POST
@guarded
def do(request: HttpRequest, key: str, deed: str) -> HttpResponse:
    """What the office does with a report."""
    who, why, at = by(request) or "", sent(request, "reason"), seen(request)
    if deed == "take-up":
        done = acts.take_up(who, why, key, seen=at)
        told = ngettext(
            "%(n)s contribution is in the record now.",
            "%(n)s contributions are in the record now.", len(done.engagements),
        ) % {"n": len(done.engagements)}  # fmt: skip
        if done.unlinked:
            numbers = ", ".join(map(str, done.unlinked))
            told = f"{told} " + _(
                "No provision of the record has the name that these give: %(numbers)s. Link them "
                "on their own pages."
            ) % {"numbers": numbers}
    elif deed == "give-back":
        acts.give_back(who, "", key, sent(request, "words"), seen=at)
        told = _("It is given back. Its body sees what is to be corrected.")
        return back(request, reverse("contributions"), told)
    elif deed == "publish":
        acts.publish(who, why, key, seen=at)
        told = _("Everybody can read it now.")
    elif deed == "hide":
        acts.hide(who, why, key, seen=at)
        told = _("It is shown to everybody no more.")
    else:
        raise Hidden(_("there is no %(name)s that you may see") % {"name": deed})
    return back(request, reverse("contribution", args=[key]), told)
