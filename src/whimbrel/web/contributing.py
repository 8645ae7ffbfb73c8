"""A body reports what it contributed, in the browser: its report is begun, written step by step,
taken along as a form and brought back, checked and sent. It needs no script, and no account beside
the way in that the body has."""

from dataclasses import dataclass

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from whimbrel.acts import contribution as acts
from whimbrel.acts.contribution_lines import FIELDS
from whimbrel.acts.refused import Refused
from whimbrel.acts.uploads import MOST
from whimbrel.admission.contribution import asked, kinds
from whimbrel.queries import contributions as kept
from whimbrel.queries.contribution_form import form_file
from whimbrel.queries.countries import country_name
from whimbrel.queries.documents import Hidden
from whimbrel.queries.people import applicant_by
from whimbrel.web import returning_link
from whimbrel.web.answers import guarded, single
from whimbrel.web.frame import by
from whimbrel.web.record import back, seen, sent
from whimbrel.web.reports import handed
from whimbrel.web.vocabulary import language, tongue

SPEAKS = ("en", "fr", "es")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question of the form with what is kept."""

    key: str
    label: str
    hint: str
    long: bool
    needed: bool
    value: str


@require_GET
@guarded
def contribute(request: HttpRequest, form: str = "") -> HttpResponse:
    """The bodies for which somebody speaks, their reports, and what can be begun."""
    who = by(request)
    if who is None:
        return redirect_to_login(request.get_full_path())
    listed = kept.to_write(who)
    if form == "json":
        rows = [
            {"body": one.body, "name": one.name, "reports": one.reports,
             "open": [each.short for each in one.open]}
            for one in listed
        ]  # fmt: skip
        return JsonResponse({"rows": rows})
    context = {"bodies": listed, "tongues": tongues(), "spoken": language()}
    return render(request, "contribute.html", context)


@require_POST
@guarded
def begin(request: HttpRequest) -> HttpResponse:
    """Begin a report."""
    key = acts.begin(
        by(request) or "", "", sent(request, "body"), sent(request, "meeting"),
        short=sent(request, "form") == "short", language=sent(request, "language") or language(),
    )  # fmt: skip
    return redirect("contributing", key=key)


@require_GET
@guarded
def contributing(request: HttpRequest, key: str, form: str = "") -> HttpResponse:
    """One's own report as it is written; once it is sent it is read where all reports are."""
    who = by(request)
    one = kept.mine(who, key)
    if one is not None and one.sent and not form:
        return redirect("contribution", key=key)
    step = request.GET.get("step", "")
    number = request.GET.get("n", "")
    line = next((each for each in one.lines if str(each.number) == number), None) if one else None
    extra = {
        "steps": steps(), "step": step if step in (*dict(steps()), "line") else "lines",
        "tongues": tongues(), "most": MOST // 2**20, "line": line,
        "questions": questions(one, line) if one else (),
        "head": heads(one) if one else (), "kinds": dict(named_kinds()),
        "bars": any(each.bars for each in one.lacks) if one else False,
        "link": returning_link.link(request, who) if who and applicant_by(who) else "",
    }  # fmt: skip
    return single(request, "contributing.html", one, key, form, extra)


def steps() -> tuple[tuple[str, str], ...]:
    """(name, words) of the steps. Each is a page of its own: no button loses what was written in
    another."""
    return (
        ("lines", _("Contributions")), ("report", _("The report as a whole")),
        ("form", _("As a Word file")), ("check", _("Check and send")),
    )  # fmt: skip


def questions(one: kept.Whole, line: kept.Said | None) -> tuple[Asked, ...]:
    """What is asked of a contribution, with what is kept of one."""
    return tuple(
        Asked(
            key=each.key, label=each.label(language()), hint=each.hint(language()),
            long=each.long, needed=each.needed, value=value(line, each.key),
        )
        for each in asked("contribution", short=one.short)
    )  # fmt: skip


def value(line: kept.Said | None, key: str) -> str:
    """An answer as it is written again; countries by their names."""
    if line is None:
        return ""
    if key == "countries":
        return "; ".join(country_name(code, language()) or code for code in line.countries)
    held = getattr(line, key)
    return "; ".join(held) if isinstance(held, tuple) else str(held)


def heads(one: kept.Whole) -> tuple[Asked, ...]:
    """What is asked of the report as a whole."""
    return tuple(
        Asked(key=each.key, label=each.label(language()), hint=each.hint(language()), long=True,
              needed=each.key == "consent" and bool(one.constituency),
              value=str(getattr(one, each.key)))
        for each in asked("report", short=one.short) if each.key in ("summary", "consent")
    )  # fmt: skip


def named_kinds() -> list[tuple[str, str]]:
    """(key, words) of the kinds of contributions."""
    return [(key, one.named(language())) for key, one in kinds().items()]


def tongues() -> list[tuple[str, str]]:
    """The languages of the form."""
    return [(code, tongue(code)) for code in SPEAKS]


AFTER = {"write": "lines", "write-line": "lines", "take-out": "lines", "bring": "check"}
"""What is done -> the step that is shown then."""


@require_POST
@guarded
def do(request: HttpRequest, key: str, deed: str) -> HttpResponse:
    """Do an act on one's own report, and go on with the step that comes after it."""
    deeds = {
        "write": write, "write-line": write_line, "take-out": take_out, "bring": bring,
        "send": send,
    }  # fmt: skip
    if deed not in deeds:
        raise Hidden(_("there is no %(name)s that you may see") % {"name": deed})
    told = deeds[deed](request, by(request) or "", key)
    address, step = reverse("contributing", args=[key]), AFTER.get(deed, "")
    return back(request, f"{address}?step={step}" if step else address, told)


def write(request: HttpRequest, who: str, key: str) -> str:
    """The report as a whole."""
    values: dict[str, object] = {
        name: request.POST[name] for name in ("summary", "consent", "language")
        if name in request.POST
    }  # fmt: skip
    if "form" in request.POST:
        values["short"] = sent(request, "form") == "short"
    acts.write(who, "", key, values, seen=seen(request))
    return _("It is kept. You may go on now or come back later.")


def write_line(request: HttpRequest, who: str, key: str) -> str:
    """One contribution."""
    values = {name: request.POST[name] for name in FIELDS if name in request.POST}
    acts.write_line(who, "", key, number(request), values, seen=seen(request))
    return _("The contribution is kept. You may add another.")


def take_out(request: HttpRequest, who: str, key: str) -> str:
    """A contribution that is not reported after all."""
    acts.take_out(who, "", key, number(request), seen=seen(request))
    return _("The contribution is taken out.")


def number(request: HttpRequest) -> int:
    """Of a contribution; 0 for one more."""
    given = sent(request, "number")
    return int(given) if given.isdecimal() else 0


def bring(request: HttpRequest, who: str, key: str) -> str:
    """The form, filled in Word."""
    file = request.FILES.get("file")
    if file is None:
        raise Refused(_("no file came with it: choose one, then deposit it"))
    if (file.size or 0) > MOST:
        told_ = _("%(name)s is larger than %(most)d MiB: make it smaller, or bring it in parts")
        raise Refused(told_ % {"name": file.name, "most": MOST // 2**20})
    done = acts.bring(who, "", key, file.name or "", file.read(), seen=seen(request))
    told = ngettext(
        "%(n)s contribution was read in the form.", "%(n)s contributions were read in the form.",
        done.lines,
    ) % {"n": done.lines}  # fmt: skip
    if not done.unread:
        return " ".join((told, _("Everything in it could be read.")))
    left = ngettext(
        "%(n)s place could not be read: it is told below.",
        "%(n)s places could not be read: they are told below.", len(done.unread),
    ) % {"n": len(done.unread)}  # fmt: skip
    return f"{told} {left}"


def send(request: HttpRequest, who: str, key: str) -> str:
    """Send it."""
    acts.send(who, "", key, seen=seen(request))
    return _("Your report is sent. Thank you.")


@require_GET
@guarded
def form_of(request: HttpRequest, key: str) -> HttpResponse:
    """The form of one's own report with what it says, as a Word file in a language."""
    chosen = request.GET.get("language", "")
    return handed(form_file(by(request), key, language=chosen), key)
