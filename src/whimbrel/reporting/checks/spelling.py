"""Words and symbols that are spelled two ways in one document."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from whimbrel.citations import Kind
from whimbrel.facts.layout import language_of
from whimbrel.reporting.checks.finding import Finding, finding
from whimbrel.reporting.checks.ground import Ground, rule
from whimbrel.reporting.checks.names import SMALL, TELLING, WORD, Place, foreign
from whimbrel.reporting.checks.words import words
from whimbrel.symbols.document import normal


@rule("word-twice")
def word_twice(ground: Ground) -> Iterator[Finding]:
    """A common word that is spelled two ways: organisation, organization."""
    seen: dict[tuple[str, str], dict[str, list[Place]]] = defaultdict(lambda: defaultdict(list))
    for passage in ground.told.passages:
        if foreign(passage, ground) or language_of(passage.text) not in (None, ground.language):
            continue
        names = [(one.start, one.end) for one in passage.mentions if not one.group]
        for match in WORD.finditer(passage.text):
            # A capital begins a name, whose spelling is its own.
            if not match[0].islower():
                continue
            if any(start <= match.start() < end for start, end in names):
                continue
            for key, form in variants(match[0], ground.language):
                seen[key][form].append(Place(address=passage.address, words=match[0]))
    told: set[tuple[str, str]] = set()
    for (rest, _), forms in seen.items():
        if len(forms) < 2:
            continue
        rare, usual = sorted(forms.values(), key=len)[:2]
        pair = (rest[:SMALL], rare[0].words[:TELLING])
        if pair in told:
            continue
        told.add(pair)
        yield finding(
            "word-twice",
            rare[0].address,
            rare[0].words,
            also=[usual[0].address, *(one.address for one in rare[1:])],
            one=rare[0].words,
            other=usual[0].words,
        )


def variants(word: str, language: str | None) -> Iterator[tuple[tuple[str, str], str]]:
    """((the rest of the word, the pair of spellings), the spelling) for each pair that it has."""
    for one, other, pattern in pairs(language):
        match = pattern.fullmatch(word)
        if match:
            before, found, after = match["before"], match["found"], match["after"]
            yield (f"{before}~{after.rstrip('s')}", f"{one}/{other}"), found


@cache
def pairs(language: str | None) -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """The pairs of spellings with a pattern for words that have one of them."""
    found = []
    for one, other in words(language).spellings:
        head, tail = one.startswith("~"), one.endswith("~")
        first, last = one.strip("~"), other.strip("~")
        before = r"\w{2,}?" if head else ""
        after = r"\w*" if tail else ""
        forms = f"{re.escape(first)}|{re.escape(last)}"
        pattern = re.compile(f"(?P<before>{before})(?P<found>{forms})(?P<after>{after})")
        found.append((first, last, pattern))
    return tuple(found)


@rule("symbol-spelling")
def symbol_spelling(ground: Ground) -> Iterator[Finding]:
    """A document symbol that is not written as symbols of its meeting are: a stroke left out."""
    own = ground.told.document.masthead.symbol
    if not own or normal(own) != own:
        return
    root = own.rpartition("/")[0]
    for passage in ground.told.passages:
        for one in passage.citations:
            if one.kind not in (Kind.DOCUMENT, Kind.INFORMATION) or not one.target:
                continue
            if not one.target.startswith(root.split("/")[0] + "/"):
                continue
            printed = symbol_in(one.surface)
            if printed and printed != one.target and letters(printed) == letters(one.target):
                yield finding(
                    "symbol-spelling", passage.address, printed, one=printed, other=one.target
                )


def letters(symbol: str) -> str:
    """The letters and figures of a symbol, which stay the same however it is written."""
    return "".join(one for one in symbol if one.isalnum())


PRINTED = re.compile(
    r"""
    [A-Z][\w/().-]*                                        # UNEP/CMS/COP15
    (?: \s (?:Doc|Inf|CRP)\b\.? \s? \d+(?:\.\d+)* )?   # a stroke forgotten: " Doc. 28.2"
    (?: (?<=[a-z]\.) \s \d[\d.]* )?                      # a blank too many: "/Doc. 28.2"
    """,
    re.VERBOSE,
)
"""A symbol as it is printed, or misprinted."""


def symbol_in(surface: str) -> str:
    """The symbol of a citation, without the title behind it."""
    match = PRINTED.match(surface)
    return match[0].rstrip(" .") if match else ""
