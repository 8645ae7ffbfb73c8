"""What the office does with a partnership on its page: one form for each act."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from whimbrel.acts import clearing, needing, running, signing
from whimbrel.queries.documents import Hidden
from whimbrel.web import partnering_vetting
from whimbrel.web.answers import guarded
from whimbrel.web.decisions import day
from whimbrel.web.frame import by
from whimbrel.web.partnering_vetting import Deed, count, several, wanted
from whimbrel.web.record import back, seen, sent


def select(request: HttpRequest, who: str, key: str) -> str:
    """The partner and the form."""
    needing.select(
        who, "", key, sent(request, "body"), sent(request, "category"), sent(request, "modality"),
        selection=sent(request, "selection"), justification=sent(request, "justification"),
        **terms(request), seen=seen(request),
    )  # fmt: skip
    return _("The choice is kept.")


def set_terms(request: HttpRequest, who: str, key: str) -> str:
    """Other terms."""
    needing.set_terms(
        who, "", key, sent(request, "category"), sent(request, "modality"),
        why=sent(request, "why"), **terms(request), seen=seen(request),
    )  # fmt: skip
    return _("The terms are kept. Look whether they ask for another due diligence.")


def terms(request: HttpRequest) -> dict[str, Any]:
    """What it is worth and how long it is to hold."""
    words = {
        name: sent(request, name)
        for name in ("instrument", "value", "in_currency", "usd", "profit")
    }
    return {
        **words, "since": day(sent(request, "since")), "until": day(sent(request, "until")),
    }  # fmt: skip


def complete(request: HttpRequest, who: str, key: str) -> str:
    """A step that is done."""
    clearing.complete(
        who, "", key, sent(request, "step"), why=sent(request, "why"), on=day(sent(request, "on")),
        seen=seen(request),
    )  # fmt: skip
    return _("The step is done.")


def acting(request: HttpRequest) -> dict[str, Any]:
    """In which role, who, and when."""
    return {
        "role": sent(request, "role"), "whose": sent(request, "whose"),
        "on": day(sent(request, "on")), "seen": seen(request),
    }  # fmt: skip


def clear(request: HttpRequest, who: str, key: str) -> str:
    """Cleared."""
    clearing.clear(who, "", key, sent(request, "why"), **acting(request))
    return _("It is cleared.")


def approve(request: HttpRequest, who: str, key: str) -> str:
    """Approved."""
    clearing.approve(who, "", key, sent(request, "why"), **acting(request))
    return _("It is approved.")


def make_exception(request: HttpRequest, who: str, key: str) -> str:
    """An exception to the separation of duties."""
    clearing.make_exception(
        who, "", key, sent(request, "of"), several(request, "parts"), sent(request, "why"),
        seen=seen(request),
    )  # fmt: skip
    return _("The exception is declared, with your name.")


def name_signatory(request: HttpRequest, who: str, key: str) -> str:
    """Who is to sign."""
    signing.name_signatory(
        who, "", key, sent(request, "side"), sent(request, "name"), title=sent(request, "title"),
        shown=sent(request, "shown"), seen=seen(request),
    )  # fmt: skip
    return _("The name is kept.")


def check_signatory(request: HttpRequest, who: str, key: str) -> str:
    """Whether they may sign."""
    signing.check_signatory(
        who, "", key, count(request, "number"), sent(request, "authorized") == "yes",
        sent(request, "why"), shown=sent(request, "shown"), seen=seen(request),
    )  # fmt: skip
    return _("The check is kept.")


def sign(request: HttpRequest, who: str, key: str) -> str:
    """Signed by both sides."""
    signing.sign(
        who, "", key, since=day(sent(request, "since")), until=day(sent(request, "until")),
        why=sent(request, "why"), **acting(request),
    )  # fmt: skip
    return _("It is signed, and among the agreements.")


def amend(request: HttpRequest, who: str, key: str) -> str:
    """An amendment."""
    signing.amend(
        who, "", key, sent(request, "words"), value=sent(request, "value"),
        in_currency=sent(request, "in_currency"), usd=sent(request, "usd"),
        until=day(sent(request, "until")), seen=seen(request),
    )  # fmt: skip
    return _("The amendment is proposed. The original runs until it is signed.")


def renew(request: HttpRequest, who: str, key: str) -> str:
    """A renewal."""
    signing.renew(
        who, "", key, sent(request, "words"), since=wanted(request, "since"),
        until=wanted(request, "until"), value=sent(request, "value"),
        in_currency=sent(request, "in_currency"), usd=sent(request, "usd"), seen=seen(request),
    )  # fmt: skip
    return _("The renewal is proposed. What is in force runs until it is signed.")


def set_version_aside(request: HttpRequest, who: str, key: str) -> str:
    """A version that is not signed."""
    signing.set_version_aside(who, "", key, sent(request, "why"), seen=seen(request))
    return _("It is set aside. What is in force stays as it is.")


def plan(request: HttpRequest, who: str, key: str) -> str:
    """What is due."""
    running.plan(
        who, "", key, sent(request, "kind"), sent(request, "words"),
        due_on=day(sent(request, "due_on")), value=sent(request, "value"),
        in_currency=sent(request, "in_currency"), hangs_on=count(request, "hangs_on"),
        seen=seen(request),
    )  # fmt: skip
    return _("It is planned.")


def pay(request: HttpRequest, who: str, key: str) -> str:
    """A tranche that is paid."""
    running.pay(
        who, "", key, count(request, "number"), on=day(sent(request, "on")),
        why=sent(request, "why"), seen=seen(request),
    )  # fmt: skip
    return _("It is noted as paid.")


def deliver(request: HttpRequest, who: str, key: str) -> str:
    """What was delivered or done."""
    running.deliver(
        who, "", key, count(request, "number"), sent(request, "found"),
        on=day(sent(request, "on")), engagement=sent(request, "engagement"), seen=seen(request),
    )  # fmt: skip
    return _("It is noted.")


def report(request: HttpRequest, who: str, key: str) -> str:
    """A report that came in."""
    running.report(
        who, "", key, count(request, "number"), sent(request, "found"),
        on=day(sent(request, "on")), seen=seen(request),
    )  # fmt: skip
    return _("It is noted.")


def visit(request: HttpRequest, who: str, key: str) -> str:
    """A visit, or a spot check."""
    running.visit(
        who, "", key, count(request, "number"), sent(request, "found"),
        on=day(sent(request, "on")), seen=seen(request),
    )  # fmt: skip
    return _("It is noted.")


def suspend(request: HttpRequest, who: str, key: str) -> str:
    """Suspended."""
    running.suspend(who, "", key, sent(request, "why"), **acting(request))
    return _("It is suspended.")


def resume(request: HttpRequest, who: str, key: str) -> str:
    """Resumed."""
    running.resume(who, "", key, sent(request, "why"), seen=seen(request))
    return _("It is resumed.")


def close(request: HttpRequest, who: str, key: str) -> str:
    """Closed."""
    running.close(who, "", key, sent(request, "why"), **acting(request))
    return _("It is closed.")


def terminate(request: HttpRequest, who: str, key: str) -> str:
    """Terminated."""
    running.terminate(who, "", key, sent(request, "why"), **acting(request))
    return _("It is terminated.")


def set_aside(request: HttpRequest, who: str, key: str) -> str:
    """Given up before it was signed."""
    running.set_aside(who, "", key, sent(request, "how"), sent(request, "why"), seen=seen(request))
    return _("It is given up.")


def link(request: HttpRequest, who: str, key: str) -> str:
    """An engagement that was done under it."""
    running.link(
        who, "", key, sent(request, "engagement"), why=sent(request, "why"), seen=seen(request)
    )
    return _("It is linked.")


def assign(request: HttpRequest, who: str, key: str) -> str:
    """Who looks after it."""
    needing.assign(who, "", key, sent(request, "to"), seen=seen(request))
    return _("It is in their hands now.")


def publish(request: HttpRequest, who: str, key: str) -> str:
    """Shown to everybody."""
    running.publish(who, sent(request, "why"), key, sent(request, "summary"), seen=seen(request))
    return _("Everybody sees its summary now.")


def hide(request: HttpRequest, who: str, key: str) -> str:
    """Shown to nobody outside any more."""
    running.hide(who, sent(request, "why"), key, seen=seen(request))
    return _("Nobody outside the office sees it any more.")


DEEDS: dict[str, Deed] = {
    **partnering_vetting.DEEDS,
    "select": select, "set-terms": set_terms, "complete": complete, "clear": clear,
    "approve": approve, "except": make_exception,
    "name-signatory": name_signatory, "check-signatory": check_signatory, "sign": sign,
    "amend": amend, "renew": renew, "set-version-aside": set_version_aside, "plan": plan,
    "pay": pay, "deliver": deliver, "report": report, "visit": visit, "suspend": suspend,
    "resume": resume, "close": close, "terminate": terminate, "set-aside": set_aside, "link": link,
    "assign": assign, "publish": publish, "hide": hide,
}  # fmt: skip
"""Last word of the address -> what is done."""


@require_POST
@guarded
def do(request: HttpRequest, key: str, deed: str) -> HttpResponse:
    """Do an act on a partnership, and go back to it."""
    if deed not in DEEDS:
        raise Hidden(_("there is no %(name)s that you may see") % {"name": deed})
    told = DEEDS[deed](request, by(request) or "", key)
    return back(request, reverse("partnership", args=[key]), told)


@require_POST
@guarded
def begin(request: HttpRequest) -> HttpResponse:
    """State a need, and go to the partnership that begins with it."""
    key = needing.need(
        by(request) or "", "", sent(request, "title"), sent(request, "words"),
        provision=sent(request, "provision"), workplan=sent(request, "workplan"),
        pack=sent(request, "pack"),
    )  # fmt: skip
    return back(request, reverse("partnership", args=[key]), _("The need is stated."))


@require_POST
@guarded
def delegate(request: HttpRequest) -> HttpResponse:
    """Give a person a role of the authority matrix, or end it."""
    who, why, of = by(request) or "", sent(request, "why"), sent(request, "of")
    role, until = sent(request, "role"), day(sent(request, "until"))
    if sent(request, "end"):
        clearing.end_delegation(who, why, of, role, until=wanted(request, "until"))
        return back(request, reverse("authority"), _("It is kept until when they hold it."))
    clearing.delegate(
        who, why, of, role, sent(request, "document"), since=wanted(request, "since"), until=until
    )
    return back(request, reverse("authority"), _("They hold it from that day on."))
