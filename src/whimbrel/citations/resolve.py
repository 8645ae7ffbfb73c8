"""Resolve a number to its target: by the body named beside it, by its shape, by the document."""

from dataclasses import dataclass
from functools import cache, lru_cache

from whimbrel.citations.citation import How
from whimbrel.symbols.document import normal
from whimbrel.symbols.instrument import Number, Shape
from whimbrel.symbols.organ import Organ, organ, organ_of, organs

MARKED = (Shape.TREATY, Shape.PREFIXED)
"""Numbers that carry the letters of their body."""
DECISIVE = (*MARKED, Shape.CONF, Shape.YEAR)
"""Numbers that tell their body whatever name stands beside them."""
OWNERS = {
    Shape.YEAR: "security-council",
    Shape.ROMAN: "general-assembly",
    Shape.ANNUAL: "economic-and-social-council",
    Shape.CONF: "cites",
    Shape.RAMSAR: "ramsar",
    Shape.SPECIAL: "unep-governing-council",
}
"""The only organ of the facts that has such numbers, or the usual one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The document in which a citation stands."""

    symbol: str | None = None
    organ: Organ | None = None

    @classmethod
    def of(cls, body: str | None) -> "Context":
        """The symbol of a document, or the key of an organ -> its context."""
        return _context(body)


@cache
def _context(body: str | None) -> Context:
    if not body:
        return Context()
    if "/" not in body and any(one.key == body for one in organs()):
        return Context(organ=organ(body))
    symbol = normal(body)
    return Context(symbol=symbol, organ=organ_of(symbol))


def template(one: Organ, word: str, number: Number) -> str:
    """The form of a target: `A/RES/{number}`."""
    if number.shape is Shape.LATIN and one.latin:
        return one.latin
    return {
        "resolution": one.resolution,
        "decision": one.decision,
        "recommendation": one.recommendation,
    }[word]


def numbers(one: Organ, word: str, number: Number) -> bool:
    """True where an organ has texts with such a number."""
    if number.shape not in one.shapes or not template(one, word, number):
        return False
    if number.shape in MARKED:
        return number.mark in one.marks
    if number.shape is Shape.SESSION and number.session.isdigit():
        return int(number.session) >= one.since_session
    return True


def target_of(one: Organ, word: str, number: Number) -> str:
    """The target of a number: (General Assembly, resolution, 78/155) -> `A/RES/78/155`."""
    text = number.text if one.parts else number.bare
    return template(one, word, number).format(number=text, session=number.session, item=number.item)


@lru_cache(maxsize=4096)
def resolve(
    word: str, number: Number, named: tuple[Organ, ...] | None, context: Context
) -> tuple[str | None, How]:
    """(target, how) of a number.

    `named` are the organs that a name beside it may mean: none of them where the facts do not know
    the body that is named, and None where no body is named.
    """
    if named is not None:
        chosen = [one for one in named if numbers(one, word, number)]
        if context.organ in chosen and context.organ is not None:
            chosen = [context.organ]
        if chosen:
            return target_of(chosen[0], word, number), How.NAMED
        # "Assembly and Council resolutions 70/1 and 2006/4": the nearest name is not that of both.
        mixed = any(one.shapes for one in named)
        if not mixed and number.shape not in DECISIVE:
            return None, How.UNRESOLVED
    if context.organ and numbers(context.organ, word, number):
        return target_of(context.organ, word, number), How.CONTEXT
    return by_shape(word, number)


def by_shape(word: str, number: Number) -> tuple[str | None, How]:
    """The only organ of the facts that has such numbers."""
    key = owner(word, number)
    if key is None:
        return None, How.UNRESOLVED
    one = organ(key)
    if not numbers(one, word, number):
        return None, How.UNRESOLVED
    return target_of(one, word, number), How.SHAPE


def owner(word: str, number: Number) -> str | None:
    """The key of the organ that a shape points to."""
    if number.shape in MARKED:
        return next(
            (
                one.key
                for one in organs()
                if number.shape in one.shapes and number.mark in one.marks
            ),
            None,
        )
    if number.shape is Shape.SESSION and word == "resolution":
        return "general-assembly"
    if number.shape is Shape.LATIN and word == "decision":
        return "cbd"
    return OWNERS.get(number.shape)


@lru_cache(maxsize=4096)
def paragraph_of(target: str, number: str) -> str:
    """The target of a paragraph, where the paragraphs of the body's texts are targets."""
    for one in organs():
        if one.paragraph and target.startswith(one.resolution.partition("{")[0]):
            return one.paragraph.format(target=target, paragraph=number)
    return target
