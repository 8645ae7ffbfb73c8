"""Preambles: the enacting formula, and the recitals that some bodies print above it instead of
below."""

import re
from collections.abc import Sequence
from functools import cache

from whimbrel.facts.layout import any_of, preamble_opening
from whimbrel.reading.labels import typed
from whimbrel.reading.line import Line

LONGEST = 170
"""Characters of a formula, at the most."""
RECITED = re.compile(r"(?:[,;]|[,;]?\s(?:and|et|y|e))\s*$")


@cache
def pattern(name: str) -> re.Pattern[str]:
    """The patterns built of layout words, compiled when first needed."""
    templates = {
        "formula": r"^{formula}(?:\s|(?<=['’]))[^.;:\d]{{3,160}},$",
        "opening": r"^{formula}(?:\s|(?<=['’]))[^.;:,\d]{{3,120}}$",
        "governing": r"^{formula}(?:\s|(?<=['’]))(?:[^\W\d_]+\s){{0,2}}"
        r"{governing}\b[^.;:,\d]{{0,130}}$",
        "article": r"^{formula}(?:\s|(?<=['’]))",
        "operative": r"^(?:{operative_openings}|[A-ZÉ]\w+(?:s|e|a))\b",
    }
    words = {name: any_of(name) for name in ("formula", "governing", "operative_openings")}
    return re.compile(templates[name].format(**words), re.IGNORECASE)


def is_formula(text: str, following: Line | None) -> bool:
    """True for an enacting formula: `The Conference of the Parties,`, or the same without comma
    before a verb."""
    if not opens_formula(text):
        return False
    if pattern("formula").match(text):
        return True
    if following is None or following.rows:
        return False
    return is_bare_formula(text, following.text) or (names_governing_body(text) and acts(following))


def opens_formula(text: str) -> bool:
    """True for a short text that begins as enacting formulas do."""
    return len(text) <= LONGEST and text[:1].isupper() and bool(pattern("article").match(text))


def is_bare_formula(text: str, following: str) -> bool:
    """`The General Assembly` / `Adopts the ...`: the comma is left out where one verb follows."""
    return (
        bool(pattern("opening").match(text))
        and len(text.split()) <= 8
        and bool(re.match(r"[A-ZÉ]\w+(?:s|e|a)\s", following))
    )


def names_governing_body(text: str) -> bool:
    """True for nothing but the name of a body that adopts texts: `THE CONFERENCE OF THE PARTIES TO
    THE CONVENTION`."""
    return opens_formula(text) and bool(pattern("governing").match(text))


def acts(line: Line) -> bool:
    """True for words that open with a verb behind a number, or with what opens a preamble."""
    text = line.text.removeprefix("[")
    found = typed(text) if line.label is None else None
    if line.label is None and found is None:
        return bool(preamble_opening().match(text)) and bool(RECITED.search(text))
    words = text[found[1] :] if found else text
    return bool(pattern("operative").match(words)) and not pattern("article").match(words)


def recitals(lines: Sequence[Line]) -> frozenset[int]:
    """The paragraphs of a preamble that stand above its formula, as in resolutions of CMS and
    CITES."""
    found: set[int] = set()
    for at, line in enumerate(lines):
        if line.label is not None or not opens_formula(line.text):
            continue
        following = lines[at + 1] if at + 1 < len(lines) else None
        if not is_formula(line.text, following):
            if following is None or not is_split_formula(line, following, lines[at + 2 : at + 3]):
                continue
            found |= {at, at + 1}
        above = at - 1
        while above >= 0 and is_recital(lines[above]):
            found.add(above)
            above -= 1
    return frozenset(found)


def is_split_formula(line: Line, rest: Line, following: Sequence[Line]) -> bool:
    """True for a formula printed on two lines: `The Conference of the Parties to the` / `Convention
    on ...`."""
    whole = names_governing_body(line.text) and rest.label is None and bool(following)
    return (
        whole
        and rest.text[:1].isupper()
        and names_governing_body(f"{line.text} {rest.text}")
        and acts(following[0])
    )


def is_recital(line: Line) -> bool:
    """True for a paragraph of a preamble: `Recalling Resolution 12.3,`."""
    if (
        line.rows
        or line.label is not None
        or line.heading is not None
        or typed(line.text) is not None
    ):
        return False
    return bool(preamble_opening().match(line.text)) and bool(RECITED.search(line.text))
