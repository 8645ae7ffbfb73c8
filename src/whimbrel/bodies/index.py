"""Find thousands of names in one pass over a text: an automaton, its hits checked after it."""

import re
from collections.abc import Iterable, Iterator
from operator import itemgetter
from typing import NamedTuple

from ahocorasick_rs import BytesAhoCorasick, Implementation, MatchKind

from whimbrel.bodies.names import Folded, fold, folded

WORD = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")

DIGITS = re.compile(rb"\d{1,3}(?![0-9A-Za-z])")


class Hit(NamedTuple):
    """A name in a folded text: a tuple, for there are many and they cost time."""

    start: int
    end: int
    name: str
    """The name as folded; an acronym as printed."""
    cased: bool
    """Found as an acronym, capitals and all."""


class Automaton(NamedTuple):
    """Names sought at once, and how far the longest of them reaches."""

    names: BytesAhoCorasick
    known: list[str]
    reach: int
    """The bytes of the longest name, and one to see whether a word ends there."""

    def first(self, text: bytes) -> tuple[str, int] | None:
        """The longest name at the very start of a text, and its bytes."""
        found = self.names.find_matches_as_indexes(text)
        if not found or found[0][1]:
            return None
        return self.known[found[0][0]], found[0][2]


class Names:
    """Names in one automaton, acronyms, whose capitals count, in another."""

    __slots__ = ("_acronyms", "_names", "_numbered")

    def __init__(
        self,
        names: Iterable[str],
        acronyms: Iterable[str] = (),
        *,
        numbered: frozenset[str] = frozenset(),
    ) -> None:
        """Take names as they are written; they are folded here. `numbered` may end in digits."""
        self._numbered = numbered
        self._names = automaton(sorted({folded(name) for name in names} - {""}))
        self._acronyms = automaton(sorted({fold(name).cased.decode() for name in acronyms} - {""}))

    def find(self, text: Folded) -> list[Hit]:
        """Every name, leftmost and longest, in order; names before acronyms in one place."""
        names = whole(self._names, text.lower, cased=False)
        acronyms = whole(self._acronyms, text.cased, cased=True, also=self._numbered)
        if not acronyms:
            return names
        return longest((*names, *acronyms))


def automaton(known: list[str]) -> Automaton | None:
    """The automaton of names; None for no names."""
    if not known:
        return None
    written = [name.encode() for name in known]
    names = BytesAhoCorasick(
        written, matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA
    )
    return Automaton(names, known, max(map(len, written)) + 1)


def whole(
    sought: Automaton | None, text: bytes, *, cased: bool, also: frozenset[str] = frozenset()
) -> list[Hit]:
    """The matches of an automaton that begin and end with a word."""
    if sought is None:
        return []
    known = sought.known
    out: list[Hit] = []
    since, last = 0, len(text) - 1
    for number, start, end in sought.names.find_matches_as_indexes(text):
        if end <= since:
            continue
        opens = start >= since and (not start or text[start - 1] not in WORD)
        if opens and (end > last or text[end] not in WORD):
            out.append(Hit(start, end, known[number], cased))
            continue
        digits = DIGITS.match(text, end) if opens and known[number] in also else None
        if digits:
            out.append(Hit(start, digits.end(), known[number], cased))
            continue
        # What matched but is no name must not hide the names that begin within it.
        for hit in again(sought, text, max(start, since), end, cased=cased):
            since = hit.end
            out.append(hit)
    return out


def again(sought: Automaton, text: bytes, start: int, end: int, *, cased: bool) -> Iterator[Hit]:
    """Names that begin inside a match that was none: at its start and after each of its words."""
    at = start if not start or text[start - 1] not in WORD else next_word(text, start)
    while at < end:
        hit = name_at(sought, text[at : at + sought.reach])
        if hit is None:
            at = next_word(text, at)
            continue
        name, size = hit
        yield Hit(at, at + size, name, cased)
        at = next_word(text, at + size - 1)


def name_at(sought: Automaton, text: bytes) -> tuple[str, int] | None:
    """The longest name at the start of a text that ends with a word, and its bytes."""
    at_most = sought.first(text)
    if at_most is None:
        return None
    for last in ends(text, 0, at_most[1]):
        found = sought.first(text[:last])
        if found and found[1] == last:
            return found
    return None


def ends(text: bytes, start: int, end: int) -> Iterator[int]:
    """Ends of words before `end`, the last first."""
    for at in range(end, start, -1):
        if text[at - 1] in WORD and not (at < len(text) and text[at] in WORD):
            yield at


def next_word(text: bytes, at: int) -> int:
    """The start of the next word."""
    at += 1
    while at < len(text) and (text[at - 1] in WORD or text[at] not in WORD):
        at += 1
    return at


def longest(hits: Iterable[Hit]) -> list[Hit]:
    """Hits that do not overlap: the leftmost, of these the longest."""
    kept: list[Hit] = []
    first = last = -1
    for hit in sorted(hits, key=itemgetter(0)):
        start, end, _, _ = hit
        if start >= last:
            kept.append(hit)
        elif start == first and end > last:
            kept[-1] = hit
        else:
            continue
        first, last = start, end
    return kept
