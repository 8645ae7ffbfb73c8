"""What the office does with an application on its page: one form for each act."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from whimbrel.acts import circulating, deciding, examining, holding
from whimbrel.acts.refused import Refused
from whimbrel.queries import schemes_on
from whimbrel.queries.documents import Hidden
from whimbrel.web.answers import guarded
from whimbrel.web.decisions import day
from whimbrel.web.frame import by
from whimbrel.web.record import back, seen, sent

Deed = Callable[[HttpRequest, str, str], str]
"""Does an act with what a form sent, for a person on a case; and says what was done."""


def find(request: HttpRequest, who: str, key: str) -> str:
    """What was found of a criterion."""
    examining.find(
        who, "", key, sent(request, "criterion"), sent(request, "found"), sent(request, "why"),
        seen=seen(request),
    )  # fmt: skip
    return _("What you found is kept.")


def ask(request: HttpRequest, who: str, key: str) -> str:
    """A question to the applicant."""
    examining.ask(
        who, "", key, sent(request, "words"), until=day(sent(request, "until")),
        kind=sent(request, "kind"), criterion=sent(request, "criterion"), seen=seen(request),
    )  # fmt: skip
    return _("The question is kept, and the applicant sees it.")


def assign(request: HttpRequest, who: str, key: str) -> str:
    """Who examines it."""
    examining.assign(who, "", key, sent(request, "to"), seen=seen(request))
    return _("It is in their hands now.")


def match(request: HttpRequest, who: str, key: str) -> str:
    """Which body it is."""
    examining.match(
        who, "", key, sent(request, "body"), why=sent(request, "why"), seen=seen(request)
    )
    return _("It is known now which body applies.")


def request_approval(request: HttpRequest, who: str, key: str) -> str:
    """Ask its State."""
    examining.request_approval(
        who, "", key, until=day(sent(request, "until")), why=sent(request, "why"),
        seen=seen(request),
    )  # fmt: skip
    return _("It is kept that its State was asked. The letter is yours to send.")


def note_approval(request: HttpRequest, who: str, key: str) -> str:
    """What its State answered by letter."""
    examining.note_approval(
        who, "", key, sent(request, "answer"), on=day(sent(request, "on")),
        why=sent(request, "why"), seen=seen(request),
    )  # fmt: skip
    return _("The answer of its State is kept.")


def note_objection(request: HttpRequest, who: str, key: str) -> str:
    """The objection of a Party that came by letter."""
    circulating.note_objection(
        who, "", key, sent(request, "party"), on=day(sent(request, "on")),
        why=sent(request, "why"), seen=seen(request),
    )  # fmt: skip
    return _("The objection is kept.")


def note_taken_back(request: HttpRequest, who: str, key: str) -> str:
    """The letter by which a Party takes its objection back."""
    circulating.note_taken_back(
        who, "", key, sent(request, "party"), on=day(sent(request, "on")),
        why=sent(request, "why"), seen=seen(request),
    )  # fmt: skip
    return _("It is kept that the objection was taken back.")


def decide(request: HttpRequest, who: str, key: str) -> str:
    """What the body that decides has decided."""
    told = deciding.decide(
        who, "", key, sent(request, "outcome"), sent(request, "decided_by"), sent(request, "why"),
        on=day(sent(request, "on")), until=day(sent(request, "until")), seen=seen(request),
    )  # fmt: skip
    return " ".join((_("The decision is recorded."), *(f"{one}." for one in told.warnings)))


def publish(request: HttpRequest, who: str, key: str) -> str:
    """Show it in the public register."""
    holding.publish(who, sent(request, "why"), key, seen=seen(request))
    return _("Everybody sees it in the register of observers now.")


DEEDS: dict[str, Deed] = {
    "find": find, "ask": ask, "assign": assign, "match": match,
    "request-approval": request_approval, "note-approval": note_approval,
    "note-objection": note_objection, "note-taken-back": note_taken_back, "decide": decide,
    "publish": publish,
}  # fmt: skip
"""Last word of the address -> what is done."""


@require_POST
@guarded
def do(request: HttpRequest, key: str, deed: str) -> HttpResponse:
    """Do an act on an application, and go back to it."""
    if deed not in DEEDS:
        raise Hidden(_("there is no %(name)s that you may see") % {"name": deed})
    told = DEEDS[deed](request, by(request) or "", key)
    address = reverse("application", args=[key])
    return back(request, address, told)


@require_POST
@guarded
def circulate(request: HttpRequest, short: str) -> HttpResponse:
    """Note that a list of applicants goes to the Parties."""
    circulating.circulate(
        by(request) or "", sent(request, "why"), short,
        tuple(str(one) for one in request.POST.getlist("cases")), on=day(sent(request, "on")),
        closes=day(sent(request, "closes")), parties=number(request, "parties"),
    )  # fmt: skip
    told = _("The list is kept. The note to the Parties is yours to send.")
    return back(request, reverse("gathering", args=[short]), told)


@require_POST
@guarded
def presence(request: HttpRequest, short: str) -> HttpResponse:
    """How many Parties were present when a list was decided on."""
    present = number(request, "present")
    if present is None:
        raise Refused(_("%(what)s is missing") % {"what": _("the number of Parties present")})
    circulating.record_presence(
        by(request) or "", sent(request, "why"), sent(request, "list"), present,
        parties=number(request, "parties"), seen=seen(request),
    )  # fmt: skip
    return back(request, reverse("gathering", args=[short]), _("That is kept."))


def number(request: HttpRequest, name: str) -> int | None:
    """A number that was written; None where nothing was. Refused where it is none."""
    text = sent(request, name)
    if not text:
        return None
    if not text.isdecimal() or len(text) > 6:
        raise Refused(_("%(what)s is no number") % {"what": text})
    return int(text)


@require_POST
@guarded
def adopt(request: HttpRequest) -> HttpResponse:
    """Put a scheme in use, citing the decision that adopts it; or take it out of use."""
    who, why, name = by(request) or "", sent(request, "why"), sent(request, "scheme")
    since, until = day(sent(request, "since")), day(sent(request, "until"))
    if sent(request, "end") and until is not None:
        deciding.end_scheme(who, why, name, sent(request, "decision"), until=until)
        return back(request, reverse("admission"), _("It is kept until when it is in use."))
    if since is None:
        raise Refused(_("%(what)s is missing") % {"what": _("the day from which it is in use")})
    deciding.adopt_scheme(who, why, name, sent(request, "decision"), since=since, until=until)
    told = [_("It is in use from that day on.")]
    lines = schemes_on.above(name, "cms")
    if lines:
        said = ngettext(
            "%(n)s line of it is not allowed by the treaty without an amendment: see “ceiling”.",
            "%(n)s lines of it are not allowed by the treaty without an amendment: see “ceiling”.",
            lines,
        )
        told.append(said % {"n": lines})
    return back(request, reverse("admission"), " ".join(told))
