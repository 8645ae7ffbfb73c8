"""Numbers with a point: `14.10 a) and b)`, `14.8-14.10`, `11.10 (Rev.COP14)`, and lists of them."""

import re

from whimbrel.citations.citation import How, Kind
from whimbrel.citations.paragraphs import Paragraphs
from whimbrel.citations.resolve import resolve
from whimbrel.citations.scan import Open, Scan
from whimbrel.symbols.instrument import LONGEST, NUMBER, Number, Shape
from whimbrel.symbols.organ import Organ

ITEM = re.compile(
    r"(?:,?\s(?:(?:sub)?para(?:graph)?s?\.?|paragraphes?|alinéas?|párrafos?|apartados?|incisos?)\s)?"
    r",?\s?\(?(?P<item>[a-z])\)"
)
MORE = re.compile(
    r"\s?(?P<join>,\s(?:and|et|y|or|ou|o)|,|\s(?:and|et|y|e|or|ou|o)|&|[-–]|to|à|al?)"
    r"\s?\(?(?P<item>[a-z])\)"
)
RANGE = ("-", "–", "to", "à", "a", "al")
ADOPTED = re.compile(r"\s\((?:19|20)\d\d\)")
"""The year that some print behind a number: Resolution VIII.31 (2002)."""
LAST = re.compile(r"\d{1,2}\.\d{1,3}(?![\w/])")


def provisions(scan: Scan, opened: Open, match: re.Match[str]) -> int:
    """Cite a list of numbers of which `match` is the first. The place behind it."""
    end = one_or_range(scan, opened, match)
    while True:
        year = ADOPTED.match(scan.text, end)
        joint = scan.grammar.and_.match(scan.text, year.end() if year else end)
        again = NUMBER.match(scan.text, joint.end()) if joint else None
        if not again or again.lastgroup != match.lastgroup:
            return end
        opened.paragraphs = None
        end = one_or_range(scan, opened, again)


def one_or_range(scan: Scan, opened: Open, match: re.Match[str]) -> int:
    """Cite one number with its items or paragraphs, or one range. The place behind it."""
    number = Number.of(match)
    last = range_end(scan, number, match.end())
    named = named_behind(scan, opened, (last or match).end())
    if not last:
        target, how = resolve(opened.word, number, named, scan.context)
        return with_parts(scan, opened, match, target, how)
    for one in span(number.text, last[0]):
        each = number if one == number.plain else Number(text=one, shape=Shape.DOTTED)
        target, how = resolve(opened.word, each, named, scan.context)
        kind = Kind.DECISION_RANGE if opened.word == "decision" else Kind(opened.word)
        scan.cite(match.start(), last.end(), kind, target, how)
    return last.end()


def with_parts(scan: Scan, opened: Open, match: re.Match[str], target: str | None, how: How) -> int:
    """Cite the paragraphs before a number, the items or paragraphs behind it, or the whole text."""
    start, end = match.span()
    if opened.paragraphs:
        begun = opened.paragraphs.start
        scan.cite_paragraphs(begun, end, opened.part, target, how, opened.paragraphs)
        return end
    if opened.word == "decision":
        letters, end = items(scan.text, end)
        for letter in letters:
            provision = f"{target} {letter})" if target else None
            scan.cite(start, end, Kind.DECISION_PROVISION, provision, how)
        if letters:
            return end
    place = scan.grammar.place.match(scan.text, end)
    if place and place["list"]:
        named, end = Paragraphs.of(place), place.end()
        scan.cite_paragraphs(start, end, opened.part, target, how, named)
        return end
    scan.cite(start, end, Kind(opened.word), target, how)
    return end


def named_behind(scan: Scan, opened: Open, end: int) -> tuple[Organ, ...] | None:
    """The body of a number: named before the list, or behind the number."""
    after = scan.names.after.match(scan.text, end) if opened.named is None else None
    return scan.names.meant(after["name"], scan.context) if after else opened.named


def range_end(scan: Scan, number: Number, end: int) -> re.Match[str] | None:
    """The second number of `14.8-14.10`, where the two make a range."""
    if number.shape is not Shape.DOTTED or not number.plain.replace(".", "").isdigit():
        return None
    joint = scan.grammar.to.match(scan.text, end)
    last = LAST.match(scan.text, joint.end()) if joint else None
    return last if last and span(number.text, last[0]) else None


def span(first: str, last: str) -> tuple[str, ...]:
    """`14.8`, `14.10` -> `14.8`, `14.9`, `14.10`. Empty where the two make no range."""
    meeting, _, low = first.partition(" ")[0].partition(".")
    again, _, high = last.partition(".")
    if meeting != again or not 0 < int(high) - int(low) <= LONGEST:
        return ()
    return tuple(f"{meeting}.{number}" for number in range(int(low), int(high) + 1))


def items(text: str, end: int) -> tuple[tuple[str, ...], int]:
    """` a) and b)` -> the letters, and the place behind them."""
    match = ITEM.match(text, end)
    if not match:
        return (), end
    letters: list[str] = []
    while match:
        letter, end = match["item"], match.end()
        if letters and match["join"].strip() in RANGE:
            letters += map(chr, range(ord(letters[-1]) + 1, ord(letter)))
        letters.append(letter)
        match = MORE.match(text, end)
    return tuple(letters), end
