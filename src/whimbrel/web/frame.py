"""What every page has around it: who is signed in, and the places of the house."""

from django.http import HttpRequest

from whimbrel.queries.people import can, somebody

PLACES = (
    ("desk", "Desk", "read"),
    ("documents", "Documents", "read"),
    ("decisions", "Decisions", "read"),
    ("engagements", "Engagements", "read"),
    ("partners", "Partners", "read"),
    ("ledger", "Ledger", "audit"),
    ("people", "People", "people"),
)
"""(name of the address, words, the verb that opens it)."""


def by(request: HttpRequest) -> str | None:
    """The address of the person who asks; None where nobody is signed in."""
    user = request.user
    return user.get_username() if user.is_authenticated else None


def frame(request: HttpRequest) -> dict[str, object]:
    """What the frame of a page needs."""
    who = by(request)
    here = request.resolver_match.url_name if request.resolver_match else None
    return {
        "person": somebody(who),
        "places": [
            {"name": name, "words": words, "here": name == here}
            for name, words, verb in PLACES
            if can(who, verb)
        ],
    }
