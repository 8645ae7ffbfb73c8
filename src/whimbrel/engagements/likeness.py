"""How much two wordings say the same: shared words that carry meaning, without their endings."""

import re
from functools import lru_cache

from whimbrel.bodies.names import folded

WORD = re.compile(r"[^\W\d_]{4,}")
STEM = 6
"""Letters of a word that are compared: "implementation" and "implemented" are one."""
EMPTY_WORDS = """
including which their these those other such with that this from into been have will shall also more
than relevant subject availability external resources parties secretariat convention meeting
conference dans avec pour cette leur leurs plus ainsi notamment para como este esta estos entre
sobre
sus
"""
EMPTY = frozenset(EMPTY_WORDS.split())
"""Words of every provision, which tell none apart."""


@lru_cache(maxsize=4096)
def stems(text: str) -> frozenset[str]:
    """The words of a text that carry meaning, cut to their beginnings."""
    words = (word.casefold().replace("isation", "ization") for word in WORD.findall(text))
    return frozenset(word[:STEM] for word in words if word not in EMPTY)


def likeness(one: str, other: str) -> float:
    """Shared words by all words: 1.0 for the same words, 0.0 where none is shared."""
    return shared(stems(one), stems(other))


def shared(first: frozenset[str], second: frozenset[str]) -> float:
    """The same of words that were cut already."""
    both = len(first & second)
    return both / (len(first) + len(second) - both) if both else 0.0


def covered(part: str, whole: str) -> int:
    """How many words of `part` are in `whole`."""
    return len(stems(part) & stems(whole))


BRACKETS = re.compile(r"\s*\([^)]*\)")


def title_of(name: str) -> str:
    """A name as agreements are told apart by it: without capitals, accents, dashes, an article
    before it and an acronym in brackets."""
    return " ".join(re.sub(r"[^\w]+", " ", folded(BRACKETS.sub("", name))).split())
