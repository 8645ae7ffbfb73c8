"""Partnerships: the list of them, one of them with every step and the rule that asks for it, and
who holds which authority."""

import datetime
from dataclasses import asdict

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from whimbrel.queries import authorities as held
from whimbrel.queries import partnership as one_of
from whimbrel.queries import partnerships as kept
from whimbrel.queries import screening
from whimbrel.queries.listing import is_on
from whimbrel.queries.papers import inside
from whimbrel.queries.partnered import Whole
from whimbrel.queries.people import can, people
from whimbrel.queries.scope import reader
from whimbrel.queries.talk import colleagues
from whimbrel.web import beside
from whimbrel.web import forms_partnership as forms
from whimbrel.web.answers import asked, guarded, refused, single
from whimbrel.web.forms_steps import on_step
from whimbrel.web.frame import by
from whimbrel.web.lists import Control, Page, chosen, listing
from whimbrel.web.reports import handed

VERBS = ("record", "examine", "clear", "decide", "publish")
NEAR = 2
"""Steps to come of which all that bars them is shown unfolded."""
STAFF = ("officer", "approver")


@require_GET
@guarded
def partnerships(request: HttpRequest, form: str = "") -> HttpResponse:
    """Every partnership, narrowed in the address bar; for strangers those that are public."""
    who, asks = by(request), asked(request, kept.Filter)
    office = inside(reader(who))
    heads: tuple[tuple[str, bool], ...] = (
        (_("Partnership"), False), (_("Partner"), False), (_("Form"), False), (_("State"), False),
        (_("Period"), False),
    )  # fmt: skip
    if office:
        heads = (*heads, (_("Due diligence"), False), (_("Late"), True))
    page = Page(
        title=_("Partnerships"), name="partnerships", row="rows/partnerships.html", heads=heads,
        empty=_("No partnership like this is on record."), controls=controls(who, asks, office),
        extra={} if form else around(who, office), template="partnerships.html",
    )  # fmt: skip
    return listing(request, page, lambda at: kept.partnerships(who, asks, page=at), form)


def controls(who: str | None, asks: kept.Filter, office: bool) -> tuple[Control, ...]:
    """The filters of partnerships."""
    choices = kept.choices(who)
    words = Control(name="q", label=_("Words"), value=asks.q, kind="search")
    state = chosen("state", _("State"), choices.states, asks.state)
    if not office:
        return (words, state)
    pressing = (
        ("late", _("something is late")), ("ending", _("ends soon, or has ended")),
        ("vetting", _("due diligence runs out")), ("red", _("a red flag is up")),
    )  # fmt: skip
    mine = ((kept.MINE, _("mine")),)
    return (
        words, state,
        Control(name="pressing", label=_("What presses"), value=asks.pressing, options=pressing),
        chosen("pack", _("Policy"), choices.packs, asks.pack, str),
        Control(name="provision", label=_("Mandate"), value=asks.provision),
        Control(name="officer", label=_("In whose hands"), value=asks.officer, options=mine),
    )  # fmt: skip


def around(who: str | None, office: bool) -> dict[str, object]:
    """What stands around the list: the form that begins one."""
    return {
        "office": office, "may_begin": can(who, "record"), "offers": one_of.offered(who),
        "today": datetime.date.today().isoformat(),
    }  # fmt: skip


@require_GET
@guarded
def partnership(request: HttpRequest, key: str, form: str = "") -> HttpResponse:
    """One partnership, with its forms."""
    who = by(request)
    one = one_of.partnership(who, key)
    extra = around_one(who, one) if one is not None and one.inside else {}
    return single(request, "partnership.html", one, key, form, extra)


def around_one(who: str | None, one: Whole) -> dict[str, object]:
    """The forms of a partnership that somebody may fill in."""
    verbs = {verb for verb in VERBS if can(who, verb)}
    officers = [each for each in colleagues(who) if each.role in STAFF]
    others = tuple((each.email, each.name) for each in officers if each.email != who)
    over = one.over
    near = {step.id for step in [each for each in one.steps if not each.done][:NEAR]}
    return {
        "steps": [
            (step, () if over else tuple(on_step(one, step, verbs)), step.id in near)
            for step in one.steps
        ],
        "may": {verb: verb in verbs for verb in VERBS},
        "flagging": forms.flag(one), "lifting": [(each, forms.lift(each)) for each in one.flags],
        "mitigating": forms.mitigate(one), "relying": forms.rely(one),
        "changing": forms.change(one), "vetting_again": forms.again(),
        "excepting": forms.exception(others), "planning": forms.plan(one),
        "dues": [(each, forms.met(each)) for each in one.dues],
        "screened": screened(who, one.row.body),
        "giving_up": forms.aside() if not one.agreement and not over else None,
        "officers": officers, "can_be_shown": bool(one.agreement) and not one.row.public,
        **beside.about(who, f"partnership {one.row.key}"),
        "may_publish": False,  # It is published with a summary, by an act of its own.
    }  # fmt: skip


def screened(who: str | None, body: str) -> tuple[screening.Found, ...] | None:
    """What name screening found of the partner, for whoever may screen: to be read beside the
    checks, which a person answers. None where it is off or the partner is not known."""
    if not body or not can(who, "screen") or not is_on():
        return None
    return screening.of_body(who, body)


@require_GET
@guarded
def paper(request: HttpRequest, key: str, number: int) -> HttpResponse:
    """A document of a partner. It comes from outside: it is saved, and never opened within a page
    of ours."""
    answer = handed(one_of.paper(by(request), key, number), key)
    answer["Content-Security-Policy"] = "sandbox; default-src 'none'"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


@require_GET
@guarded
def authority(request: HttpRequest, form: str = "") -> HttpResponse:
    """Who holds which role of the authority matrix."""
    who = by(request)
    if who is None:
        return redirect_to_login(request.get_full_path())
    if not inside(reader(who)):
        return refused(request, _("authority is shown to those who see the whole record"))
    listed = held.authorities(who)
    if form:
        return JsonResponse([asdict(one) for one in listed], safe=False)
    context = {
        "holds": listed, "roles": held.roles(who), "may_give": can(who, "people"),
        "people": [each for each in people(who) if each.active and each.role in STAFF],
        "today": datetime.date.today().isoformat(),
    }  # fmt: skip
    return render(request, "authority.html", context)
