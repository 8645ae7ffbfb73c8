"""Decision trackers: who sees to a provision, by when, and how far its money has come."""

from django.utils import timezone

from whimbrel.acts.tables.bodies import strings
from whimbrel.acts.tables.outcome import Filling, alike
from whimbrel.bodies.names import folded
from whimbrel.engagements.tables import Unfit
from whimbrel.register.models import (
    Comment,
    Condition,
    Instrument,
    Person,
    Provision,
    Wording,
)
from whimbrel.register.names import about

STATUS = "Status in a decision tracker: "
"""How a comment begins that tells it: the record's own statuses are those that a document says."""
VERBS = {"person": "assign", "funding": "assign", "status": "comment", "notes": "comment"}
"""What a column asks for beside the verb of the act."""


def enter(filling: Filling, by: Person, convention: str) -> str:
    """A row of a decision tracker."""
    told = filling.values
    person = person_of(str(told["person"])) if told.get("person") else None
    one = held(filling) or made(filling, convention)
    filling.fill(one, "text", told.get("text"))
    filling.fill(one, "addressees", list(strings(told.get("addressees"))))
    filling.fill(one, "due", told.get("due"))
    filling.fill(one, "report_to", told.get("report_to"))
    filling.fill(one, "assigned", person)
    fund(one, filling)
    say(one, filling, by)
    if filling.new:
        one.save()
        filling.keep(one)
    else:
        filling.save(one)
    return one.name


def held(filling: Filling) -> Provision | None:
    """The provision that the record has. Unfit where several conventions have one of this name."""
    name = str(filling.values["provision"])
    listed = list(Provision.objects.select_related("instrument").filter(name=name)[:2])
    if len(listed) > 1:
        raise Unfit("many_provisions", field="provision", name=name)
    return listed[0] if listed else None


def made(filling: Filling, convention: str) -> Provision:
    """A new provision. Its words count as a paraphrase until a document is deposited that has
    them."""
    name, text = str(filling.values["provision"]), filling.values.get("text")
    if not text:
        raise Unfit("no_provision", field="provision")
    number = name.partition(" ")[0]
    listed = list(Instrument.objects.filter(number=number, kind="decision")[:2])
    if len(listed) > 1:
        raise Unfit("many_provisions", field="provision", name=number)
    if listed:
        holder = listed[0]
    else:
        house = convention or only_house()
        if not house:
            raise Unfit("no_convention", field="provision")
        holder = Instrument.objects.create(
            key=f"{house}/Decision/{number}", kind="decision", number=number
        )
        filling.keep(holder)
    one = Provision.objects.create(instrument=holder, name=name, text=str(text), paraphrase=True)
    Wording.objects.create(
        provision=one, text=one.text, paraphrase=True, meeting=holder.meeting, since=holder.since
    )
    filling.new = True
    return one


def only_house() -> str:
    """The convention whose decisions the record has; empty where it has none, or several."""
    keys = Instrument.objects.filter(kind="decision").values_list("key", flat=True)
    houses = {key.partition("/")[0] for key in keys}
    return houses.pop() if len(houses) == 1 else ""


def person_of(name: str) -> Person:
    """The person of an address or name. Unfit where nobody, or more than one, goes by it."""
    listed = Person.objects.filter(is_active=True)
    found = listed.filter(email__iexact=name).first()
    if found is not None:
        return found
    same = [one for one in listed if folded(one.name) == folded(name)]
    if not same:
        raise Unfit("no_person", field="person")
    if len(same) > 1:
        raise Unfit("many_people", field="person")
    return same[0]


def fund(one: Provision, filling: Filling) -> None:
    """The conditions of a provision, and how far the money has come."""
    words, funding = filling.values.get("condition"), filling.values.get("funding")
    listed = list(one.conditions.all())
    if words and not any(alike(each.words, words) for each in listed):
        listed = [Condition.objects.create(provision=one, words=str(words), kind="stated")]
        filling.changed["condition"] = None
    if not funding or funding == Condition.Funding.UNKNOWN:
        return
    if not listed:
        # A tracker speaks of money where no text has a condition: the money is what it waits for.
        listed = [Condition.objects.create(provision=one, words="resources", kind="resources")]
    unknown = [each for each in listed if each.funding == Condition.Funding.UNKNOWN]
    for each in unknown:
        each.funding = str(funding)
        each.save()
        filling.changed["funding"] = None
    differing = {each.funding for each in listed} - {str(funding)}
    if differing:
        filling.differ("funding", sorted(differing), funding)


def say(one: Provision, filling: Filling, by: Person) -> None:
    """Status and notes, as comments on the provision: what a document says of it stands apart."""
    name = about(one)
    status, notes = filling.values.get("status"), filling.values.get("notes")
    told = Comment.objects.filter(about=name)
    if status and status != "unknown":
        words = f"{STATUS}{status}"
        last = told.filter(words__startswith=STATUS).last()
        if last is None or last.words != words:
            Comment.objects.create(about=name, by=by, at=timezone.now(), words=words)
            filling.changed["status"] = None
    if notes and not told.filter(words=str(notes)).exists():
        Comment.objects.create(about=name, by=by, at=timezone.now(), words=str(notes))
        filling.changed["notes"] = None
