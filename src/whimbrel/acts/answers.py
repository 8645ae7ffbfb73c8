"""Say what became of a provision, and what is proposed to be done with it: an officer's statement,
beside those that documents make."""

from django.utils import timezone

from whimbrel.acts.act import Done, act
from whimbrel.acts.given import said
from whimbrel.acts.held import counted, held, not_overtaken
from whimbrel.acts.refused import Refused
from whimbrel.engagements.coverage import Became
from whimbrel.engagements.disposition import Proposed
from whimbrel.queries.said import listed
from whimbrel.queries.said import said as _
from whimbrel.register.models import Person, Provision, Status
from whimbrel.register.names import about


@act("mandates.report_against", verb="record")
def report_against(
    by: Person, name: str, status: str, *, why: str = "", evidence: tuple[str, ...] = (),
    disposition: str = "", covered: tuple[str, ...] = (), left: tuple[str, ...] = (), seen: int,
) -> Done[int]:  # fmt: skip
    """Say what became of a provision. `why`: the reason, as a report would give it. `evidence`:
    addresses that show it. `disposition`: what you would do with it next. `covered` and `left`:
    where another body's work covers it, which aspects, and which are left."""
    one = held(Provision, name)
    chosen(status, [str(one) for one in Became], _("status"))
    if disposition:
        chosen(disposition, [str(one) for one in Proposed], _("disposition"))
    elsewhere = (Became.COVERED, Became.ELSEWHERE)
    if status in elsewhere and not evidence:
        told = _("say where: a statement that it is told elsewhere needs an address as evidence")
        raise Refused(told)
    if status in (Became.NOT, Became.NOT_APPLICABLE) and not why.strip():
        raise Refused(_("say why it was not done: the report will give your reason"))
    not_overtaken(one, seen, {"status": status})
    before = Status.objects.filter(provision=one, version=None).first()
    told_before = before.status if before else ""
    values = {
        "status": status, "reason": why.strip(), "stated": True, "disposition": disposition,
        "evidence": [said(each, _("an address")) for each in evidence], "covered": list(covered),
        "left": list(left), "by": by, "at": timezone.now(),
    }  # fmt: skip
    new = {"about": name[:120], **values}
    Status.objects.update_or_create(
        provision=one, version=None, defaults=values, create_defaults=new
    )
    counted(one)
    change = {"before": told_before, "after": status, "why": why}
    return Done(
        value=one.change, about=about(one), open={"status": status, "disposition": disposition},
        change=change, kept=(one,),
    )  # fmt: skip


@act("mandates.take_back_answer", verb="record")
def take_back_answer(by: Person, name: str, *, seen: int) -> Done[int]:
    """Take back what was said of a provision by hand: what documents say of it stands again."""
    one = held(Provision, name)
    not_overtaken(one, seen, {})
    before = Status.objects.filter(provision=one, version=None).first()
    if before is None:
        raise Refused(_("nothing was said of it by hand"))
    change = {"before": before.status, "why": before.reason}
    before.delete()
    counted(one)
    return Done(value=one.change, about=about(one), change=change, kept=(one,))


def chosen(value: str, known: list[str], what: str) -> str:
    """The value, where it is one of those that there are."""
    if value not in known:
        told = _("%(value)s is no %(what)s: one of %(known)s")
        raise Refused(told % {"value": value, "what": what, "known": listed(known)})
    return value
