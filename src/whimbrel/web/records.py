"""The other shelves: partners, agreements, meetings, groups, campaigns, initiatives, statements."""

import datetime

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_GET

from whimbrel.queries import agreements as bonds
from whimbrel.queries import alike, barriers, bodies, participation, partnerships
from whimbrel.queries import groups as work
from whimbrel.queries import meetings as held
from whimbrel.queries.people import can
from whimbrel.web import beside
from whimbrel.web.answers import asked, guarded, single
from whimbrel.web.decisions import day
from whimbrel.web.frame import by
from whimbrel.web.lists import Control, Page, chosen, listing

STATES = ("current", "expiring", "ended", "to come", "in development", "not known")


@require_GET
@guarded
def partners(request: HttpRequest, form: str = "") -> HttpResponse:
    """With whom something was done, and all other bodies."""
    who = by(request)
    asks = asked(request, bodies.Choice) if request.GET else bodies.Choice(engaged="yes")
    engaged = (("yes", _("something was done")), ("no", _("nothing on record")))
    controls = (
        Control(name="q", label=_("Name"), value=asks.q, kind="search"),
        chosen("kind", _("Kind"), bodies.kinds(who), asks.kind),
        chosen("constituency", _("Constituency"), bodies.CONSTITUENCIES, asks.constituency),
        Control(name="engaged", label=_("With them"), value=asks.engaged, options=engaged),
        chosen("role", _("What they were"), ("organiser", "partner"), asks.role),
    )
    page = Page(
        title=_("Partners"),
        name="partners",
        row="rows/partners.html",
        heads=(
            (_("Partner"), False), (_("Kind"), False), (_("Last"), False),
            (_("Engagements"), True),
        ),
        empty=_("No partner like this is on record."),
        controls=controls,
    )  # fmt: skip
    return listing(request, page, lambda at: bodies.partners(who, asks, page=at), form)


@require_GET
@guarded
def body(request: HttpRequest, key: str, form: str = "") -> HttpResponse:
    """Everything about a partner on one page."""
    who = by(request)
    one = bodies.body(who, key)
    name = one.partner.key if one else key
    extra = {
        "took": participation.participation(who, participation.Filter(body=name)).rows,
        "stood": barriers.barriers(who, barriers.Filter(body=name)).rows,
        "may_record": can(who, "record"),
        "may_screen": can(who, "screen"),
        "alike": alike.alike(who, name) if one and can(who, "record") else (),
        "bonds": partnerships.partnerships(who, partnerships.Filter(partner=key)).rows,
        **beside.about(who, f"body {name}"),
    }
    return single(request, "body.html", one, key, form, extra)


@require_GET
@guarded
def agreements(request: HttpRequest, form: str = "") -> HttpResponse:
    """Agreements and programmes, those that end first before the others."""
    who, asks = by(request), asked(request, bonds.Filter)
    day(asks.on)
    controls = (
        Control(name="q", label=_("Words"), value=asks.q, kind="search"),
        chosen("state", _("State"), STATES, asks.state),
        chosen("renewed", _("Renewed"), ("yes", "no"), asks.renewed),
        Control(name="partner", label=_("With, by its short name"), value=asks.partner),
        Control(name="on", label=_("On the day"), value=asks.on, kind="date"),
    )
    page = Page(
        title=_("Agreements and programmes"),
        name="agreements",
        row="rows/agreements.html",
        heads=(
            (_("Name"), False), (_("With"), False), (pgettext("a period", "For"), False),
            (_("State"), False),
            (_("Days left"), True),
        ),
        empty=_("No agreement like this is on record."),
        controls=controls,
    )  # fmt: skip
    return listing(request, page, lambda at: bonds.agreements(who, asks, page=at), form)


@require_GET
@guarded
def agreement(request: HttpRequest, key: str, form: str = "") -> HttpResponse:
    """One agreement with its parties and days left."""
    who = by(request)
    extra = {"may_record": can(who, "record"), **beside.about(who, f"agreement {key}")}
    return single(request, "agreement.html", bonds.agreement(who, key), key, form, extra)


@require_GET
@guarded
def meetings(request: HttpRequest, form: str = "") -> HttpResponse:
    """Meetings, the newest first."""
    who, q = by(request), request.GET.get("q", "")[:200]
    page = Page(
        title=_("Meetings"),
        name="meetings",
        row="rows/meetings.html",
        heads=(
            (_("Meeting"), False), (_("Title"), False), (_("When"), False), (_("Where"), False),
            (_("Documents"), True),
        ),
        empty=_("No meeting like this is on record."),
        controls=(Control(name="q", label=_("Words"), value=q, kind="search"),),
    )  # fmt: skip
    return listing(request, page, lambda at: held.meetings(who, q=q, page=at), form)


@require_GET
@guarded
def meeting(request: HttpRequest, short: str, form: str = "") -> HttpResponse:
    """A meeting with its papers and what it adopted."""
    who = by(request)
    extra = {
        **beside.about(who, f"meeting {short}"), "may_record": can(who, "record"),
        "took": participation.participation(who, participation.Filter(meeting=short)).rows,
        "stood": barriers.barriers(who, barriers.Filter(meeting=short)).rows,
    }  # fmt: skip
    return single(request, "meeting.html", held.meeting(who, short), short, form, extra)


@require_GET
@guarded
def groups(request: HttpRequest, form: str = "") -> HttpResponse:
    """Groups, whether they met or not."""
    who, state = by(request), request.GET.get("state", "")[:200]
    page = Page(
        title=_("Groups"),
        name="groups",
        row="rows/groups.html",
        heads=(
            (_("Group"), False), (_("Mandated by"), False), (_("State"), False),
            (_("Sittings"), True),
        ),
        empty=_("No group like this is on record."),
        controls=(chosen("state", _("State"), ("met", "never convened", "not known"), state),),
    )  # fmt: skip
    return listing(request, page, lambda at: work.groups(who, state=state, page=at), form)


@require_GET
@guarded
def group(request: HttpRequest, key: str, form: str = "") -> HttpResponse:
    """A group with its sittings."""
    who = by(request)
    extra = beside.about(who, f"group {key}")
    return single(request, "group.html", work.group(who, key), key, form, extra)


def year_of(request: HttpRequest) -> int:
    """The year that was asked for; this one where it is none."""
    text = request.GET.get("year", "")
    known = text.isdecimal() and 1900 <= int(text[:4]) <= 2199 and len(text) == 4
    return int(text) if known else datetime.date.today().year


@require_GET
@guarded
def campaigns(request: HttpRequest, form: str = "") -> HttpResponse:
    """Campaigns with their days in a year."""
    who, year = by(request), year_of(request)
    page = Page(
        title=_("Campaigns"),
        name="campaigns",
        row="rows/campaigns.html",
        heads=(
            (_("Campaign"), False), (_("Days in %(year)s") % {"year": year}, False),
            (_("Next"), False),
            (_("Theme"), False), (_("With"), False),
        ),
        empty=_("No campaign is on record yet."),
        controls=(Control(name="year", label=_("Year"), value=str(year)),),
    )  # fmt: skip
    return listing(request, page, lambda at: work.campaigns(who, year=year, page=at), form)


@require_GET
@guarded
def campaign(request: HttpRequest, key: str, form: str = "") -> HttpResponse:
    """A campaign with its themes and its days in a year."""
    who = by(request)
    one = work.campaign(who, key, year=year_of(request))
    return single(request, "campaign.html", one, key, form, beside.about(who, f"campaign {key}"))


@require_GET
@guarded
def initiatives(request: HttpRequest, form: str = "") -> HttpResponse:
    """Initiatives in development."""
    who = by(request)
    page = Page(
        title=_("Initiatives"),
        name="initiatives",
        row="rows/initiatives.html",
        heads=(
            (_("Initiative"), False), (_("State"), False), (_("About"), False),
            (_("Instruments"), False), (_("Consulted at"), False),
        ),
        empty=_("No initiative is on record yet."),
    )  # fmt: skip
    return listing(request, page, lambda at: work.initiatives(who, page=at), form)


@require_GET
@guarded
def initiative(request: HttpRequest, key: str, form: str = "") -> HttpResponse:
    """An initiative in development."""
    who = by(request)
    extra = beside.about(who, f"initiative {key}")
    return single(request, "initiative.html", work.initiative(who, key), key, form, extra)


@require_GET
@guarded
def statements(request: HttpRequest, form: str = "") -> HttpResponse:
    """Who holds which view, in their words."""
    who = by(request)
    asks = {name: request.GET.get(name, "")[:200] for name in ("holder", "q")}
    page = Page(
        title=_("Statements"),
        name="statements",
        row="rows/statements.html",
        heads=(
            (_("Who"), False), (_("On what"), False),
            (pgettext("an opinion", "View"), False), (_("Source"), False),
        ),
        empty=_("No statement is on record yet."),
        controls=(
            Control(name="q", label=_("Words"), value=asks["q"], kind="search"),
            chosen("holder", _("Who"), bodies.holders(who), asks["holder"], str),
        ),
    )  # fmt: skip
    return listing(request, page, lambda at: bodies.statements(who, **asks, page=at), form)
