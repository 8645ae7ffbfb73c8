"""Do a step of a partnership: ask the policy whether it is open and whether this person may, write
it into the history, and let the state follow."""

import datetime
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from django.db.models import Max
from django.utils import timezone

from whimbrel.acts.act import Done
from whimbrel.acts.held import held, not_overtaken
from whimbrel.acts.refused import Refused
from whimbrel.queries import barring, policies
from whimbrel.queries.said import said as _
from whimbrel.register.models import Partnership, PartnershipEvent, PartnershipVersion, Person
from whimbrel.register.names import about

MOST = Decimal("99999999999.99")
"""The largest amount that the record can keep."""


def partnership_of(key: str, seen: int, mine: Mapping[str, object]) -> Partnership:
    """A partnership by its key, unless somebody else did something with it since: who comes second
    is told who did, and what state it has now."""
    one = held(Partnership, key)
    words = "; ".join(str(value) for value in mine.values() if value)
    not_overtaken(one, seen, {"state": words or _("nothing")})
    return one


def step(
    one: Partnership, name: str, by: Person, *, on: datetime.date, why: str = "", role: str = "",
    whose: str = "", version: int = 1, said: Mapping[str, Any] | None = None,
    known: Mapping[str, object] | None = None,
) -> PartnershipEvent:  # fmt: skip
    """Do a step of the procedure. Refused says all that bars it, each with the rule that does.
    `known`: what is known of this step alone, as that what a payment hangs on is there."""
    bars = barring.bars(
        one, name, on, by=by, role=role, whose=whose, version=version, known=known or {}
    )
    if bars:
        told = " ".join(barring.with_rule(each) for each in bars)
        raise Refused(_("this cannot be done now. %(bars)s") % {"bars": told})
    return noted(one, name, by, on=on, why=why, role=role, whose=whose, version=version, said=said)


def noted(
    one: Partnership, name: str, by: Person, *, on: datetime.date, why: str = "", role: str = "",
    whose: str = "", version: int = 1, said: Mapping[str, Any] | None = None,
) -> PartnershipEvent:  # fmt: skip
    """Write into the history what no step of the procedure needs to allow: an answer, a flag. Its
    number is the next one, so of two who act at once one is told."""
    last = one.events.aggregate(last=Max("number"))["last"] or 0
    made = PartnershipEvent.objects.create(
        partnership=one, number=last + 1, version=version, step=name, by=by, role=role, whose=whose,
        on=on, at=timezone.now(), reason=why, said=dict(said or {}),
    )  # fmt: skip
    one.state = policies.state(one)
    one.change += 1
    one.save()
    return made


def done(
    one: Partnership, value: Any, event: PartnershipEvent, *others: Any, **figures: object
) -> Done[Any]:
    """What an act on a partnership gives back: its figures, with the step and its number."""
    told = {"step": event.step, "number": event.number, "on": event.on.isoformat(), **figures}
    return Done(value=value, about=about(one), open=told, kept=(one, *others))


def role_of(one: Partnership, by: Person, role: str, whose: str, on: datetime.date) -> str:
    """The role of the authority matrix in which a step is done: the one that is named, else the
    highest that the person holds. Refused where the policy does not know it, or it is noted for
    somebody else and none is named."""
    if whose.strip() and not role:
        raise Refused(_("name the role in which they did it"))
    if role and role not in policies.roles(one):
        told = _("%(word)s is no role of this policy: one of %(known)s")
        raise Refused(told % {"word": role[:60], "known": ", ".join(policies.roles(one))})
    if role and not whose.strip() and role not in barring.held(by, on):
        raise Refused(_("you do not hold this role: say who did it in it"))
    return role or barring.highest(one, by, on)


def amount(text: str) -> Decimal | None:
    """An amount of money as it was written; None where nothing was. Refused where it is none."""
    plain = text.replace(" ", "").replace("\u00a0", "").replace("\u202f", "")
    if not plain:
        return None
    try:
        value = Decimal(plain)
    except InvalidOperation:
        value = Decimal("NaN")
    if not value.is_finite() or value < 0 or value > MOST:
        raise Refused(_("%(what)s is no amount: write 15000 or 15000.50") % {"what": text[:40]})
    return value.quantize(Decimal("0.01"))


def currency(code: str) -> str:
    """A currency by its code. Refused where it is none."""
    plain = code.strip().upper()
    if plain and not (len(plain) == 3 and plain.isascii() and plain.isalpha()):
        raise Refused(_("%(what)s is no currency: write EUR or USD") % {"what": code[:10]})
    return plain


def dollars(value: Decimal | None, code: str, usd: str) -> Decimal | None:
    """What an amount is in United States dollars: itself, what a person says, or not known."""
    told = amount(usd)
    if told is not None or value is None:
        return told
    return value if code == "USD" or value == 0 else None


def version_of(one: Partnership, number: int) -> PartnershipVersion:
    """A version of the agreement; without a number the one that is not signed yet, or the last.
    Refused where there is none."""
    listed = one.versions.select_for_update().order_by("number")
    if not number:
        waits = listed.filter(signed_on=None, set_aside_on=None).last()
        found = waits or listed.filter(set_aside_on=None).last()
    else:
        found = listed.filter(number=number, set_aside_on=None).first()
    if found is None:
        raise Refused(_("there is no version %(number)s of it") % {"number": number or ""})
    return found
