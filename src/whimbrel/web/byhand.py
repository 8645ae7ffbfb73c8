"""Every act on the record by hand: what can be begun, what can be done with a record, and the form
of each. A form is made of what its act asks for, so that an act never lacks one."""

import inspect
from collections.abc import Mapping
from dataclasses import asdict

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from whimbrel.acts.act import ACTS, Act
from whimbrel.acts.refused import Overtaken, Refused
from whimbrel.queries.documents import Hidden
from whimbrel.queries.now import Now, now
from whimbrel.queries.people import can
from whimbrel.web.answers import guarded
from whimbrel.web.blanks import Blank, begun, blanks, filled, of_values, taken
from whimbrel.web.frame import by
from whimbrel.web.vocabulary import deed, where

BEGIN = {
    "engagements.record": "engagement", "agreements.record": "agreement", "bodies.enter": "body",
    "groups.found": "group", "campaigns.run": "campaign", "initiatives.begin": "initiative",
    "meetings.enter": "meeting", "mandates.adopt": "instrument", "mandates.enter": "provision",
    "drafts.propose": "draft", "drafts.from_options": "draft",
    "participation.record": "participation", "barriers.record": "barrier",
    "mechanisms.record": "mechanism", "suggestions.record": "suggestion",
}  # fmt: skip
"""Act -> the kind of record that it begins."""
ON = {
    "agreement": ("agreements.correct", "agreements.renew"),
    "barrier": ("barriers.correct",),
    "body": ("bodies.correct", "bodies.rename", "bodies.name", "bodies.identify",
             "bodies.make_member", "bodies.merge"),
    "campaign": ("campaigns.correct", "campaigns.set_theme"),
    "case": ("admission.suspend", "admission.restore", "admission.renew",
             "admission.withdraw_status", "admission.rename", "admission.merge_bodies_status"),
    "draft": ("drafts.revise", "drafts.cost", "drafts.adopt", "drafts.set_aside"),
    "engagement": ("engagements.correct", "engagements.link", "engagements.unlink",
                   "engagements.attach_evidence"),
    "group": ("groups.correct", "groups.sit", "groups.never_convened"),
    "initiative": ("initiatives.correct",),
    "instrument": ("mandates.entitle",),
    "mechanism": ("mechanisms.rely", "mechanisms.correct"),
    "meeting": ("meetings.correct", "lineage.propose"),
    "participation": ("participation.correct",),
    "provision": ("mandates.correct", "mandates.end", "lineage.confirm", "lineage.refuse"),
    "suggestion": ("suggestions.correct",),
}  # fmt: skip
"""Kind of record -> the acts that are done with one."""
PUBLISHED = ("agreement", "barrier", "body", "campaign", "draft", "engagement", "group",
             "initiative", "mechanism", "participation", "provision", "suggestion")  # fmt: skip
"""Kinds of record that can be made public and withdrawn."""


def on(who: str | None, about: str) -> list[tuple[str, str]]:
    """(name, what it does) of the acts that somebody may do with a record."""
    kind = about.partition(" ")[0]
    named = (*ON.get(kind, ()), *(("records.withdraw",) if kind in PUBLISHED else ()))
    return told(who, named)


def told(who: str | None, names: tuple[str, ...]) -> list[tuple[str, str]]:
    """(name, what it does) of those acts among them that somebody may do."""
    may = [name for name in names if can(who, ACTS[name].verb)]
    return [(name, deed(name)) for name in may]


@guarded
def begin(request: HttpRequest, form: str = "") -> HttpResponse:
    """What can be begun."""
    listed = told(by(request), tuple(BEGIN))
    if not listed:
        raise Refused(_("nothing is begun by your role"))
    if form == "json":
        return JsonResponse([{"act": act, "says": says} for act, says in listed], safe=False)
    return render(request, "byhand.html", {"acts": listed})


@guarded
def do(request: HttpRequest, name: str, form: str = "") -> HttpResponse:
    """The form of an act, and the act; as data, what the act asks for."""
    who = by(request)
    # What is begun hangs on no record: a day that is sent as `on` is a day.
    about = "" if name in BEGIN else named_in(request)[:400]
    kind = about.partition(" ")[0]
    if name not in ACTS or not can(who, ACTS[name].verb):
        raise Refused(_("your role may not do this"))
    here = now(who, about) if name not in BEGIN else None
    if name not in BEGIN and (here is None or name not in {one for one, _says in on(who, about)}):
        raise Hidden(_("there is no %(name)s that you may see") % {"name": about or name})
    act = ACTS[name]
    asks = of_values(act, here) if here and name.endswith(".correct") else blanks(act, kind)
    if form == "json":
        told = {"act": name, "says": deed(name), "asks": [asdict(one) for one in asks]}
        return JsonResponse({**told, "now": asdict(here) if here else None})
    if request.method != "POST":
        return page(request, act, begun(asks, request.GET) if here is None else asks, here)
    try:
        made = done(request, act, asks, here)
    except Refused as refusal:
        status = 409 if isinstance(refusal, Overtaken) else 403
        wrote = filled(asks, written(request, here, asks))
        return page(request, act, wrote, here, str(refusal), status)
    messages.success(request, _("It is done, and stands in the ledger."))
    return redirect(where(about if here else f"{BEGIN[name]} {short(BEGIN[name], made)}") or "desk")


def named_in(request: HttpRequest) -> str:
    """The record that an act is done with. A day, which acts call `on` too, is sent after it."""
    sent = (request.POST or request.GET).getlist("on")
    return str(sent[0]) if sent else ""


def written(request: HttpRequest, here: Now | None, asks: tuple[Blank, ...]) -> Mapping[str, str]:
    """What a person wrote in the blanks, and chose in them."""
    sent = {name: str(value) for name, value in request.POST.items()}
    for one in asks:
        if one.kind == "several":
            sent[one.name] = "\n".join(map(str, request.POST.getlist(one.name)))
    if here is not None and len(request.POST.getlist("on")) < 2:
        sent.pop("on", None)
    return sent


def short(kind: str, made: object) -> str:
    """The name by which a new record is read."""
    return str(made)[:12] if kind in ("agreement", "engagement") else str(made)


def done(request: HttpRequest, act: Act, asks: tuple[Blank, ...], here: Now | None) -> object:
    """Do the act with what was sent."""
    sent = written(request, here, asks)
    given = taken(asks, sent)
    names = list(inspect.signature(act.run).parameters)
    if here is not None:
        kind, _space, key = here.about.partition(" ")
        first = {"kind": kind, "name": key} if act.name == "records.withdraw" else {names[1]: key}
        given = {**first, **(given if act.name.partition(".")[2] != "correct" else {})}
        if act.name.endswith(".correct"):
            given["values"] = changed(asks, sent)
            if not given["values"]:
                raise Refused(_("nothing was changed"))
        if "seen" in names:
            times = sent.get("seen", "")
            given["seen"] = int(times) if times.isdecimal() else 0
    return act.run(by(request) or "", request.POST.get("reason", "").strip(), **given)


def changed(asks: tuple[Blank, ...], sent: Mapping[str, str]) -> dict[str, object]:
    """The fields that a person wrote otherwise than they were shown."""
    after, before = taken(asks, sent), {one.name: one.value for one in asks}
    return {
        one.name: after.get(one.name, one.empty)
        for one in filled(asks, sent)
        if one.value != before[one.name]
    }


def page(
    request: HttpRequest, act: Act, asks: tuple[Blank, ...], here: Now | None,
    why: str = "", status: int = 200,
) -> HttpResponse:  # fmt: skip
    """The form. After a refusal it holds what the person wrote."""
    context = {
        "name": act.name, "says": deed(act.name), "asks": asks, "here": here, "why": why,
        "back": where(here.about) if here else "",
    }  # fmt: skip
    return render(request, "deed.html", context, status=status)
