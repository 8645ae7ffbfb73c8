"""Headings under which a report tells engagements: a theme that several share, else what
their partner is."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from whimbrel.facts import load
from whimbrel.register.models import Engagement
from whimbrel.reporting import matter as paper
from whimbrel.reporting.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading for engagements with partners of some kinds."""

    key: str
    kinds: tuple[str, ...]
    en: str
    fr: str
    es: str
    source: str


@cache
def sections() -> tuple[Section, ...]:
    """The headings, in the order of a paper."""
    return tuple(load("sections/*.yaml", Section))


SHARED = 3
"""Deeds that make a theme a heading: fewer are a slogan, or what one is about."""


def often(whole: Iterable[Engagement]) -> frozenset[str]:
    """The themes that enough engagements have in common."""
    times = Counter(str(one.themes[0]) for one in whole if one.themes)
    return frozenset(theme for theme, number in times.items() if number >= SHARED)


def theme(one: Engagement, common: frozenset[str]) -> str:
    """Under which heading it is told: that of its theme where others share it; else of what its
    first partner is."""
    if one.themes and str(one.themes[0]) in common:
        return str(one.themes[0])
    kinds = [each.body.kind for each in one.parts.all()]
    return next((each.key for kind in kinds for each in sections() if kind in each.kinds), "")


def themes(found: Iterable[paper.Deed]) -> tuple[paper.Theme, ...]:
    """The headings under which they are told: those of partners in their order, then the themes
    that engagements name."""
    keys = dict.fromkeys(one.theme for one in found if one.theme)
    known = {each.key: Text.of(en=each.en, fr=each.fr, es=each.es) for each in sections()}
    order = [*(key for key in known if key in keys), *(key for key in keys if key not in known)]
    return tuple(
        paper.Theme(key=key, heading=known.get(key) or Text.of(en=key[:1].upper() + key[1:]))
        for key in order
    )
