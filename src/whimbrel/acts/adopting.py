"""Adopt a draft decision: it takes the number of its own meeting's series, and enters the record
as mandates."""

import re

from django.db.models import Q

from whimbrel.acts.act import Done, act
from whimbrel.acts.drafts import going_on, series
from whimbrel.acts.held import counted, not_overtaken
from whimbrel.acts.mandates import worded
from whimbrel.acts.refused import Refused
from whimbrel.engagements.rows.decisions import spelled
from whimbrel.mandates import Mandate, understand
from whimbrel.mandates.addressees import of_heading
from whimbrel.queries.said import said as _
from whimbrel.register.models import (
    Condition,
    Draft,
    Instrument,
    Meeting,
    Output,
    Person,
    Provision,
    Succession,
)
from whimbrel.register.names import about


@act("drafts.adopt", verb="judge")
def adopt(
    by: Person, key: str, *, number: str = "", result: str = "", house: str = "CMS", seen: int
) -> Done[str]:
    """Enter a draft as adopted. The number that it takes: the one given, of its meeting's series,
    or the next one that is free. `result`: how it was adopted, such as "by consensus"."""
    one = going_on(key)
    not_overtaken(one, seen, {"number": number})
    taken = number.strip() or following(one.meeting)
    if not taken.startswith(f"{series(one.meeting)}."):
        told = _("%(number)s is not of the series of %(meeting)s, which begins with %(series)s")
        whole = {"number": taken, "meeting": one.meeting.short, "series": f"{series(one.meeting)}."}
        raise Refused(told % whole)
    if Instrument.objects.filter(Q(number=taken) | Q(key=f"{house}/Decision/{taken}")).exists():
        raise Refused(_("the record has %(name)s already") % {"name": taken})
    holder = Instrument.objects.create(
        key=f"{house}/Decision/{taken}", kind="decision", number=taken, title=one.heading,
        meeting=one.meeting, since=one.meeting.ends,
    )  # fmt: skip
    made = tuple(entered(one, holder, house))
    one.state, one.instrument, one.result = Draft.State.ADOPTED, holder, result.strip()
    counted(one)
    kept = (one, holder, *made, *handed_on(one, made))
    return Done(value=taken, about=about(one), open={"number": taken}, kept=kept)


def following(meeting: Meeting) -> str:
    """The number after the highest that a decision of the meeting's series has."""
    prefix = f"{series(meeting)}."
    listed = Instrument.objects.filter(number__startswith=prefix).values_list("number", flat=True)
    tails = [int(each) for one in listed if (each := one.removeprefix(prefix)).isdecimal()]
    return f"{prefix}{max(tails, default=0) + 1}"


def entered(one: Draft, holder: Instrument, house: str) -> list[Provision]:
    """The provisions of a draft: its items, or itself where it has none."""
    if not one.items:
        return [provision(one, holder, house, name=holder.number, text=one.text, chapeau="")]
    return [
        provision(one, holder, house, name=f"{holder.number} {label}", text=text, chapeau=one.text)
        for label, text in one.items
    ]


def provision(
    one: Draft, holder: Instrument, house: str, *, name: str, text: str, chapeau: str
) -> Provision:
    """One provision with what its words ask."""
    head = f"{chapeau} {name.removeprefix(holder.number).strip()} " if chapeau else ""
    found = understand(
        f"{head}{text}", language="en", context=one.line or None, organ="COP",
        item=len(head) or None,
    )  # fmt: skip
    made = Provision.objects.create(
        instrument=holder, name=name, text=text, chapeau=chapeau, line=one.line,
        addressees=asked(found, one.line, house), force=found.force.value, due=found.due_code or "",
        report_to=found.report_to_name or "", since=holder.since,
        collaborators=list(dict.fromkeys(spelled(e.name, house) for e in found.collaborators)),
    )  # fmt: skip
    for each in found.conditions:
        if re.search(r"resources$|contributions$", each.kind.value):
            kind = f"subject-to-{each.kind.value}"
            Condition.objects.create(provision=made, kind=kind, words=each.words)
    for output in dict.fromkeys(each.output.value for each in found.outputs):
        Output.objects.create(provision=made, kind=output)
    worded(made)
    return made


def asked(found: Mandate, line: str, house: str) -> list[str]:
    """Whom it addresses: those of the line above it, else those of its sentence."""
    above = [each.who.value for each in of_heading(line, "en")[0]] if line else []
    inside = [each.who.value for each in found.addressees]
    return list(dict.fromkeys(spelled(each, house) for each in above or inside))


def handed_on(one: Draft, made: tuple[Provision, ...]) -> list[Provision]:
    """The provisions that the draft goes on from: they now go on in what it became."""
    before = []
    for each in Succession.objects.filter(draft=one).exclude(state=Succession.State.REFUSED):
        for new in made:
            Succession.objects.get_or_create(
                old=each.old, new=new,
                defaults={"label": each.label, "state": each.state, "by": each.by, "at": each.at},
            )  # fmt: skip
        before.append(each.old)
    return before
