"""Keep suggestions how to promote the participation of Indigenous Peoples, local communities and
youth, with what they would cost."""

from collections.abc import Mapping
from decimal import Decimal

from whimbrel.acts.act import Done, act
from whimbrel.acts.drafts import coined, money
from whimbrel.acts.given import said
from whimbrel.acts.held import changed, held, only
from whimbrel.acts.mechanisms import constituencies
from whimbrel.acts.refused import Refused
from whimbrel.queries.said import said as _
from whimbrel.register.models import Mechanism, Person, Suggestion
from whimbrel.register.names import about

FIELDS = (
    "words", "constituency", "mechanism", "amount", "currency", "basis", "provision", "source",
)  # fmt: skip


@act("suggestions.record", verb="record")
def record(
    by: Person, words: str, *, constituency: tuple[str, ...], mechanism: str = "",
    amount: str = "", currency: str = "", basis: str = "", provision: str = "", source: str = "",
) -> Done[str]:  # fmt: skip
    """Record a suggestion how to promote the participation of a constituency. Its number.
    `mechanism`: the one that it builds on, by its key or name; none: it would be a process of its
    own. `amount`: none: its cost is not known; `basis`: how the cost was reckoned."""
    given = {"words": words, "constituency": constituency, "mechanism": mechanism,
             "amount": amount, "currency": currency, "basis": basis, "provision": provision,
             "source": source}  # fmt: skip
    one = Suggestion(**checked(given))
    whole(one)
    one.save()
    open_ = {"constituency": one.constituency}
    return Done(value=str(one.pk), about=about(one), open=open_, kept=(one,))


@act("suggestions.correct", verb="record")
def correct(by: Person, number: str, values: Mapping[str, object], *, seen: int) -> Done[int]:
    """Correct a suggestion or what it would cost. `number`: as the list has it."""
    only(values, FIELDS)
    one = held(Suggestion, number)
    told = changed(one, checked(values), seen)
    whole(one)
    return Done(value=one.change, about=about(one), change=told, kept=(one,))


def checked(values: Mapping[str, object]) -> dict[str, object]:
    """The fields as they are kept."""
    kept = dict(values)
    if "words" in kept:
        kept["words"] = said(str(kept["words"] or ""), _("the suggestion"))
    if "constituency" in kept:
        kept["constituency"] = constituencies(kept["constituency"])
    if "mechanism" in kept:
        kept["mechanism"] = mechanism_of(str(kept["mechanism"] or ""))
    if "amount" in kept:
        kept["amount"] = priced(str(kept["amount"] if kept["amount"] is not None else ""))
    if "currency" in kept:
        kept["currency"] = coined(str(kept["currency"] or ""))
    return kept


MOST = Decimal(10) ** 10
"""Amounts that the record keeps are below."""


def priced(amount: str) -> Decimal | None:
    """An amount; None where the cost is not known."""
    whole = money(amount)
    if whole is not None and round(whole, 2) >= MOST:
        raise Refused(_("%(amount)s is more than the record can keep") % {"amount": amount})
    return whole


def mechanism_of(name: str) -> Mechanism | None:
    """The mechanism of a key or a name; None for none."""
    if not name.strip():
        return None
    same = Mechanism.objects.filter(name=name.strip())[:2]
    return same[0] if len(same) == 1 else held(Mechanism, name.strip())


def whole(one: Suggestion) -> None:
    """Go on where an amount has its currency and says how it was reckoned, and only then."""
    if one.amount is None and one.currency:
        raise Refused(_("a currency needs an amount: leave both empty where it is not known"))
    if one.amount is not None and not one.currency:
        raise Refused(_("say in which currency the amount is"))
    if one.amount is not None and not one.basis.strip():
        raise Refused(_("say how the cost was reckoned"))
