"""The house itself: the desk, the ledger, what the record said on a day, help, and whether it is
alive."""

from dataclasses import asdict
from itertools import groupby

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET
from lxml import html

from whimbrel.queries import history, reports
from whimbrel.queries import ledger as kept
from whimbrel.queries.desk import desk as laid
from whimbrel.queries.people import can
from whimbrel.web.answers import guarded, refused
from whimbrel.web.decisions import day
from whimbrel.web.frame import by
from whimbrel.web.lists import Control, Page, chosen, listing
from whimbrel.web.vocabulary import deed, word

NAMED = 4
"""Records that a line of the desk names; of the others it tells how many they are."""
AT_ONCE = 5000
"""Lines of the ledger that are followed on every look; a longer one is followed when asked."""


@require_GET
@guarded
def desk(request: HttpRequest, form: str = "") -> HttpResponse:
    """What is due, unfunded, silent, expiring, and what waits for this person."""
    who = by(request)
    if who is None:
        return redirect("sign-in")
    if form == "json":
        return JsonResponse(asdict(laid(who)))
    written = [one for one in reports.reports(who).rows if one.state != "submitted"]
    context = {
        "desk": laid(who), "acts": lately(who), "may_deposit": can(who, "deposit"),
        "reports": written[:5] if can(who, "read") else [],
    }  # fmt: skip
    return render(request, "desk.html", context)


def lately(who: str) -> list[dict[str, object]]:
    """The newest lines of the ledger; what somebody did several times in a row is told once."""
    told: list[dict[str, object]] = []
    lines = kept.lines(who, last=40)
    for (act, by_whom, refused_), same in groupby(
        lines, key=lambda one: (one.act, one.by, one.refused)
    ):
        about = list(dict.fromkeys(one.about for one in same if one.about))
        told.append(
            {
                "said": deed(act), "by": by_whom,
                "refused": refused_, "about": about[:NAMED], "more": len(about[NAMED:]),
            }
        )  # fmt: skip
    return told[:8]


@require_GET
@guarded
def ledger(request: HttpRequest, form: str = "") -> HttpResponse:
    """Who did what, when and why; and whether the ledger is whole."""
    who = by(request)
    if who is None:
        return redirect_to_login(request.get_full_path())
    if not can(who, "audit"):
        return refused(request, _("the ledger is for those whose role may audit"))
    asks = {name: request.GET.get(name, "")[:200] for name in ("act", "refused", "about", "who")}
    days = {name: request.GET.get(name, "")[:10] for name in ("since", "until")}
    since, until = day(days["since"]), day(days["until"])
    controls = (
        chosen("act", _("Act"), kept.acts(), asks["act"], str),
        chosen("refused", _("Refused"), ("yes", "no"), asks["refused"]),
        Control(name="about", label=_("On what"), value=asks["about"]),
        Control(name="who", label=_("Who, by their address"), value=asks["who"]),
        Control(name="since", label=_("From the day"), value=days["since"], kind="date"),
        Control(name="until", label=_("To the day"), value=days["until"], kind="date"),
    )
    follow = kept.newest() <= AT_ONCE or "verify" in request.GET
    page = Page(
        title=_("Ledger"),
        name="ledger",
        row="rows/ledger.html",
        heads=(
            (_("Line"), True), (_("When"), False), (_("Act"), False), (_("Who"), False),
            (_("On what"), False), (_("Why"), False),
        ),
        empty=_("Nothing like this was done yet."),
        controls=controls,
        extra={"verdict": kept.verify() if follow and not form else None},
        template="ledger.html",
    )  # fmt: skip
    return listing(
        request, page,
        lambda at: kept.entries(who, since=since, until=until, **asks, page=at), form,
    )  # fmt: skip


KINDS = ("provision", "engagement", "agreement", "body", "group", "campaign", "initiative",
         "meeting", "instrument", "document", "draft")  # fmt: skip


@require_GET
@guarded
def then(request: HttpRequest, form: str = "") -> HttpResponse:
    """What the record said on a day, whatever it has learned since."""
    who, on = by(request), day(request.GET.get("on", "")[:10])
    if who is None:
        return redirect_to_login(request.get_full_path())
    kind = request.GET.get("kind", "provision")
    if kind not in KINDS:
        return refused(request, _("%(kind)s is no kind of record") % {"kind": kind[:40]})
    rows = history.said_on(who, kind, on) if on else ()
    if "json" in (form, request.GET.get("form")):
        return JsonResponse([{"about": r.about, "at": r.at, "said": r.said} for r in rows],
                            safe=False)  # fmt: skip
    context = {
        "on": on.isoformat() if on else "",
        "kind": kind,
        "kinds": [(one, word(one)) for one in KINDS],
        "rows": [(one, sorted((k, history.words(v)) for k, v in one.said.items())) for one in rows],
    }
    return render(request, "then.html", context)


@require_GET
def help_page(request: HttpRequest, form: str = "") -> HttpResponse:
    """How things are done here; as data, its sections."""
    page = render(request, "help.html")
    if form != "json":
        return page
    main = html.fromstring(page.content).get_element_by_id("main")
    pairs = zip(main.iter("h2"), main.iter("p"), strict=True)
    sections = [{"heading": h.text_content(), "text": p.text_content()} for h, p in pairs]
    return JsonResponse(sections, safe=False)


def alive(request: HttpRequest) -> HttpResponse:
    """For those who watch the server: it answers, and the record can be asked."""
    return JsonResponse({"alive": True, "newest_line": kept.newest()})
