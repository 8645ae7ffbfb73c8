"""Options for a governing body side by side, for who asks: over invented applicants, with what they
assume and how they weigh. It is made of facts alone, so everybody may ask."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from whimbrel.admission.compare import Compared, compare
from whimbrel.admission.compared import data
from whimbrel.admission.option import options
from whimbrel.admission.pool import pool
from whimbrel.admission.schemes import subjects_of
from whimbrel.procedures.burden import ours, with_others
from whimbrel.queries.said import said as _

SMALLEST, LARGEST = 50, 1000
"""Applicants of a comparison that is asked for over the web."""
OPENS = date(2026, 3, 23)
PRESENT = 100
Ends = tuple[float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asks:
    """What a comparison is asked with."""

    size: int = 320
    seed: int = 1
    opens: date = OPENS
    present: int = PRESENT
    assumed: tuple[tuple[str, Ends], ...] = ()
    """Figures in the place of ours: (id, (low, point, high))."""
    weights: tuple[tuple[str, float], ...] = ()


class Unasked(ValueError):
    """A comparison cannot be made of what was asked. The message says why."""


def compared(asks: Asks) -> Compared:
    """The comparison. Unasked: a size, a figure or a number of Parties that cannot be."""
    if not SMALLEST <= asks.size <= LARGEST:
        bounds = {"low": SMALLEST, "high": LARGEST, "size": asks.size}
        raise Unasked(_("%(low)s to %(high)s applicants can be compared, not %(size)s") % bounds)
    if asks.present < 1:
        raise Unasked(_("at least one Party is present"))
    try:
        with_others(dict(asks.assumed))
    except KeyError as error:
        raise Unasked(_("no figure is called %(name)s") % {"name": error.args[0]}) from error
    except ValueError as error:
        raise Unasked(_("a figure is not in order: low, point, high, from 0 on")) from error
    return made(asks.size, asks.seed, asks.opens, asks.present, asks.assumed)


@lru_cache(maxsize=32)
def made(
    size: int, seed: int, opens: date, present: int, assumed: tuple[tuple[str, Ends], ...]
) -> Compared:
    """The same, kept: what is asked alike has the same answer, for it is seeded."""
    invented = pool(size, seed=seed, opens=opens, subject=subjects_of("cms")[0])
    figures = with_others(dict(assumed)) if assumed else ours()
    return compare(options(), invented, opens=opens, present=present, assumed=figures, seed=seed)


def told(asks: Asks, language: str) -> dict[str, Any]:
    """The comparison as data. Unasked as above, and for a weight of what cannot be weighed."""
    found = compared(asks)
    try:
        return data(found, language, dict(asks.weights))
    except KeyError as error:
        raise Unasked(_("no question is called %(name)s") % {"name": error.args[0]}) from error
    except ValueError as error:
        told = _("this question cannot be weighed: neither more nor less is better by itself")
        raise Unasked(told) from error
