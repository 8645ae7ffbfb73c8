"""Repair of printed text: words cut at line ends, and the furniture of pages."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
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
OFTEN = 0.03
"""Where more than this share of rows ends in a hyphen, the document was hyphenated."""
NEAR = 5.0
"""Points within which rows of several pages stand at one height."""
MOST = 0.6
"""Share of what stands at a height that must repeat there."""
FEW_PAGES = 6
"""With fewer pages two are enough to repeat something."""
NUMBER = re.compile(r"(?<!\S)\d+(?:\s*/\s*\d+)?(?!\S)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hyphened:
    """Parts of words that are written with a hyphen, by which a hyphen at a line end is judged."""

    language: str
    source: str
    prefixes: tuple[str, ...]
    """First parts after which a hyphen belongs to the word: `non-governmental`."""
    endings: tuple[str, ...]
    """Last parts before which it does: `cost-effective`."""
    joins: tuple[str, ...]
    """Words that may stand between two such words: `high- and low-lying`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFoot:
    """A row that may stand at the edge of a page and says nothing."""

    name: str
    source: str
    pattern: str


@cache
def parts(name: str) -> frozenset[str]:
    """The `prefixes`, `endings` or `joins` of all languages."""
    found = facts.load("hyphens/*.yaml", Hyphened)
    return frozenset(word for entry in found for word in getattr(entry, name))


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
        """How often a word stands whole inside a row."""
        if self.known is None:
            self.known = Counter(WORD.findall("\n".join(self.whole()).casefold()))
        return self.known[word.casefold()]

    def whole(self) -> Iterator[str]:
        """The rows without the two halves of what a hyphen at a line end parts."""
        after_hyphen = False
        for row in self.rows:
            before_hyphen = bool(row) and row[-1] in HYPHENS
            row = row.partition(" ")[2] if after_hyphen else row
            yield row.rpartition(" ")[0] if before_hyphen else row
            after_hyphen = before_hyphen

    def cut(self, left: str, right: str) -> bool:
        """True where `left-` and `right` are one word that was cut at the line end."""
        if not right[:1].islower() or (not left.islower() and not left.istitle()):
            return False
        joined, hyphened = self.count(left + right), self.count(f"{left}-{right}")
        if joined or hyphened:
            return joined > hyphened
        if left.casefold() in parts("prefixes") or right in parts("endings") or len(left) < 2:
            return False
        return not (self.count(left) and self.count(right)) and self.hyphenates()

    def hangs(self, left: str) -> bool:
        """May the hyphen stand for the end of a later word, as in "high- and low-lying"?"""
        return (
            left.casefold() in parts("prefixes") or bool(self.count(left)) or not self.hyphenates()
        )

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
            often = len(ends) > max(2, OFTEN * len(rows))
            self.heals = uncut > hyphened or (uncut == hyphened and often)
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
    if cut and right and right.group() in parts("joins") and words.hangs(cut["left"]):
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


class Heights:
    """What stands at each height at one edge of all pages."""

    def __init__(self, pages: Sequence[Sequence[Edge]]) -> None:
        self.enough = 2 if len(pages) < FEW_PAGES else 3
        at: dict[int, dict[str, set[int]]] = {}
        for edge in (edge for page in pages for edge in page):
            said = at.setdefault(step_of(edge), {})
            said.setdefault(masked(edge.text), set()).add(edge.page)
        self.near = {step: around(at, step) for step in at}
        self.shares = {step: self.share(counts) for step, counts in self.near.items()}

    def share(self, counts: Counter[str]) -> float:
        """How much of what stands there stands there on several pages."""
        return sum(n for n in counts.values() if n >= self.enough) / counts.total()

    def repeat(self, edge: Edge) -> bool:
        """Do the words of a row stand at its height on other pages, like most that is there?"""
        step = step_of(edge)
        return self.near[step][masked(edge.text)] >= self.enough and self.shares[step] >= MOST


def step_of(edge: Edge) -> int:
    """The height of a row in steps."""
    return round(edge.y / NEAR)


def around(at: dict[int, dict[str, set[int]]], step: int) -> Counter[str]:
    """On how many pages each text stands at a height or right above or below it."""
    pages: dict[str, set[int]] = {}
    for near in (step - 1, step, step + 1):
        for text, found in at.get(near, {}).items():
            pages.setdefault(text, set()).update(found)
    return Counter({text: len(found) for text, found in pages.items()})


def furniture(pages: Sequence[Sequence[Edge]]) -> set[tuple[int, int]]:
    """(page index, position) of every edge row that is furniture.

    Given are the rows of each page from the edge inwards. A row is furniture where its words,
    numbers aside, stand at the same height on other pages, and most of what stands at that height
    on any page repeats so. Furniture is never cut off from the edge by a row that is none.
    """
    heights = Heights(pages)
    return outermost(
        pages, lambda edge: heights.repeat(edge) or bool(edge_pattern().fullmatch(edge.text))
    )


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
