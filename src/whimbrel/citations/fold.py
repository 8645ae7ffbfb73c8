"""Fold a text for finding: spaces, hyphens and quotes of one kind, nothing invisible."""

import re
from dataclasses import dataclass

INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
ALIKE = (
    *((char, " ") for char in "\t\n\r\u00a0\u1680\u202f\u205f\u3000"),
    *((chr(code), " ") for code in range(0x2000, 0x200B)),
    *((char, "-") for char in "\u2010\u2011"),
    ("\u2212", "\u2013"),
    ("\u2019", "'"),
    ("\u02bc", "'"),
    *((char, '"') for char in "\u201c\u201d\u201e"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Folded:
    """A folded text, and the place of each character in the printed one, where places moved."""

    text: str
    places: tuple[int, ...] | None = None

    def start(self, at: int) -> int:
        """The place of a character in the printed text."""
        return self.places[at] if self.places else at

    def end(self, at: int) -> int:
        """The place behind the last character of a span in the printed text."""
        return self.places[at - 1] + 1 if self.places and at else at


def fold(text: str) -> Folded:
    """The text for finding. A plain text is given back as it is."""
    alike = text
    for char, plain in ALIKE[:3] if text.isascii() else ALIKE:
        if char in alike:
            alike = alike.replace(char, plain)
    if alike.isascii() or not INVISIBLE.search(alike):
        return Folded(text=alike)
    places = tuple(at for at, char in enumerate(alike) if not INVISIBLE.match(char))
    return Folded(text="".join(alike[at] for at in places), places=places)
