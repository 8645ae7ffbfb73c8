"""Set a finding of the check aside, with the reason; and take it up again."""

from django.utils import timezone

from whimbrel.acts.act import Done, act
from whimbrel.acts.refused import Refused
from whimbrel.queries.said import said as _
from whimbrel.register.models import Dismissal, Person
from whimbrel.register.names import named


@act("findings.dismiss", verb="judge", reasoned=True)
def dismiss(
    by: Person, on: str, finding: str, *, rule: str, why: str, words: str = ""
) -> Done[str]:
    """Set aside a finding of the check on a document, report or draft: it is not shown again while
    the words are the same. `on`: what was checked, such as "report COP15-18.1-en". `finding`: its
    key."""
    whole = checked(on)
    if not why.strip():
        raise Refused(_("say why: this is not done without a reason"))
    if Dismissal.objects.filter(about=whole, finding=finding).exists():
        raise Refused(_("it was set aside already"))
    Dismissal.objects.create(
        about=whole, finding=finding, rule=rule, words=words[:2000], reason=why.strip(), by=by,
        at=timezone.now(),
    )  # fmt: skip
    return Done(value=finding, about=whole, open={"rule": rule}, change={"words": words})


@act("findings.take_up", verb="judge")
def take_up(by: Person, on: str, finding: str) -> Done[str]:
    """Take up a finding again that was set aside."""
    whole = checked(on)
    one = Dismissal.objects.filter(about=whole, finding=finding).first()
    if one is None:
        raise Refused(_("it was not set aside"))
    change = {"why": one.reason}
    rule = one.rule
    one.delete()
    return Done(value=finding, about=whole, open={"rule": rule}, change=change)


def checked(on: str) -> str:
    """What a check is about: a record that there is."""
    if on.partition(" ")[0] not in ("document", "report", "draft") or named(on) is None:
        raise Refused(_("there is no %(name)s that can be checked") % {"name": on})
    return on
