"""Say which provision goes on in which: confirm what was proposed, or refuse it."""

from django.utils import timezone

from whimbrel.acts.act import Done, act
from whimbrel.acts.answers import chosen
from whimbrel.acts.held import held
from whimbrel.acts.refused import Refused
from whimbrel.queries.said import said as _
from whimbrel.register.models import Draft, Person, Provision, Succession
from whimbrel.register.names import about

State = Succession.State


@act("lineage.confirm", verb="judge")
def confirm(by: Person, old: str, new: str, *, label: str) -> Done[str]:
    """Say that a provision goes on in another, or in a draft, and how: renewed-verbatim,
    renewed-amended, merged, split, replaced."""
    chosen(label, Succession.Label.values, _("label"))
    return said_of(by, old, new, label=label, state=State.CONFIRMED)


@act("lineage.refuse", verb="judge", reasoned=True)
def refuse(by: Person, old: str, new: str) -> Done[str]:
    """Say that a provision does not go on in another or in a draft: it is not proposed again."""
    return said_of(by, old, new, label=Succession.Label.UNRELATED, state=State.REFUSED)


def said_of(by: Person, old: str, new: str, *, label: str, state: str) -> Done[str]:
    """What a person says of a pair."""
    first, second = held(Provision, old), goes_on(new)
    if first == second:
        raise Refused(_("a provision does not go on in itself"))
    if label != Succession.Label.UNRELATED and circular(first, second):
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
