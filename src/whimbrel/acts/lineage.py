"""Say which provision goes on in which: propose what has the same meaning, confirm it, or refuse
it."""

import re
from itertools import product

from django.db.models import Q
from django.utils import timezone

from whimbrel.acts.act import Done, act
from whimbrel.acts.answers import chosen
from whimbrel.acts.held import held
from whimbrel.acts.refused import Refused
from whimbrel.mandates.lineage import Label, Wording
from whimbrel.mandates.pairing import pair
from whimbrel.queries.said import said as _
from whimbrel.register.models import Draft, Meeting, Person, Provision, Succession
from whimbrel.register.names import about

State = Succession.State


@act("lineage.confirm", verb="judge")
def confirm(by: Person, old: str, new: str, *, label: str) -> Done[str]:
    """Say that a provision goes on in another, or in a draft, and how: renewed-verbatim,
    renewed-amended, merged, split, replaced."""
    chosen(label, [str(one) for one in Label], _("label"))
    return said_of(by, old, new, label=label, state=State.CONFIRMED)


@act("lineage.refuse", verb="judge", reasoned=True)
def refuse(by: Person, old: str, new: str) -> Done[str]:
    """Say that a provision does not go on in another or in a draft: it is not proposed again."""
    return said_of(by, old, new, label=Label.UNRELATED, state=State.REFUSED)


def said_of(by: Person, old: str, new: str, *, label: str, state: str) -> Done[str]:
    """What a person says of a pair."""
    first, second = held(Provision, old), goes_on(new)
    if first == second:
        raise Refused(_("a provision does not go on in itself"))
    if label != Label.UNRELATED and circular(first, second):
        raise Refused(_("the second comes before the first already"))
    which = {"draft": second} if isinstance(second, Draft) else {"new": second}
    told = {"label": label, "state": state, "by": by, "at": timezone.now()}
    before = Succession.objects.filter(old=first, **which).first()
    change = {"new": about(second), "label": label, "before": before.label if before else ""}
    Succession.objects.update_or_create(old=first, **which, defaults=told)
    figures = {"label": label, "state": str(state)}
    return Done(
        value=str(label), about=about(first), open=figures, change=change, kept=(first, second)
    )


def goes_on(name: str) -> Provision | Draft:
    """The provision or draft of a name."""
    if Draft.objects.filter(key=name).exists():
        return held(Draft, name)
    return held(Provision, name)


def circular(first: Provision, second: Provision | Draft) -> bool:
    """Whether the first already goes on from the second."""
    if isinstance(second, Draft):
        return False
    confirmed = Succession.objects.filter(state=State.CONFIRMED)
    reached, next_ones = set[int](), {second.pk}
    while next_ones:
        reached |= next_ones
        later = confirmed.filter(old__in=next_ones, new__isnull=False)
        next_ones = set(later.values_list("new", flat=True)) - reached
    return first.pk in reached


@act("lineage.propose", verb="judge")
def propose(by: Person, meeting: str, *, before: str = "") -> Done[int]:
    """Look for the provisions of the meeting before that go on in those that a meeting adopted, and
    propose each pair for a person to confirm. How many are new. `before`: the meeting to look in,
    where it is not the one before in the series. What people said of a pair stays."""
    new = held(Meeting, meeting)
    old = held(Meeting, before) if before else earlier(new)
    if old is None:
        told = _("no meeting before %(meeting)s is on record: name the one to look in")
        raise Refused(told % {"meeting": meeting})
    olds, news = adopted_at(old), adopted_at(new)
    if not olds or not news:
        told = _("no provisions are on record of %(meeting)s")
        raise Refused(told % {"meeting": new.short if olds else old.short})
    made = 0
    links = pair([worded(each) for each in olds], [worded(each) for each in news], language="en")
    for link in links:
        for first, second in product(link.olds, link.news):
            told_as = {"label": str(link.verdict.label), "at": timezone.now()}
            _row, fresh = Succession.objects.get_or_create(
                old=olds[first], new=news[second], defaults=told_as
            )
            made += fresh
    figures = {"before": old.short, "pairs": made}
    return Done(value=made, about=about(new), open=figures)


def worded(one: Provision) -> Wording:
    """A provision with its chapeau, as it is compared."""
    return Wording(path=one.name, text=" ".join(filter(None, (one.chapeau, one.text))))


def adopted_at(meeting: Meeting) -> list[Provision]:
    """The provisions that a meeting adopted, by their names; of decisions without a meeting on
    record, those of its series."""
    of = Q(instrument__meeting=meeting)
    number = re.search(r"\d+$", meeting.short)
    if number:
        unknown = Q(instrument__meeting=None, instrument__kind="decision")
        of |= unknown & Q(instrument__number__startswith=f"{number.group()}.")
    return list(Provision.objects.filter(of).order_by("name", "pk"))


def earlier(meeting: Meeting) -> Meeting | None:
    """The meeting before in its series, by its number."""
    number = re.search(r"\d+$", meeting.short)
    if number is None:
        return None
    series = meeting.short.removesuffix(number.group())
    return Meeting.objects.filter(short=f"{series}{int(number.group()) - 1}").first()
