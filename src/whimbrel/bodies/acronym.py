"""Whether capitals in a text are an acronym, or letters of a symbol or of a heading."""

import re

from whimbrel.bodies.vocabulary import traps

SYMBOL = re.compile(r"\d|/(?:Doc|Inf|Res|Dec|CRP|EA)\b|://|www\.|@")
"""Shows that letters between spaces are a document symbol or an address."""
CAPITALS_BEFORE = re.compile(r"\b[A-ZÀ-Þ]{2,} $")
CAPITALS = re.compile(r" [A-ZÀ-Þ]{2,}\b")
OPEN = re.compile(r"[\s()]")
TOKEN = 100
"""Letters of the longest symbol or address that is looked at."""
AROUND = 30
"""Letters on each side that show whether a line is in capitals."""


def is_acronym(text: str, start: int, end: int) -> bool:
    """Whether letters stand for a body: no part of a symbol, no everyday word in capitals."""
    before = OPEN.split(text[max(0, start - TOKEN) : start])[-1]
    after = OPEN.split(text[end : end + TOKEN], maxsplit=1)[0]
    if "/" in before + after or "@" in before or "." in after[:-1] or before.endswith("."):
        token = before + "#" + after
        if SYMBOL.search(token):
            return False
    if text[start:end] not in traps().everyday:
        return True
    if CAPITALS_BEFORE.search(text[max(0, start - AROUND) : start]) and CAPITALS.match(text, end):
        return False
    around = text[max(0, start - AROUND) : start] + text[end : end + AROUND]
    letters = [char for char in around if char.isalpha()]
    return len(letters) < 6 or any(char.islower() for char in letters)
