"""Repair of printed text: words cut at line ends, and the furniture of pages."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from whimbrel import facts

HYPHENS = "-\u2010\u2011\u00ad"
SOFT = "\u00ad"
WORD = re.compile(r"[^\W\d_]+(?:[-\u2010\u2011][^\W\d_]+)*")
CUT_WORD = re.compile(r"(?P<left> [^\W\d_]+ ) [-\u2010\u2011]$", re.VERBOSE)
NEXT_WORD = re.compile(r"[^\W\d_]+")
ADDRESS_END = re.compile(r"(?: https?:// | www\. ) \S* $", re.VERBOSE | re.IGNORECASE)
ADDRESS_MORE = re.compile(r"\S* [/._?=&%\d-] \S* [\w/]", re.VERBOSE)
OPEN_ENDED = re.compile(r"\S [/–] $", re.VERBOSE)
OFTEN = 0.04
"""Where more than this share of rows ends in a hyphen, the document was hyphenated."""
NUMBER = re.compile(r"(?<!\S)\d+(?:\s*/\s*\d+)?(?!\S)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Prefixes:
    """First parts of words after which a hyphen belongs to the word.

    `joins` are the words that may stand between two of them: "high- and low-lying".
    """

    language: str
    source: str
    prefixes: tuple[str, ...]
    joins: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFoot:
    """A row that may stand at the edge of a page and says nothing."""

    name: str
    source: str
    pattern: str


@cache
def prefixes() -> frozenset[str]:
    """Every first part of every language, folded."""
    return frozenset(
        word.casefold()
        for entry in facts.load("hyphens/*.yaml", Prefixes)
        for word in entry.prefixes
    )


@cache
def joins() -> frozenset[str]:
    """Every word that may follow a hyphen left hanging."""
    return frozenset(
        word for entry in facts.load("hyphens/*.yaml", Prefixes) for word in entry.joins
    )


@cache
def edge_pattern() -> re.Pattern[str]:
    """Rows of nothing but page numbers, job numbers and bar codes."""
    any_of = " | ".join(
        f"(?: {foot.pattern} )" for foot in facts.load("furniture/*.yaml", PageFoot)
    )
    flags = re.VERBOSE | re.IGNORECASE
    return re.compile(rf"(?: \s* (?: {any_of} ) (?= \s | $ ) )+ \s*", flags)


@dataclass(slots=True)
class Words:
    """The words of a document: they tell whether a hyphen at a line end is part of a word."""

    rows: Iterable[str]
    known: Counter[str] | None = field(default=None)
    heals: bool | None = None

    def count(self, word: str) -> int:
        """How often a word stands inside a row."""
        if self.known is None:
            self.known = Counter()
            for row in self.rows:
                self.known.update(word.casefold() for word in WORD.findall(row[:-1] if row else ""))
        return self.known[word.casefold()]

    def cut(self, left: str, right: str) -> bool:
        """True where `left-` and `right` are one word that was cut at the line end."""
        if not right[:1].islower() or (not left.islower() and not left.istitle()):
            return False
        joined, hyphened = self.count(left + right), self.count(f"{left}-{right}")
        if joined or hyphened:
            return joined > hyphened
        if left.casefold() in prefixes() or len(left) < 2:
            return False
        return not (self.count(left) and self.count(right)) and self.hyphenates()

    def hyphenates(self) -> bool:
        """Does the document cut words at line ends at all?

        The cut words that stand elsewhere uncut decide; where there are none, how many rows end so.
        """
        if self.heals is None:
            rows = list(self.rows)
            ends = [
                (left["left"], right.group())
                for left, right in (
                    (CUT_WORD.search(row), NEXT_WORD.match(after)) for row, after in pairwise(rows)
                )
                if left and right
            ]
            uncut = sum(bool(self.count(left + right)) for left, right in ends)
            hyphened = sum(bool(self.count(f"{left}-{right}")) for left, right in ends)
            self.heals = uncut > hyphened or (
                uncut == hyphened and len(ends) > OFTEN * max(20, len(rows))
            )
        return self.heals


def joint(before: str, after: str, words: Words) -> tuple[int, str]:
    """How two rows of a paragraph join.

    (Characters to drop at the end of the first, what stands between the two.)
    """
    before = before.rstrip(" ")
    last = before[-1:]
    if last == SOFT:
        return 1, ""
    if last in HYPHENS and before[-2:-1].isalnum():
        return hyphen_joint(before, after, words)
    if OPEN_ENDED.search(before[-2:]) and after[:1].isalnum():
        return 0, ""
    if (
        ("://" in before or "www." in before)
        and ADDRESS_END.search(before)
        and ADDRESS_MORE.match(after)
    ):
        return 0, ""
    return 0, " "


def hyphen_joint(before: str, after: str, words: Words) -> tuple[int, str]:
    """How a row that ends in a hyphen joins the next."""
    cut, right = CUT_WORD.search(before), NEXT_WORD.match(after)
    if right and right.group() in joins():
        return 0, " "
    if cut and right and words.cut(cut["left"], right.group()):
        return 1, ""
    return 0, "" if after[:1].isalnum() else " "


def masked(text: str) -> str:
    """Text with every number that stands alone as #: what repeats from page to page.

    Numbers inside words stay, or the footnotes of two pages would look alike.
    """
    return NUMBER.sub("#", " ".join(text.split())).casefold()


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A row near the top or bottom of a page: its words, and how high it stands."""

    page: int
    text: str
    y: float


def furniture(pages: Sequence[Sequence[Edge]], near: float = 6.0) -> set[tuple[int, int]]:
    """(page index, position) of every edge row that is furniture.

    Given are the rows of each page from the edge inwards. A row is furniture where its words,
    numbers aside, stand at the same height on other pages, and most of what stands at that height
    on any page repeats so. Furniture is never cut off from the edge by a row that is none.
    """
    heights = [(edge.y, masked(edge.text), edge.page) for page in pages for edge in page]
    enough = 2 if len(pages) < 6 else 3

    def repeats(edge: Edge) -> bool:
        text = masked(edge.text)
        at_height = [(other, page) for y, other, page in heights if abs(y - edge.y) <= near]
        same = {page for other, page in at_height if other == text}
        if len(same) < enough:
            return False
        counts = Counter(other for other, _ in at_height)
        return sum(n for n in counts.values() if n >= enough) >= 0.6 * len(at_height)

    return outermost(pages, lambda edge: repeats(edge) or bool(edge_pattern().fullmatch(edge.text)))


def outermost(
    pages: Sequence[Sequence[Edge]], is_furniture: Callable[[Edge], bool]
) -> set[tuple[int, int]]:
    """The furniture that no other row cuts off from the edge of its page."""
    found = set()
    for index, page in enumerate(pages):
        for position, edge in enumerate(page):
            if not is_furniture(edge):
                break
            found.add((index, position))
    return found
