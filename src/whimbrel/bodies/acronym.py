"""Whether capitals in a text are an acronym, or letters of a symbol or of a heading."""

import re

from whimbrel.bodies.vocabulary import traps

SYMBOL = re.compile(r"\d|/(?:Doc|Inf|Res|Dec|CRP|EA)\b|://|www\.|@")
"""Shows that letters between spaces are a document symbol or an address."""
AROUND = 30
"""Letters on each side that show whether a line is in capitals."""


def is_acronym(text: str, start: int, end: int) -> bool:
    """Whether letters stand for a body: no part of a symbol, no everyday word in capitals."""
    left = max(text.rfind(char, 0, start) for char in " \n\t(") + 1
    right = min((at for char in " \n\t)" if (at := text.find(char, end)) >= 0), default=len(text))
    before, after = text[left:start], text[end:right]
    if "/" in before + after or "@" in before or "." in after[:-1] or before.endswith("."):
        token = before + "#" + after
        if SYMBOL.search(token):
            return False
    if text[start:end] not in traps().everyday:
        return True
    around = text[max(0, start - AROUND) : start] + text[end : end + AROUND]
    letters = [char for char in around if char.isalpha()]
    return len(letters) < 6 or any(char.islower() for char in letters)
