"""Outline: the level of every heading. What the file says is kept; where it says nothing, wording
and place tell.

Rules, in order: a numbered heading stands where others numbered alike stand; the usual section
titles of COP papers are main headings; a heading straight under another one is below it; headings
that open alike, or that all name a body by its acronym, are alike; a heading that only holds
headings stands with the last that did; a topic after an announcing sentence under an action
("Engaging with ...") is below that action; every other heading stands where the one before it
stands.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from whimbrel.document import Kind
from whimbrel.facts.layout import any_of
from whimbrel.reading.block import Block
from whimbrel.reading.labels import Reading, follows

ACRONYM = re.compile(r"\([^()\s]*[A-Z]{2}[^()]*\)$")
ACTION = re.compile(r"^[A-Z]\w+(?:ing|ment|ation|tion|miento|ción)\b", re.IGNORECASE)
STEM = 5
DEEPEST = 6
"""Levels of headings that a paper has, at the most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Open:
    """A heading that was placed: its words and level."""

    text: str
    level: int
    readings: tuple[Reading, ...] = ()
    """How its number is to be read; one of them, once it was placed."""


def outline(blocks: Sequence[Block]) -> list[Block]:
    """The same blocks, every heading with its level."""
    if all(block.level is not None for block in blocks if block.kind is Kind.HEADING):
        return list(blocks)
    told = {
        block.level
        for block in blocks
        if block.kind is Kind.HEADING and block.level is not None and block.line.heading
    }
    if len(told) > 1:
        return [stated(block, max(told)) for block in blocks]
    return inferred(blocks)


def stated(block: Block, deepest: int) -> Block:
    """A heading that has no level in a file that gives levels stands under the deepest."""
    if block.kind is not Kind.HEADING or block.level is not None:
        return block
    return replace(block, level=deepest)


def inferred(blocks: Sequence[Block]) -> list[Block]:
    """Levels by wording and place."""
    found: list[Block] = []
    placed: list[Open] = []
    between: list[Block] = []
    for at, block in enumerate(blocks):
        if block.kind is Kind.ANNEX:
            placed, between = [], []
        elif block.kind is Kind.HEADING:
            holds = at + 1 < len(blocks) and blocks[at + 1].kind is Kind.HEADING
            level = block.level or level_of(block, placed, between, holds)
            placed.append(Open(text=block.text, level=level, readings=read_as(block, placed)))
            block, between = replace(block, level=level), []
        else:
            between.append(block)
        found.append(block)
    return found


def level_of(block: Block, placed: Sequence[Open], between: Sequence[Block], holds: bool) -> int:
    """The level of one heading after those already placed."""
    return min(guessed(block, placed, between, holds), DEEPEST)


def guessed(block: Block, placed: Sequence[Open], between: Sequence[Block], holds: bool) -> int:
    """The same without a bound."""
    text = block.text
    if not placed:
        return 1
    if block.readings:
        return numbered_level(block, placed)
    if is_main(text):
        return 1
    before = placed[-1]
    if not between:
        return before.level + 1
    alike = level_of_like(text, placed)
    if alike is not None:
        return alike
    if holds and (holder := last_holder(placed)) is not None:
        return holder
    if ACTION.match(before.text) and not ACTION.match(text) and announces(between):
        return before.level + 1
    return before.level


def numbered_level(block: Block, placed: Sequence[Open]) -> int:
    """A number that goes on stands where its list stands; a number that begins opens a level or
    restarts its list."""
    reading = read_as(block, placed)[0]
    alike = [
        heading
        for heading in placed
        if reading.style in [other.style for other in heading.readings]
    ]
    if alike:
        return alike[-1].level
    return placed[-1].level + 1


def read_as(block: Block, placed: Sequence[Open]) -> tuple[Reading, ...]:
    """The one way to read a heading's number that fits those before it: `V.` after `U.` or after
    `IV.`."""
    if not block.readings:
        return ()
    for heading in reversed(placed):
        for reading in block.readings:
            if any(follows(reading, other) for other in heading.readings):
                return (reading,)
    return next(
        ((reading,) for reading in block.readings if reading.value == 1), block.readings[:1]
    )


def is_main(text: str) -> bool:
    """True for the titles of main sections in COP papers."""
    words = text.strip().casefold().rstrip(":")
    main = re.fullmatch(any_of("main_headings"), words)
    return bool(main or re.match(any_of("main_openings") + r"\b", words))


def level_of_like(text: str, placed: Sequence[Open]) -> int | None:
    """The level of an earlier heading of the same form, among those that are still open, or named
    by acronym too."""
    if ACRONYM.search(text):
        named = [heading.level for heading in placed if ACRONYM.search(heading.text)]
        if named:
            return named[0]
    for heading in still_open(placed):
        if share_stem(first_word(text), first_word(heading.text)):
            return heading.level
    return None


def first_word(text: str) -> str:
    """The first word in small letters."""
    return text.split()[0].casefold() if text.split() else ""


def share_stem(one: str, other: str) -> bool:
    """`engaging` and `engagement`: most of the shorter word is the same."""
    pairs = zip(one, other, strict=False)
    same = next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
    return same >= STEM and same >= 0.6 * min(len(one), len(other))


def last_holder(placed: Sequence[Open]) -> int | None:
    """The level of the last heading, below the main ones, that holds headings."""
    for heading, after in zip(reversed(placed[:-1]), reversed(placed[1:]), strict=True):
        if after.level > heading.level > 1:
            return heading.level
    return None


def still_open(placed: Sequence[Open]) -> list[Open]:
    """The last heading, those beside it and above it: no heading below one that was closed."""
    found, limit = [], 99
    for heading in reversed(placed):
        if heading.level <= limit:
            limit = heading.level
            found.append(heading)
    return found


def announces(between: Sequence[Block]) -> bool:
    """True for one paragraph of one sentence that only says that there was much of something."""
    if len(between) != 1 or between[0].kind is not Kind.PARAGRAPH:
        return False
    text = between[0].text
    sentences = len(re.findall(r"[.!?](?:\s|$)", text))
    return sentences <= 1 and bool(re.search(rf"\b{any_of('umbrella')}\b", text, re.IGNORECASE))
