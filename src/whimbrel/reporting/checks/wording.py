"""What one wording has and another has not. The place where a fuller comparison plugs in."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from whimbrel.bodies.names import folded
from whimbrel.engagements.likeness import stems

WORD = re.compile(r"[\w’'-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Words that stand in one wording where others, or none, stand in the other."""

    old: str
    new: str

    def __str__(self) -> str:
        return f"{self.old or '∅'} → {self.new or '∅'}"


def changes(old: str, new: str) -> tuple[Change, ...]:
    """What was changed between two wordings, in the order of the new one. Case and punctuation
    count for nothing."""
    first, last = WORD.findall(old), WORD.findall(new)
    low = [word.casefold() for word in first]
    match = SequenceMatcher(a=low, b=[word.casefold() for word in last], autojunk=False)
    return tuple(
        Change(old=" ".join(first[a:b]), new=" ".join(last[c:d]))
        for tag, a, b, c, d in match.get_opcodes()
        if tag != "equal"
    )


def covered(part: str, whole: str) -> float:
    """The share of the telling words of a part that a whole has; 1.0 where it has no telling
    word."""
    wanted = stems(part)
    return len(wanted & stems(whole)) / len(wanted) if wanted else 1.0


def has(phrase: str, text: str) -> bool:
    """True where a text has a phrase, accents, case and `-is-` for `-iz-` aside."""
    return f" {squeezed(phrase)} " in f" {squeezed(text)} "


def squeezed(text: str) -> str:
    """Words folded, one space between them."""
    return " ".join(WORD.findall(folded(text)))
