"""The due diligence of a partnership on its page: documents, answers, flags and measures."""

import datetime
from collections.abc import Callable

from django.http import HttpRequest
from django.utils.translation import gettext as _

from whimbrel.acts import needing, vetting
from whimbrel.acts.refused import Refused
from whimbrel.queries import partnership as kept
from whimbrel.web.decisions import day
from whimbrel.web.examining import number
from whimbrel.web.record import seen, sent

Deed = Callable[[HttpRequest, str, str], str]
"""Does an act with what a form sent, for a person on a partnership; and says what was done."""


def wanted(request: HttpRequest, name: str) -> datetime.date:
    """A day that has to be there."""
    found = day(sent(request, name))
    if found is None:
        raise Refused(_("%(what)s is missing") % {"what": _("the day")})
    return found


def count(request: HttpRequest, name: str) -> int:
    """A number; nought where none was written."""
    return number(request, name) or 0


def several(request: HttpRequest, name: str) -> tuple[str, ...]:
    """What was ticked."""
    return tuple(str(one)[:100] for one in request.POST.getlist(name))


def bring(request: HttpRequest, who: str, key: str) -> str:
    """A document."""
    file = request.FILES.get("file")
    if file is None or not hasattr(file, "read"):
        raise Refused(_("choose a file"))
    needing.bring(
        who, "", key, sent(request, "kind"), file.name or "", file.read(),
        instead=bool(sent(request, "instead")), expires_on=day(sent(request, "expires_on")),
        seen=seen(request),
    )  # fmt: skip
    return _("The document is kept.")


def take_away(request: HttpRequest, who: str, key: str) -> str:
    """A document that counts no more."""
    needing.take_away(
        who, "", key, count(request, "number"), why=sent(request, "why"), seen=seen(request)
    )
    return _("It is kept, and counts no more.")


def answer(request: HttpRequest, who: str, key: str) -> str:
    """The lines of the due diligence that were answered otherwise than they stood."""
    one = kept.partnership(who, key)
    asks = one.vetting.asks if one is not None and one.vetting is not None else ()
    turn, made = seen(request), 0
    for each in asks:
        value, source = sent(request, f"v-{each.id}"), sent(request, f"s-{each.id}")
        note = sent(request, f"n-{each.id}")
        told = (value, source, note) != (each.value, each.consulted, each.note)
        if not value or not told:
            continue
        vetting.answer(
            who, "", key, each.id, value, source=source or sent(request, "source"), note=note,
            seen=turn,
        )  # fmt: skip
        turn, made = turn + 1, made + 1
    if not made:
        raise Refused(_("nothing was answered otherwise than it stood"))
    return _("What you answered is kept.")


def rely_on(request: HttpRequest, who: str, key: str) -> str:
    """What another body has verified."""
    vetting.rely_on(
        who, "", key, sent(request, "verifier"), sent(request, "what"), sent(request, "reference"),
        several(request, "lines"), verified_on=wanted(request, "verified_on"),
        until=day(sent(request, "until")), seen=seen(request),
    )  # fmt: skip
    return _("It is relied on, and kept where that can be seen.")


def flag(request: HttpRequest, who: str, key: str) -> str:
    """Something that was seen."""
    vetting.flag(
        who, "", key, sent(request, "kind"), sent(request, "category"), sent(request, "words"),
        seen=seen(request),
    )  # fmt: skip
    return _("The flag is up.")


def lift_flag(request: HttpRequest, who: str, key: str) -> str:
    """A flag that is lifted."""
    vetting.lift_flag(
        who, "", key, count(request, "number"), sent(request, "why"), seen=seen(request)
    )
    return _("The flag is lifted.")


def mitigate(request: HttpRequest, who: str, key: str) -> str:
    """A measure against a risk."""
    vetting.mitigate(
        who, "", key, sent(request, "words"), sent(request, "owner"),
        until=day(sent(request, "until")), flag=count(request, "flag"), seen=seen(request),
    )  # fmt: skip
    return _("The measure is kept.")


def assess(request: HttpRequest, who: str, key: str) -> str:
    """The due diligence concluded."""
    vetting.assess(
        who, "", key, sent(request, "risk"), sent(request, "why"),
        until=day(sent(request, "until")), on=day(sent(request, "on")), seen=seen(request),
    )  # fmt: skip
    return _("The due diligence is concluded.")


def vet_again(request: HttpRequest, who: str, key: str) -> str:
    """The due diligence anew."""
    vetting.vet_again(who, "", key, sent(request, "why"), seen=seen(request))
    return _("The due diligence begins anew.")


def note_change(request: HttpRequest, who: str, key: str) -> str:
    """A change of the partner."""
    vetting.note_change(
        who, "", key, sent(request, "trigger"), sent(request, "why"), on=day(sent(request, "on")),
        seen=seen(request),
    )  # fmt: skip
    return _("The change is noted.")


DEEDS: dict[str, Deed] = {
    "bring": bring, "take-away": take_away, "answer": answer, "rely-on": rely_on, "flag": flag,
    "lift-flag": lift_flag, "mitigate": mitigate, "assess": assess, "vet-again": vet_again,
    "note-change": note_change,
}  # fmt: skip
"""Last word of the address -> what is done."""
