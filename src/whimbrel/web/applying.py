"""A body applies in the browser: how to take part, the form that can be left and come back to, its
documents, the look before it is sent, and where it stands afterwards."""

from dataclasses import asdict

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login, update_session_auth_hash
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from whimbrel.acts import applying as acts
from whimbrel.acts.refused import Refused
from whimbrel.acts.uploads import MOST
from whimbrel.queries import applying as kept
from whimbrel.queries.contributions import to_write
from whimbrel.queries.countries import countries
from whimbrel.queries.documents import Hidden
from whimbrel.queries.people import applicant_by, person_row, role_of, taken
from whimbrel.queries.taking_part import rules
from whimbrel.web import returning_link
from whimbrel.web.answers import guarded, single, wrote
from whimbrel.web.decisions import day
from whimbrel.web.frame import by
from whimbrel.web.record import back, seen, sent
from whimbrel.web.reports import handed
from whimbrel.web.strangers import counted
from whimbrel.web.vocabulary import language

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@require_GET
@guarded
def apply(request: HttpRequest) -> HttpResponse:
    """How to take part, for everybody, and the way in."""
    who = by(request)
    used = rules()
    context = {
        "meetings": kept.meetings(), "mine": kept.mine(who), "used": used,
        "open": all(one.of_treaty for one in used), "known": role_of(who),
        "reporting": bool(to_write(who)),
        "may_begin": who is None or role_of(who) in ("applicant", "partner"),
    }  # fmt: skip
    return render(request, "apply.html", context)


@require_POST
def begin(request: HttpRequest) -> HttpResponse:
    """Begin an application. Somebody from outside enters themselves by it as an applicant."""
    try:
        return begun(request)
    except Refused as refusal:
        context = {"why": str(refusal), "wrote": wrote(request), "back": reverse("apply")}
        return render(request, "refused.html", context, status=400)


def begun(request: HttpRequest) -> HttpResponse:
    """The same. Where the house sends mail, who gave an address is told the same whether it is
    known here or not; what they wrote is looked at before that."""
    who, meeting = by(request), sent(request, "meeting")
    body, country, scheme = (sent(request, name) for name in ("body", "country", "scheme"))
    if who is not None:
        key = acts.begin(who, "", body, meeting, country=country, scheme=scheme)
        return redirect("mine", key=key)
    counted(request, "admission-begin")
    email, person = sent(request, "email").lower(), sent(request, "person")
    acts.in_order(email, person, body, meeting, country)
    if taken(email):
        returning_link.mailed(request, email)
        return waiting(request, email)
    who, key = acts.from_outside(
        email, person, body, meeting, country=country, scheme=scheme, language=language(),
    )  # fmt: skip
    if returning_link.mailed(request, who):
        return waiting(request, email)
    enter(request, who)
    messages.success(request, _("Keep this address: by it you come back to your application."))
    messages.info(request, returning_link.link(request, who))
    return redirect("mine", key=key)


def waiting(request: HttpRequest, email: str) -> HttpResponse:
    """What everybody is told who gave an address, known or not."""
    context = {"email": email, "mail": settings.MAIL_SET}
    return render(request, "apply_mail.html", context)


def enter(request: HttpRequest, email: str) -> None:
    """Let an applicant in."""
    login(request, person_row(email), backend=BACKEND)


def come_back(request: HttpRequest, signed: str) -> HttpResponse:
    """The link of an applicant: a page with one button, so that no program that looks at links in
    mails lets anybody in."""
    email = returning_link.who(signed)
    if email is None:
        context = {"why": _("this link serves no more: begin again, and a new one is sent"),
                   "wrote": [], "back": reverse("apply")}  # fmt: skip
        return render(request, "refused.html", context, status=404)
    if request.method == "POST":
        enter(request, email)
        listed = kept.mine(email)
        return redirect("mine", key=listed[0][0]) if listed else redirect("apply")
    return render(request, "apply_return.html", {"signed": signed})


@require_POST
@guarded
def change_link(request: HttpRequest) -> HttpResponse:
    """A new link in the place of all that were handed out: whoever holds one of those stays out."""
    who = by(request) or ""
    acts.change_link(who, "", who)
    update_session_auth_hash(request, person_row(who))
    said = _("Earlier links serve no more. A new one is under “Come back later”.")
    return back(request, reverse("apply"), said)


@require_GET
@guarded
def mine(request: HttpRequest, key: str, form: str = "") -> HttpResponse:
    """One's own application: the form while it is written, where it stands once it is sent."""
    who = by(request)
    one = kept.application(who, key)
    extra = {
        "states": countries(language()).items(),
        "most": MOST // 2**20, "consent": consent(),
        "link": returning_link.link(request, who) if who and applicant_by(who) else "",
        "reporting": bool(to_write(who)),
    }  # fmt: skip
    step = request.GET.get("step", "")
    extra |= {"steps": steps(), "step": step if step in dict(steps()) else "body"}
    template = "mine.html" if one is not None and one.sent else "mine_form.html"
    return single(request, template, one, key, form, extra)


def steps() -> tuple[tuple[str, str], ...]:
    """(name, words) of the steps of the form. Each is a page of its own: what is written in one is
    never lost by the button of another."""
    return (
        ("body", _("The body")), ("work", _("What it does")), ("people", _("Who comes")),
        ("documents", _("Documents")), ("check", _("Check and send")),
    )  # fmt: skip


AFTER = {"body": "work", "work": "people", "people": "documents", "documents": "documents"}
"""Step -> the step that is shown once it is kept."""


@require_POST
@guarded
def do(request: HttpRequest, key: str, deed: str) -> HttpResponse:
    """Do an act on one's own application, and go on with the step that comes after it."""
    deeds = {
        "save": save, "bring": bring, "take-away": take_away, "send": send, "answer": answer,
        "withdraw": withdraw, "name-people": name_people,
    }  # fmt: skip
    if deed not in deeds:
        raise Hidden(_("there is no %(name)s that you may see") % {"name": deed})
    said = deeds[deed](request, by(request) or "", key)
    step = AFTER.get(sent(request, "step"), "")
    address = reverse("mine", args=[key])
    return back(request, f"{address}?step={step}" if step else address, said)


def save(request: HttpRequest, who: str, key: str) -> str:
    """What a step of the form holds; what it does not hold stays as it is."""
    fields = {
        name.removeprefix("f-"): str(value)
        for name, value in request.POST.items() if name.startswith("f-")
    }  # fmt: skip
    words = {
        name: sent(request, name) for name in ("name", "country", "statement")
        if name in request.POST
    }  # fmt: skip
    acts.save(who, "", key, fields, **words, seen=seen(request))
    return _("It is kept. You may go on now or come back later.")


def name_people(request: HttpRequest, who: str, key: str) -> str:
    """Who represents the body."""
    acts.name_people(who, "", key, request.POST.get("people", ""), seen=seen(request))
    return _("The names are kept.")


def bring(request: HttpRequest, who: str, key: str) -> str:
    """A document."""
    file = request.FILES.get("file")
    if file is None:
        raise Refused(_("no file came with it: choose one, then deposit it"))
    if (file.size or 0) > MOST:
        told_ = _("%(name)s is larger than %(most)d MiB: make it smaller, or bring it in parts")
        raise Refused(told_ % {"name": file.name, "most": MOST // 2**20})
    kind = sent(request, "kind")
    acts.bring(
        who, "", key, kind, file.name or "", file.read(), instead=kind in instead(who, key),
        language=sent(request, "tongue"), certified=bool(sent(request, "certified")),
        issued_on=day(sent(request, "issued")), expires_on=day(sent(request, "expires")),
        seen=seen(request),
    )  # fmt: skip
    return _("The document is kept.")


def instead(who: str, key: str) -> tuple[str, ...]:
    """Kinds that the rules of an application know only in the place of others."""
    one = kept.application(who, key)
    return one.kinds.instead if one is not None else ()


def take_away(request: HttpRequest, who: str, key: str) -> str:
    """A document that counts no more."""
    number = sent(request, "number")
    acts.take_away(who, "", key, int(number) if number.isdecimal() else 0, seen=seen(request))
    return _("The document counts no more.")


def send(request: HttpRequest, who: str, key: str) -> str:
    """Send it, with the consent in the words that were shown."""
    words = consent() if sent(request, "consent") else ""
    acts.send(who, "", key, words, seen=seen(request))
    return _("It is sent. This page says where it stands.")


def consent() -> str:
    """What an applicant agrees to, in the language of the page."""
    return _(
        "The Secretariat keeps what we sent, shows it to the Parties, and publishes our name and "
        "status if we are admitted."
    )


def answer(request: HttpRequest, who: str, key: str) -> str:
    """An answer to the office."""
    number = sent(request, "number")
    acts.answer(
        who, "", key, int(number) if number.isdecimal() else 0, sent(request, "words"),
        seen=seen(request),
    )  # fmt: skip
    return _("Your answer is kept, and the office sees it.")


def withdraw(request: HttpRequest, who: str, key: str) -> str:
    """Take it back."""
    acts.withdraw(who, sent(request, "why"), key, why=sent(request, "why"), seen=seen(request))
    return _("The application is taken back.")


@require_GET
@guarded
def paper(request: HttpRequest, key: str, number: int) -> HttpResponse:
    """A document of one's own application, as a file to be saved."""
    made = handed(kept.paper(by(request), key, number), key)
    made["Content-Security-Policy"] = "sandbox; default-src 'none'"
    made["X-Content-Type-Options"] = "nosniff"
    return made


def as_json(request: HttpRequest) -> HttpResponse:
    """The meetings for which somebody can apply, and the rules in use, for programs."""
    return JsonResponse({"rules": [asdict(one) for one in rules()], "meetings": [
        {"short": one.short, "title": one.title, "opens": one.opens} for one in kept.meetings()
    ]})  # fmt: skip
