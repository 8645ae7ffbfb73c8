"""Organ: a body that numbers its texts, with its names and the shape of its numbers."""

import re
from dataclasses import dataclass, field
from functools import cache

from whimbrel import facts


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Organ:
    """A governing body as `facts/symbols/*.yaml` know it. There is one object of each."""

    key: str
    source: str
    family: str
    """`un`, `mea` (a convention or agreement with Parties), `ipbes` or `other`."""
    names: dict[str, tuple[str, ...]]
    short: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Names that several organs share: "the Council"."""
    prefixes: tuple[str, ...] = ()
    """How the symbols of its documents begin."""
    shapes: tuple[str, ...] = ()
    """The shapes that its numbers have: see `symbols.instrument.Shape`."""
    marks: tuple[str, ...] = ()
    """The letters printed in its numbers: `CMA` in 7/CMA.1, `BC` in BC-14/12."""
    since_session: int = 0
    """The first session whose texts are numbered session/number."""
    parts: bool = True
    """Whether the parts A and B of one number are documents of their own."""
    actor: str = ""
    """Its name in an Akoma Ntoso address."""
    resolution: str = ""
    decision: str = ""
    recommendation: str = ""
    latin: str = ""
    """The target of a number with a Roman session (XIII/20), where it differs."""
    paragraph: str = ""
    """The target of one paragraph of a text, where paragraphs are targets."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Root:
    """The first part of a document symbol: `facts/series/*.yaml`."""

    root: str
    of: str
    source: str
    digits: bool = False
    """A number is printed into it: WHA68."""
    deep: bool = False
    """An everyday letter: only more strokes make it a symbol."""
    same: str = ""
    """The root of the original, where this is that of a translation."""


@cache
def organs() -> tuple[Organ, ...]:
    """Every organ that the facts know."""
    return facts.load("symbols/*.yaml", Organ)


@cache
def roots() -> dict[str, Root]:
    """Roots of document symbols by their letters."""
    return {root.root: root for root in facts.load("series/*.yaml", Root)}


@cache
def organ(key: str) -> Organ:
    """The organ of a key. KeyError where the facts know none."""
    return {one.key: one for one in organs()}[key]


@cache
def prefixes() -> tuple[tuple[str, Organ], ...]:
    """How symbols begin, the longest first, so that `A/HRC` is asked before `A`."""
    pairs = [(prefix, one) for one in organs() for prefix in one.prefixes]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


@cache
def organ_of(symbol: str) -> Organ | None:
    """The organ whose document has this symbol: `A/RES/78/155` -> the General Assembly."""
    if re.match(r"(?:CoP|PC|AC)\d+\s+(?:Doc|Inf)", symbol):
        return organ("cites")
    if re.match(r"Resolution Conf\.", symbol):
        return organ("cites")
    for prefix, one in prefixes():
        if symbol.startswith(prefix) and symbol[len(prefix) : len(prefix) + 1] in (
            "/",
            ".",
            " ",
            "",
        ):
            return one
    return None
