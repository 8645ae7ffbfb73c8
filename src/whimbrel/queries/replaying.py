"""Partnership policies side by side, for who asks: one invented portfolio under several of them,
with what is assumed; and the paper on it. It is made of facts alone, so everybody may ask."""

import datetime
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from django.utils import timezone

from whimbrel.partnership.applies import binding
from whimbrel.partnership.compared import Replayed, compare
from whimbrel.partnership.packs import NoSuchPack, pack, packs
from whimbrel.partnership.replay import ours
from whimbrel.partnership.shown import bound, differing, replayed, whole
from whimbrel.procedures.burden import with_others
from whimbrel.queries.comparing import Ends, Unasked
from whimbrel.queries.said import said as _
from whimbrel.reporting.matter import Matter
from whimbrel.reporting.papers import Paper
from whimbrel.reporting.papers.policy.required import required

SMALLEST, LARGEST = 50, 1000
"""Cases of a replay that is asked for over the web."""
USUAL = ("generic-un", "cms-tailored", "unep-2024")
MOST = 5
"""Policies beside each other: more have no room on a page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asks:
    """What a replay is asked with."""

    policies: tuple[str, ...] = USUAL
    """The first is what the others are held against."""
    size: int = 240
    seed: int = 1
    assumed: tuple[tuple[str, Ends], ...] = ()
    """Figures in the place of ours: (id, (low, point, high))."""


def played(asks: Asks) -> Replayed:
    """The replay. Unasked: a policy, a size or a figure that cannot be."""
    if not SMALLEST <= asks.size <= LARGEST:
        bounds = {"low": SMALLEST, "high": LARGEST, "size": asks.size}
        raise Unasked(_("%(low)s to %(high)s cases can be replayed, not %(size)s") % bounds)
    names = tuple(dict.fromkeys(asks.policies))
    if not 1 <= len(names) <= MOST:
        raise Unasked(_("one to %(most)s policies can be replayed") % {"most": MOST})
    try:
        for one in names:
            pack(one)
        with_others(dict(asks.assumed), ours())
    except NoSuchPack as error:
        raise Unasked(str(error)) from error
    except KeyError as error:
        raise Unasked(_("no figure is called %(name)s") % {"name": error.args[0]}) from error
    except ValueError as error:
        raise Unasked(_("a figure is not in order: low, point, high, from 0 on")) from error
    return made(names, asks.size, asks.seed, asks.assumed)


@lru_cache(maxsize=16)
def made(
    names: tuple[str, ...], size: int, seed: int, assumed: tuple[tuple[str, Ends], ...]
) -> Replayed:
    """The same, kept: what is asked alike has the same answer, for it is seeded."""
    figures = with_others(dict(assumed), ours()) if assumed else None
    return compare(tuple(pack(one) for one in names), size=size, seed=seed, assumed=figures)


def policies_told(asks: Asks, language: str, on: datetime.date) -> dict[str, Any]:
    """The replay as data, with which policy binds on a day, every policy there is, and where the
    first two differ. Unasked as above."""
    found = played(asks)
    told = replayed(found, language) | {
        "on": on.isoformat(),
        "binding": bound(binding(on=on), language),
        "known": [{"id": one.id, "title": one.title[language]} for one in packs()],
        "whole": [whole(one, language) for one in found.packs],
    }
    if len(found.packs) > 1:
        one, two = found.packs[:2]
        pair = replace(asks, policies=(one.id, two.id))
        told["difference"] = differing(one, two, played(pair), language)
    return told


def of_policy(matter: Matter, about: str) -> Paper | None:
    """The paper on whether a tailored policy is required: on the policies that are named, with
    commas between them. None where there is none of that name."""
    names = tuple(filter(None, (one.strip() for one in about.split(",")))) or USUAL
    try:
        found = played(Asks(policies=names))
    except Unasked:
        return None
    today = timezone.localdate()
    return required(matter, found, binding(on=today), (), today)
