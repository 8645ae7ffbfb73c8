"""Find the bodies that a text names: known, explained, or shown by the form of their name."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from whimbrel.bodies.acronym import is_acronym
from whimbrel.bodies.body import Body, How, Mention
from whimbrel.bodies.compose import compose
from whimbrel.bodies.defined import Memory
from whimbrel.bodies.index import Hit
from whimbrel.bodies.names import Folded, fold
from whimbrel.bodies.patterns import unknown
from whimbrel.bodies.vocabulary import Class, abbreviated, index, named

SMALL = "own-secretariat"
"""The one office that some conventions write with a small letter."""
ARTICLE = re.compile(r"\b(?:the|its|le|du|au|la)\s$", re.IGNORECASE)
LONG = 4
"""Words of a name that is one even in small letters."""


def find(text: str, *, language: str | None = None) -> tuple[Mention, ...]:
    """The bodies that a text names, in order and apart; the longest name wins."""
    return mentions(text, Memory(), language)


def in_texts(texts: Iterable[str], language: str | None = None) -> list[tuple[Mention, ...]]:
    """The bodies that each text of a document names; acronyms explained in one hold in the next."""
    memory = Memory()
    return [mentions(text, memory, language) for text in texts]


def mentions(text: str, memory: Memory, language: str | None) -> tuple[Mention, ...]:
    """The mentions in a text, by what its document has explained so far."""
    plain = list(known_in(text))
    found = apart([*plain, *unknown(text, plain, language)])
    found = memory.learn(text, found)
    found = apart([*found, *memory.recall(text)])
    found = [settled(one, memory) for one in found if one.surface not in memory.things]
    return tuple(compose(text, sorted(found, key=lambda one: one.start)))


def known_in(text: str) -> Iterator[Mention]:
    """Names and acronyms that the facts know."""
    folded = fold(text)
    for hit in index().find(folded):
        one = abbreviated()[hit.name] if hit.cased else named()[hit.name]
        start, end = place(folded, hit)
        surface = text[start:end]
        if not (is_acronym(text, start, end) if hit.cased else is_name(text, start, end, one)):
            continue
        yield mention(start, end, surface, one)


def place(folded: Folded, hit: Hit) -> tuple[int, int]:
    """Where a hit stands in the printed text."""
    return folded.place(hit.start), folded.place(hit.end - 1) + 1


def mention(start: int, end: int, surface: str, one: Body | Class) -> Mention:
    """The mention of something known."""
    body = one if isinstance(one, Body) else None
    return Mention(
        start=start,
        end=end,
        surface=surface,
        key=body.key if body else None,
        name=one.name,
        acronym=body.acronym if body else next(iter(one.acronyms), None),
        kind=one.kind,
        group=body is None,
        how=How.KNOWN,
        sure=not (body and surface in body.weak),
        parent=body.parent if body else None,
    )


def is_name(text: str, start: int, end: int, one: Body | Class) -> bool:
    """Whether words have the capitals of a name: long ones need none, classes only where said."""
    surface = text[start:end]
    if isinstance(one, Class):
        capital = not one.proper or not surface.islower()
        return capital and text[max(0, start - 4) : start].casefold() != "non-"
    if surface[0].isupper():
        return True
    if one.own:
        return one.key == SMALL and bool(ARTICLE.search(text[max(0, start - 5) : start]))
    words = surface.count(" ") + 1
    return words >= LONG or (words > 1 and not surface.islower())


def settled(one: Mention, memory: Memory) -> Mention:
    """An acronym with other meanings is sure where its document has named the body in full."""
    if one.sure or one.how is not How.KNOWN or one.key not in memory.full:
        return one
    return replace(one, sure=True)


def apart(found: Sequence[Mention]) -> list[Mention]:
    """Mentions that do not overlap: the longest win, of equals the known."""
    kept: list[Mention] = []
    starts: list[int] = []
    order = {How.DEFINED_HERE: 0, How.KNOWN: 1, How.PATTERN: 2}
    for one in sorted(found, key=lambda m: (m.start - m.end, order[m.how], m.start)):
        at = bisect_right(starts, one.start)
        free = at == 0 or kept[at - 1].end <= one.start
        if free and (at == len(kept) or one.end <= kept[at].start):
            kept.insert(at, one)
            starts.insert(at, one.start)
    return kept
