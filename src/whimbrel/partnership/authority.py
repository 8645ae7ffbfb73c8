"""Who may do a step: by value, direction of money, category, risk and flags. Nobody may, where a
row bars it; not known, where the pack does not say."""

from collections.abc import Iterable
from dataclasses import dataclass

from whimbrel.partnership.diligence import silent
from whimbrel.partnership.packs import by_id
from whimbrel.partnership.policy import Grant, Pack, Ranked
from whimbrel.partnership.words import say
from whimbrel.procedures.brought import unknowns
from whimbrel.procedures.criterion import Values, holds
from whimbrel.procedures.known import Known
from whimbrel.procedures.reason import Reason, because


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority:
    """Who may do a step in a case."""

    roles: tuple[str, ...]
    """Ids of the roles that may, the lowest first. Empty: nobody may (`bars`), or the pack does not
    say (`why`)."""
    why: tuple[Reason, ...]
    bars: tuple[Reason, ...]
    """What keeps everybody from it."""

    @property
    def known(self) -> bool:
        """Whether the pack says who may."""
        return bool(self.roles) or bool(self.bars)


def who_may(
    pack: Pack,
    *,
    step: str,
    value: float | None = None,
    direction: str | None = None,
    category: str | None = None,
    risk: str | None = None,
    flags: Iterable[str] = (),
) -> Authority:
    """Who may do a step. `value`: US dollars. Where something of the case is not known, whoever may
    in any event, and what would settle it: the careful side. The higher may what the lower may."""
    named: dict[str, object] = {
        "value": value, "direction": direction, "category": category, "risk": risk,
    }  # fmt: skip
    known: Values = {k: v for k, v in named.items() if v is not None} | {"flags": tuple(flags)}
    asked = [one for one in pack.authority if step in one.steps and one.status is not Known.UNKNOWN]
    bars = tuple(
        because(one, one.text, False) for one in asked if one.bars and applies(one, known) is True
    )
    unsure = [one for one in asked if one.bars and applies(one, known) is None]
    why = [opened(one, known) for one in unsure]
    grants = [one for one in asked if one.role and applies(one, known) is not False]
    raises = [one for one in asked if one.up and applies(one, known) is not False]
    if bars:
        return Authority(roles=(), why=tuple(why), bars=bars)
    if not grants:
        return Authority(roles=(), why=(*why, silent(pack, "authority-not-known")), bars=())
    for one in (*grants, *raises):
        sure = applies(one, known)
        why.append(because(one, one.text, True) if sure else opened(one, known))
    return Authority(roles=able(pack, grants, raises), why=tuple(why), bars=())


def applies(one: Grant, known: Values) -> bool | None:
    """Whether a row concerns a case."""
    return True if one.when is None else holds(one.when, known)


def opened(one: Grant, known: Values) -> Reason:
    """A row of which it is not known whether it concerns the case."""
    wants = unknowns(one.when, known) if one.when is not None else ()
    return because(one, say("depends", text=one.text), None, *wants)


def able(pack: Pack, grants: list[Grant], raises: list[Grant]) -> tuple[str, ...]:
    """The roles that may, the lowest first. Who is raised above the highest stays the highest."""
    ladder = sorted(pack.roles, key=lambda one: one.rank)
    needed = max(ladder.index(role(pack, one.role)) for one in grants)
    at = min(needed + sum(one.up for one in raises), len(ladder) - 1)
    return tuple(one.id for one in ladder[at:])


def role(pack: Pack, name: str) -> Ranked:
    """A role by its id."""
    return by_id(pack.roles, name)
