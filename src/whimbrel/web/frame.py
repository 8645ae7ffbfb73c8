"""What every page has around it: who is signed in, and the places of the house."""

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from whimbrel.queries.glance import known
from whimbrel.queries.people import can, could, somebody

PLACES = (
    ("desk", _("Desk"), "read"),
    ("documents", _("Documents"), "read"),
    ("decisions", _("Decisions"), "read"),
    ("engagements", _("Engagements"), "read"),
    ("partners", _("Partners"), "read"),
    ("admission", _("Admission"), "examine"),
    ("apply", _("Take part"), "apply"),
    ("voice", _("For your Party"), "voice"),
    ("reports", _("Reports"), "read"),
)
"""(name of the address, words, the verb that opens it)."""
SHELVES = (
    ("synergy", _("Synergy"), "read"),
    ("partnerships", _("Partnerships"), "read"),
    ("agreements", _("Agreements"), "read"),
    ("countries", _("Countries"), "read"),
    ("meetings", _("Meetings"), "read"),
    ("groups", _("Groups"), "read"),
    ("campaigns", _("Campaigns"), "read"),
    ("initiatives", _("Initiatives"), "read"),
    ("statements", _("Statements"), "read"),
    ("observers", _("Observers"), "read"),
    ("participation", _("Participation"), "read"),
    ("contributions", _("Contributions"), "read"),
    ("questions", _("Questions"), "read"),
    ("datasets", _("Data sets"), "record"),
    ("byhand", _("Record by hand"), "record"),
    ("screening", _("Screening"), "screen"),
    ("ledger", _("Ledger"), "audit"),
    ("people", _("People"), "people"),
    ("help", _("Help"), "read"),
)
"""The same of what is looked up less often."""

OWN = frozenset({"apply", "voice"})
"""Verbs whose places are of those who do it for what is their own."""

WITHIN = {"standing": "decisions", "unfunded": "decisions", "drafts": "decisions",
          "application": "admission", "gathering": "admission",
          "compare": "admission", "mine": "apply",
          "synergy-answer": "synergy", "synergy-country": "synergy",
          "partnership": "partnerships", "authority": "partnerships",
          "barriers": "participation", "mechanisms": "participation",
          "suggestions": "participation",
          "contribute": "apply", "contributing": "apply",
          "contribution": "contributions", "screening-of": "screening"}  # fmt: skip
"""Lists that are reached from a place, which is marked there too."""


def by(request: HttpRequest) -> str | None:
    """The address of the person who asks; None where nobody is signed in."""
    user = request.user
    if not user.is_authenticated:
        return None
    known(user)
    return user.get_username()


def frame(request: HttpRequest) -> dict[str, object]:
    """What the frame of a page needs."""
    who = by(request) if hasattr(request, "user") else None
    here = request.resolver_match.url_name if request.resolver_match else None
    here = WITHIN.get(here or "", here)
    person = somebody(who)

    def listed(places: tuple[tuple[str, object, str], ...]) -> list[dict[str, object]]:
        # A reader of some records sees the same places as one of all: the lists are narrowed.
        return [
            {"name": name, "words": words, "here": name == here}
            for name, words, verb in places
            if person and (verb == "read" or (could if verb in OWN else can)(who, verb))
        ]

    return {
        "person": person,
        "places": listed(PLACES),
        "shelves": listed(SHELVES),
        "office": can(who, "read"),
    }
