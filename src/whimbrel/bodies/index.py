"""Find thousands of names in one pass over a text: an automaton, and boundaries checked after it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ahocorasick_rs import BytesAhoCorasick, Implementation, MatchKind

from whimbrel.bodies.names import Folded, fold, folded

WORD = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")


DIGITS = re.compile(rb"\d{1,3}(?![0-9A-Za-z])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A name in a folded text."""

    start: int
    end: int
    name: str
    """The name as folded; an acronym as printed."""
    cased: bool
    """Found as an acronym, capitals and all."""


class Names:
    """Names in one automaton, acronyms, whose capitals count, in another."""

    __slots__ = ("_acronyms", "_known", "_known_acronyms", "_names", "_numbered")

    def __init__(
        self,
        names: Iterable[str],
        acronyms: Iterable[str] = (),
        *,
        numbered: frozenset[str] = frozenset(),
    ) -> None:
        """Take names as they are written; they are folded here. `numbered` may end in digits."""
        self._numbered = numbered
        self._known = sorted({folded(name) for name in names} - {""})
        self._known_acronyms = sorted({fold(name).cased.decode() for name in acronyms} - {""})
        self._names = automaton(self._known)
        self._acronyms = automaton(self._known_acronyms)

    def find(self, text: Folded) -> list[Hit]:
        """Every name, leftmost and longest, in order; names before acronyms in one place."""
        names = list(whole(self._names, self._known, text.lower, cased=False))
        acronyms = list(
            whole(self._acronyms, self._known_acronyms, text.cased, cased=True, also=self._numbered)
        )
        if not acronyms:
            return names
        return longest((*names, *acronyms))


def automaton(names: list[str]) -> BytesAhoCorasick | None:
    """The automaton of names; None for no names."""
    if not names:
        return None
    return BytesAhoCorasick(
        [name.encode() for name in names],
        matchkind=MatchKind.LeftmostLongest,
        implementation=Implementation.DFA,
    )


def whole(
    names: BytesAhoCorasick | None,
    known: list[str],
    text: bytes,
    *,
    cased: bool,
    also: frozenset[str] = frozenset(),
) -> Iterator[Hit]:
    """The matches of an automaton that begin and end with a word."""
    if names is None:
        return
    size, since = len(text), 0
    for number, start, end in names.find_matches_as_indexes(text):
        if start < since:
            continue
        if not (start and text[start - 1] in WORD) and not (end < size and text[end] in WORD):
            yield Hit(start=start, end=end, name=known[number], cased=cased)
            continue
        if known[number] in also and not (start and text[start - 1] in WORD):
            digits = DIGITS.match(text, end)
            if digits:
                yield Hit(start=start, end=digits.end(), name=known[number], cased=cased)
                continue
        # A longer name that ends within a word must not hide the shorter ones in it.
        for hit in again(names, known, text, start, end, cased=cased):
            since = hit.end
            yield hit


def again(
    names: BytesAhoCorasick, known: list[str], text: bytes, start: int, end: int, *, cased: bool
) -> Iterator[Hit]:
    """Names inside a match that was none: at its start and after each of its words."""
    at = start
    while at < end:
        last = None
        for last in ends(text, at, end):
            found = names.find_matches_as_indexes(text[at:last])
            if found and found[0][1:] == (0, last - at):
                yield Hit(start=at, end=last, name=known[found[0][0]], cased=cased)
                break
        else:
            last = None
        at = next_word(text, at if last is None else last - 1)


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
    for hit in sorted(hits, key=lambda one: (one.start, -one.end)):
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
    return kept
