"""Enter meetings of governing and subsidiary bodies by hand."""

import datetime
from collections.abc import Mapping

from whimbrel.acts.act import Done, act
from whimbrel.acts.given import countries, day, days, said
from whimbrel.acts.held import changed, held, only
from whimbrel.acts.naming import body_of
from whimbrel.acts.refused import Refused
from whimbrel.queries.changes import changes
from whimbrel.queries.said import said as _
from whimbrel.register.models import Meeting, Person
from whimbrel.symbols import MeetingRef

FIELDS = ("title", "body", "venue", "country", "starts", "ends", "url")


@act("meetings.enter", verb="record")
def enter(
    by: Person, short: str, *, title: str = "", body: str = "", venue: str = "", country: str = "",
    starts: datetime.date | None = None, ends: datetime.date | None = None, url: str = "",
) -> Done[str]:  # fmt: skip
    """Enter a meeting. Its short name, as documents have it."""
    name = shortened(said(short, _("the short name")))
    if Meeting.objects.filter(short=name).exists():
        raise Refused(_("the record has %(name)s already") % {"name": name})
    values = {
        "title": title, "body": body, "venue": venue, "country": country, "starts": starts,
        "ends": ends, "url": url,
    }  # fmt: skip
    one = Meeting.objects.create(short=name, **checked(values))
    return Done(value=name, about=f"meeting {name}", kept=(one,))


@act("meetings.correct", verb="record")
def correct(by: Person, short: str, values: Mapping[str, object], *, seen: int) -> Done[int]:
    """Correct fields of a meeting. `seen`: how many editions of it were kept."""
    only(values, FIELDS)
    one = held(Meeting, short)
    told = changed(one, checked(values), seen)
    days(one.starts, one.ends)
    return Done(value=changes(one) + 1, about=f"meeting {short}", change=told, kept=(one,))


def shortened(name: str) -> str:
    """`COP15` for the 15th meeting of the Conference of the Parties; else the name as it is."""
    try:
        return str(MeetingRef.parse(name))
    except ValueError:
        return name


def checked(values: Mapping[str, object]) -> dict[str, object]:
    """The fields of a meeting, as they are kept."""
    whole = dict(values)
    countries((str(whole.get("country") or ""),))
    if "body" in whole:
        whole["body"] = body_of(str(whole["body"])) if whole["body"] else None
    for field in ("starts", "ends"):
        if field in whole:
            whole[field] = day(whole[field])
    days(day(whole.get("starts")), day(whole.get("ends")))
    url = str(whole.get("url") or "")
    if url and not url.startswith(("https://", "http://")):
        raise Refused(_("%(url)s is no address of a page: it begins with https://") % {"url": url})
    return whole
