"""Paragraphs that are named by number: `paragraphs 3 and 8`, `paras. 31-33`."""

import re
from dataclasses import dataclass

NUMBERS = re.compile(r"(\d+(?:\.\d+)*)")
RANGE = ("-", "–", "to", "à", "a", "al")
LONGEST = 60
"""No range names more paragraphs than this; what would is a slip."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraphs:
    """Some paragraphs and where they are named."""

    start: int
    end: int
    printed: str
    """`paragraphs 3 and 8`"""
    numbers: tuple[str, ...]

    @classmethod
    def of(cls, match: re.Match[str]) -> "Paragraphs":
        """What a pattern with the group `list` matched."""
        printed = match[0].strip(" ,(")
        return cls(
            start=match.start(),
            end=match.end(),
            printed=printed,
            numbers=expanded(match["list"]),
        )


def expanded(listed: str) -> tuple[str, ...]:
    """`3 and 8` -> 3, 8; `31-33` -> 31, 32, 33."""
    out: list[str] = []
    pieces = NUMBERS.split(listed)
    for joint, number in zip(pieces[::2], pieces[1::2], strict=False):
        ends = bool(out) and joint.strip() in RANGE and out[-1].isdigit() and number.isdigit()
        if ends and int(number) - int(out[-1]) <= LONGEST:
            out += [str(between) for between in range(int(out[-1]) + 1, int(number))]
        out.append(number)
    return tuple(dict.fromkeys(out))
