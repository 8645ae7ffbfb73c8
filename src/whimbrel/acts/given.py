"""What a person gives to an act, checked before anything is written."""

import datetime
import re
from collections.abc import Iterable

from whimbrel.acts.naming import body_of
from whimbrel.acts.refused import Refused
from whimbrel.queries.countries import country_name
from whimbrel.queries.said import said as _
from whimbrel.register.models import Body

DATE = re.compile(r"(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
"""As exact as it is known."""
COUNTRY = re.compile(r"[A-Z]{2}")


def said(value: str, what: str) -> str:
    """Words that must be there, without spaces around them."""
    words = " ".join(value.split())
    if not words:
        raise Refused(_("%(what)s is missing") % {"what": what})
    return words


def period(since: str, until: str) -> None:
    """Go on where both dates are dates, as exact as they are known, and in their order."""
    for date in filter(None, (since, until)):
        if not DATE.fullmatch(date):
            told = _("%(date)s is no date: write 2025, 2025-11 or 2025-11-03")
            raise Refused(told % {"date": date})
        if len(date) == len("2025-11-03"):
            try:
                datetime.date.fromisoformat(date)
            except ValueError:
                raise Refused(_("the calendar has no %(date)s") % {"date": date}) from None
    shared = min(len(since), len(until))
    if shared and until[:shared] < since[:shared]:
        raise Refused(_("it cannot end before it begins"))


def days(since: datetime.date | None, until: datetime.date | None) -> None:
    """Go on where a period does not end before it begins."""
    if since and until and until < since:
        raise Refused(_("it cannot end before it begins"))


def day(value: object) -> datetime.date | None:
    """A day, or one written as 2025-11-03; None where it is empty."""
    if not value:
        return None
    if isinstance(value, datetime.date):
        return value
    try:
        return datetime.date.fromisoformat(str(value))
    except ValueError:
        raise Refused(_("%(date)s is no day: write 2025-11-03") % {"date": value}) from None


def precision(date: str) -> str:
    """How exact a date is."""
    return {0: "none", 4: "year", 7: "month"}.get(len(date), "day")


def countries(codes: Iterable[str]) -> tuple[str, ...]:
    """Codes of countries, each once."""
    listed = tuple(dict.fromkeys(filter(None, codes)))
    for code in listed:
        if not COUNTRY.fullmatch(code):
            told = _("%(code)s is no code of a country: write two capitals, such as BJ")
            raise Refused(told % {"code": code})
        if country_name(code) is None:
            raise Refused(_("%(code)s is the code of no country") % {"code": code})
    return listed


def bodies(names: Iterable[str]) -> tuple[Body, ...]:
    """The bodies of names, each once; those that the record has not yet are entered."""
    return tuple(dict.fromkeys(body_of(said(name, _("the name of a body"))) for name in names))
