"""Decisions and resolutions: the tree by meeting, the list of provisions, and one of them."""

import datetime
from dataclasses import asdict

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from whimbrel.acts.refused import Refused
from whimbrel.engagements.coverage import Became
from whimbrel.engagements.disposition import Proposed
from whimbrel.queries import lineage, mandates, partnerships, provisions, standing
from whimbrel.queries.narrowing import MADE, Filter
from whimbrel.queries.people import can
from whimbrel.web import beside, byhand
from whimbrel.web.answers import asked, guarded, single
from whimbrel.web.frame import by
from whimbrel.web.lists import Control, Page, chosen, listing
from whimbrel.web.plain import sentence
from whimbrel.web.vocabulary import told, word

KINDS = (
    "cooperation", "workshop", "capacity-building-workshop", "training", "liaison-meeting",
    "intergovernmental-session", "side-event", "joint-output", "written-contribution",
    "outreach-event", "publication",
)  # fmt: skip
"""Kinds of engagement that the form offers."""
FUNDING = ("not known", "needed", "sought", "pledged", "received", "none")


@require_GET
@guarded
def decisions(request: HttpRequest, form: str = "") -> HttpResponse:
    """Every provision, narrowed in the address bar; above it the tree by meeting."""
    who, asks = by(request), asked(request, Filter)
    page = Page(
        title=_("Decisions"),
        name="decisions",
        row="rows/decisions.html",
        heads=(
            (_("Provision"), False), (_("What it asks"), False), (_("Of whom"), False),
            (_("Due"), False), (_("What became of it"), False),
        ),
        empty=_(
            "No provision like this is on record. They enter when a document that quotes them is "
            "accepted."
        ),
        controls=controls(who, asks, _("In force on")),
        extra={} if form or any(asdict(asks).values()) else by_meeting(who),
        template="decisions.html",
    )  # fmt: skip
    return listing(request, page, lambda at: provisions.provisions(who, asks, page=at), form)


def controls(who: str | None, asks: Filter, on: str) -> tuple[Control, ...]:
    """The filters of provisions. `on`: what a day means. Refused where it is no date."""
    day(asks.on)
    choices = provisions.choices(who)
    return (
        Control(name="q", label=_("Words"), value=asks.q, kind="search"),
        chosen("to", _("Directed to"), choices.to, asks.to, told),
        chosen("status", _("What became of it"), choices.status, asks.status),
        chosen("disposition", _("Proposed to"), choices.disposition, asks.disposition),
        chosen("condition", _("Condition"), choices.condition, asks.condition),
        chosen("funding", _("Money"), choices.funding, asks.funding),
        chosen("output", _("What it asks for"), MADE, asks.output),
        chosen("force", _("How it asks"), choices.force, asks.force),
        chosen("due", _("Due at"), choices.due, asks.due, due),
        chosen("report_to", _("To be reported to"), choices.report_to, asks.report_to, str),
        chosen("collaborator", _("Together with"), choices.collaborator, asks.collaborator, str),
        *hands(who, asks.assigned),
        chosen("target", _("Target"), choices.target, asks.target, str),
        chosen("meeting", _("Adopted at"), choices.meeting, asks.meeting, str),
        Control(name="on", label=on, value=asks.on, kind="date"),
    )


def hands(who: str | None, value: str) -> tuple[Control, ...]:
    """The field for a colleague, for those who may know in whose hands a provision is."""
    if not can(who, "read"):
        return ()
    return (Control(name="assigned", label=_("In whose hands, by their address"), value=value),)


def due(meeting: str) -> str:
    """A meeting as it is chosen."""
    return _("none stated") if meeting == "none" else meeting


LONG = 300
"""Up to so many instruments stand in the tree one by one; of more, only how many each meeting
adopted, and its name narrows the list."""


def by_meeting(who: str | None) -> dict[str, object]:
    """The tree above the list."""
    tree = mandates.tree(who)
    return {"tree": tree, "long": sum(len(one.instruments) for one in tree) > LONG}


def day(text: str) -> datetime.date | None:
    """A day from the address bar; None for none. Refused where it is no date."""
    if not text:
        return None
    try:
        return datetime.date.fromisoformat(text)
    except ValueError as error:
        raise Refused(_("%(text)s is no date: write 2025-11-03") % {"text": text}) from error


@require_GET
@guarded
def provision(request: HttpRequest, path: str) -> HttpResponse:
    """One provision, or a whole decision with its provisions."""
    who, form = by(request), ""
    if path.endswith(".json"):
        path, form = path.removesuffix(".json"), "json"
    one = mandates.provision(who, path)
    if one is None:
        holder = mandates.instrument(who, path)
        named = f"instrument {holder.number if holder else path}"
        more = {"about": named, "deeds": byhand.on(who, named)}
        return single(request, "instrument.html", holder, path, form, more)
    about = f"provision {one.asked.name}"
    extra: dict[str, object] = {
        "sentence": sentence(one),
        "may_record": can(who, "record"),
        "may_assign": can(who, "assign"),
        "kinds": [(kind, word(kind)) for kind in KINDS],
        "funding": [(state, word(state)) for state in FUNDING],
        "bonds": partnerships.partnerships(who, partnerships.Filter(provision=one.asked.name)).rows,
        **stood(who, one, path),
        **beside.about(who, about),
    }
    return single(request, "provision.html", one, path, form, extra)


STATUSES = tuple(str(one) for one in Became)
DISPOSITIONS = tuple(str(one) for one in Proposed)
LABELS = ("renewed-verbatim", "renewed-amended", "merged", "split", "replaced")
"""How a provision goes on in another."""


def stood(who: str | None, one: mandates.Whole, path: str) -> dict[str, object]:
    """How a provision stands, and its lineage; for those who may say so, what a form asks."""
    mine = next((each for each in one.statuses if not each.symbol), None)
    number = one.asked.instrument.rpartition("/")[2]
    written = {
        name: "\n".join(getattr(mine, name)) if mine else ""
        for name in ("evidence", "covered", "left")
    }
    return {
        "item": one.asked.name.removeprefix(number).strip(),
        "stands": standing.stand(who, path),
        "steps": lineage.lineage(who, path) or (),
        "mine": mine,
        "written": written,
        "may_judge": can(who, "judge"),
        "all_statuses": [(state, word(state)) for state in STATUSES],
        "all_dispositions": [(state, word(state)) for state in DISPOSITIONS],
        "labels": [(label, word(label)) for label in LABELS],
    }
