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
        names = whole(self._names, self._known, text.lower, cased=False)
        acronyms = whole(
            self._acronyms, self._known_acronyms, text.cased, cased=True, also=self._numbered
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
) -> list[Hit]:
    """The matches of an automaton that begin and end with a word."""
    if names is None:
        return []
    out: list[Hit] = []
    since, last = 0, len(text) - 1
    for number, start, end in names.find_matches_as_indexes(text):
        if start < since:
            continue
        opens = not start or text[start - 1] not in WORD
        if opens and (end > last or text[end] not in WORD):
            out.append(Hit(start, end, known[number], cased))
            continue
        digits = DIGITS.match(text, end) if opens and known[number] in also else None
        if digits:
            out.append(Hit(start, digits.end(), known[number], cased))
            continue
        # A longer name that ends within a word must not hide the shorter ones in it.
        for hit in again(names, known, text, start, end, cased=cased):
            since = hit.end
            out.append(hit)
    return out


def again(
    names: BytesAhoCorasick, known: list[str], text: bytes, start: int, end: int, *, cased: bool
) -> Iterator[Hit]:
    """Names inside a match that was none: at its start and after each of its words."""
    at = start if not start or text[start - 1] not in WORD else next_word(text, start)
    while at < end:
        last = None
        for last in ends(text, at, end):
            found = names.find_matches_as_indexes(text[at:last])
            if found and found[0][1:] == (0, last - at):
                yield Hit(at, last, known[found[0][0]], cased)
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
