"""Articles of treaties: `Article VII, paragraph 9`, `articles 4 and 5 of the Paris Agreement`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from whimbrel import facts
from whimbrel.citations.citation import How, Kind
from whimbrel.citations.scan import Scan
from whimbrel.citations.words import any_of, spoken
from whimbrel.symbols.organ import organ

BARE = ("convention", "agreement", "accord", "convenio", "convención", "acuerdo", "convenção")
NUMBERS = re.compile(r"\b(?:[IVXLC]+|\d{1,3})\b")
BRACKETS = re.compile(r"[()\s]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Treaty:
    """A treaty whose articles are cited: `facts/citations/treaties.yaml`."""

    key: str
    source: str
    target: str
    """The form of an article of it; `{number}` is the number."""
    organ: str = ""
    """The organ whose treaty it is; then its names are those of the organ."""
    names: dict[str, tuple[str, ...]] = field(default_factory=dict)


@cache
def treaties() -> dict[str, Treaty]:
    """Treaties by name, folded."""
    out: dict[str, Treaty] = {}
    for one in facts.load("citations/treaties.yaml", Treaty):
        for forms in (one.names or organ(one.organ).names).values():
            out |= {form.casefold(): one for form in forms}
    return out


@cache
def behind(language: str | None) -> re.Pattern[str]:
    """` of the Paris Agreement`."""
    return re.compile(
        rf",? \s (?: {spoken(language, 'of')} ) \s? (?P<name> {any_of(*treaties())} ) (?!\w)",
        re.IGNORECASE | re.VERBOSE,
    )


@cache
def foreign(language: str | None) -> re.Pattern[str]:
    """` of the Convention on Wetlands`: a text that is neither the one at hand nor one we know."""
    bare = any_of(*BARE)
    return re.compile(
        rf""",? \s (?> (?: {spoken(language, "of")} ) \s?
            (?: (?: this | the | la | le | el ) \s )? )
        (?! (?: {bare} ) (?! \s (?: on | for | against | sur | sobre | para | relati\w+ ) \b ) )
        (?= [^\W\d_] )""",
        re.IGNORECASE | re.VERBOSE,
    )


def article(scan: Scan, at: int) -> None:
    """Cite the articles of a reference whose second letter stands at `at`."""
    match = scan.grammar.article.match(scan.text, at - 1) if at else None
    if not match or scan.text[max(0, at - 2) : at - 1].isalnum():
        return
    one, how = treaty(scan, match.end())
    for name in names(match):
        target = one.target.format(number=name) if one else None
        scan.cite(match.start(), match.end(), Kind.ARTICLE, target, how)
    scan.end = match.end()


def names(match: re.Match[str]) -> Iterator[str]:
    """`VII.8`, `VII.9` of `Article VII, paragraphs 8 and 9`; paragraphs are of the last article."""
    *others, last = NUMBERS.findall(match["list"])
    yield from others
    letter = BRACKETS.sub("", match["letter"] or match["letter2"] or "")
    tail = f" {letter})" if letter else ""
    if not match["paragraph"]:
        item = BRACKETS.sub("", match["item"] or "").lstrip(".")
        yield f"{last}.{item}{tail}" if item else f"{last}{tail}"
        return
    yield f"{last}.{match['paragraph']}{tail}"
    yield from (f"{last}.{more}" for more in re.findall(r"\d+", match["paragraphs"] or ""))


def treaty(scan: Scan, end: int) -> tuple[Treaty | None, How]:
    """The treaty named behind an article, or the convention whose document it is."""
    named = behind(scan.language).match(scan.text, end)
    if named:
        return treaties()[" ".join(named["name"].casefold().split())], How.NAMED
    own = scan.context.organ
    if own is None or own.family != "mea" or foreign(scan.language).match(scan.text, end):
        return None, How.UNRESOLVED
    for forms in own.names.values():
        for form in forms:
            if form.casefold() in treaties():
                return treaties()[form.casefold()], How.CONTEXT
    return None, How.UNRESOLVED
