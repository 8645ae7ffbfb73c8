"""Admission for the office: the applications, one of them beside the criteria, those for a meeting,
the schemes in use, and the public register of observers."""

import datetime

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_GET

from whimbrel.queries import applications as kept
from whimbrel.queries import gathering as gathered
from whimbrel.queries import letters, observers, review, schemes_on
from whimbrel.queries.applications import MINE
from whimbrel.queries.cases import ENDED
from whimbrel.queries.countries import countries
from whimbrel.queries.papers import inside
from whimbrel.queries.people import can
from whimbrel.queries.scope import reader
from whimbrel.queries.talk import colleagues
from whimbrel.web import beside, byhand
from whimbrel.web.answers import asked, guarded, refused, single
from whimbrel.web.decisions import day
from whimbrel.web.frame import by
from whimbrel.web.lists import Control, Page, chosen, listing
from whimbrel.web.reports import handed
from whimbrel.web.vocabulary import country, language, tongue, word

DECISIONS = ("admit", "admit for one meeting", "refuse", "defer")


@require_GET
@guarded
def admission(request: HttpRequest, form: str = "") -> HttpResponse:
    """Every application that was sent, narrowed in the address bar."""
    who = by(request)
    if who is None:
        return redirect_to_login(request.get_full_path())
    if not inside(reader(who)):
        return refused(request, _("applications are for those who see the whole record"))
    asks = asked(request, kept.Filter)
    day(asks.on)
    page = Page(
        title=_("Admission"), name="admission", row="rows/admission.html",
        heads=(
            (_("Application"), False), (_("Who applies"), False), (_("Meeting"), False),
            (_("State"), False), (_("Questions"), True), (_("In whose hands"), False),
        ),
        empty=_("No application like this is on record."),
        controls=controls(who, asks),
        extra={} if form else around(who), template="admission.html",
    )  # fmt: skip
    return listing(request, page, lambda at: kept.applications(who, asks, page=at), form)


def controls(who: str, asks: kept.Filter) -> tuple[Control, ...]:
    """The filters of applications."""
    choices = kept.choices(who)
    questions = (("open", _("open")), ("overdue", _("overdue")))
    hands = ((MINE, _("mine, or nobody’s yet")),)
    return (
        Control(name="q", label=_("Words"), value=asks.q, kind="search"),
        chosen("meeting", _("Meeting"), choices.meetings, asks.meeting, str),
        chosen("state", _("State"), choices.states, asks.state),
        chosen("scheme", _("Scheme"), choices.schemes, asks.scheme, schemes_on.titled),
        Control(name="officer", label=_("In whose hands"), value=asks.officer, options=hands),
        Control(name="questions", label=_("Questions"), value=asks.questions, options=questions),
        Control(name="on", label=_("As it stood on"), value=asks.on, kind="date"),
    )


def around(who: str) -> dict[str, object]:
    """What stands around the list: the meetings, and the schemes in use."""
    return {
        "meetings": gathered.meetings(who), "in_use": schemes_on.listed(who, "cms"),
        "offered": schemes_on.offered(who, "cms"), "may_adopt": can(who, "decide"),
        "today": datetime.date.today().isoformat(),
    }  # fmt: skip


@require_GET
@guarded
def application(request: HttpRequest, key: str, form: str = "") -> HttpResponse:
    """One application beside the criteria, today or on a day."""
    who, on = by(request), day(request.GET.get("day", "")[:10])
    one = review.application(who, key, on=on)
    return single(request, "application.html", one, key, form, extra(who, one) if one else {})


def extra(who: str | None, one: review.Whole) -> dict[str, object]:
    """What the page needs beside the record."""
    soon = datetime.date.today() + datetime.timedelta(days=14)
    open_ = {move.step for move in one.moves if not move.bars}
    examines, decides = can(who, "examine"), can(who, "decide")
    return {
        "may_examine": examines and not one.on, "may_decide": decides and not one.on,
        "may_file": examines or decides,
        "found": found_words(),
        "standing_objections": [each.party for each in one.objections if not each.withdrawn],
        "decisions": [(value, word(value)) for value in DECISIONS if value.split()[0] in open_],
        "openings": [move for move in one.moves if not move.bars],
        "closed": [move for move in one.moves if move.bars],
        "open": open_, "soon": soon.isoformat(), "today": datetime.date.today().isoformat(),
        "kinds": sorted({kind for each in one.missing for kind in each.any_of}),
        "states": countries(language()).items(), "letters": letters.fitting(one.applied.key),
        "tongues": tongues(),
        "officers": [each for each in colleagues(who) if each.role in ("officer", "approver")],
        **beside.about(who, f"case {one.applied.key}"),
        "deeds": holding(who, one, open_),
        "may_publish": False,  # It is published with its status, by an act of its own.
        "may_show": bool(one.statuses) and not one.applied.public and can(who, "publish"),
    }  # fmt: skip


def found_words() -> list[tuple[str, str]]:
    """What an officer can find of a criterion, in words: a group is met otherwise."""
    met = pgettext("a criterion", "met")
    return [("met", met), ("not met", _("not met")), ("not known", _("not known"))]


STEPS = {
    "admission.suspend": "suspend", "admission.restore": "restore", "admission.renew": "renew",
    "admission.withdraw_status": "withdraw-status",
}  # fmt: skip
"""Act on a holder of a status -> the step of the procedure."""


def holding(who: str | None, one: review.Whole, open_: set[str]) -> list[tuple[str, str]]:
    """(act, what it does) of what can be done with the status that it holds: none where it holds
    none, and only steps that are open."""
    held = bool(one.statuses) and one.statuses[0].status not in ENDED and not one.on
    return [
        (act, says)
        for act, says in byhand.on(who, f"case {one.applied.key}")
        if held and (act not in STEPS or STEPS[act] in open_)
    ]


def tongues() -> list[tuple[str, str]]:
    """The languages of letters."""
    return [(code, tongue(code)) for code in ("en", "fr", "es")]


@require_GET
@guarded
def gathering(request: HttpRequest, short: str, form: str = "") -> HttpResponse:
    """The applications for a meeting, and the lists that went to the Parties."""
    who = by(request)
    one = gathered.gathering(who, short)
    context = {
        "may_examine": can(who, "examine"), "today": datetime.date.today().isoformat(),
        "tongues": tongues(),
    }  # fmt: skip
    return single(request, "gathering.html", one, short, form, context)


@require_GET
@guarded
def register(request: HttpRequest, form: str = "") -> HttpResponse:
    """The public register of observers."""
    who, asks = by(request), asked(request, observers.Filter)
    day(asks.on)
    choices = observers.choices(who)
    controls = (
        Control(name="q", label=_("Name"), value=asks.q, kind="search"),
        chosen("meeting", _("Meeting"), choices.meetings, asks.meeting, str),
        chosen("status", _("Status"), choices.statuses, asks.status),
        chosen("country", _("State"), choices.countries, asks.country, country),
        Control(name="on", label=_("As it stood on"), value=asks.on, kind="date"),
    )
    page = Page(
        title=_("Register of observers"), name="observers", row="rows/observers.html",
        heads=(
            (_("Body"), False), (_("State"), False), (_("Status"), False),
            (pgettext("a period", "For"), False), (_("Meeting"), False), (_("Decided by"), False),
        ),
        empty=_("No body like this is in the public register."), controls=controls,
    )  # fmt: skip
    return listing(request, page, lambda at: observers.observers(who, asks, page=at), form)


@require_GET
@guarded
def letter(request: HttpRequest, name: str, key: str, form: str) -> HttpResponse:
    """A letter about an application or a list as a file, in the language that was asked for."""
    chosen_ = request.GET.get("language", "")
    code = chosen_ if chosen_ in ("en", "fr", "es") else ""
    made = letters.letter(by(request), name, key, form, language=code)
    return handed(made.file if made is not None else None, name)


@require_GET
@guarded
def paper(request: HttpRequest, key: str, number: int) -> HttpResponse:
    """A document that an applicant brought. It comes from outside: it is saved, and never opened
    within a page of ours."""
    made = review.paper(by(request), key, number)
    answer = handed(made, key)
    answer["Content-Security-Policy"] = "sandbox; default-src 'none'"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
