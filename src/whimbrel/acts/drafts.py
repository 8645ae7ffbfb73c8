"""Draft decisions: propose one, keep each version of the session, say what it would cost, and
what became of it."""

import re
from decimal import Decimal, InvalidOperation

from django.utils import timezone

from whimbrel.acts.act import Done, act
from whimbrel.acts.answers import chosen
from whimbrel.acts.given import said
from whimbrel.acts.held import counted, held, not_overtaken
from whimbrel.acts.refused import Refused
from whimbrel.queries.said import said as _
from whimbrel.register.models import Cost, Draft, DraftText, Meeting, Person
from whimbrel.register.names import about

FIRST = "first"
"""The name of the words with which a draft was proposed."""
ITEM = re.compile(r"(?P<label>\(?[a-z0-9]{1,4}[.)])\s+(?P<text>.+)", re.IGNORECASE | re.DOTALL)
OVER = (Draft.State.ADOPTED, Draft.State.NOT_ADOPTED, Draft.State.WITHDRAWN)


@act("drafts.propose", verb="record")
def propose(
    by: Person, meeting: str, *, text: str, placeholder: str = "", heading: str = "",
    line: str = "", items: tuple[str, ...] = (), author: str = "", address: str = "",
) -> Done[str]:  # fmt: skip
    """Propose a draft decision to a meeting. Its key. `placeholder`: the number that stands for
    its own until it is adopted; the next free one of the series where it is left empty. `line`:
    to whom it is directed. `items`: one each, with its letter: "a) establish a group"."""
    holder = held(Meeting, meeting)
    number = placeholder.strip() or free(holder)
    taken = Draft.objects.filter(meeting=holder, placeholder=number)
    if taken.exists():
        told = _("%(meeting)s has a draft %(number)s already: leave it empty for a free number")
        raise Refused(told % {"meeting": meeting, "number": number})
    one = Draft.objects.create(
        key=key_of(holder, number), meeting=holder, placeholder=number, heading=heading.strip(),
        line=line.strip(), text=said(text, _("the text")), items=parted(items),
        author=author.strip(), address=address.strip(),
    )  # fmt: skip
    worded(one, FIRST, by)
    return Done(value=one.key, about=about(one), open={"meeting": meeting}, kept=(one,))


@act("drafts.revise", verb="record")
def revise(
    by: Person, key: str, name: str, *, text: str, heading: str = "", line: str = "",
    items: tuple[str, ...] = (), seen: int,
) -> Done[int]:  # fmt: skip
    """Keep the words that a paper of the session gives a draft. `name`: of that version, such as
    CRP.2 or Rev.1. The words before are kept and compared."""
    one, name = going_on(key), said(name, _("the name of the version"))
    if one.texts.filter(name=name).exists():
        raise Refused(_("the record has this version already: %(name)s") % {"name": name})
    not_overtaken(one, seen, {"text": text})
    before = {"text": one.text, "items": one.items}
    one.text, one.items = said(text, _("the text")), parted(items)
    one.heading, one.line = heading.strip() or one.heading, line.strip() or one.line
    one.state = Draft.State.IN_SESSION
    worded(one, name, by)
    counted(one)
    change = {"before": before, "after": {"text": one.text, "items": one.items}}
    return Done(
        value=one.change, about=about(one), open={"version": name}, change=change, kept=(one,)
    )


@act("drafts.cost", verb="record")
def cost(
    by: Person, key: str, activity: str, *, source: str, year: int | None = None,
    amount: str = "", currency: str = "", days: int | None = None, seen: int,
) -> Done[int]:  # fmt: skip
    """Say what an activity of a draft would cost in a year: money, days of staff or both, and from
    which source."""
    one = going_on(key)
    if not amount.strip() and days is None:
        raise Refused(_("give an amount of money, or days of staff"))
    not_overtaken(one, seen, {"activity": activity})
    Cost.objects.create(
        draft=one, activity=said(activity, _("the activity")), year=year,
        source=said(source, _("the source")), amount=money(amount), currency=coined(currency),
        days=days,
    )  # fmt: skip
    counted(one)
    return Done(value=one.change, about=about(one), open={"year": year}, kept=(one,))


@act("drafts.set_aside", verb="judge", reasoned=True)
def set_aside(by: Person, key: str, state: str, *, seen: int) -> Done[int]:
    """Say that a draft was not adopted, or was withdrawn."""
    one = going_on(key)
    chosen(state, [Draft.State.NOT_ADOPTED.value, Draft.State.WITHDRAWN.value], _("result"))
    not_overtaken(one, seen, {"state": state})
    one.state = Draft.State(state)
    counted(one)
    return Done(value=one.change, about=about(one), open={"state": state}, kept=(one,))


def going_on(key: str) -> Draft:
    """The draft of a key. Refused where its meeting is done with it."""
    one = held(Draft, key)
    if one.state in OVER:
        told = _("the meeting is done with %(key)s: it is %(state)s")
        raise Refused(told % {"key": key, "state": _(str(one.state))})
    return one


def key_of(meeting: Meeting, number: str) -> str:
    """A key that no other draft has."""
    first = key = f"{meeting.short}-{number}"
    count = 1
    while Draft.objects.filter(key=key).exists():
        count += 1
        key = f"{first}-{count}"
    return key


def series(meeting: Meeting) -> str:
    """The number before the dot in what a meeting adopts: 15 for COP15."""
    found = re.search(r"\d+$", meeting.short)
    if found is None:
        told = _("%(meeting)s has no number from which a series could be made")
        raise Refused(told % {"meeting": meeting.short})
    return found.group()


def free(meeting: Meeting) -> str:
    """The first placeholder of a meeting's series that no draft has: 15.AA, 15.BB, on to 15.ZZ,
    then 15.AAA."""
    taken = set(Draft.objects.filter(meeting=meeting).values_list("placeholder", flat=True))
    letters = (chr(65 + place % 26) * (2 + place // 26) for place in range(1000))
    return next(n for each in letters if (n := f"{series(meeting)}.{each}") not in taken)


def parted(items: tuple[str, ...]) -> list[list[str]]:
    """Items with their letters apart. Refused where one has none."""
    parts = []
    for item in items:
        found = ITEM.fullmatch(item.strip())
        if found is None:
            told = _("an item begins with its letter, such as a): “%(item)s”")
            raise Refused(told % {"item": item[:60]})
        parts.append([found["label"], " ".join(found["text"].split())])
    return parts


def worded(one: Draft, name: str, by: Person) -> None:
    """Keep its words under the name of a version."""
    DraftText.objects.create(
        draft=one, name=name, heading=one.heading, line=one.line, text=one.text, items=one.items,
        by=by, at=timezone.now(),
    )  # fmt: skip


def money(amount: str) -> Decimal | None:
    """An amount; None where none is given."""
    plain = re.sub(r"[\s,'\u00a0\u202f]", "", amount)
    if not plain:
        return None
    told = _("%(amount)s is no amount: write 25000 or 25000.50")
    try:
        whole = Decimal(plain)
    except InvalidOperation:
        raise Refused(told % {"amount": amount}) from None
    if not whole.is_finite() or not 0 <= whole < Decimal(10) ** 12:
        raise Refused(told % {"amount": amount})
    return whole


def coined(currency: str) -> str:
    """A currency by its three letters; empty where none is given."""
    code = currency.strip().upper()
    if code and not re.fullmatch(r"[A-Z]{3}", code):
        told = _("%(code)s is no currency: write three letters, such as EUR")
        raise Refused(told % {"code": currency})
    return code
