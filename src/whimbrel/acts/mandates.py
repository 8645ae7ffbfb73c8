"""Keep what governing bodies asked, by hand: instruments and their provisions, who works on each,
and how far their money and outputs have come."""

import datetime
from collections.abc import Mapping
from typing import TypeVar

from whimbrel.acts.act import Done, act
from whimbrel.acts.given import day, days, said
from whimbrel.acts.held import changed, counted, held, not_overtaken, only
from whimbrel.acts.refused import Refused
from whimbrel.queries.said import said as _
from whimbrel.register.models import (
    Condition,
    Instrument,
    Meeting,
    Output,
    Person,
    Provision,
    Wording,
)
from whimbrel.register.names import about

P = TypeVar("P", Condition, Output)
Pairs = tuple[tuple[str, str], ...]
FIELDS = (
    "text", "line", "force", "due", "report_to", "addressees", "collaborators", "targets", "since",
    "until",
)  # fmt: skip


@act("mandates.adopt", verb="record")
def adopt(
    by: Person, number: str, *, kind: str, title: str = "", meeting: str = "",
    since: datetime.date | None = None, until: datetime.date | None = None, house: str = "CMS",
) -> Done[str]:  # fmt: skip
    """Keep a decision or resolution as adopted. Its number; `house`: the convention that adopted
    it, by its acronym."""
    number, kind = said(number, _("the number")), said(kind, _("the kind")).lower()
    days(since, until)
    key = f"{house}/{kind.capitalize()}/{number}"
    if Instrument.objects.filter(key=key).exists():
        raise Refused(_("the record has %(name)s already") % {"name": key})
    if Instrument.objects.filter(number=number).exists():
        told = _("another instrument of the record has the number %(number)s")
        raise Refused(told % {"number": number})
    one = Instrument.objects.create(
        key=key, kind=kind, number=number, title=title, since=since, until=until,
        meeting=held(Meeting, meeting) if meeting else None,
    )  # fmt: skip
    return Done(value=number, about=about(one), open={"kind": kind}, kept=(one,))


@act("mandates.enter", verb="record")
def enter(
    by: Person, instrument: str, name: str, *, text: str, chapeau: str = "",
    paraphrase: bool = False, addressees: tuple[str, ...] = (), line: str = "", force: str = "",
    due: str = "", report_to: str = "", collaborators: tuple[str, ...] = (),
    conditions: Pairs = (), outputs: Pairs = (), targets: tuple[str, ...] = (),
    since: datetime.date | None = None, until: datetime.date | None = None,
) -> Done[str]:  # fmt: skip
    """Enter a provision of an instrument. Its name.

    `chapeau`: the words of the decision over an item. `paraphrase`: the words are ours; a document
    that has those of the governing body will replace them. `conditions` and `outputs`: (kind,
    words) of each.
    """
    holder, name = held(Instrument, instrument), said(name, _("the name"))
    days(since, until)
    if Provision.objects.filter(name=name).exists():
        raise Refused(_("the record has %(name)s already") % {"name": name})
    one = Provision.objects.create(
        instrument=holder, name=name, text=said(text, _("the text")), paraphrase=paraphrase,
        chapeau=" ".join(chapeau.split()), addressees=list(addressees), line=line, force=force,
        due=due, report_to=report_to, collaborators=list(collaborators), targets=list(targets),
        since=since or holder.since,
        until=until or holder.until,
    )  # fmt: skip
    for kind, words in conditions:
        Condition.objects.create(provision=one, kind=kind, words=words or kind)
    for kind, words in outputs:
        Output.objects.create(provision=one, kind=kind, words=words)
    worded(one)
    figures = {"paraphrase": paraphrase}
    return Done(value=name, about=about(one), open=figures, kept=(holder, one))


def worded(one: Provision) -> None:
    """Keep the words of a provision, as its meeting had them."""
    Wording.objects.create(
        provision=one, text=one.text, paraphrase=one.paraphrase, since=one.since,
        meeting=one.instrument.meeting,
    )  # fmt: skip


@act("mandates.correct", verb="record")
def correct(by: Person, name: str, values: Mapping[str, object], *, seen: int) -> Done[int]:
    """Correct fields of a provision. The words of a governing body are not corrected: a document
    brings them."""
    only(values, FIELDS)
    one = held(Provision, name)
    if "text" in values and not one.paraphrase:
        raise Refused(_("these are the words of a document: only a paraphrase can be corrected"))
    whole = {
        field: list(value) if isinstance(value, tuple) else value for field, value in values.items()
    }
    for field in ("since", "until"):
        if field in whole:
            whole[field] = day(whole[field])
    told = changed(one, whole, seen)
    days(one.since, one.until)
    if "text" in values:
        worded(one)
    return Done(value=one.change, about=about(one), change=told, kept=(one,))


@act("mandates.assign", verb="assign")
def assign(by: Person, name: str, to: str, *, seen: int) -> Done[int]:
    """Give a provision to a person, by their address; to nobody, where that is empty."""
    one = held(Provision, name)
    person = Person.objects.filter(email=to, is_active=True).first() if to else None
    if to and person is None:
        raise Refused(_("nobody here goes by %(to)s") % {"to": to})
    not_overtaken(one, seen, {"assigned": person.name if person else ""})
    before = one.assigned.email if one.assigned else ""
    one.assigned = person
    counted(one)
    change = {"before": before, "after": to}
    return Done(value=one.change, about=about(one), change=change, kept=(one,))


@act("mandates.fund", verb="assign")
def fund(by: Person, name: str, condition: str, funding: str, *, seen: int) -> Done[int]:
    """Say how far the money of a condition has come; the condition is named by its words or
    kind."""
    if funding not in Condition.Funding.values:
        told = _("%(word)s is no state of money: one of %(known)s")
        raise Refused(told % {"word": funding, "known": ", ".join(Condition.Funding.values)})
    one = held(Provision, name)
    which = picked(list(one.conditions.all()), condition, name)
    not_overtaken(one, seen, {"conditions": funding})
    before, which.funding = which.funding, Condition.Funding(funding)
    which.save()
    counted(one)
    change = {"condition": which.words, "before": before, "after": funding}
    return Done(
        value=one.change, about=about(one), open={"funding": funding}, change=change, kept=(one,)
    )  # fmt: skip


@act("mandates.tick", verb="assign")
def tick(
    by: Person, name: str, output: str, *, done: bool | None = True, shown: str = "", seen: int
) -> Done[int]:
    """Say whether an output was produced, and where it is; the output is named by its words or
    kind."""
    one = held(Provision, name)
    which = picked(list(one.outputs.all()), output, name)
    not_overtaken(one, seen, {"outputs": output})
    before = {"done": which.done, "shown": which.shown}
    which.done, which.shown = done, shown
    which.save()
    counted(one)
    change = {"output": str(which), "before": before, "after": {"done": done, "shown": shown}}
    return Done(value=one.change, about=about(one), open={"done": done}, change=change, kept=(one,))


def picked(listed: list[P], name: str, provision: str) -> P:
    """The condition or output of a name. Refused where there is none, or more than one."""
    exact = [one for one in listed if name and name == one.words]
    found = exact or [one for one in listed if name == one.kind]
    if len(found) != 1:
        told = _("%(provision)s has %(count)s of the name %(name)s: %(known)s")
        known = "; ".join(one.words or one.kind for one in listed)
        count = len(found) or _("none")
        whole = {"provision": provision, "count": count, "name": name, "known": known}
        raise Refused(told % whole)
    return found[0]
