"""Which policy binds a secretariat on a day. The order is that of the document (UNEP/CMS/COP15/
Doc.18.1, paragraph 42): the rules of the United Nations; a separate process that the governing body
has mandated, where it is consistent with them; UNEP's policy otherwise, and in any conflict."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from whimbrel.facts import load
from whimbrel.partnership.packs import packs
from whimbrel.partnership.policy import Named, Pack
from whimbrel.partnership.words import say
from whimbrel.procedures.known import STRICT, Known, Line
from whimbrel.procedures.reason import Reason, because

DEFAULT = "unep"
"""Key of the body whose policy holds by default for secretariats that it administers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order(Named):
    """One rule of precedence: `facts/policy/precedence.yaml`."""

    __pydantic_config__: ClassVar = STRICT
    rank: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Mandated:
    """A decision of a governing body about a policy of its own."""

    number: str
    """As it is cited: "Decision 15.AA"."""
    since: date
    pack: str = ""
    """Id of the pack that it mandates; empty: the policy has yet to be made."""
    separate: bool | None = None
    """Whether it mandates a separate process; None: nobody has said."""
    consistent: bool | None = None
    """Whether it agrees with the regulations and rules of the United Nations, as people have found;
    None: nobody has said."""
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Binding:
    """Which policy binds."""

    packs: tuple[Pack, ...]
    """The policy that binds; two where it is not known which; none where none is known."""
    measures: tuple[Pack, ...]
    """Measures under it that hold as well, or may."""
    reasons: tuple[Reason, ...]
    warnings: tuple[Reason, ...]
    scope: tuple[str, ...]
    """Whom it binds: the instrument that was asked for, by its key."""

    @property
    def settled(self) -> bool:
        """Whether it is known which policy binds."""
        return len(self.packs) == 1


def precedence() -> tuple[Order, ...]:
    """The rules of precedence, the strongest first."""
    return tuple(sorted(load("policy/precedence.yaml", Order), key=lambda one: one.rank))


def binding(
    *,
    on: date,
    body: str = "cms",
    decisions: Iterable[Mandated] = (),
    known: Iterable[Pack] | None = None,
) -> Binding:
    """Which policy binds a secretariat that UNEP administers, on a day.

    `decisions`: those of its governing body about a policy of its own. `known`: packs, where an
    administrator has filled some in; ours without.
    """
    listed = tuple(packs() if known is None else known)
    rules = {one.id: one for one in precedence()}
    reasons = [because(rules["regulations"], rules["regulations"].text, True)]
    warnings: list[Reason] = []
    held = tuple(one for one in listed if by_default(one, on))
    own: list[tuple[Pack, bool]] = []
    for one in decisions:
        if one.since <= on and (one.until is None or on <= one.until):
            own += mandated(one, listed, rules, reasons, warnings)
    sure = tuple(each for each, settled in own if settled)
    found = sure or (*held, *(each for each, _ in own))
    if not sure:
        reasons.append(because(rules["default"], rules["default"].text, True if held else None))
    if not found:
        line = Line(id="none", source="facts of this house", status=Known.UNKNOWN)
        warnings.append(because(line, say("no-policy", day=on), None))
    names = {each.id for each in found}
    measures = tuple(one for one in listed if one.under in names and may_hold(one, on))
    for each in (*found, *measures):
        warnings += dated(each, on)
    return Binding(
        packs=tuple(dict.fromkeys(found)),
        measures=measures,
        reasons=tuple(reasons),
        warnings=tuple(warnings),
        scope=(body,),
    )


def by_default(one: Pack, on: date) -> bool:
    """Whether a pack is the policy that holds without a decision, on a day, or may."""
    return one.issuer == DEFAULT and not one.under and not one.draft and may_hold(one, on)


def may_hold(one: Pack, on: date) -> bool:
    """Whether a pack holds on a day, or may."""
    days = one.dates
    if days is None:
        return False
    begun = days.since is not None and days.since <= on
    return begun and (days.until is None or on <= days.until)


def mandated(
    one: Mandated, listed: tuple[Pack, ...], rules: dict[str, Order], reasons: list[Reason],
    warnings: list[Reason],
) -> list[tuple[Pack, bool]]:  # fmt: skip
    """The pack that a decision mandates, where it does or may, and whether that is settled; with
    what is to be said of it."""
    rule = rules["separate"]
    if one.separate is False:
        reasons.append(because(rule, say("not-separate", decision=one.number), False))
        return []
    if one.consistent is False:
        conflict = rules["conflict"]
        reasons.append(because(conflict, say("conflict", decision=one.number), False))
        return []
    found = [each for each in listed if each.id == one.pack]
    if not found:
        warnings.append(because(rule, say("not-made", decision=one.number), None))
        return []
    if one.separate is None or one.consistent is None:
        warnings.append(because(rule, say("to-find", decision=one.number), None, "consistent"))
        return [(each, False) for each in found]
    reasons.append(because(rule, say("separate", decision=one.number), True))
    return [(each, True) for each in found]


def dated(one: Pack, on: date) -> list[Reason]:
    """What is to be said of the dates of a pack."""
    days = one.dates
    if days is None:
        return []
    found = []
    if days.transition_until is not None and on > days.transition_until:
        text = say("transition-over", title=one.title, day=days.transition_until)
        found.append(because(days, text, None))
    elif days.transition_until is not None:
        found.append(because(days, say("transition", day=days.transition_until), None))
    if days.since_latest is not None and on < days.since_latest:
        found.append(because(days, say("maybe-begun", title=one.title), None))
    if one.slots:
        found.append(
            because(one.slots[0], say("slots", title=one.title, number=len(one.slots)), None)
        )
    if one.draft:
        found.append(because(days, say("draft", title=one.title), None))
    return found
