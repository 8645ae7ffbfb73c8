"""What people write into the record on its pages: one view for each form."""

import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from whimbrel.acts import answers, publish, talk
from whimbrel.acts import engagements as deeds
from whimbrel.acts import lineage as chain
from whimbrel.acts import mandates as asked
from whimbrel.acts.refused import Refused
from whimbrel.queries import mandates
from whimbrel.queries.documents import Hidden
from whimbrel.web.answers import guarded
from whimbrel.web.decisions import day
from whimbrel.web.frame import by
from whimbrel.web.vocabulary import where


def sent(request: HttpRequest, name: str) -> str:
    """What somebody wrote in a field."""
    return request.POST.get(name, "").strip()


def back(request: HttpRequest, address: str, told: str) -> HttpResponse:
    """Go back to the record, and say what was done."""
    messages.success(request, told)
    return redirect(address)


def named(request: HttpRequest, path: str) -> tuple[str, str]:
    """(address of the person, name of the provision). Hidden where there is none to be seen."""
    one = mandates.provision(by(request), path)
    if one is None:
        raise Hidden(_("there is no %(name)s that you may see") % {"name": path})
    return by(request) or "", one.asked.name


def seen(request: HttpRequest) -> int:
    """How often the record had been changed when the person looked."""
    text = sent(request, "seen")
    return int(text) if text.isdecimal() else 0


@require_POST
@guarded
def record(request: HttpRequest, path: str) -> HttpResponse:
    """Record an engagement that answers a provision, with the address that shows it."""
    who, name = named(request, path)
    why, shows = sent(request, "reason"), sent(request, "evidence")
    key = deeds.record(
        who, why, sent(request, "title"), kind=sent(request, "kind") or "cooperation",
        partners=lines(request.POST.get("partners", "")), since=sent(request, "since"),
        place=sent(request, "place"), provisions=(name,),
    )  # fmt: skip
    if shows:
        deeds.attach_evidence(who, why, key, shows)
    return back(request, where(f"provision {path}"), _("The engagement is recorded."))


def lines(text: str) -> tuple[str, ...]:
    """What a person wrote one a line."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


@require_POST
@guarded
def assign(request: HttpRequest, path: str) -> HttpResponse:
    """Give a provision to somebody."""
    who, name = named(request, path)
    asked.assign(who, sent(request, "reason"), name, sent(request, "to"), seen=seen(request))
    return back(request, where(f"provision {path}"), _("It is in their hands now."))


@require_POST
@guarded
def fund(request: HttpRequest, path: str) -> HttpResponse:
    """Say how far the money of a condition has come."""
    who, name = named(request, path)
    condition, funding = sent(request, "condition"), sent(request, "funding")
    asked.fund(who, sent(request, "reason"), name, condition, funding, seen=seen(request))
    return back(request, where(f"provision {path}"), _("That is kept."))


@require_POST
@guarded
def tick(request: HttpRequest, path: str) -> HttpResponse:
    """Say whether an output was produced, and what shows it."""
    who, name = named(request, path)
    done = {"yes": True, "no": False}.get(sent(request, "done"))
    asked.tick(
        who, sent(request, "reason"), name, sent(request, "output"),
        done=done, shown=sent(request, "shown"), seen=seen(request),
    )  # fmt: skip
    return back(request, where(f"provision {path}"), _("That is kept."))


@require_POST
@guarded
def report_against(request: HttpRequest, path: str) -> HttpResponse:
    """Say what became of a provision."""
    who, name = named(request, path)
    answers.report_against(
        who, sent(request, "reason"), name, sent(request, "status"), why=sent(request, "why"),
        evidence=lines(request.POST.get("evidence", "")), disposition=sent(request, "disposition"),
        covered=lines(request.POST.get("covered", "")), left=lines(request.POST.get("left", "")),
        seen=seen(request),
    )  # fmt: skip
    return back(request, where(f"provision {path}"), _("What became of it is kept."))


@require_POST
@guarded
def take_back(request: HttpRequest, path: str) -> HttpResponse:
    """Take back what was said of a provision by hand."""
    who, name = named(request, path)
    answers.take_back_answer(who, sent(request, "reason"), name, seen=seen(request))
    told = _("It is taken back: what documents say of it stands again.")
    return back(request, where(f"provision {path}"), told)


@require_POST
@guarded
def lineage(request: HttpRequest) -> HttpResponse:
    """Confirm that a provision goes on in another or in a draft, or refuse it."""
    who, why = by(request) or "", sent(request, "reason")
    old, new, address = sent(request, "old"), sent(request, "new"), place(sent(request, "about"))
    if sent(request, "verdict") == "refuse":
        chain.refuse(who, why, old, new)
        return back(request, address, _("It is refused, and not proposed again."))
    chain.confirm(who, why, old, new, label=sent(request, "label"))
    return back(request, address, _("It is confirmed."))


@require_POST
@guarded
def link(request: HttpRequest, key: str) -> HttpResponse:
    """Say that an engagement answers a provision."""
    deeds.link(by(request) or "", sent(request, "reason"), key, sent(request, "provision"))
    return back(request, where(f"engagement {key}"), _("It is linked."))


@require_POST
@guarded
def correct(request: HttpRequest, key: str) -> HttpResponse:
    """Correct one field of an engagement."""
    values = {sent(request, "field"): sent(request, "value")}
    deeds.correct(by(request) or "", sent(request, "reason"), key, values, seen=seen(request))
    return back(request, where(f"engagement {key}"), _("It is corrected."))


@require_POST
@guarded
def attach(request: HttpRequest, key: str) -> HttpResponse:
    """Attach the address that shows an engagement."""
    deeds.attach_evidence(
        by(request) or "", sent(request, "reason"), key, sent(request, "address"),
        words=sent(request, "words"),
    )  # fmt: skip
    return back(request, where(f"engagement {key}"), _("The evidence is attached."))


def place(about: str) -> str:
    """Where a record is read. Refused where it is no record."""
    found = where(about)
    if not found:
        raise Refused(_("%(about)s is no record") % {"about": about[:80]})
    return found


@require_POST
@guarded
def ask(request: HttpRequest) -> HttpResponse:
    """Ask somebody for input on a record."""
    about, wanted = sent(request, "about"), day(sent(request, "by"))
    if wanted is None or wanted < datetime.date.today():
        raise Refused(_("say by which day you need the answer: today or later"))
    address = place(about)
    talk.ask(
        by(request) or "", "", about, sent(request, "words"), of=sent(request, "of"), day=wanted
    )
    return back(request, address, _("They are asked; it waits on their desk."))


@require_POST
@guarded
def answer(request: HttpRequest, number: int) -> HttpResponse:
    """Answer what one was asked."""
    about = sent(request, "about")
    address = place(about)
    talk.answer(by(request) or "", "", about, number, sent(request, "words"))
    return back(request, address, _("Your answer stands beside the record."))


@require_POST
@guarded
def comment(request: HttpRequest) -> HttpResponse:
    """Comment on a record."""
    about = sent(request, "about")
    address = place(about)
    talk.comment(by(request) or "", "", about, sent(request, "words"))
    return back(request, address, _("Your comment stands beside the record."))


@require_POST
@guarded
def follow(request: HttpRequest) -> HttpResponse:
    """Follow a record, or stop."""
    about = sent(request, "about")
    address = place(about)
    if sent(request, "unfollow"):
        talk.unfollow(by(request) or "", "", about)
        return back(request, address, _("You no longer follow it."))
    talk.follow(by(request) or "", "", about)
    return back(request, address, _("You follow it and hear of every change."))


@require_POST
@guarded
def make_public(request: HttpRequest) -> HttpResponse:
    """Publish a record."""
    about = sent(request, "about")
    address = place(about)
    kind, _space, name = about.partition(" ")
    publish.publish(by(request) or "", sent(request, "reason"), kind, name)
    return back(request, address, _("It is public now."))
