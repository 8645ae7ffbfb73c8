"""Reports: the list, the page on which one is written, what goes out and what comes back."""

from dataclasses import asdict
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from whimbrel.acts import reports as acts
from whimbrel.acts import returning, sending
from whimbrel.acts.refused import Overtaken, Refused
from whimbrel.queries import drafting, meetings, prints, returns
from whimbrel.queries import reports as kept
from whimbrel.queries.documents import Hidden
from whimbrel.queries.people import can
from whimbrel.reading import Limits
from whimbrel.web import beside
from whimbrel.web.answers import guarded, single
from whimbrel.web.decisions import day
from whimbrel.web.frame import by
from whimbrel.web.lists import Control, Page, listing
from whimbrel.web.record import back, lines, seen, sent
from whimbrel.web.spoken import spoken
from whimbrel.web.vocabulary import tongue

LANGUAGES = ("en", "fr", "es")
STATES = ("draft", "frozen", "submitted")


@require_GET
@guarded
def reports(request: HttpRequest, form: str = "") -> HttpResponse:
    """Every report, and a place to begin one."""
    who, meeting = by(request), request.GET.get("meeting", "")[:60]
    page = Page(
        title=_("Reports"),
        name="reports",
        row="rows/reports.html",
        heads=(
            (_("Report"), False), (_("Title"), False), (_("Language"), False), (_("State"), False),
            (_("Went out"), False),
        ),
        empty=_("No report is on record yet. The first one is begun here."),
        controls=(Control(name="meeting", label=_("Meeting"), value=meeting),),
        extra={
            "may_record": can(who, "record"),
            "meetings": [] if form else [one.short for one in meetings.meetings(who).rows],
            "tongues": [(code, tongue(code)) for code in LANGUAGES],
        },
        template="reports.html",
    )  # fmt: skip
    return listing(
        request, page, lambda at: kept.reports(who, meeting=meeting, page=at), form
    )  # fmt: skip


@require_POST
@guarded
def begin(request: HttpRequest) -> HttpResponse:
    """Begin a report."""
    key = acts.begin(
        by(request) or "", sent(request, "reason"), sent(request, "meeting"),
        sent(request, "item"), title=sent(request, "title"),
        on=lines(request.POST.get("about", "")),
        language=sent(request, "language") or "en", symbol=sent(request, "symbol"),
        since=day(sent(request, "since")), until=day(sent(request, "until")),
    )  # fmt: skip
    return back(request, where(key), _("The report is begun: this is what the record gives."))


def where(key: str) -> str:
    """The address of a report."""
    return reverse("report", args=[key])


@require_GET
@guarded
def report(request: HttpRequest, key: str) -> HttpResponse:
    """A report as it is written; outside the office, as it went out last."""
    who, form = by(request), ""
    if key.endswith(".json"):
        key, form = key.removesuffix(".json"), "json"
    one = drafting.opened(who, key)
    if one is None:
        return gone_out(request, key, form)
    if form:
        return single(request, "report.html", one.drafted, key, form)
    return draft_page(request, one)


def draft_page(
    request: HttpRequest, page: drafting.Opened, *, why: str = "", at: str = "", wrote: str = "",
    status: int = 200,
) -> HttpResponse:  # fmt: skip
    """The page on which a report is written. After a refusal it says why, and holds what the person
    wrote."""
    who, one, key = by(request), page.drafted, page.drafted.reported.key
    state = one.reported.state
    context = {
        "one": one, "report": one.reported, "forms": list(prints.FORMS),
        "may_write": can(who, "record") and state == "draft",
        "may_record": can(who, "record"), "may_judge": can(who, "judge"),
        "may_submit": can(who, "publish") and state == "frozen",
        # What went out is what is sent on, whatever the record gives meanwhile.
        "sent": one.reported.issued[-1] if state != "draft" and one.reported.issued else "",
        "states": [(each, STATES.index(each) - STATES.index(state)) for each in STATES],
        "loose": loose(one), "owns": owns(one), "why": why, "wrote_at": at, "wrote": wrote,
        "figures": page.figures,
        "back": returns.returned(who, key) if one.reported.issued else None,
        **beside.about(who, f"report {key}"),
    }  # fmt: skip
    return render(request, "report.html", context, status=status)


def owns(one: drafting.Drafted) -> dict[str, drafting.Own]:
    """What officers wrote, by its place."""
    return {part.own.key: part.own for part in one.parts if part.own}


def loose(one: drafting.Drafted) -> list[tuple[str, str]]:
    """(place, words) of parts of the paper that have no heading yet to write under."""
    have = {each.place for each in one.parts}
    known = (
        ("narrative/summary", _("In the summary")),
        ("narrative/discussion", _("In a discussion of what was learned")),
        ("narrative/annex", _("In the annex")),
    )
    return [(place, words) for place, words in known if place not in have]


def gone_out(request: HttpRequest, key: str, form: str) -> HttpResponse:
    """A report as it went out last, for everybody who may see it."""
    who = by(request)
    document, listed = kept.issued(who, key), kept.reports(who, page=None).rows
    row = next((each for each in listed if each.key == key), None)
    if document is None or row is None:
        raise Hidden(_("there is no %(name)s that you may see") % {"name": key})
    if form == "json":
        lines_ = [asdict(each) for each in drafting.printed(document)]
        return JsonResponse({"reported": asdict(row), "lines": lines_})
    context = {
        "report": row, "lines": drafting.printed(document), "forms": list(prints.FORMS),
        "last": row.issued[-1] if row.issued else "",
    }  # fmt: skip
    return render(request, "issued.html", context)


@require_POST
@guarded
def write(request: HttpRequest, key: str) -> HttpResponse:
    """Keep what an officer wrote at a place. Who was overtaken gets the page again, with their own
    words in the form and those of the other beside."""
    who, place = by(request) or "", sent(request, "place")
    words = request.POST.get("words", "").replace("\r\n", "\n").strip()
    try:
        acts.write(
            who, sent(request, "reason"), key, place, words,
            base=request.POST.get("base", "").replace("\r\n", "\n"), seen=sent(request, "was"),
        )  # fmt: skip
    except Overtaken as refusal:
        one = drafting.opened(who, key)
        if one is None:
            raise
        return draft_page(request, one, why=str(refusal), at=place, wrote=words, status=409)
    return back(request, f"{where(key)}#{anchor(who, key, place)}", _("Your words are kept."))


def anchor(who: str, key: str, place: str) -> str:
    """Where a place stands on the page now."""
    one = drafting.drafted(who, key)
    for part in one.parts if one else ():
        for line in part.lines:
            if line.key == place:
                return quote(line.address)
        if place in (part.key, part.place) or (part.own and part.own.key == place):
            return quote(part.anchor)
    return ""


@require_POST
@guarded
def restore(request: HttpRequest, key: str) -> HttpResponse:
    """Leave a place to the record again."""
    who, place = by(request) or "", sent(request, "place")
    acts.restore(who, sent(request, "reason"), key, place, seen=sent(request, "was"))
    told = _("It is left to the record again; what was written stays in the ledger.")
    return back(request, f"{where(key)}#{anchor(who, key, place)}", told)


@require_POST
@guarded
def freeze(request: HttpRequest, key: str) -> HttpResponse:
    """Freeze a report as it stands."""
    sending.freeze(by(request) or "", sent(request, "reason"), key, seen=seen(request))
    told = _("It is frozen: what goes out is kept as it is, whatever the record says later.")
    return back(request, where(key), told)


@require_POST
@guarded
def submit(request: HttpRequest, key: str) -> HttpResponse:
    """Say that a report was submitted."""
    who, symbol = by(request) or "", sent(request, "symbol")
    sending.submit(who, sent(request, "reason"), key, symbol=symbol, seen=seen(request))
    return back(request, where(key), _("It is submitted."))


@require_POST
@guarded
def revise(request: HttpRequest, key: str) -> HttpResponse:
    """Take a report up again."""
    addendum = sent(request, "as") == "Add"
    name = sending.revise(
        by(request) or "", sent(request, "reason"), key, addendum=addendum, seen=seen(request)
    )
    told = _("It is open again, and goes out next as %(name)s.") % {"name": name}
    return back(request, where(key), told)


@require_GET
@guarded
def file(request: HttpRequest, key: str, form: str, name: str | None = None) -> HttpResponse:
    """A report as a file: as it stands now, or as it went out under a name."""
    which = None if name is None else name.removeprefix("first")
    drawings = request.GET.get("figures") == "yes"
    made = prints.report_file(by(request), key, form, name=which, figures=drawings)
    return handed(made, key)


def handed(made: prints.File | None, name: str) -> HttpResponse:
    """A file as a browser saves it. Hidden where there is none."""
    if made is None:
        raise Hidden(_("there is no %(name)s that you may see") % {"name": name})
    answer = HttpResponse(made.data, content_type=made.kind)
    plain = made.name.encode("ascii", "ignore").decode() or "paper"
    answer["Content-Disposition"] = (
        f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(made.name)}"
    )
    return answer


@require_GET
@guarded
def returned(request: HttpRequest, key: str, form: str = "") -> HttpResponse:
    """What came back, and what was decided on it."""
    who = by(request)
    one = returns.returned(who, key)
    extra = {
        "may_record": can(who, "record"),
        "may_decide": can(who, "record") and one is not None and one.reported.state == "draft",
    }
    return single(request, "returned.html", one, key, form, extra)


@require_POST
@guarded
def receive(request: HttpRequest, key: str) -> HttpResponse:
    """Take in a copy that came back."""
    who = by(request) or ""
    if not can(who, "record"):
        raise Refused(_("your role may not write in reports"))
    came = request.FILES.get("file")
    if came is None:
        raise Refused(_("no file came with it: choose one, then deposit it"))
    if (came.size or 0) > Limits().size:
        said = {"name": came.name, "most": Limits().size // 2**20}
        raise Refused(_("%(name)s is larger than %(most)d MiB: split it") % said)
    try:
        many = returning.receive(
            who, sent(request, "reason"), key, came.name or "", came.read(),
            name=sent(request, "name").removeprefix("first"),
        )  # fmt: skip
    except Refused as refusal:
        # What the reader of files says is English, and is told in the language of the page.
        raise Refused(spoken(str(refusal))) from refusal
    told = _("Changes and comments found in it: %(many)s.") % {"many": many}
    return back(request, reverse("returned", args=[key]), told)


@require_POST
@guarded
def decline(request: HttpRequest, key: str) -> HttpResponse:
    """Refuse all that is open in one copy."""
    count = returning.decline(
        by(request) or "", sent(request, "reason"), key, sent(request, "file_name")
    )
    told = _("Changes and comments refused: %(many)s.") % {"many": count}
    return back(request, reverse("returned", args=[key]), told)


@require_POST
@guarded
def decide(request: HttpRequest, key: str) -> HttpResponse:
    """Accept or refuse one change."""
    number = sent(request, "remark")
    returning.decide(
        by(request) or "", sent(request, "reason"), key,
        int(number) if number.isdecimal() else 0, sent(request, "verdict"),
    )  # fmt: skip
    address = f"{reverse('returned', args=[key])}#remark-{number}"
    return back(request, address, _("That is decided."))
