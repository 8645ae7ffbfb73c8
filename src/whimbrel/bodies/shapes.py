"""Bodies that nobody knows yet and whose names have no head: told by the shape of the name."""

import re
from collections.abc import Iterator
from functools import cache

from whimbrel.bodies.body import BodyKind, How, Mention
from whimbrel.bodies.order import Order
from whimbrel.bodies.vocabulary import traps

CAPITAL = r"[A-ZÀ-Þ][a-zà-ÿ][\w’'-]*+"
LINKS = r"(?:\ (?:for|of|on|and|the|to|pour|des?|du|sur|et|del?|las?|los|para|sobre|y))*"


@cache
def shapes() -> tuple[tuple[BodyKind, tuple[str, ...], re.Pattern[str]], ...]:
    """A pattern for each shape, with the kind of body that bears such names, and what a text must
    hold to be worth a look."""
    united = "|".join(traps().not_after_un)
    return (
        # UN Oceans, UN-Water
        (
            BodyKind.UN_COORDINATION_MECHANISM,
            ("UN ", "UN-", "ONU"),
            re.compile(rf"\b(?:UN|ONU)[ -](?!(?:{united})\b){CAPITAL}(?![\w-]|\ {CAPITAL})"),
        ),
        # ICLEI–Local Governments for Sustainability
        (
            BodyKind.UNKNOWN,
            ("–", "—"),
            re.compile(rf"\b[A-Z]{{3,9}}\s?[–—]\s?{CAPITAL}(?:{LINKS}\ {CAPITAL})+"),
        ),
        # 2030 Ocean Breakthroughs
        (
            BodyKind.INITIATIVE,
            ("20",),
            re.compile(rf"\b20[3-9]0(?:\ {CAPITAL}){{2,4}}"),
        ),
    )


def shaped(text: str, known: Order) -> Iterator[Mention]:
    """Names of such shapes that are no part of a known name, and say more than one that they
    hold."""
    for kind, needles, pattern in shapes():
        if not any(needle in text for needle in needles):
            continue
        for match in pattern.finditer(text):
            thing = match[0].rpartition(" ")[2] in traps().things
            if thing or known.around(match.start(), match.end()):
                continue
            yield Mention(
                start=match.start(),
                end=match.end(),
                surface=match[0],
                key=None,
                name=match[0],
                acronym=None,
                kind=kind,
                group=False,
                how=How.PATTERN,
                sure=False,
            )
