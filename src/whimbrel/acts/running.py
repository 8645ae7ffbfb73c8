"""While a partnership runs: what is due and what came of it, what is paid, how it is suspended,
ended and shown."""

import datetime

from whimbrel.acts.act import Done, act
from whimbrel.acts.given import said
from whimbrel.acts.held import held
from whimbrel.acts.partnering import (
    amount,
    currency,
    done,
    noted,
    partnership_of,
    role_of,
    step,
)
from whimbrel.acts.refused import Refused
from whimbrel.acts.stepping import day_of
from whimbrel.queries import policies
from whimbrel.queries.said import said as _
from whimbrel.register.models import Engagement, Partnership, PartnershipDue, Person

KINDS = ("tranche", "deliverable", "report", "visit", "activity")
"""What can be due: money, what is delivered, what is reported, what is looked at, and an activity
of a joint programme of work."""


@act("partnership.plan", verb="record")
def plan(
    by: Person, key: str, kind: str, words: str, *, due_on: datetime.date | None = None,
    value: str = "", in_currency: str = "", hangs_on: int = 0, seen: int,
) -> Done[int]:  # fmt: skip
    """Plan what is due: a tranche, a deliverable, a report, a visit, or an activity of a joint
    programme of work. Its number. `hangs_on`: the number of what has to be there before a tranche
    is paid."""
    one, words = partnership_of(key, seen, {"words": words}), said(words, _("what is due"))
    if kind not in KINDS:
        told = _("%(word)s is nothing that can be due: one of %(known)s")
        raise Refused(told % {"word": kind[:40], "known": ", ".join(KINDS)})
    worth = amount(value)
    if kind == "tranche" and worth is None:
        raise Refused(_("say how much the tranche is"))
    before = _due(one, hangs_on) if hangs_on else None
    number = one.dues.count() + 1
    PartnershipDue.objects.create(
        partnership=one, number=number, kind=kind, words=words, due_on=due_on, amount=worth,
        currency=(currency(in_currency) or one.currency) if worth is not None else "",
        hangs_on=before,
    )  # fmt: skip
    event = noted(one, "plan", by, on=day_of(None), said={"due": number, "kind": kind})
    return done(one, number, event, due=number, kind=kind)


@act("partnership.pay", verb="clear")
def pay(
    by: Person, key: str, number: int, *, on: datetime.date | None = None, why: str = "", seen: int
) -> Done[int]:  # fmt: skip
    """Note that a tranche is paid. Its number. Barred until the partner is vetted and the agreement
    signed, and until what the tranche hangs on is there."""
    one, day = partnership_of(key, seen, {"number": number}), day_of(on)
    due = _due(one, number, "tranche")
    there = due.hangs_on is None or due.hangs_on.done_on is not None
    event = step(
        one, "pay", by, on=day, why=why, said={"due": number, "amount": str(due.amount)},
        known={"tranche_due": there},
    )  # fmt: skip
    return _met(one, due, by, event, day, why)


@act("partnership.deliver", verb="record")
def deliver(
    by: Person, key: str, number: int, found: str, *, on: datetime.date | None = None,
    engagement: str = "", seen: int,
) -> Done[int]:  # fmt: skip
    """Note that a deliverable is there, or that an activity was done, and the engagement that it
    became. Its number."""
    one, day = partnership_of(key, seen, {"found": found}), day_of(on)
    due, found = _due(one, number, "deliverable", "activity"), said(found, _("what was delivered"))
    if engagement:
        due.engagement = held(Engagement, engagement)
        one.engagements.add(due.engagement)
    told = {"due": number}
    if due.kind == "activity":
        event = noted(one, "act", by, on=day, why=found, said=told)
    else:
        event = step(one, "deliver", by, on=day, why=found, said=told)
    return _met(one, due, by, event, day, found)


@act("partnership.report", verb="record")
def report(
    by: Person, key: str, number: int, found: str, *, on: datetime.date | None = None, seen: int
) -> Done[int]:  # fmt: skip
    """Note that a report came in, and what it says. Its number."""
    one, day = partnership_of(key, seen, {"found": found}), day_of(on)
    due, found = _due(one, number, "report"), said(found, _("what it says"))
    event = step(one, "report", by, on=day, why=found, said={"due": number})
    return _met(one, due, by, event, day, found)


@act("partnership.visit", verb="examine")
def visit(
    by: Person, key: str, number: int, found: str, *, on: datetime.date | None = None, seen: int
) -> Done[int]:  # fmt: skip
    """Note that the partner was visited or spot-checked, and what was found. Its number."""
    one, day = partnership_of(key, seen, {"found": found}), day_of(on)
    due, found = _due(one, number, "visit"), said(found, _("what was found"))
    event = step(one, "monitor", by, on=day, why=found, said={"due": number})
    return _met(one, due, by, event, day, found)


def _due(one: Partnership, number: int, *kinds: str) -> PartnershipDue:
    """What is due, by its number. Refused where there is no such thing, or it is done."""
    found = one.dues.select_for_update(of=("self",)).filter(number=number).first()
    if found is None or (kinds and found.kind not in kinds):
        raise Refused(_("nothing of that kind is due under number %(number)s") % {"number": number})
    if kinds and found.done_on is not None:
        raise Refused(_("it was done already"))
    return found


def _met(
    one: Partnership, due: PartnershipDue, by: Person, event: object, day: datetime.date, found: str
) -> Done[int]:  # fmt: skip
    """Note what came of what was due."""
    due.done_on, due.done_by, due.found = day, by, found
    due.save()
    return done(one, due.number, event, due=due.number)  # type: ignore[arg-type]


@act("partnership.link", verb="record")
def link(by: Person, key: str, engagement: str, *, why: str = "", seen: int) -> Done[str]:
    """Say that an engagement was done under this partnership. The key of the engagement."""
    one, other = partnership_of(key, seen, {}), held(Engagement, engagement)
    if one.engagements.filter(pk=other.pk).exists():
        raise Refused(_("it is linked already"))
    one.engagements.add(other)
    event = noted(one, "link", by, on=day_of(None), why=why, said={"engagement": other.key[:12]})
    return done(one, other.key[:12], event, engagement=other.key[:12])


def _ended(
    by: Person, key: str, name: str, why: str, role: str, whose: str, on: datetime.date | None,
    seen: int,
) -> Done[str]:  # fmt: skip
    """A step that sets a partnership aside for a time or for good."""
    one, day = partnership_of(key, seen, {"why": why}), day_of(on)
    why = said(why, _("why"))
    acting = role_of(one, by, role, whose, day)
    event = step(one, name, by, on=day, why=why, role=acting, whose=whose.strip())
    return done(one, one.state, event)


@act("partnership.suspend", verb="clear")
def suspend(
    by: Person, key: str, why: str, *, role: str = "", whose: str = "",
    on: datetime.date | None = None, seen: int,
) -> Done[str]:  # fmt: skip
    """Suspend a partnership: nothing is paid, signed or amended until it is resumed. Its state."""
    return _ended(by, key, "suspend", why, role, whose, on, seen)


@act("partnership.resume", verb="clear")
def resume(
    by: Person, key: str, why: str, *, on: datetime.date | None = None, seen: int
) -> Done[str]:  # fmt: skip
    """Resume a suspended partnership. Its state, which is what it was before."""
    one, day = partnership_of(key, seen, {"why": why}), day_of(on)
    if not policies.suspended(one):
        raise Refused(_("it is not suspended"))
    event = noted(one, "resume", by, on=day, why=said(why, _("why")))
    return done(one, one.state, event)


@act("partnership.close", verb="clear")
def close(
    by: Person, key: str, why: str, *, role: str = "", whose: str = "",
    on: datetime.date | None = None, seen: int,
) -> Done[str]:  # fmt: skip
    """Close a partnership that has come to its end: what was delivered, refunded and handed over.
    Its state. Refused while something that is due is open."""
    one = partnership_of(key, seen, {"why": why})
    open_ = [f"{each.number} {each.words}" for each in one.dues.filter(done_on=None)]
    if open_:
        told = _("still open: %(dues)s")
        raise Refused(told % {"dues": "; ".join(open_)})
    return _ended(by, key, "close", why, role, whose, on, seen)


@act("partnership.terminate", verb="clear")
def terminate(
    by: Person, key: str, why: str, *, role: str = "", whose: str = "",
    on: datetime.date | None = None, seen: int,
) -> Done[str]:  # fmt: skip
    """Terminate a partnership before its end. Its state; there is no way back."""
    return _ended(by, key, "terminate", why, role, whose, on, seen)


@act("partnership.set_aside", verb="clear")
def set_aside(
    by: Person, key: str, how: str, why: str, *, on: datetime.date | None = None, seen: int
) -> Done[str]:  # fmt: skip
    """Give up a partnership before it is signed: refused by the secretariat, or withdrawn by the
    partner. Its state."""
    one, day = partnership_of(key, seen, {"why": why}), day_of(on)
    if how not in ("refused", "withdrawn"):
        raise Refused(_("%(word)s is neither refused nor withdrawn") % {"word": how[:40]})
    if policies.signed(one):
        raise Refused(_("it is signed: close or terminate it"))
    if policies.over(one):
        raise Refused(_("it has ended"))
    event = noted(one, how, by, on=day, why=said(why, _("why")))
    return done(one, one.state, event)


@act("partnership.publish", verb="publish", reasoned=True)
def publish(by: Person, key: str, summary: str, *, seen: int) -> Done[str]:
    """Show a partnership to everybody: its title, partner, form and period, and a summary. Nothing
    of what was asked, found or flagged."""
    one = partnership_of(key, seen, {"summary": summary})
    words = said(summary, _("the summary"))
    if not policies.signed(one):
        raise Refused(_("only what is signed is shown"))
    one.public, one.summary = True, words
    event = noted(one, "publish", by, on=day_of(None))
    return done(one, one.key, event, public=True)


@act("partnership.hide", verb="publish", reasoned=True)
def hide(by: Person, key: str, *, seen: int) -> Done[str]:
    """Show a partnership to nobody outside the office any more."""
    one = partnership_of(key, seen, {})
    if not one.public:
        raise Refused(_("it is not public"))
    one.public = False
    event = noted(one, "hide", by, on=day_of(None))
    return done(one, one.key, event, public=False)
