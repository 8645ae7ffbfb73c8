"""Engagements as a list, a calendar, a timeline, and one of them."""

import calendar as months
import datetime
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict, replace

from babel.dates import get_month_names
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from whimbrel.queries import engagements as kept
from whimbrel.queries.bodies import CONSTITUENCIES
from whimbrel.queries.engagements import Deed, Filter
from whimbrel.queries.people import can
from whimbrel.web import beside
from whimbrel.web.answers import asked, guarded, single
from whimbrel.web.frame import by
from whimbrel.web.lists import Control, Page, chosen, listing
from whimbrel.web.vocabulary import country, language, locale, word


def controls(who: str | None, asks: Filter) -> tuple[Control, ...]:
    """The filters of engagements."""
    choices = kept.choices(who)
    shown = (("none", _("without evidence")), ("some", _("with evidence")))
    return (
        Control(name="q", label=_("Words"), value=asks.q, kind="search"),
        chosen("country", _("Concerning or held in"), choices.country, asks.country, country),
        chosen("venue", _("Held in"), choices.country, asks.venue, country),
        chosen("year", _("Year"), choices.year, asks.year, str),
        chosen("kind", _("Kind"), choices.kind, asks.kind),
        chosen("state", _("State"), choices.state, asks.state),
        chosen("mode", _("How we took part"), choices.mode, asks.mode),
        Control(name="evidence", label=_("Evidence"), value=asks.evidence, options=shown),
        chosen("role", _("What we were"), choices.role, asks.role),
        chosen("support", _("Help"), choices.support, asks.support),
        chosen("species", _("Species"), choices.species, asks.species, str),
        chosen("theme", _("Theme"), choices.theme, asks.theme, str),
        chosen("constituency", _("Constituency"), CONSTITUENCIES, asks.constituency),
        Control(name="partner", label=_("Partner, by its short name"), value=asks.partner),
        Control(name="organiser", label=_("Organised by, short name"), value=asks.organiser),
        Control(name="provision", label=_("Provision"), value=asks.provision),
    )


@require_GET
@guarded
def engagements(request: HttpRequest, form: str = "") -> HttpResponse:
    """What was done, narrowed in the address bar."""
    who, asks = by(request), asked(request, Filter)
    page = Page(
        title=_("Engagements"),
        name="engagements",
        row="rows/engagements.html",
        heads=(
            (_("What was done"), False), (_("With"), False), (_("When"), False),
            (_("Where"), False), (_("State"), False), (_("Evidence"), False),
        ),
        empty=_("No engagement like this is on record."),
        controls=controls(who, asks),
        template="engagements.html",
    )  # fmt: skip
    return listing(request, page, lambda at: kept.engagements(who, asks, page=at), form)


@require_GET
@guarded
def engagement(request: HttpRequest, key: str, form: str = "") -> HttpResponse:
    """One engagement with what shows it."""
    who = by(request)
    one = kept.engagement(who, key)
    extra = {"may_record": can(who, "record"), **beside.about(who, f"engagement {key}")}
    return single(request, "engagement.html", one, key, form, extra)


@require_GET
@guarded
def calendar(request: HttpRequest, year: int | None = None, form: str = "") -> HttpResponse:
    """The engagements of a year by month, and those whose month is not known."""
    who, asks = by(request), asked(request, Filter)
    year = year or datetime.date.today().year
    listed = kept.engagements(who, replace(asks, year=str(year))).rows
    if who is None and not listed:
        return redirect_to_login(request.get_full_path())
    months_of: dict[int, list[Deed]] = defaultdict(list)
    for one in listed:
        for month in during(one, year):
            months_of[month].append(one)
    if form == "json":
        told = {month: [asdict(one) for one in each] for month, each in months_of.items()}
        unplaced = told.pop(0, [])
        said = {"year": year, "total": len(listed), "months": told, "unplaced": unplaced}
        return JsonResponse(said)
    names = get_month_names("wide", locale=locale(language()))
    context = {
        "year": year,
        "months": [(names[month], sorted(months_of[month], key=start)) for month in range(1, 13)],
        "unplaced": months_of[0],
        "total": len(listed),
        "years": kept.choices(who).year,
    }
    return render(request, "calendar.html", context)


def start(one: Deed) -> str:
    """When it began."""
    return one.since


def during(one: Deed, year: int) -> list[int]:
    """The months of a year that an engagement falls in; 0 where its month is not known."""
    if len(one.since) < 7:
        return [0]
    first = (int(one.since[:4]), int(one.since[5:7]))
    until = one.until if len(one.until) >= 7 else one.since
    last = (int(until[:4]), int(until[5:7]))
    return [month for month in range(1, 13) if first <= (year, month) <= last] or [0]


@require_GET
@guarded
def timeline(request: HttpRequest, form: str = "") -> HttpResponse:
    """All engagements along the years: a bar for each, and the table beside it."""
    who, asks = by(request), asked(request, Filter)
    told = kept.latest(who, asks, MOST)
    if who is None and not told.rows:
        return redirect_to_login(request.get_full_path())
    if form == "json":
        return JsonResponse(asdict(told))
    context = {
        "page": Page(
            title=_("Timeline"), name="engagements", row="", heads=(), empty="",
            controls=controls(who, asks),
        ),
        "narrowed": any(request.GET.values()),
        "bars": bars(told.rows),
        "earlier": told.earlier,
        "undated": told.undated,
    }  # fmt: skip
    return render(request, "timeline.html", context)


WIDE, HIGH, LEFT, MOST = 740, 18, 440, 200


def bars(newest: Sequence[Deed]) -> dict[str, object] | None:
    """The figure: years along the top, a bar for each engagement, as numbers for the drawing. None
    where nothing has a date."""
    listed = sorted(newest, key=start)
    if not listed:
        return None
    first = int(listed[0].since[:4])
    last = max(int((one.until or one.since)[:4]) for one in listed)
    span = (last - first + 1) * 366.0

    def at(date: str, end: bool) -> float:
        year = int(date[:4])
        month = int(date[5:7]) if len(date) >= 7 else (12 if end else 1)
        days = months.monthrange(year, month)[1]
        day = int(date[8:10]) if len(date) == 10 else (days if end else 1)
        gone = (datetime.date(year, month, day) - datetime.date(year, 1, 1)).days + end
        return LEFT + WIDE * ((year - first) * 366 + gone) / span

    drawn = []
    for place, one in enumerate(listed):
        left, right = at(one.since, end=False), at(one.until or one.since, end=True)
        drawn.append(
            {
                "one": one, "x": round(left, 1), "width": round(max(3.0, right - left), 1),
                "y": 30 + HIGH * place, "base": 41 + HIGH * place,
            }
        )  # fmt: skip
    ticks = [
        {"year": year, "x": round(LEFT + WIDE * (year - first) * 366 / span, 1)}
        for year in range(first, last + 1)
    ]
    height = 40 + HIGH * len(listed)
    return {"rows": drawn, "ticks": ticks, "height": height, "bottom": height - 6,
            "words": word("engagement")}  # fmt: skip
