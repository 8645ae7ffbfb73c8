"""References to targets without a number: the words say that something serves "the targets" of a
plan, and not which.

A reference is the word for targets or goals within a few words of the name of a set of targets that
the facts know, with no number beside it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from whimbrel.citations.targets import goals
from whimbrel.synergy.matter import Asked, Passage, Ref

WORDS = r"(?:targets?|goals?|cibles?|objectifs?|metas?|objetivos?)"
BEFORE = r"(?:(?:all|the|every|relevant|[a-z-]+related|tous|toutes|les|todas|las|los)\s+){0,4}"
NUMBER = re.compile(r"^\s*(?:n[o°º]\.?\s*)?\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Vague:
    """A reference to targets without a number."""

    plan: str
    """The key of the set of targets."""
    words: str
    """As printed."""
    where: Ref
    convention: str


@cache
def named() -> re.Pattern[str]:
    """Targets of the plan, and the plan with targets behind it."""
    names = sorted(goals(), key=len, reverse=True)
    either = "|".join(re.escape(one).replace(r"\ ", r"\s+") for one in names if len(one) > 2)
    # `Framework` alone is the name of much else.
    return re.compile(
        rf"(?P<words>\b{BEFORE}{WORDS}\b(?P<after>[^.;:\d]{{0,40}}?)\b(?P<name>{either})\b"
        rf"(?!\s*,?\s*targets?\s*\d))",
        re.IGNORECASE,
    )


def vague(asked: Iterable[Asked], passages: Iterable[Passage]) -> tuple[Vague, ...]:
    """All of them in provisions and paragraphs, in their order."""
    found = []
    texts = (
        *((one.text, one.source or one.ref, one.convention) for one in asked),
        *((one.text, one.ref, one.convention) for one in passages),
    )
    for text, ref, convention in texts:
        for plan, words in references(text):
            found.append(Vague(plan=plan, words=words, where=ref, convention=convention))
    return tuple(dict.fromkeys(found))


def references(text: str) -> Iterable[tuple[str, str]]:
    """(key of the set, words as printed) of each reference in a text."""
    for match in named().finditer(text):
        if match["name"].casefold() == "framework":
            continue
        if NUMBER.match(match["after"]):
            continue
        yield (
            goals()[" ".join(match["name"].split()).casefold()].key,
            " ".join(match["words"].split()),
        )
