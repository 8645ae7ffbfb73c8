"""Take a partnership through the steps of its policy, clear and approve it: each by who has the
authority for it, and by several persons, unless an exception is declared."""

import datetime

from django.utils import timezone

from whimbrel.acts.act import Done, act
from whimbrel.acts.given import days, said
from whimbrel.acts.partnering import done, noted, partnership_of, role_of, step
from whimbrel.acts.refused import Refused
from whimbrel.acts.stepping import day_of
from whimbrel.queries import barring, policies
from whimbrel.queries.access import may
from whimbrel.queries.said import said as _
from whimbrel.register.models import (
    Authority,
    Partnership,
    PartnershipException,
    PartnershipVersion,
    Person,
)

PLAIN = ("documents", "screen", "mitigate", "review", "monitor")
"""Steps of which it is only said that they are done: what they need was answered before."""


@act("partnership.complete", verb="examine")
def complete(
    by: Person, key: str, name: str, *, why: str = "", on: datetime.date | None = None, seen: int
) -> Done[str]:  # fmt: skip
    """Say that a step is done: documents, screen, mitigate, review or monitor. The state of the
    partnership then. The policy says what the step needs, and bars it until that is there."""
    one, day = partnership_of(key, seen, {"step": name}), day_of(on)
    if name not in PLAIN:
        told = _("%(word)s is no step of this kind: one of %(known)s")
        raise Refused(told % {"word": name[:40], "known": ", ".join(PLAIN)})
    event = step(one, name, by, on=day, why=why, role=barring.highest(one, by, day))
    return done(one, one.state, event)


@act("partnership.clear", verb="clear")
def clear(
    by: Person, key: str, why: str, *, role: str = "", whose: str = "",
    on: datetime.date | None = None, seen: int,
) -> Done[str]:  # fmt: skip
    """Clear a partnership or its amendment: who may is told by the policy. The role in which it was
    done. `role`: the role of the authority matrix, else the highest that you hold; `whose`: who
    outside this house cleared it, where you note it for them."""
    return _decided(by, key, "clear", why, role, whose, on, seen)


@act("partnership.approve", verb="clear")
def approve(
    by: Person, key: str, why: str, *, role: str = "", whose: str = "",
    on: datetime.date | None = None, seen: int,
) -> Done[str]:  # fmt: skip
    """Approve a partnership or its amendment, by who has the authority for its value and risk, and
    is neither who asked for it nor who assessed it. The role in which it was done. `role`: the role
    of the authority matrix, else the highest that you hold; `whose`: who outside this house
    approved it, where you note it for them."""
    return _decided(by, key, "approve", why, role, whose, on, seen)


def _decided(
    by: Person, key: str, name: str, why: str, role: str, whose: str, on: datetime.date | None,
    seen: int,
) -> Done[str]:  # fmt: skip
    """A step that asks for authority."""
    one, day = partnership_of(key, seen, {name: why}), day_of(on)
    why, whose = said(why, _("why")), whose.strip()
    acting = role_of(one, by, role, whose, day)
    version = 1
    if name == "approve" and (waits := _waiting(one)) is not None:
        name, version = {"amendment": "amend", "renewal": "renew"}[waits.kind], waits.number
    event = step(
        one, name, by, on=day, why=why, role=acting, whose=whose, version=version,
        said={"rule": barring.authority_rule(one, name, day)},
    )  # fmt: skip
    return done(one, acting, event, role=acting, version=event.version)


def _waiting(one: Partnership) -> PartnershipVersion | None:
    """The amendment or renewal that waits for approval; None: there is none."""
    listed = one.versions.filter(signed_on=None, set_aside_on=None, number__gt=1)
    return listed.order_by("number").last()


@act("partnership.make_exception", verb="clear")
def make_exception(
    by: Person, key: str, of: str, parts: tuple[str, ...], why: str, *, seen: int
) -> Done[int]:  # fmt: skip
    """Declare an exception to the separation of duties: one person plays two parts in this
    partnership. You are the named approver of it, and it is for another. How many exceptions there
    are. `of`: the address of who plays both; `parts`: two of requester, assessor and approver."""
    one, why = partnership_of(key, seen, {"why": why}), said(why, _("why it is declared"))
    person = Person.objects.filter(email=of, is_active=True).first()
    if person is None:
        raise Refused(_("nobody here goes by %(of)s") % {"of": of})
    if person == by:
        raise Refused(_("an exception for yourself is declared by another"))
    if not may(by.role, "decide"):
        raise Refused(_("an exception is declared by somebody whose role may decide"))
    listed = tuple(dict.fromkeys(parts))
    wrong = barring.no_exception(one, listed, person)
    if wrong:
        raise Refused(wrong)
    PartnershipException.objects.create(
        partnership=one, person=person, parts=list(listed), reason=why, approved_by=by,
        on=day_of(None), at=timezone.now(),
    )  # fmt: skip
    count = one.exceptions.count()
    event = noted(one, "except", by, on=day_of(None), why=why, said={"parts": list(listed)})
    return done(one, count, event, parts=list(listed))


@act("partnership.delegate", verb="people", reasoned=True)
def delegate(
    by: Person, of: str, role: str, document: str, *, since: datetime.date,
    until: datetime.date | None = None,
) -> Done[str]:  # fmt: skip
    """Give a person a role of the authority matrix for a time, citing the delegation by which they
    hold it. `of`: their address; `role`: as the policies call it."""
    person = Person.objects.filter(email=of, is_active=True).first()
    if person is None:
        raise Refused(_("nobody here goes by %(of)s") % {"of": of})
    known = policies.every_role()
    if role not in known:
        told = _("%(word)s is no role of any policy: one of %(known)s")
        raise Refused(told % {"word": role[:60], "known": ", ".join(known)})
    days(since, until)
    document = said(document, _("the delegation"))
    Authority.objects.create(
        person=person, role=role, since=since, until=until, document=document, by=by,
        at=timezone.now(),
    )  # fmt: skip
    figures = {"role": role, "since": since.isoformat()}
    return Done(value=role, about="a person", open=figures, change={"of": of})


@act("partnership.end_delegation", verb="people", reasoned=True)
def end_delegation(by: Person, of: str, role: str, *, until: datetime.date) -> Done[str]:
    """End a role of the authority matrix that a person holds, after a day. What they approved
    before stands."""
    listed = Authority.objects.select_for_update(of=("self",)).filter(person__email=of, role=role)
    one = listed.filter(until=None).order_by("since").last()
    if one is None:
        raise Refused(_("they hold no such role without an end"))
    days(one.since, until)
    one.until = until
    one.save()
    figures = {"role": role, "until": until.isoformat()}
    return Done(value=role, about="a person", open=figures, change={"of": of})
